// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/checkpointstab.h"

#include "models/humantext.h"
#include "models/jobtabletext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/statusglyph.h"
#include "widgets/jobdetail/jobcelldelegate.h"
#include "widgets/jobdetail/timechart.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int topHeight = 148;

PanelCellStyle styleOf(const QModelIndex& index)
{
    const auto state = static_cast<Checkpoint::State>(index.data(CheckpointModel::StateRole).toInt());
    switch (index.column()) {
    case CheckpointModel::State:
        return {.ink = state == Checkpoint::State::Failed ? std::optional(Token::Error) : std::nullopt};
    case CheckpointModel::Failure:
        return {.ink = Token::Error};
    default:
        return {.role = TextRole::MonoSmall};
    }
}

/// The history's cells, with a glyph before the state's word.
class CheckpointDelegate : public PanelDelegate {
public:
    explicit CheckpointDelegate(QObject* parent) : PanelDelegate(styleOf, parent) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        PanelDelegate::paint(painter, option, index);
        if (index.column() != CheckpointModel::Id) {
            return;
        }
        const QRect state = option.rect;
        StatusGlyph glyph = StatusGlyph::Queued;
        switch (static_cast<Checkpoint::State>(index.data(CheckpointModel::StateRole).toInt())) {
        case Checkpoint::State::Completed:
            glyph = StatusGlyph::Done;
            break;
        case Checkpoint::State::Failed:
            glyph = StatusGlyph::Failed;
            break;
        case Checkpoint::State::InProgress:
            break;
        }
        // At the right end of the id, so that it stands right before the word.
        paintStatusGlyph(*painter, QRectF(state.right() - 16, state.center().y() - 7.5, 16, 16), glyph);
    }
};

QString countOf(const std::optional<int>& count)
{
    return count ? countText(*count) : dashText();
}

qint64 millisecondsIn(const QString& value)
{
    bool isNumber = false;
    const qint64 plain = value.toLongLong(&isNumber);
    return isNumber ? plain : -1;
}

QString intervalOf(const CheckpointOverview& overview)
{
    return valueNamed(overview.configuration,
        {u"interval"_s, u"Interval"_s, u"Checkpoint interval"_s, u"Checkpoint Interval"_s,
            u"execution.checkpointing.interval"_s});
}

QString modeOf(const CheckpointOverview& overview)
{
    return valueNamed(overview.configuration, {u"mode"_s, u"Checkpointing mode"_s, u"execution.checkpointing.mode"_s});
}

} // namespace

std::optional<QDateTime> nextCheckpointDue(const CheckpointOverview& overview)
{
    const qint64 interval = millisecondsIn(intervalOf(overview));
    if (interval <= 0) {
        return std::nullopt;
    }
    for (const Checkpoint& checkpoint : overview.history) {
        if (!checkpoint.isSavepoint && checkpoint.triggeredAt.isValid()) {
            return checkpoint.triggeredAt.addMSecs(interval);
        }
    }
    return std::nullopt;
}

CheckpointsTab::CheckpointsTab(QWidget* parent)
    : JobTabPage(
        tr("No checkpoints yet. A job that is started with a checkpoint interval takes them by itself."), parent),
      m_model(new CheckpointModel(this)), m_taskModel(new CheckpointTaskModel(this)),
      m_durations(new TimeChart(tr("Duration"))), m_sizes(new TimeChart(tr("Size")))
{
    setObjectName(u"checkpointsTab"_s);
    m_durations->setObjectName(u"checkpointDurations"_s);
    m_sizes->setObjectName(u"checkpointSizes"_s);
    m_table = makeJobTable(u"checkpoints"_s, tr("Checkpoints"), m_model,
        {{CheckpointModel::Id, 70}, {CheckpointModel::State, 190}, {CheckpointModel::Triggered, 110},
            {CheckpointModel::Duration, 90}, {CheckpointModel::FullSize, 96}, {CheckpointModel::Incremental, 96},
            {CheckpointModel::Alignment, 90}, {CheckpointModel::InFlight, 84}, {CheckpointModel::Acks, 76}},
        CheckpointModel::Failure);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new CheckpointDelegate(this));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* top = new QWidget;
    top->setFixedHeight(topHeight);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(measure::panelPadding, 8, measure::panelPadding, 4);
    row->setSpacing(24);
    row->addWidget(makeFacts());
    row->addWidget(m_durations, 1);
    row->addWidget(m_sizes, 1);
    auto* rows = new QSplitter(Qt::Horizontal);
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_table);
    rows->addWidget(makeDetail());
    rows->setStretchFactor(0, 1);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(top);
    layout->addWidget(new Separator(Qt::Horizontal));
    layout->addWidget(rows, 1);
    setContent(content);
    connect(m_table, &PanelTable::currentRowChanged, this, &CheckpointsTab::showChosen);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CheckpointsTab::showMenu);
    connect(m_durations, &TimeChart::barClicked, this, [this](qint64 id) {
        if (const int at = m_model->rowOf(id); at >= 0) {
            m_table->setCurrentIndex(m_model->index(at, 0));
            m_table->setFocus(Qt::MouseFocusReason);
        }
    });
}

