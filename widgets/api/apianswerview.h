// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/api/apicalllog.h"

#include <QWidget>

class QPlainTextEdit;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace millrace {

class Chip;
class ElidedLabel;
class EmptyView;
class JsonTableModel;
class JsonTreeView;
class PanelTable;
class SegmentedControl;
class TextLabel;
struct JsonRange;

/// What came back: status, time and size, and the answer as a tree, as a table, as text, with its headers. Any size can
/// be shown: the text is cut, tree and table are read as one looks.
class ApiAnswerView : public QWidget {
    Q_OBJECT

public:
    enum Tab { Tree, Table, Raw, Headers };

    explicit ApiAnswerView(QWidget* parent = nullptr);

    /// Nothing was sent yet.
    void clear();
    void setWaiting();
    void setSent(const ApiSent& sent);

    [[nodiscard]] const std::optional<ApiAnswer>& answer() const { return m_answer; }

Q_SIGNALS:
    void saveRequested();

private:
    QWidget* makeBar();
    QWidget* makeRaw();
    QWidget* makeWaiting();
    void showTable(JsonRange array);
    void showRaw();
    void showHeaders();
    void chooseTab(bool isJson, bool hasTable);
    void copyRows() const;

    std::optional<ApiAnswer> m_answer;
    QString m_curl;
    QString m_path; ///< of the call
    Tab m_wanted = Tree; ///< what the person looked at last
    bool m_choosing = false;

    QStackedWidget* m_stack = nullptr;
    EmptyView* m_empty = nullptr;
    Chip* m_status = nullptr;
    TextLabel* m_figures = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_save = nullptr;
    QTabWidget* m_tabs = nullptr;
    JsonTreeView* m_tree = nullptr;
    PanelTable* m_table = nullptr;
    JsonTableModel* m_rows = nullptr;
    SegmentedControl* m_manner = nullptr;
    ElidedLabel* m_cut = nullptr;
    QPlainTextEdit* m_raw = nullptr;
    QPlainTextEdit* m_headers = nullptr;
};

} // namespace millrace
