// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace millrace {

/// A word at the foot of the first page that can be pressed. A checked one is what is on now.
class StartLink : public QAbstractButton {
    Q_OBJECT

public:
    explicit StartLink(const QString& objectName, QWidget* parent);

    /// Keys behind the text.
    void setKeys(const QString& keys);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_keys;
};

} // namespace millrace
