// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionsummary.h"
#include "results/export.h"
#include "widgets/results/runresultview.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QStackedWidget;

namespace millrace {

class EmptyView;
class Operation;
class ResultBar;
class ResultPage;

/// The results of one editor tab: a bar with one button per statement's result, and below it the rows, as a table or as
/// the changelog they came in. It watches the stores itself, at most once a frame and only for the result that is seen.
class ResultsPane : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Table, Changelog };

    explicit ResultsPane(QWidget* parent = nullptr);
    ~ResultsPane() override;

    /// Adds a result at the front and shows it (a further one of a run behind the one before, unshown), or brings a
    /// known one (same id) up to date.
    void setResult(const RunResultView& result);
    void removeResult(const QString& id);
    /// Removes the results that are not pinned: what a new run of the script starts with.
    void removeUnpinned();
    void clear();
    void setCurrentResult(const QString& id);
    /// What is said while there are no results: that something runs, or how to begin.
    void setRunning(bool running);

    [[nodiscard]] QString currentResult() const;
    [[nodiscard]] const RunResultView* result(const QString& id) const;
    [[nodiscard]] QStringList resultIds() const;

    void setMode(Mode mode);

    [[nodiscard]] Mode mode() const { return m_mode; }

    /// The current result has a changelog worth a tab of its own.
    [[nodiscard]] bool hasLiveChangelog() const;
    /// Cells selected in the current grid; the status line shows it.
    [[nodiscard]] SelectionSummary selection() const;
    /// Changes a second of the current result, over the last second.
    [[nodiscard]] double changesPerSecond() const;

public Q_SLOTS:
    void focusFilter();
    void toggleRecord();
    void togglePause();

Q_SIGNALS:
    void currentResultChanged(const QString& id);
    /// The user closed it; it is gone from the pane.
    void resultClosed(const QString& id);
    void pinnedChanged(const QString& id, bool pinned);
    /// At most once a frame, for results that are seen.
    void rowsArrived(const QString& id, qint64 rows);
    void rateChanged(const QString& id, double changesPerSecond);
    void selectionChanged(const millrace::SelectionSummary& summary);
    /// An export has begun; the receiver takes part of the ownership and puts it in the list of operations.
    void exportStarted(std::shared_ptr<millrace::Operation> operation);
    /// The user wants to see the statement in its editor.
    void statementActivated(const QString& id);
    void rerunRequested(const QString& id);
    void cancelRequested(const QString& id);
    /// The live state of the current result changed: the dock shows it at its tab.
    void liveChanged(bool live);
    /// Something in the pane leads to its other mode; the dock switches its tab and calls setMode().
    void modeRequested(millrace::ResultsPane::Mode mode);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        RunResultView view;
        ResultPage* page = nullptr;
        qint64 countedRows = 0; ///< at the last look at the clock
        double rate = 0;
    };

    [[nodiscard]] Entry* entry(const QString& id);
    [[nodiscard]] const Entry* entry(const QString& id) const;
    void connectBar();
    void connectPage(ResultPage* page, const QString& id);
    void showCurrent();
    void refreshBar();
    void measureRates();
    void removeAt(std::size_t index);
    void chooseExportFile(ExportFormat format);
    void exportRows(ExportFormat format, const QString& path);

    std::vector<Entry> m_entries; ///< newest first
    QString m_current;
    Mode m_mode = Mode::Table;
    bool m_live = false;
    ResultBar* m_bar = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyView* m_empty = nullptr;
    QTimer m_rateTimer;
    QElapsedTimer m_sinceRates;
};

} // namespace millrace
