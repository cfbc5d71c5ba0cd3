// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobactionsheet.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"
#include "widgets/panels/paneltable.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTableWidget>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_mostRows = 8;

/// Cells begin where the heads' texts do.
class PaddedDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem padded(option);
        padded.rect.adjust(5, 0, -5, 0);
        QStyledItemDelegate::paint(painter, padded, index);
    }
};

StatusGlyph glyphOf(JobActionSheet::Outcome outcome)
{
    switch (outcome) {
    case JobActionSheet::Outcome::Waiting:
        return StatusGlyph::Queued;
    case JobActionSheet::Outcome::Running:
        return StatusGlyph::Running;
    case JobActionSheet::Outcome::Done:
        return StatusGlyph::Done;
    case JobActionSheet::Outcome::Failed:
        return StatusGlyph::Failed;
    case JobActionSheet::Outcome::Cancelled:
        return StatusGlyph::Cancelled;
    }
    return StatusGlyph::NotRun;
}

bool isOver(JobActionSheet::Outcome outcome)
{
    return outcome != JobActionSheet::Outcome::Waiting && outcome != JobActionSheet::Outcome::Running;
}

} // namespace

JobActionSheet::JobActionSheet(JobSheetKind kind, std::vector<JobSheetItem> items, QWidget* host)
    : Sheet(host), m_kind(kind), m_items(std::move(items)), m_outcomes(m_items.size(), Outcome::Waiting)
{
    setObjectName(u"jobActionSheet"_s);
    const bool isOne = m_items.size() == 1;
    setTitle(title(), isOne ? m_items.front().connection : QString());
    const auto worst = std::ranges::max_element(m_items, {}, &JobSheetItem::environment);
    if (worst != m_items.end()) {
        setEnvironment(worst->environment);
    }
    buildList();
    buildChoices();
    buildFoot();
    const int rows = std::min<int>(s_mostRows, static_cast<int>(m_items.size()));
    setFrameSize({720, 250 + rows * measure::tableRow + (m_kind == JobSheetKind::Dispose ? 0 : 130)});
    refresh();
    m_go->setFocus();
}

QString JobActionSheet::title() const
{
    const QString one = m_items.size() == 1 ? m_items.front().name : QString();
    const int count = static_cast<int>(m_items.size());
    switch (m_kind) {
    case JobSheetKind::Savepoint:
        return one.isEmpty() ? tr("Savepoints of %n jobs", nullptr, count) : tr("Savepoint of %1").arg(one);
    case JobSheetKind::Stop:
        return one.isEmpty() ? tr("Stop %n jobs", nullptr, count) : tr("Stop %1").arg(one);
    case JobSheetKind::Dispose:
        return one.isEmpty() ? tr("Dispose of %n savepoints", nullptr, count) : tr("Dispose of a savepoint");
    }
    return {};
}

