// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/overviewtab.h"

#include "models/backpressure.h"
#include "models/jobdetailvertexmodel.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/panelheader.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/jobdetail/jobcelldelegate.h"
#include "widgets/jobdetail/vertexpanel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int sideWidth = 344;

PanelCellStyle styleOf(const QModelIndex& index)
{
    if (index.column() == VertexModel::Name) {
        return {};
    }
    if (index.column() == VertexModel::State) {
        const auto state = static_cast<JobState>(index.data(VertexModel::StateRole).toInt());
        return {.ink = state == JobState::Failed ? Token::Error
                : state == JobState::Running     ? Token::Text
                                                 : Token::TextDim};
    }
    return {.role = TextRole::MonoSmall};
}

/// The brake and all that waits for it, up to the sources.
QStringList pathTo(const QString& brake, const JobDetail& detail)
{
    QSet<QString> waiting;
    for (const VertexStatus& status : detail.vertices) {
        if (status.backpressured.value_or(0) >= 0.1) {
            waiting.insert(status.id);
        }
    }
    QStringList path{brake};
    for (qsizetype at = 0; at < path.size(); ++at) {
        for (const GraphEdge& edge : detail.graph.edges) {
            if (edge.to == path[at] && waiting.contains(edge.from) && !path.contains(edge.from)) {
                path.append(edge.from);
            }
        }
    }
    return path;
}

} // namespace

OverviewTab::OverviewTab(QWidget* parent)
    : JobTabPage(tr("The server tells nothing of this job's graph and vertices."), parent), m_brake(new MessageBar),
      m_notes(new MessageBar), m_graph(new GraphPanel), m_vertices(new VertexModel(this)),
      m_vertexPanel(new VertexPanel)
{
    setObjectName(u"overviewTab"_s);
    m_brake->setObjectName(u"brakeBar"_s);
    m_notes->setObjectName(u"jobNotes"_s);
    m_graph->setLive(true);
    m_graph->setEmptyText(tr("The server has no graph of this job now."));
    m_graph->setFactsEnabled(false);
    m_table = makeJobTable(u"vertices"_s, tr("Vertices of the job"), m_vertices,
        {{VertexModel::State, 90}, {VertexModel::Parallelism, 80}, {VertexModel::Busy, 110},
            {VertexModel::Backpressured, 110}, {VertexModel::InRate, 70}, {VertexModel::OutRate, 70},
            {VertexModel::RecordsIn, 72}, {VertexModel::RecordsOut, 72}, {VertexModel::BytesIn, 80},
            {VertexModel::BytesOut, 80}, {VertexModel::Watermark, 110}, {VertexModel::Skew, 60},
            {VertexModel::Duration, 90}},
        VertexModel::Name);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new JobCellDelegate(styleOf, VertexModel::ShareRole, this));
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_graph);
    parts->addWidget(m_table);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(parts, 1);
    columns->addWidget(makeSide());
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notes);
    layout->addWidget(m_brake);
    layout->addLayout(columns, 1);
    setContent(content);
    connectParts();
}

QWidget* OverviewTab::makeSide()
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_vertexPanel);
    auto* side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto* row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new Separator(Qt::Vertical));
    row->addWidget(scroll, 1);
    side->hide();
    m_side = side;
    return side;
}

void OverviewTab::connectParts()
{
    connect(m_graph->view(), &GraphView::nodeSelected, this, &OverviewTab::vertexChosen);
    connect(m_table, &PanelTable::currentRowChanged, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid()) {
            const QString id = current.data(VertexModel::IdRole).toString();
            m_graph->view()->selectNode(id);
            vertexChosen(id); // also where the graph does not draw it
        }
    });
    connect(m_brake, &MessageBar::actionTriggered, this, [this] {
        m_graph->view()->setPath(m_brakePath);
        selectVertex(m_brakeVertex);
    });
    connect(m_vertexPanel, &VertexPanel::closeRequested, this, [this] {
        m_graph->view()->selectNode({});
        vertexChosen({});
    });
    connect(m_brake, &MessageBar::closed, this, [this] { m_brakeClosed = m_brakeVertex; });
}

