// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/plandiff.h"
#include "widgets/common/tokens.h"

#include <QWidget>

class QAbstractButton;

namespace millrace {

class PanelTable;
class PlanDiffModel;
class StatusGlyphLabel;
class TextLabel;

/// What a restart means for the state of a job, in one sentence, and below it operator by operator. Always advice:
/// it decides nothing.
class StateAdviceView : public QWidget {
    Q_OBJECT

public:
    explicit StateAdviceView(QWidget* parent = nullptr);

    /// The plans are on their way; what says what is awaited.
    void setBusy(const QString& what);
    void setDiff(const PlanDiff& diff);
    /// There is no opinion, and why.
    void setUnknown(const QString& why);
    /// No comparison at all: one sentence without a judgement.
    void setPlain(const QString& sentence);

Q_SIGNALS:
    void plansRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Tone { Plain, Ok, Warn, Error };

    void showBanner(Tone tone, const QString& lead, const QString& sentence, const QString& remark);
    void fitTable();

    Tone m_tone = Tone::Plain;
    PlanDiffModel* m_model = nullptr;
    QWidget* m_banner = nullptr;
    StatusGlyphLabel* m_glyph = nullptr;
    TextLabel* m_sentence = nullptr;
    TextLabel* m_remark = nullptr;
    QAbstractButton* m_show = nullptr;
    PanelTable* m_table = nullptr;
    TextLabel* m_consequence = nullptr;
};

/// How an operator's fit is written: green for what is kept, red for what is lost. For every table of a PlanDiffModel.
[[nodiscard]] Token inkOfFit(StateFit fit);

/// The sentence on a comparison, in two parts: "Partly compatible:", "5 of 6 operators keep their state; Join does
/// not."
struct AdviceText {
    StateFit fit = StateFit::Compatible;
    QString lead;
    QString sentence;
    QString consequence; ///< what Flink does without leave to drop state; empty when nothing is lost
};

[[nodiscard]] AdviceText adviceText(const PlanDiff& diff);

} // namespace millrace
