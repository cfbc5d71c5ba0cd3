// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/rebalancespage.h"

#include "logs/logclock.h"
#include "models/humantext.h"
#include "models/rebalancemodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/logs/rebalancechart.h"
#include "widgets/logs/rebalancefindingsview.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QComboBox* makeZoneBox(const QString& objectName, const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(name);
    box->setToolTip(RebalancesPage::tr("%1: UTC, local, +08:00 or Asia/Shanghai").arg(name));
    box->addItems({u"UTC"_s, u"local"_s, u"+08:00"_s, u"Asia/Shanghai"_s});
    box->setFixedWidth(150);
    return box;
}

PanelCellStyle groupStyle(const QModelIndex& index)
{
    return {.role = index.column() == RebalanceGroupModel::Group ? TextRole::Body : TextRole::MonoSmall};
}

std::optional<Token> inkOfOutcome(RebalanceOutcome outcome)
{
    switch (outcome) {
    case RebalanceOutcome::Completed:
        return std::nullopt;
    case RebalanceOutcome::CoordinatorLost:
        return Token::Error;
    case RebalanceOutcome::Open:
    case RebalanceOutcome::StartMissing:
        return Token::TextDim;
    default:
        return Token::Warn;
    }
}

} // namespace

RebalancesPage::RebalancesPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"rebalancesPage"_s);
    setAcceptDrops(true);
    m_messages = new MessageBar;
    m_empty = new EmptyView(
        tr("No broker log is open. Open the server.log files of one or more Kafka brokers, packed or not."));
    m_empty->setAction(tr("Open broker logs"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeBody());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    connectParts();
}

QWidget* RebalancesPage::makeBar()
{
    auto* bar = new PanelBar;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 0, 6, 1);
    layout->setSpacing(6);
    auto* open = makeIconButton("document-open"_L1, tr("Open broker logs"), this);
    open->setObjectName(u"openBrokerLogs"_s);
    m_logZone = makeZoneBox(u"logZone"_s, tr("Zone of the log"));
    m_displayZone = makeZoneBox(u"displayZone"_s, tr("Zone shown"));
    m_state = new ElidedLabel;
    m_state->setObjectName(u"rebalanceState"_s);
    m_state->setRole(TextRole::Caption);
    m_state->setColor(Token::TextDim);
    const auto toggle = [](const QString& text, const QString& name, const QString& objectName) {
        auto* button = new QToolButton;
        button->setObjectName(objectName);
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        return button;
    };
    m_log10 = toggle(tr("Log scale"), tr("Seconds on a logarithmic scale"), u"logScale"_s);
    m_live = toggle(tr("Live"), tr("Go on while the logs grow"), u"liveRebalances"_s);
    m_live->setChecked(true);
    m_save = makeIconButton("document-save-as"_L1, tr("Save the rebalances as CSV or JSON"), this);
    m_save->setObjectName(u"saveRebalances"_s);
    m_save->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_save);
    menu->addAction(tr("Save as CSV…"), this, [this] { Q_EMIT saveRequested(u"csv"_s); });
    menu->addAction(tr("Save as JSON…"), this, [this] { Q_EMIT saveRequested(u"json"_s); });
    m_save->setMenu(menu);
    layout->addWidget(new TextLabel(tr("Kafka rebalances"), TextRole::Section, Token::Text));
    layout->addWidget(open);
    layout->addWidget(m_state, 1);
    layout->addWidget(new TextLabel(tr("Log is in"), TextRole::Caption, Token::TextDim));
    layout->addWidget(m_logZone);
    layout->addWidget(new TextLabel(tr("shown in"), TextRole::Caption, Token::TextDim));
    layout->addWidget(m_displayZone);
    layout->addWidget(m_log10);
    layout->addWidget(m_live);
    layout->addWidget(m_save);
    connect(open, &QToolButton::clicked, this, &RebalancesPage::openRequested);
    connect(m_live, &QToolButton::clicked, this, &RebalancesPage::liveRequested);
    return bar;
}