void CheckpointsTab::addFact(QGridLayout* grid, TextLabel*& value, const QString& name, const QString& objectName)
{
    value = new TextLabel(TextRole::MonoSmall, Token::Text);
    value->setObjectName(objectName);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = grid->rowCount();
    grid->addWidget(new TextLabel(name, TextRole::Body, Token::TextDim), row, 0);
    grid->addWidget(value, row, 1);
}

QWidget* CheckpointsTab::makeFacts()
{
    auto* facts = new QWidget;
    facts->setFixedWidth(340);
    auto* grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    addFact(grid, m_completed, tr("Completed"), u"completedCount"_s);
    addFact(grid, m_failed, tr("Failed"), u"failedCount"_s);
    addFact(grid, m_inProgress, tr("In progress"), u"inProgressCount"_s);
    addFact(grid, m_restored, tr("Restored from"), u"restoredFrom"_s);
    addFact(grid, m_interval, tr("Interval"), u"checkpointInterval"_s);
    addFact(grid, m_next, tr("Next due"), u"nextDue"_s);
    grid->setRowStretch(grid->rowCount(), 1);
    return facts;
}

QWidget* CheckpointsTab::makeDetail()
{
    m_detail = new QWidget;
    m_detail->setObjectName(u"checkpointDetail"_s);
    m_detailTitle = new TextLabel(TextRole::Section, Token::Text);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close"), this);
    m_failure = new QPlainTextEdit;
    m_failure->setObjectName(u"checkpointFailure"_s);
    m_failure->setReadOnly(true);
    m_failure->setFrameShape(QFrame::NoFrame);
    m_failure->setMaximumHeight(110);
    m_failure->setAccessibleName(tr("Why it failed"));
    m_taskTable = makeJobTable(u"checkpointTasks"_s, tr("How each vertex took part"), m_taskModel,
        {{CheckpointTaskModel::Acks, 60}, {CheckpointTaskModel::LastAck, 80}, {CheckpointTaskModel::Duration, 72},
            {CheckpointTaskModel::Size, 76}, {CheckpointTaskModel::Alignment, 78}, {CheckpointTaskModel::Sync, 64},
            {CheckpointTaskModel::Async, 64}},
        CheckpointTaskModel::Vertex);
    m_taskTable->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            return PanelCellStyle{
                .role = index.column() == CheckpointTaskModel::Vertex ? TextRole::Body : TextRole::MonoSmall};
        },
        this));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::panelPadding, 4, 4, 4);
    head->addWidget(m_detailTitle, 1);
    head->addWidget(close);
    auto* layout = new QVBoxLayout(m_detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_failure);
    layout->addWidget(m_taskTable, 1);
    m_detail->setMinimumWidth(440);
    m_detail->hide();
    connect(close, &QAbstractButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_detail->hide();
    });
    return m_detail;
}

void CheckpointsTab::setOverview(const CheckpointOverview& overview)
{
    m_overview = overview;
    clearError();
    m_model->setHistory(overview.history);
    refreshFacts();
    refreshCharts();
    setHasContent(!overview.history.empty() || overview.completed || overview.failed);
    if (chosenCheckpoint()) {
        showChosen();
    }
}

void CheckpointsTab::setVertexTitles(const QHash<QString, QString>& titles)
{
    m_titles = titles;
}

void CheckpointsTab::setTasks(qint64 checkpointId, const std::vector<CheckpointTask>& tasks)
{
    m_tasks.insert(checkpointId, tasks);
    m_model->setParts(checkpointId, partsOf(tasks));
    refreshCharts();
    if (chosenCheckpoint() == checkpointId) {
        showChosen();
    }
}

void CheckpointsTab::setTasksError(qint64 checkpointId, const Error& error)
{
    m_refused.insert(checkpointId);
    m_model->setParts(checkpointId, {});
    if (chosenCheckpoint() == checkpointId) {
        const int at = m_model->rowOf(checkpointId);
        const QString why = at >= 0 ? m_model->row(at).checkpoint.failure : QString();
        m_failure->setPlainText(why.isEmpty() ? error.message : QString(why + u"\n\n"_s + error.message));
        m_failure->show();
    }
}

