// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/vertexpanel.h"

#include "models/jobtabletext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobdetail/jobcelldelegate.h"
#include "widgets/jobdetail/timechart.h"

#include <QGridLayout>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

QString shareOf(const std::optional<double>& share)
{
    return share ? percentText(*share) : dashText();
}

QString perSecond(const std::optional<double>& rate)
{
    //: a rate, such as "17.4 k/s"
    return rate ? VertexPanel::tr("%1/s").arg(rateText(*rate)) : dashText();
}

QString bytesPerSecond(const std::optional<double>& rate)
{
    return rate ? VertexPanel::tr("%1/s").arg(sizeText(static_cast<qint64>(*rate))) : dashText();
}

ChartLine lineOf(const QString& title, Token color, const MetricSeries& series)
{
    return {.title = title, .color = color, .points = series.points()};
}

} // namespace

VertexPanel::VertexPanel(QWidget* parent)
    : QWidget(parent), m_subtasks(new SubtaskModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_chart(new TimeChart(tr("Busy"))), m_subtaskHead(new TextLabel(TextRole::Section, Token::Text)),
      m_messages(new MessageBar), m_title(new ElidedLabel),
      m_description(new TextLabel(TextRole::MonoSmall, Token::TextDim))
{
    setObjectName(u"vertexPanel"_s);
    const std::array<QString, FactCount> names{
        tr("Busy"), tr("Backpressured"), tr("In · out"), tr("Bytes in · out"), tr("Watermark"), tr("Skew")};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < FactCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_facts[at] = new TextLabel(TextRole::MonoSmall, Token::Text);
        m_facts[at]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(new TextLabel(names[at], TextRole::Body, Token::TextDim), i, 0);
        grid->addWidget(m_facts[at], i, 1);
    }
    makeTable();
    m_chart->setObjectName(u"busyChart"_s);
    m_chart->setFixedHeight(104);
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* metrics = new ActionButton(tr("Metrics"));
    auto* flame = new ActionButton(tr("Flame graph"));
    metrics->setObjectName(u"vertexMetrics"_s);
    flame->setObjectName(u"vertexFlameGraph"_s);
    m_metrics = metrics;
    m_flame = flame;
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(flame);
    buttons->addWidget(metrics);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::panelPadding, 4, measure::panelPadding, 8);
    layout->setSpacing(8);
    layout->addLayout(makeHead());
    layout->addLayout(grid);
    layout->addWidget(m_chart);
    layout->addWidget(m_subtaskHead);
    layout->addWidget(m_messages);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_description);
    connect(metrics, &QAbstractButton::clicked, this, [this] { Q_EMIT metricsRequested(m_vertex); });
    connect(flame, &QAbstractButton::clicked, this, [this] { Q_EMIT flameGraphRequested(m_vertex); });
    setVertex({});
}

QLayout* VertexPanel::makeHead()
{
    m_title->setObjectName(u"vertexTitle"_s);
    m_title->setRole(TextRole::Section);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close"), this);
    close->setObjectName(u"closeVertex"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    connect(close, &QAbstractButton::clicked, this, &VertexPanel::closeRequested);
    return head;
}

void VertexPanel::makeTable()
{
    m_sorted->setSourceModel(m_subtasks);
    m_sorted->setSortRole(SubtaskModel::SortRole);
    m_table = makeJobTable(u"subtasks"_s, tr("Subtasks"), m_sorted,
        {{SubtaskModel::Index, 34}, {SubtaskModel::State, 84}, {SubtaskModel::Busy, 104},
            {SubtaskModel::Backpressured, 104}, {SubtaskModel::RecordsIn, 62}, {SubtaskModel::RecordsOut, 62},
            {SubtaskModel::BytesIn, 72}, {SubtaskModel::Watermark, 80}, {SubtaskModel::Attempt, 62},
            {SubtaskModel::Host, 140}},
        -1);
    // In a narrow panel what tells most stands first.
    QHeaderView* header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(SubtaskModel::State), SubtaskModel::ColumnCount - 1);
    header->moveSection(header->visualIndex(SubtaskModel::RecordsIn), 2);
    m_table->setItemDelegate(new JobCellDelegate(
        [](const QModelIndex&) { return PanelCellStyle{.role = TextRole::MonoSmall}; }, SubtaskModel::ShareRole, this));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SubtaskModel::Index, Qt::AscendingOrder);
    m_table->setMinimumHeight(150);
}

