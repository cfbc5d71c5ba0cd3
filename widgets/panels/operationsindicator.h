// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operationlistmodel.h"

#include <QToolButton>

class QFrame;

namespace millrace {

class OperationsPopup;

/// A spinner in the status bar while something runs, and a popup with every operation, its progress and its Cancel.
/// Hidden while there is nothing to show.
class OperationsIndicator : public QToolButton {
    Q_OBJECT

public:
    explicit OperationsIndicator(QWidget* parent = nullptr);

    /// model outlives the indicator.
    void setModel(OperationListModel* model);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void showPopup();

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void refresh();

    OperationListModel* m_model = nullptr;
    OperationsPopup* m_popup = nullptr;
    int m_clock = 0;
};

} // namespace millrace
