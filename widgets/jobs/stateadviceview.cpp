// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/stateadviceview.h"

#include "models/plandiffmodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"
#include "widgets/panels/paneltable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StateAdviceView)
};

constexpr int s_shownRows = 7;
constexpr int s_namedOperators = 2;

/// The operators whose state does not fit in this way, by name: "Join", "Join and Rank", "Join and 3 more".
QString named(const PlanDiff& diff, StateFit fit)
{
    QStringList names;
    for (const PlanNodeDiff& node : diff.nodes) {
        if (node.fit == fit) {
            names << node.title.section(u'(', 0, 0);
        }
    }
    if (names.size() > s_namedOperators) {
        return Texts::tr("%1 and %n more", nullptr, int(names.size()) - 1).arg(names.front());
    }
    return names.size() == s_namedOperators ? Texts::tr("%1 and %2").arg(names.front(), names.back())
                                            : names.join(QString());
}

} // namespace

Token inkOfFit(StateFit fit)
{
    switch (fit) {
    case StateFit::Compatible:
        return Token::Ok;
    case StateFit::Partly:
    case StateFit::Unknown:
        return Token::Warn;
    case StateFit::Incompatible:
        return Token::Error;
    case StateFit::Stateless:
        break;
    }
    return Token::TextDim;
}

AdviceText adviceText(const PlanDiff& diff)
{
    const auto count = [&diff](StateFit fit) { return int(std::ranges::count(diff.nodes, fit, &PlanNodeDiff::fit)); };
    const int kept = count(StateFit::Compatible);
    const int partly = count(StateFit::Partly);
    const int unknown = count(StateFit::Unknown);
    const int lost = count(StateFit::Incompatible);
    const int all = kept + partly + unknown + lost;
    AdviceText text;
    if (lost > 0) {
        const QString names = named(diff, StateFit::Incompatible);
        text.fit = kept + partly > 0 ? StateFit::Partly : StateFit::Incompatible;
        text.lead = kept + partly > 0 ? Texts::tr("Partly compatible:") : Texts::tr("Incompatible:");
        text.sentence = Texts::tr("%1 of %2 operators find their state; that of %3 would be lost.")
                            .arg(QString::number(all - lost - unknown), QString::number(all), names);
        text.consequence =
            Texts::tr("Flink refuses to start rather than drop the state of %1, unless that is allowed.").arg(names);
    } else if (unknown > 0) {
        text.fit = StateFit::Unknown;
        text.lead = Texts::tr("Unknown:");
        text.sentence = Texts::tr("%1 of %2 operators find their state; the plans do not tell for %3.")
                            .arg(QString::number(all - unknown), QString::number(all), named(diff, StateFit::Unknown));
    } else if (partly > 0) {
        text.fit = StateFit::Partly;
        text.lead = Texts::tr("Partly compatible:");
        text.sentence = Texts::tr("%1 of %2 operators find all of their state; %3 begins empty or with what the old "
                                  "SQL left.")
                            .arg(QString::number(kept), QString::number(all), named(diff, StateFit::Partly));
    } else {
        text.lead = Texts::tr("Compatible:");
        text.sentence = all == 0 ? Texts::tr("no operator keeps state.")
            : all == 1           ? Texts::tr("the one operator that keeps state finds it.")
                                 : Texts::tr("all %1 operators that keep state find it.").arg(all);
    }
    return text;
}