void VertexPanel::setLinks(bool metrics, bool flameGraph)
{
    m_metrics->setVisible(metrics);
    m_flame->setVisible(flameGraph);
}

void VertexPanel::setVertex(const QString& id, const QString& title, const QString& description)
{
    m_title->setText(title);
    m_description->setText(description.left(4000));
    m_description->setVisible(!description.isEmpty());
    if (!id.isEmpty() && id == m_vertex) {
        return;
    }
    m_vertex = id;
    m_status = {};
    m_subtasks->setSubtasks({});
    m_messages->clear();
    m_chart->setData({.unit = ChartUnit::Share, .emptyText = tr("Not known yet.")});
    setStatus({});
    refreshHead();
    setVisible(!id.isEmpty());
}

void VertexPanel::setFact(Fact fact, const QString& text, bool worry)
{
    TextLabel* label = m_facts[static_cast<std::size_t>(fact)];
    label->setText(text);
    label->setColor(worry ? Token::Warn : Token::Text);
}

void VertexPanel::setStatus(const VertexStatus& status)
{
    m_status = status;
    setFact(Busy, shareOf(status.busy), status.busy.value_or(0) >= 0.9);
    setFact(Backpressured, shareOf(status.backpressured), status.backpressured.value_or(0) >= 0.5);
    setFact(InOut, perSecond(status.recordsInPerSecond) + u" · "_s + perSecond(status.recordsOutPerSecond), false);
    setFact(BytesInOut, bytesPerSecond(status.bytesInPerSecond) + u" · "_s + bytesPerSecond(status.bytesOutPerSecond),
        false);
    QString watermark = dashText();
    bool late = false;
    if (status.watermark) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const qint64 behind = status.watermark->msecsTo(now);
        late = behind > 60'000;
        watermark = status.watermark->toLocalTime().toString(u"HH:mm:ss"_s);
        if (late) {
            watermark += u" · "_s + tr("%1 late").arg(durationText(behind));
        }
    }
    setFact(Watermark, watermark, late);
    QString skew = dashText();
    if (status.skew) {
        skew = tr("%1 ×").arg(QString::number(*status.skew, 'f', 1));
        if (const int most = mostLoaded(m_subtasks->rows()); most >= 0 && *status.skew >= 1.2) {
            skew += u" · "_s + tr("subtask %1").arg(most);
        }
    }
    setFact(Skew, skew, status.skew.value_or(1) >= 1.5);
}

void VertexPanel::setBusySeries(const MetricSeries& busy, const MetricSeries& backpressured)
{
    ChartData data{.unit = ChartUnit::Share, .emptyText = tr("Not known yet.")};
    data.lines = {lineOf(tr("busy"), Token::Accent, busy), lineOf(tr("waits"), Token::Warn, backpressured)};
    m_chart->setData(std::move(data));
}

void VertexPanel::setSubtasks(const std::vector<SubtaskStatus>& subtasks)
{
    m_messages->clear();
    m_subtasks->setSubtasks(subtasks);
    setStatus(m_status);
    refreshHead();
}

void VertexPanel::setSubtasksError(const Error& error)
{
    m_messages->showMessage(
        {.kind = error.kind == ErrorKind::Unsupported ? MessageBar::Kind::Info : MessageBar::Kind::Error,
            .text = error.message,
            .details = error.detail});
}

void VertexPanel::refreshHead()
{
    const auto& subtasks = m_subtasks->rows();
    const auto busy = std::count_if(
        subtasks.begin(), subtasks.end(), [](const SubtaskStatus& one) { return one.busy.value_or(0) >= 0.99; });
    QString text = subtasks.empty() ? tr("Subtasks") : tr("%n subtasks", nullptr, static_cast<int>(subtasks.size()));
    if (busy > 0) {
        text += u", "_s + tr("%1 of them at 99 % or more").arg(busy);
    }
    m_subtaskHead->setText(text);
}

} // namespace millrace
