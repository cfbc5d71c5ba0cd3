// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QSlider;
class QToolButton;

namespace millrace {

class TextLabel;

/// The line below a changelog: a slider through the changes in order of arrival, and what was received and kept.
class ArrivalBar : public QWidget {
    Q_OBJECT

public:
    explicit ArrivalBar(QWidget* parent = nullptr);

    /// received: what the store has; limit: how many are shown, nothing for all as they come.
    void setState(qint64 received, std::optional<qint64> limit);
    /// Rows that are no changes have no past to go back to: then only the remark shows.
    void setSliderShown(bool shown);
    /// The sentence at the right: "48 211 received · all kept · cap 100 000".
    void setRemark(const QString& remark);

Q_SIGNALS:
    /// The user went to this many changes; nothing means the newest and onwards.
    void limitChosen(std::optional<qint64> limit);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(int position);
    void refreshText();

    QToolButton* m_first = nullptr;
    QSlider* m_slider = nullptr;
    TextLabel* m_position = nullptr;
    TextLabel* m_caption = nullptr;
    TextLabel* m_remark = nullptr;
    qint64 m_received = 0;
    std::optional<qint64> m_limit;
};

} // namespace millrace
