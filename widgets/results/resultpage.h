// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowhistoryfinder.h"
#include "results/resultwatcher.h"
#include "widgets/results/resultspane.h"

#include <QTimer>

class QPlainTextEdit;
class QSplitter;
class QStackedWidget;

namespace millrace {

class ArrivalBar;
class ChangelogView;
class ElidedLabel;
class GridView;
class MessageBar;
class PictureView;
class RecordPanel;
class ResultTableView;

/// One result: its rows as a table and as a changelog, the panel of the current row, the slider through time, and what
/// has to be said about it. It reads the store only while it is seen.
class ResultPage : public QWidget {
    Q_OBJECT

public:
    explicit ResultPage(QWidget* parent = nullptr);
    ~ResultPage() override;

    void setView(const RunResultView& view);
    void setMode(ResultsPane::Mode mode);

    /// The state is frozen while the store goes on.
    [[nodiscard]] bool isPaused() const { return m_limit.has_value(); }

    void setPaused(bool paused);
    void setFilter(const QString& text);

    [[nodiscard]] const QString& filterText() const { return m_filter.text; }

    /// The name of the one column that the filter looks at; empty: all of them.
    [[nodiscard]] QString filterColumn() const;

    void toggleRecord();
    void copy();

    [[nodiscard]] SelectionSummary selection() const;
    /// What an export of what is shown would write.
    [[nodiscard]] std::optional<RowIndex> arrangedRows() const;
    [[nodiscard]] ResultSnapshot snapshot() const;
    [[nodiscard]] qint64 receivedRows() const;

Q_SIGNALS:
    void rowsArrived(qint64 rows);
    void pausedChanged(bool paused);
    void selectionChanged(const millrace::SelectionSummary& summary);
    void modeWanted(millrace::ResultsPane::Mode mode);
    /// The sentence that says what is wrong with the filter; empty when it is fine.
    void filterProblem(const QString& problem);
    /// The user wants to filter by one column: type now.
    void filterColumnChanged();
    /// A button of the message bar: "rerun", "statement".
    void actionTriggered(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    GridView* currentGridView() const;
    GridView* ensureGridView();
    void connectGridView(GridView* view);
    void watch();
    void sync();
    void setLimit(std::optional<qint64> limit);
    void refreshBody();
    void refreshRemark();
    void refreshNotice();
    void tellCopied(qint64 rows);
    void setFilterColumn(int column);
    void refreshRecord();
    void showHistory(quint32 row);
    void showHistoryNotice();
    [[nodiscard]] QString waitingText() const;
    [[nodiscard]] bool isOneText(const ResultSnapshot& rows) const;

    RunResultView m_view;
    ResultsPane::Mode m_mode = ResultsPane::Mode::Table;
    std::unique_ptr<ResultWatcher> m_watcher;
    std::optional<qint64> m_limit;
    RowFilter m_filter;
    bool m_recordWanted = true;
    std::optional<quint32> m_historyRow;
    std::vector<int> m_historyColumns;
    QString m_noticeShown; ///< which notice the bar shows, so that closing it is final

    MessageBar* m_notice = nullptr;
    MessageBar* m_historyBar = nullptr;
    QStackedWidget* m_body = nullptr;
    QWidget* m_waiting = nullptr;
    ElidedLabel* m_waitingText = nullptr;
    QPlainTextEdit* m_text = nullptr;
    PictureView* m_picture = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_grids = nullptr;
    ChangelogView* m_changelog = nullptr;
    ResultTableView* m_table = nullptr;
    RecordPanel* m_record = nullptr;
    ArrivalBar* m_arrival = nullptr;
    RowHistoryFinder m_finder;
    QTimer m_recordTimer;
};

} // namespace millrace
