// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statementmark.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QToolButton;

namespace millrace {

/// What a button of the result bar shows.
struct ResultTab {
    QString id;
    QString title;
    int number = 0; ///< of the statement; 0 hides it
    int part = 0; ///< of the run's results; 0 hides it
    QString toolTip;
    RunState state = RunState::Queued;
    bool pinned = false;

    friend bool operator==(const ResultTab&, const ResultTab&) = default;
};

/// One result: its state, its name; the current one also its pin and, under the pointer, a cross.
class ResultTabButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit ResultTabButton(QWidget* parent);

    void setTab(const ResultTab& tab);

    [[nodiscard]] const ResultTab& tab() const { return m_tab; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pinClicked();
    void closeClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString shownTitle() const;
    [[nodiscard]] QString partText() const;
    [[nodiscard]] QString shortTitle(int width) const;
    [[nodiscard]] QRect pinRect() const;
    [[nodiscard]] QRect closeRect() const;

    [[nodiscard]] bool showsPin() const { return isChecked() || m_tab.pinned; }

    [[nodiscard]] bool showsClose() const { return isChecked() && underMouse(); }

    [[nodiscard]] bool showsGlyph() const;

    ResultTab m_tab;
};

/// The buttons of all results side by side, newest first; those that do not fit are in a menu behind them.
class ResultTabs : public QWidget {
    Q_OBJECT

public:
    explicit ResultTabs(QWidget* parent = nullptr);

    void setTabs(std::vector<ResultTab> tabs, const QString& current);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id);
    void closed(const QString& id);
    void pinToggled(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ResultTabButton* addButton();
    void place();
    void showOverflow();

    std::vector<ResultTab> m_tabs;
    std::vector<ResultTabButton*> m_buttons;
    QString m_current;
    QToolButton* m_more = nullptr;
};

} // namespace millrace
