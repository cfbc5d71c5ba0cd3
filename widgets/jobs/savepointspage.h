// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledgerentry.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QStackedLayout;

namespace millrace {

class ActionButton;
class EmptyView;
class LedgerModel;
class MessageBar;
class PanelTable;
class SegmentedControl;
class TextLabel;

/// The ledger as a page: what was taken, of which job, where it lies, and what to do with it.
class SavepointsPage : public QWidget {
    Q_OBJECT

public:
    explicit SavepointsPage(QWidget* parent = nullptr);

    /// model outlives the page.
    void setModel(LedgerModel* model);

    [[nodiscard]] QString searchText() const;
    /// Nothing: both kinds.
    [[nodiscard]] std::optional<LedgerEntry::Kind> kind() const;
    [[nodiscard]] std::vector<LedgerEntry> chosen() const;

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

    /// Why they cannot be restarted from or disposed of; empty: they can.
    void setRefusals(const QString& restart, const QString& dispose);

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    /// Search or kind.
    void filterEdited();
    void chosenChanged();
    void restartRequested(const millrace::LedgerEntry& entry);
    void disposeRequested(const std::vector<millrace::LedgerEntry>& entries);
    void pinRequested(const std::vector<millrace::LedgerEntry>& entries, bool pinned);
    /// An invalid time: never.
    void expiryRequested(const std::vector<millrace::LedgerEntry>& entries, const QDateTime& expiresAt);
    void stateRequested(const std::vector<millrace::LedgerEntry>& entries, millrace::LedgerEntry::State state);
    void forgetRequested(const std::vector<millrace::LedgerEntry>& entries);
    void importRequested();
    void exportRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QWidget* buildBar();
    void showMenu(const QPoint& place);
    void showMore(QWidget* under);
    void refresh();
    void copyLocations() const;

    LedgerModel* m_model = nullptr;
    QTimer m_typing;
    QLineEdit* m_search = nullptr;
    SegmentedControl* m_kind = nullptr;
    TextLabel* m_count = nullptr;
    ActionButton* m_restart = nullptr;
    ActionButton* m_dispose = nullptr;
    MessageBar* m_messages = nullptr;
    PanelTable* m_table = nullptr;
    EmptyView* m_empty = nullptr;
    QStackedLayout* m_body = nullptr;
};

} // namespace millrace
