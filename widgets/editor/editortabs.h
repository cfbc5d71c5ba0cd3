// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QWidget>

#include <optional>
#include <vector>

class QStackedLayout;

namespace millrace {

class EditorTabBar;

/// What a tab shows of its page.
struct EditorTabInfo {
    QString title;
    QString toolTip; ///< the whole path
    QString icon = QStringLiteral("format-text-code"); ///< for themedIcon()
    std::optional<Environment> environment;
    bool modified = false;
    bool running = false;

    friend bool operator==(const EditorTabInfo&, const EditorTabInfo&) = default;
};

/// The centre of the window: a bar of tabs over pages. It closes nothing by itself: it asks, because a page may hold
/// unsaved text or a run.
class EditorTabs : public QWidget {
    Q_OBJECT

public:
    explicit EditorTabs(QWidget* parent = nullptr);

    /// Takes the page over and makes it current unless told otherwise. at < 0 appends.
    void addPage(QWidget* page, const EditorTabInfo& info, bool makeCurrent = true, int at = -1);
    /// Takes the page out; it is the caller's again (hidden, without parent).
    void removePage(QWidget* page);
    void setInfo(QWidget* page, const EditorTabInfo& info);
    void setCurrentPage(QWidget* page);
    void selectNext();
    void selectPrevious();

    [[nodiscard]] QWidget* currentPage() const;

    [[nodiscard]] const std::vector<QWidget*>& pages() const { return m_pages; } ///< in the order of the tabs

    [[nodiscard]] int count() const;

    [[nodiscard]] EditorTabBar* tabBar() const { return m_bar; }

Q_SIGNALS:
    void currentChanged(QWidget* page); ///< null when the last one went
    void closeRequested(QWidget* page);
    void newTabRequested();
    void orderChanged();
    /// A right click on a tab.
    void menuRequested(QWidget* page, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int indexOf(const QWidget* page) const;

    EditorTabBar* m_bar = nullptr;
    QStackedLayout* m_stack = nullptr;
    std::vector<QWidget*> m_pages; ///< in the order of the tabs
};

} // namespace millrace