QWidget* RebalancesPage::makeBody()
{
    m_groupModel = new RebalanceGroupModel(this);
    m_groups = new PanelTable(u"rebalanceGroups"_s, tr("Consumer groups"));
    m_groups->setModel(m_groupModel);
    m_groups->setItemDelegate(new PanelDelegate(groupStyle, this));
    m_groups->setSelectionMode(QAbstractItemView::SingleSelection);
    m_groups->horizontalHeader()->setSectionResizeMode(RebalanceGroupModel::Group, QHeaderView::Stretch);
    for (int column = RebalanceGroupModel::Count; column < RebalanceGroupModel::ColumnCount; ++column) {
        m_groups->horizontalHeader()->resizeSection(column, column == RebalanceGroupModel::Unavailable ? 110 : 86);
    }
    m_findings = new RebalanceFindingsView;
    auto* top = new QSplitter(Qt::Horizontal);
    top->addWidget(m_groups);
    top->addWidget(m_findings);
    top->setStretchFactor(0, 1);
    top->setStretchFactor(1, 1);
    m_chart = new RebalanceChart;
    m_model = new RebalanceModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RebalanceModel::SortRole);
    m_table = new PanelTable(u"rebalanceTable"_s, tr("Rebalances"));
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RebalanceModel::Start, Qt::AscendingOrder);
    m_table->setItemDelegate(new PanelDelegate(
        [this](const QModelIndex& index) {
            PanelCellStyle style{
                .role = index.column() <= RebalanceModel::Members ? TextRole::MonoSmall : TextRole::Body};
            const Rebalance* rebalance = m_model->rebalance(m_sorted->mapToSource(index).row());
            if (rebalance != nullptr && index.column() == RebalanceModel::Outcome) {
                style.ink = inkOfOutcome(rebalance->outcome);
            } else if (rebalance != nullptr && index.column() == RebalanceModel::Reason) {
                style.ink = inkOfReason(rebalance->reason);
            }
            return style;
        },
        this));
    constexpr std::array kWidths{178, 76, 76, 84, 56, 72, 110, 130, 260};
    for (int column = 0; column < int(kWidths.size()); ++column) {
        m_table->horizontalHeader()->resizeSection(column, kWidths[std::size_t(column)]);
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto* rows = new QSplitter(Qt::Vertical);
    rows->addWidget(top);
    rows->addWidget(m_chart);
    rows->addWidget(m_table);
    rows->setSizes({240, 230, 320});
    for (QSplitter* splitter : {top, rows}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    return rows;
}

void RebalancesPage::connectParts()
{
    connect(m_empty, &EmptyView::actionTriggered, this, &RebalancesPage::openRequested);
    connect(m_groups, &PanelTable::currentRowChanged, this, &RebalancesPage::showCurrentGroup);
    connect(m_log10, &QToolButton::toggled, m_chart, &RebalanceChart::setLogarithmic);
    connect(m_chart, &RebalanceChart::chosen, this, &RebalancesPage::chooseRebalance);
    connect(m_table, &PanelTable::currentRowChanged, this, [this] {
        if (!m_choosing && m_table->currentIndex().isValid()) {
            m_chart->setCurrent(m_sorted->mapToSource(m_table->currentIndex()).row());
        }
    });
    connect(m_table, &PanelTable::rowActivated, this, &RebalancesPage::openLine);
    for (QComboBox* box : {m_logZone, m_displayZone}) {
        const auto changed = [this, box] {
            const Result<QTimeZone> zone = parseTimeZone(box->currentText());
            box->setProperty("millraceInvalid", !zone.has_value());
            box->update();
            if (zone) {
                m_messages->clear();
                Q_EMIT zonesChanged();
            } else {
                m_messages->showError(zone.error());
            }
        };
        connect(box, &QComboBox::activated, this, changed);
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, changed);
    }
}

QTimeZone RebalancesPage::zoneOf(const QComboBox* box) const
{
    return parseTimeZone(box->currentText()).value_or(QTimeZone::utc());
}

QTimeZone RebalancesPage::logZone() const
{
    return zoneOf(m_logZone);
}

QTimeZone RebalancesPage::displayZone() const
{
    return zoneOf(m_displayZone);
}

void RebalancesPage::setReport(std::shared_ptr<const RebalanceReport> report, double progress)
{
    const QString before = currentGroup();
    m_report = std::move(report);
    m_stack->setCurrentIndex(m_report && !m_report->files.isEmpty() ? 1 : 0);
    m_groupModel->setReport(m_report);
    m_save->setEnabled(m_report && !m_report->groups.isEmpty());
    if (!m_report) {
        return;
    }
    qint64 lines = 0;
    for (const RebalanceFile& file : m_report->files) {
        lines += file.lines;
        if (!file.problem.isEmpty()) {
            m_messages->showMessage({.kind = MessageBar::Kind::Warning, .text = file.problem});
        }
    }
    QStringList parts{tr("%n files", nullptr, int(m_report->files.size())), tr("%1 lines").arg(countText(lines)),
        tr("times in %1, the log's own taken as %2")
            .arg(zoneLabel(m_report->displayZone), zoneLabel(m_report->logZone))};
    if (progress < 1) {
        parts += tr("reading, %1 %").arg(int(progress * 100));
    }
    m_state->setText(parts.join(u"  ·  "_s));
    showGroup(before);
}

void RebalancesPage::showGroup(const QString& name)
{
    int row = -1;
    qsizetype most = -1;
    for (int i = 0; m_report && i < m_report->groups.size(); ++i) {
        if (m_report->groups[i].group == name) {
            row = i;
            break;
        }
        // Without a choice the group with most to say comes first.
        qsizetype weight = m_report->groups[i].rebalances.size();
        for (const RebalanceFinding& finding : m_report->groups[i].findings) {
            weight += finding.severity == RebalanceFinding::Severity::Problem ? 100'000 : 0;
        }
        if (weight > most) {
            most = weight;
            row = i;
        }
    }
    if (row != m_groups->currentIndex().row()) {
        m_groups->selectRow(row);
    }
    showCurrentGroup();
}

QString RebalancesPage::currentGroup() const
{
    const int row = m_groups->currentIndex().row();
    return m_report && row >= 0 && row < m_report->groups.size() ? m_report->groups[row].group : QString();
}

void RebalancesPage::showCurrentGroup()
{
    const int row = m_groups->currentIndex().isValid() ? m_groups->currentIndex().row() : -1;
    m_model->setReport(m_report, row);
    m_chart->setReport(m_report, row);
    m_findings->setReport(m_report ? *m_report : RebalanceReport(), row);
}

void RebalancesPage::chooseRebalance(int rebalance)
{
    m_choosing = true;
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(rebalance, 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_choosing = false;
}

void RebalancesPage::openLine()
{
    const Rebalance* rebalance = m_model->rebalance(m_sorted->mapToSource(m_table->currentIndex()).row());
    if (rebalance == nullptr || rebalance->file < 0 || rebalance->file >= m_report->files.size()) {
        return;
    }
    for (const qint64 line :
        {rebalance->startLine, rebalance->joinedLine, rebalance->assignedLine, rebalance->endLine}) {
        if (line > 0) {
            Q_EMIT lineRequested(m_report->files[rebalance->file].path, line);
            return;
        }
    }
}

void RebalancesPage::setLive(bool live)
{
    m_live->setChecked(live);
}

void RebalancesPage::showError(const Error& error)
{
    m_messages->showError(error);
}

void RebalancesPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void RebalancesPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

} // namespace millrace
