// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QWidget>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace millrace {

class ActivityButton;

/// The narrow bar at the window's left edge: one icon per side panel or page. At most one is current; a click on the
/// current one clears it (the panel folds).
class ActivityBar : public QWidget {
    Q_OBJECT

public:
    enum class Place { Top, Bottom };

    explicit ActivityBar(QWidget* parent = nullptr);

    /// id is stable ("catalog"), icon a name for themedIcon(), text the tooltip and accessible name. A button at the
    /// bottom only triggers and never becomes current.
    void add(const QString& id, QLatin1StringView icon, const QString& text, Place place = Place::Top);
    void setText(const QString& id, const QString& text);
    /// Red count at the icon; 0 hides it, more than 99 is "99+".
    void setBadge(const QString& id, int count);
    /// Empty: none.
    void setCurrent(const QString& id);

    [[nodiscard]] const QString& current() const { return m_current; }

Q_SIGNALS:
    /// By the user or by setCurrent(); empty when the panel is to fold.
    void currentChanged(const QString& id);
    void triggered(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] ActivityButton* button(const QString& id) const;

    QVBoxLayout* m_top = nullptr;
    QVBoxLayout* m_bottom = nullptr;
    std::vector<ActivityButton*> m_buttons;
    QString m_current;
};

} // namespace millrace
