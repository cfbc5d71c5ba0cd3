// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"

#include <QAbstractButton>

#include <optional>

namespace millrace {

/// One of the big rows of the first page: icon, what it does, a line on how, keys at the right.
class StartAction : public QAbstractButton {
    Q_OBJECT

public:
    StartAction(QLatin1StringView icon, QWidget* parent);

    void setTexts(const QString& title, const QString& detail);
    void setKeys(const QString& keys);
    /// A word with its glyph before the keys: "Java 17.0.15". Empty: none.
    void setRemark(const QString& remark, Token ink);
    /// A line along the lower edge; nothing: none. A negative one is under way without a known end.
    void setProgress(std::optional<double> progress);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintRight(QPainter& painter, QRect rest) const;
    void paintProgress(QPainter& painter) const;

    QLatin1StringView m_icon;
    QString m_detail;
    QString m_keys;
    QString m_remark;
    Token m_remarkInk = Token::Ok;
    std::optional<double> m_progress;
};

} // namespace millrace