void JobActionSheet::buildList()
{
    m_list = new QTableWidget(static_cast<int>(m_items.size()), 3);
    m_list->setObjectName(u"sheetList"_s);
    m_list->setAccessibleName(tr("What it is done to"));
    m_list->setHorizontalHeaderLabels({tr("Name"), tr("Connection"), tr("Outcome")});
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setShowGrid(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(measure::tableRow);
    m_list->setHorizontalHeader(new PanelHeaderView);
    m_list->setTextElideMode(Qt::ElideMiddle); // of paths
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setItemDelegate(new PaddedDelegate(m_list));
    QHeaderView* header = m_list->horizontalHeader();
    header->resizeSection(0, 220);
    header->resizeSection(1, 150);
    header->setStretchLastSection(true);
    for (int row = 0; row < static_cast<int>(m_items.size()); ++row) {
        const JobSheetItem& item = m_items[static_cast<std::size_t>(row)];
        m_list->setItem(row, 0, new QTableWidgetItem(item.name));
        m_list->setItem(row, 1, new QTableWidgetItem(environmentIcon(item.environment), item.connection));
        auto* outcome = new QTableWidgetItem(item.refusal);
        outcome->setToolTip(item.refusal);
        if (!item.refusal.isEmpty()) {
            outcome->setIcon(statusIcon(StatusGlyph::Warning));
        }
        m_list->setItem(row, 2, outcome);
    }
    body()->addWidget(m_list, 1);
}

void JobActionSheet::buildChoices()
{
    m_choices = new QWidget;
    auto* form = new QFormLayout(m_choices);
    form->setContentsMargins(16, 12, 16, 12);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(12);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_way = new SegmentedControl;
    m_way->setObjectName(u"stopWay"_s);
    m_way->setAccessibleName(tr("How to stop"));
    m_way->setSegments(
        {{.id = u"savepoint"_s, .text = tr("With a savepoint")}, {.id = u"cancel"_s, .text = tr("Without, at once")}});
    m_target = new QLineEdit;
    m_target->setObjectName(u"savepointTarget"_s);
    m_target->setPlaceholderText(tr("The cluster's own folder"));
    m_target->setAccessibleName(tr("Folder of the savepoint"));
    m_format = new SegmentedControl;
    m_format->setObjectName(u"savepointFormat"_s);
    m_format->setAccessibleName(tr("Format of the savepoint"));
    m_format->setSegments({{.id = u"default"_s, .text = tr("As the cluster has it")},
        {.id = u"canonical"_s,
            .text = tr("Canonical"),
            .toolTip = tr("Can be read by other versions and after a change of the state backend.")},
        {.id = u"native"_s, .text = tr("Native"), .toolTip = tr("Faster to take and to restore.")}});
    m_drain = new QCheckBox(tr("Drain: send the last watermark, so that windows and timers fire"));
    m_drain->setObjectName(u"savepointDrain"_s);
    m_drain->setToolTip(tr("For a job that does not come back: what is sent so cannot be taken back."));
    if (m_kind == JobSheetKind::Stop) {
        form->addRow(tr("Stop"), m_way);
    } else {
        m_way->hide();
        m_way->setParent(m_choices);
    }
    form->addRow(tr("Folder"), m_target);
    form->addRow(tr("Format"), m_format);
    form->addRow({}, m_drain);
    m_drain->setVisible(m_kind == JobSheetKind::Stop);
    m_choices->setVisible(m_kind != JobSheetKind::Dispose);
    m_note = new TextLabel(TextRole::Caption, Token::TextDim);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(16, m_kind == JobSheetKind::Dispose ? 12 : 0, 16, 12);
    body()->addWidget(m_choices);
    body()->addWidget(m_note);
    connect(m_way, &SegmentedControl::chosen, this, &JobActionSheet::refresh);
}

void JobActionSheet::buildFoot()
{
    m_typed = new TypedName;
    m_leave = new ActionButton(tr("Cancel"));
    m_leave->setObjectName(u"sheetLeave"_s);
    m_go = new ActionButton(actionText());
    m_go->setObjectName(u"sheetGo"_s);
    setButtonKind(m_go, m_kind == JobSheetKind::Savepoint ? ButtonKind::Primary : ButtonKind::Danger);
    foot()->addWidget(m_typed);
    foot()->addStretch(1);
    foot()->addWidget(m_leave, 0, Qt::AlignBottom);
    foot()->addWidget(m_go, 0, Qt::AlignBottom);
    connect(m_typed, &TypedName::changed, this, &JobActionSheet::refresh);
    connect(m_typed, &TypedName::accepted, this, [this] {
        if (m_go->isEnabled()) {
            start();
        }
    });
    connect(m_leave, &QAbstractButton::clicked, this, &Sheet::closeSheet);
    connect(m_go, &QAbstractButton::clicked, this, &JobActionSheet::start);
}

void JobActionSheet::setLimits(const SavepointLimits& limits, const QString& cancelUnsupported)
{
    m_limits = limits;
    m_cancelUnsupported = cancelUnsupported;
    if (m_kind == JobSheetKind::Stop && !limits.stopUnsupported.isEmpty()) {
        m_way->setCurrent(u"cancel"_s);
    }
    refresh();
}

void JobActionSheet::setTypedName(const QString& prompt, const QString& name)
{
    m_typed->setWanted(prompt, name);
    if (!name.isEmpty()) {
        m_typed->edit()->setFocus();
    }
    refresh();
}

JobSheetChoice JobActionSheet::choice() const
{
    JobSheetChoice choice;
    choice.withSavepoint = m_kind == JobSheetKind::Savepoint || m_way->current() == "savepoint"_L1;
    if (!choice.withSavepoint) {
        return choice;
    }
    choice.target = m_target->isEnabled() ? m_target->text().trimmed() : QString();
    if (m_format->isEnabled()) {
        choice.format = m_format->current() == "canonical"_L1 ? SavepointFormat::Canonical
            : m_format->current() == "native"_L1              ? SavepointFormat::Native
                                                              : SavepointFormat::Default;
    }
    choice.drain = m_kind == JobSheetKind::Stop && m_drain->isEnabled() && m_drain->isChecked();
    return choice;
}

std::vector<int> JobActionSheet::allowed() const
{
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        if (m_items[static_cast<std::size_t>(i)].refusal.isEmpty()) {
            found.push_back(i);
        }
    }
    return found;
}