void OverviewTab::setDetail(const JobDetail& detail)
{
    clearError();
    m_graph->setTitle(detail.summary.name.isEmpty() ? detail.summary.id : detail.summary.name);
    if (!(detail.graph == m_shownGraph)) {
        m_shownGraph = detail.graph;
        m_graph->setGraph(detail.graph);
    }
    m_graph->setStatuses(detail.vertices);
    m_graph->setVisible(!detail.graph.isEmpty() || detail.vertices.empty());
    m_vertices->setVertices(detail.graph, detail.vertices);
    m_table->setVisible(m_vertices->rowCount() > 0);
    for (const VertexStatus& status : detail.vertices) {
        if (status.id == m_current) {
            m_vertexPanel->setStatus(status);
        }
    }
    if (detail.notes != m_shownNotes) {
        m_shownNotes = detail.notes;
        if (detail.notes.isEmpty()) {
            m_notes->clear();
        } else {
            m_notes->showMessage({.text = detail.notes.join(u'\n')});
        }
    }
    const auto brake = findBrake(detail.graph, detail.vertices);
    if (brake) {
        setBrake(brake->sentence, brake->vertexId, pathTo(brake->vertexId, detail));
    } else {
        setBrake({}, {}, {});
    }
    setHasContent(!detail.graph.isEmpty() || !detail.vertices.empty() || !detail.notes.isEmpty());
}

void OverviewTab::setBrake(const QString& sentence, const QString& vertexId, const QStringList& path)
{
    m_brakeVertex = vertexId;
    m_brakePath = path;
    if (vertexId.isEmpty() || sentence.isEmpty()) {
        m_brakeClosed.clear();
        if (m_brake->hasMessage()) {
            m_brake->clear();
            m_graph->view()->setPath({});
        }
        return;
    }
    // Once closed it does not come back at the next refresh, unless something else brakes.
    if (vertexId != m_brakeClosed && (!m_brake->hasMessage() || m_brake->message().text != sentence)) {
        m_brake->showMessage({.kind = MessageBar::Kind::Warning,
            .text = sentence,
            .actions = {{.id = u"show"_s, .text = tr("Show Path")}}});
    }
}

void OverviewTab::clear()
{
    m_shownGraph = {};
    m_graph->setGraph({});
    m_graph->setStatuses({});
    m_vertices->setVertices({}, {});
    m_vertexPanel->setVertex({});
    m_side->hide();
    m_current.clear();
    m_brakeClosed.clear();
    setBrake({}, {}, {});
    m_shownNotes.clear();
    m_notes->clear();
    setHasContent(false);
}

QString OverviewTab::currentVertex() const
{
    return m_current;
}

void OverviewTab::selectVertex(const QString& id)
{
    m_graph->view()->selectNode(id);
    vertexChosen(id);
}

void OverviewTab::vertexChosen(const QString& id)
{
    const int row = m_vertices->rowOf(id);
    const QString chosen = row >= 0 ? id : QString();
    m_side->setVisible(row >= 0);
    if (row >= 0) {
        const auto& nodes = m_shownGraph.nodes;
        const auto node =
            std::find_if(nodes.begin(), nodes.end(), [&id](const GraphNode& each) { return each.id == id; });
        m_vertexPanel->setVertex(id, m_vertices->row(row).title, node == nodes.end() ? QString() : node->description);
        m_vertexPanel->setStatus(m_vertices->row(row).status);
        if (m_table->currentIndex().row() != row) {
            m_table->setCurrentIndex(m_vertices->index(row, 0));
        }
    } else {
        m_vertexPanel->setVertex({});
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
    if (chosen != m_current) {
        m_current = chosen;
        Q_EMIT vertexSelected(m_current);
    }
}

} // namespace millrace
