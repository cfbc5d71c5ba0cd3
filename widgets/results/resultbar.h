// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/export.h"
#include "widgets/results/resulttabs.h"

#include <QTimer>

class QLineEdit;

namespace millrace {

class ActionButton;
class Separator;
class Sparkline;
class TextLabel;

/// The bar above the rows: one button per result, pausing, how fast changes come, a filter, exporting and copying.
class ResultBar : public QWidget {
    Q_OBJECT

public:
    explicit ResultBar(QWidget* parent = nullptr);

    [[nodiscard]] ResultTabs* tabs() const { return m_tabs; }

    /// streaming shows Pause and the rate; without rows there is nothing to filter or write.
    void setState(bool streaming, bool paused, bool hasRows);
    void setRate(double changesPerSecond);
    void clearRate();
    /// Without a signal.
    void setFilterText(const QString& text);
    /// The column that the filter looks at; empty: all.
    void setFilterColumn(const QString& name);
    void setFilterProblem(const QString& problem);
    void focusFilter();

Q_SIGNALS:
    void pauseToggled();
    /// A moment after typing stopped.
    void filterChanged(const QString& text);
    void exportRequested(millrace::ExportFormat format);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showExportMenu();
    void setPauseText(bool paused);

    ResultTabs* m_tabs = nullptr;
    Separator* m_separator = nullptr;
    ActionButton* m_pause = nullptr;
    TextLabel* m_rate = nullptr;
    TextLabel* m_rateUnit = nullptr;
    Sparkline* m_sparkline = nullptr;
    QLineEdit* m_filter = nullptr;
    QToolButton* m_export = nullptr;
    QToolButton* m_copy = nullptr;
    QTimer m_typing;
    bool m_streaming = false;
};

} // namespace millrace
