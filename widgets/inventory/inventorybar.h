// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventorytext.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QToolButton;

namespace millrace {

class ActionButton;
class Chip;
class Spinner;
class TextLabel;

/// The bar above a server's things: which connection, how fresh the answer is, and asking again.
class InventoryBar : public QWidget {
    Q_OBJECT

public:
    explicit InventoryBar(QWidget* parent = nullptr);

    /// Keeps the current one when it is still there.
    void setSources(const std::vector<InventorySource>& sources);
    /// Without a signal.
    void setCurrentSource(const QString& id);
    [[nodiscard]] QString currentSource() const;

    /// An answer is awaited from now on, or no longer. Cancel is offered when it takes long.
    void setLoading(bool loading);
    /// When the last answer came; invalid: never.
    void setAnswered(const QDateTime& at);
    /// A newer question had no answer: what is shown is old.
    void setFailed();

    [[nodiscard]] QString freshness() const;

Q_SIGNALS:
    void sourceChosen(const QString& id);
    void refreshRequested();
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tick();

    std::vector<InventorySource> m_sources;
    QComboBox* m_choice = nullptr;
    Chip* m_environment = nullptr;
    Chip* m_readOnly = nullptr;
    Spinner* m_spinner = nullptr;
    TextLabel* m_freshness = nullptr;
    ActionButton* m_cancel = nullptr;
    QToolButton* m_refresh = nullptr;
    QTimer m_clock;
    QDateTime m_loadingSince;
    QDateTime m_answeredAt;
    bool m_failed = false;
};

} // namespace millrace