StateAdviceView::StateAdviceView(QWidget* parent)
    : QWidget(parent), m_model(new PlanDiffModel(this)), m_banner(new QWidget), m_glyph(new StatusGlyphLabel),
      m_sentence(new TextLabel(TextRole::Body, Token::Text)),
      m_remark(new TextLabel(TextRole::Caption, Token::TextDim)),
      m_table(new PanelTable(u"stateAdvice"_s, tr("What becomes of the state"))),
      m_consequence(new TextLabel(TextRole::Caption, Token::TextDim))
{
    setObjectName(u"stateAdviceView"_s);
    m_model->setOnlyState(true);
    m_sentence->setObjectName(u"restartVerdict"_s);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_remark->setWordWrap(true);
    auto* show = new ActionButton(tr("Show both plans"));
    show->setObjectName(u"restartPlans"_s);
    setButtonKind(show, ButtonKind::Link);
    m_show = show;
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_remark);
    auto* line = new QHBoxLayout(m_banner);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(10);
    line->addWidget(m_glyph);
    line->addLayout(texts, 1);
    line->addWidget(show);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PanelDelegate(
        [this](const QModelIndex& index) {
            PanelCellStyle style;
            if (index.column() == PlanDiffModel::State) {
                style.ink = inkOfFit(m_model->node(index.row()).fit);
            } else if (index.column() == PlanDiffModel::Key) {
                style.role = TextRole::MonoSmall;
            }
            return style;
        },
        this));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PlanDiffModel::Change, 76);
    m_table->setColumnWidth(PlanDiffModel::Operator, 190);
    m_table->setColumnWidth(PlanDiffModel::Key, 100);
    m_table->setColumnWidth(PlanDiffModel::State, 100);
    m_consequence->setWordWrap(true);
    m_consequence->setContentsMargins(12, 6, 12, 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_table);
    layout->addWidget(m_consequence);
    connect(show, &QAbstractButton::clicked, this, &StateAdviceView::plansRequested);
    setPlain({});
}

void StateAdviceView::showBanner(Tone tone, const QString& lead, const QString& sentence, const QString& remark)
{
    m_tone = tone;
    m_sentence->setText(lead.isEmpty() ? sentence.toHtmlEscaped()
                                       : u"<b>%1</b> %2"_s.arg(lead.toHtmlEscaped(), sentence.toHtmlEscaped()));
    m_sentence->setColor(tone == Tone::Plain ? Token::TextDim : Token::Text);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_glyph->setVisible(tone != Tone::Plain);
    m_glyph->setGlyph(tone == Tone::Ok ? StatusGlyph::Done
            : tone == Tone::Error      ? StatusGlyph::Error
                                       : StatusGlyph::Warning);
    update();
}

void StateAdviceView::setBusy(const QString& what)
{
    showBanner(Tone::Plain, {}, what, tr("Restarting does not wait for this."));
    m_glyph->setVisible(true);
    m_glyph->setGlyph(StatusGlyph::Running);
    m_model->setDiff({});
    m_show->hide();
    fitTable();
}

void StateAdviceView::setDiff(const PlanDiff& diff)
{
    const AdviceText text = adviceText(diff);
    const Tone tone = text.fit == StateFit::Incompatible ? Tone::Error
        : text.fit > StateFit::Compatible                ? Tone::Warn
                                                         : Tone::Ok;
    showBanner(
        tone, text.lead, text.sentence, tr("Advice from comparing plans and keys; Flink decides when the job starts."));
    m_consequence->setText(text.consequence);
    m_model->setDiff(diff);
    m_show->show();
    fitTable();
}

void StateAdviceView::setUnknown(const QString& why)
{
    showBanner(Tone::Warn, tr("Unknown:"), why, tr("Flink decides when the job starts."));
    m_model->setDiff({});
    m_show->hide();
    fitTable();
}

void StateAdviceView::setPlain(const QString& sentence)
{
    showBanner(Tone::Plain, {}, sentence, {});
    m_model->setDiff({});
    m_show->hide();
    fitTable();
}

void StateAdviceView::fitTable()
{
    const int rows = m_model->rowCount();
    m_table->setVisible(rows > 0);
    m_table->setFixedHeight(
        m_table->horizontalHeader()->sizeHint().height() + 2 + std::min(rows, s_shownRows) * measure::tableRow);
    m_consequence->setVisible(rows > 0 && !m_consequence->text().isEmpty());
}

void StateAdviceView::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    const Token ground = m_tone == Tone::Ok ? Token::OkBg
        : m_tone == Tone::Warn              ? Token::WarnBg
        : m_tone == Tone::Error             ? Token::ErrorBg
                                            : Token::SurfaceChrome;
    painter.fillRect(m_banner->geometry(), theme.color(ground));
    painter.fillRect(QRect(0, m_banner->geometry().bottom(), width(), 1), theme.color(Token::Line));
}

} // namespace millrace
