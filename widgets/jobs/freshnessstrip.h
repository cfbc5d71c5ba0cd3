// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtable.h"

#include <QWidget>

namespace millrace {

/// One line below the filters: how old the answer of each connection is, what its error was and when it is tried again;
/// at the right how many jobs are shown. Connections that fit no more are in the tooltip of the last word.
class FreshnessStrip : public QWidget {
    Q_OBJECT

public:
    explicit FreshnessStrip(QWidget* parent = nullptr);

    void setSources(const std::vector<const JobSource*>& sources, const QDateTime& now);
    void setCount(int shown, int all);

    [[nodiscard]] QSize sizeHint() const override;

    /// What is said of a connection: "2 s ago", "4 min ago: HTTP 429, next try in 40 s".
    static QString freshnessText(const JobSource& source, const QDateTime& now);

Q_SIGNALS:
    /// A connection was clicked: it is to be asked at once.
    void refreshRequested(const QString& connectionId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Item {
        QString id;
        QString name;
        QString text;
        QString toolTip;
        Environment environment = Environment::Development;
        bool isWarning = false;
        int left = 0;
        int right = 0;
    };

    void layOut();
    [[nodiscard]] const Item* itemAt(int x) const;

    std::vector<Item> m_items;
    QString m_count;
    int m_shownItems = 0;
    int m_hovered = -1;
};

} // namespace millrace