void CheckpointsTab::clear()
{
    m_overview = {};
    m_tasks.clear();
    m_refused.clear();
    m_model->clear();
    m_taskModel->setTasks({});
    m_detail->hide();
    refreshFacts();
    refreshCharts();
    setHasContent(false);
}

std::optional<qint64> CheckpointsTab::chosenCheckpoint() const
{
    const QModelIndexList chosen = m_table->chosenRows();
    return chosen.isEmpty() ? std::nullopt : std::optional(chosen.front().data(CheckpointModel::IdRole).toLongLong());
}

std::optional<qint64> CheckpointsTab::wantedTasks() const
{
    const auto chosen = chosenCheckpoint();
    if (chosen && !m_refused.contains(*chosen)) {
        const int at = m_model->rowOf(*chosen);
        const bool moves = at >= 0 && m_model->row(at).checkpoint.state == Checkpoint::State::InProgress;
        if (moves || !m_tasks.contains(*chosen)) {
            return chosen;
        }
    }
    return m_model->nextWithoutParts(static_cast<int>(charted));
}

void CheckpointsTab::refreshFacts()
{
    m_completed->setText(countOf(m_overview.completed));
    QString failed = countOf(m_overview.failed);
    for (const Checkpoint& checkpoint : m_overview.history) {
        if (checkpoint.state == Checkpoint::State::Failed && checkpoint.triggeredAt.isValid()) {
            failed += u" · "_s + tr("last %1").arg(momentText(checkpoint.triggeredAt, QDateTime::currentDateTimeUtc()));
            break;
        }
    }
    m_failed->setText(failed);
    m_failed->setColor(m_overview.failed.value_or(0) > 0 ? Token::Error : Token::Text);
    m_inProgress->setText(countOf(m_overview.inProgress));
    QString restored = dashText();
    if (const auto& from = m_overview.restoredFrom) {
        restored = oneLine(checkpointName(*from), 20);
        if (from->triggeredAt.isValid()) {
            restored += u" · "_s + momentText(from->triggeredAt, QDateTime::currentDateTimeUtc());
        }
        m_restored->setToolTip(from->location);
    }
    m_restored->setText(restored);
    const QString interval = intervalOf(m_overview);
    const qint64 milliseconds = millisecondsIn(interval);
    QStringList parts{milliseconds > 0 ? durationText(milliseconds) : interval.isEmpty() ? dashText() : interval};
    if (const QString mode = modeOf(m_overview); !mode.isEmpty()) {
        parts.append(mode.toLower().replace(u'_', u' '));
    }
    m_interval->setText(parts.join(u", "_s));
    const auto due = nextCheckpointDue(m_overview);
    const qint64 left = due ? QDateTime::currentDateTimeUtc().msecsTo(*due) : -1;
    m_next->setText(!due ? dashText() : left > 0 ? tr("in %1").arg(shortAgeText(left)) : tr("now"));
}

void CheckpointsTab::refreshCharts()
{
    m_durations->setData(durationChart(m_model->rows(), charted));
    m_sizes->setData(sizeChart(m_model->rows(), charted));
}

void CheckpointsTab::showChosen()
{
    const auto id = chosenCheckpoint();
    const int at = id ? m_model->rowOf(*id) : -1;
    m_detail->setVisible(at >= 0);
    if (at < 0) {
        return;
    }
    const Checkpoint& checkpoint = m_model->row(at).checkpoint;
    m_detailTitle->setText(
        checkpoint.isSavepoint ? tr("Savepoint %1").arg(checkpoint.id) : tr("Checkpoint %1").arg(checkpoint.id));
    if (!m_refused.contains(*id)) {
        m_failure->setPlainText(checkpoint.failure);
        m_failure->setVisible(!checkpoint.failure.isEmpty());
    }
    std::vector<CheckpointTaskRow> rows;
    const auto tasks = m_tasks.value(*id);
    rows.reserve(tasks.size());
    for (const CheckpointTask& task : tasks) {
        rows.push_back({.task = task, .title = m_titles.value(task.vertexId)});
    }
    m_taskModel->setTasks(std::move(rows));
    if (!m_tasks.contains(*id)) {
        Q_EMIT checkpointChosen(*id);
    }
}

void CheckpointsTab::showMenu(const QPoint& place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid()) {
        return;
    }
    const QString location = m_model->row(index.row()).checkpoint.location;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* restart =
        menu->addAction(tr("Restart from here…"), this, [this, location] { Q_EMIT restartRequested(location); });
    QAction* copy = menu->addAction(themedIcon(this, "edit-copy"_L1), tr("Copy Location"), this,
        [location] { QGuiApplication::clipboard()->setText(location); });
    restart->setEnabled(!location.isEmpty());
    copy->setEnabled(!location.isEmpty());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

} // namespace millrace