QString JobActionSheet::actionText() const
{
    const int count = static_cast<int>(allowed().size());
    switch (m_kind) {
    case JobSheetKind::Savepoint:
        return tr("Take %n savepoint(s)", nullptr, count);
    case JobSheetKind::Stop:
        return tr("Stop %n job(s)", nullptr, count);
    case JobSheetKind::Dispose:
        return tr("Dispose of %n savepoint(s)", nullptr, count);
    }
    return {};
}

QString JobActionSheet::explanation() const
{
    switch (m_kind) {
    case JobSheetKind::Savepoint:
        return m_limits.takeUnsupported.isEmpty() ? tr("The jobs go on meanwhile.") : m_limits.takeUnsupported;
    case JobSheetKind::Stop:
        if (m_way->current() == "savepoint"_L1) {
            return m_limits.stopUnsupported.isEmpty()
                ? tr("A job whose savepoint fails runs on. The savepoint goes into the ledger.")
                : m_limits.stopUnsupported;
        }
        return m_cancelUnsupported.isEmpty() ? tr("What came since the last checkpoint is not in any savepoint.")
                                             : m_cancelUnsupported;
    case JobSheetKind::Dispose:
        return tr("The files are deleted on the cluster. No job can start from them any more.");
    }
    return {};
}

void JobActionSheet::refresh()
{
    const bool withSavepoint = m_kind == JobSheetKind::Savepoint || m_way->current() == "savepoint"_L1;
    const auto limit = [&](QWidget* widget, const QString& reason) {
        widget->setEnabled(!m_started && withSavepoint && reason.isEmpty());
        if (!reason.isEmpty()) {
            widget->setToolTip(reason);
        }
    };
    limit(m_target, m_limits.targetUnsupported);
    limit(m_format, m_limits.formatUnsupported);
    limit(m_drain, m_limits.drainUnsupported);
    m_way->setEnabled(!m_started);
    // What was chosen is no choice any more: the outcomes get its room.
    m_choices->setVisible(!m_started && m_kind != JobSheetKind::Dispose);
    m_note->setText(explanation());
    const QString refusal = m_kind == JobSheetKind::Savepoint ? m_limits.takeUnsupported
        : m_kind == JobSheetKind::Dispose                     ? m_limits.disposeUnsupported
        : withSavepoint                                       ? m_limits.stopUnsupported
                                                              : m_cancelUnsupported;
    m_note->setColor(refusal.isEmpty() ? Token::TextDim : Token::Warn);
    m_go->setText(actionText());
    m_go->setEnabled(!m_started && refusal.isEmpty() && !allowed().empty() && m_typed->fits());
    m_go->setVisible(!m_started);
    const bool over =
        std::ranges::all_of(allowed(), [this](int item) { return isOver(m_outcomes[static_cast<std::size_t>(item)]); });
    m_leave->setText(!m_started ? tr("Cancel") : over ? tr("Close") : tr("Go on in the background"));
}

void JobActionSheet::start()
{
    // Before the fields are disabled, which counts as not chosen.
    const JobSheetChoice chosen = choice();
    m_started = true;
    m_typed->hide();
    for (const int item : allowed()) {
        setOutcome(item, Outcome::Waiting, tr("waiting"));
    }
    m_leave->setFocus();
    Q_EMIT accepted(chosen);
}

void JobActionSheet::setOutcome(int item, Outcome outcome, const QString& text)
{
    m_outcomes[static_cast<std::size_t>(item)] = outcome;
    QTableWidgetItem* cell = m_list->item(item, 2);
    cell->setText(text);
    cell->setToolTip(text);
    cell->setIcon(statusIcon(glyphOf(outcome)));
    // A path is cut in its middle; a reason is read in whole, and its row begins with the name.
    m_list->setWordWrap(m_list->wordWrap() || outcome == Outcome::Failed);
    if (outcome == Outcome::Failed) {
        for (int column = 0; column < m_list->columnCount(); ++column) {
            m_list->item(item, column)->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
        }
        m_list->resizeRowToContents(item);
    }
    refresh();
}

} // namespace millrace
