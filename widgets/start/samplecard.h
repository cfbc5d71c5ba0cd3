// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/start/startpage.h"

class QPushButton;
class QToolButton;

namespace millrace {

class CodePreview;
class TextLabel;

/// The samples, one at a time, with what can be done with the one shown.
class SampleCard : public QWidget {
    Q_OBJECT

public:
    explicit SampleCard(QWidget* parent = nullptr);

    void setSamples(std::vector<SampleScript> samples);
    [[nodiscard]] const SampleScript& current() const;
    /// The main button starts Flink first, or only runs.
    void setFlinkState(LocalFlinkStatus::State state);
    void retranslate();

Q_SIGNALS:
    void runRequested(const millrace::SampleScript& sample);
    void openRequested(const millrace::SampleScript& sample);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeFoot();
    void show(int index);

    std::vector<SampleScript> m_samples;
    int m_index = 0;
    LocalFlinkStatus::State m_flink = LocalFlinkStatus::State::Stopped;

    TextLabel* m_title = nullptr;
    TextLabel* m_count = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QWidget* m_frame = nullptr;
    CodePreview* m_code = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_open = nullptr;
    TextLabel* m_remark = nullptr;
};

} // namespace millrace
