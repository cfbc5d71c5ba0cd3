// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/flametab.h"

#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/jobdetail/flameview.h"
#include "widgets/panels/paneltable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace millrace {

FlameTab::FlameTab(QWidget* parent)
    : JobTabPage(tr("Nothing is sampled yet. The cluster samples a vertex when one looks at it."), parent),
      m_view(new FlameView), m_foot(new ElidedLabel)
{
    setObjectName(u"flameTab"_s);
    m_foot->setObjectName(u"flameFoot"_s);
    m_foot->setRole(TextRole::MonoSmall);
    m_foot->setColor(Token::TextDim);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(measure::panelPadding, 3, measure::panelPadding, 3);
    foot->addWidget(m_foot);
    layout->addLayout(foot);
    setContent(content);
    setHasContent(true);
    connect(m_view, &FlameView::described, m_foot, &ElidedLabel::setText);
    connect(&m_flattening, &QFutureWatcher<FlameGraph>::finished, this, &FlameTab::takeFlat);
}

QWidget* FlameTab::makeBar()
{
    m_vertex = new QComboBox;
    m_vertex->setObjectName(u"flameVertex"_s);
    m_vertex->setAccessibleName(tr("Vertex"));
    m_vertex->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_vertex->setMinimumContentsLength(28);
    m_kind = new SegmentedControl;
    m_kind->setObjectName(u"flameKind"_s);
    m_kind->setAccessibleName(tr("Which threads"));
    m_kind->setSegments({{.id = u"full"_s, .text = tr("Full"), .toolTip = tr("All samples")},
        {.id = u"on"_s, .text = tr("On-CPU"), .toolTip = tr("Samples of threads that ran")},
        {.id = u"off"_s, .text = tr("Off-CPU"), .toolTip = tr("Samples of threads that waited")}});
    m_search = new QLineEdit;
    m_search->setObjectName(u"flameSearch"_s);
    m_search->setPlaceholderText(tr("Find a frame"));
    m_search->setAccessibleName(tr("Find a frame"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(240);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_matched = new TextLabel(TextRole::Caption, Token::TextDim);
    m_matched->setObjectName(u"flameMatched"_s);
    auto* keep = new ActionButton(tr("Compare with this one"));
    keep->setObjectName(u"flameCompare"_s);
    keep->setCheckable(true);
    keep->setToolTip(tr("Keeps this sampling and shows how the next ones differ from it"));
    m_keep = keep;
    m_refresh = makeIconButton("view-refresh"_L1, tr("Sample again"), this);
    m_refresh->setObjectName(u"flameRefresh"_s);
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_vertex);
    row->addWidget(m_kind);
    row->addWidget(m_search);
    row->addWidget(m_matched);
    row->addStretch();
    row->addWidget(keep);
    row->addWidget(m_refresh);
    connect(m_vertex, &QComboBox::activated, this, &FlameTab::choiceChanged);
    connect(m_kind, &SegmentedControl::chosen, this, &FlameTab::choiceChanged);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_view->setSearch(text);
        describe();
    });
    connect(keep, &QAbstractButton::toggled, this, &FlameTab::keepForComparison);
    connect(m_refresh, &QAbstractButton::clicked, this, &FlameTab::wanted);
    return bar;
}

QString FlameTab::currentVertex() const
{
    const int row = m_vertex->currentIndex();
    return row >= 0 && row < static_cast<int>(m_vertices.size()) ? m_vertices[static_cast<std::size_t>(row)].value
                                                                 : QString();
}

FlameGraphs::Kind FlameTab::currentKind() const
{
    const QString kind = m_kind->current();
    return kind == "on"_L1 ? FlameGraphs::Kind::OnCpu
        : kind == "off"_L1 ? FlameGraphs::Kind::OffCpu
                           : FlameGraphs::Kind::Full;
}

void FlameTab::setVertices(const std::vector<NamedText>& vertices)
{
    if (vertices == m_vertices) {
        return;
    }
    const QString kept = currentVertex();
    m_vertices = vertices;
    m_vertex->clear();
    int row = 0;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        m_vertex->addItem(oneLine(vertices[i].name, 80));
        row = vertices[i].value == kept ? static_cast<int>(i) : row;
    }
    m_vertex->setCurrentIndex(vertices.empty() ? -1 : row);
    if (currentVertex() != kept) {
        choiceChanged();
    }
}

void FlameTab::chooseVertex(const QString& id)
{
    for (std::size_t i = 0; i < m_vertices.size(); ++i) {
        if (m_vertices[i].value == id && id != currentVertex()) {
            m_vertex->setCurrentIndex(static_cast<int>(i));
            choiceChanged();
        }
    }
}

void FlameTab::choiceChanged()
{
    m_root.reset();
    m_keep->setChecked(false);
    flatten({});
    Q_EMIT wanted();
}

void FlameTab::setFlameGraph(const QString& vertexId, FlameGraphs::Kind kind, FlameFrame root)
{
    if (vertexId != currentVertex() || kind != currentKind()) {
        return;
    }
    clearError();
    flatten(std::make_shared<const FlameFrame>(std::move(root)));
}

void FlameTab::keepForComparison(bool keep)
{
    m_kept = keep ? m_root : nullptr;
    flatten(m_root);
    if (keep) {
        Q_EMIT wanted();
    }
}

void FlameTab::flatten(std::shared_ptr<const FlameFrame> root)
{
    // Trees of tens of thousands of frames: making them flat, and letting go of the old one, is nothing for this
    // thread.
    auto old = std::exchange(m_root, std::move(root));
    if (!m_root) {
        m_flattening.setFuture({});
        m_view->setGraph({});
        describe();
        return;
    }
    m_flattening.setFuture(QtConcurrent::run([before = m_kept, after = m_root, old = std::move(old)]() mutable {
        old.reset();
        return before ? FlameGraph::difference(*before, *after) : FlameGraph(*after);
    }));
}

void FlameTab::takeFlat()
{
    // A newer sampling, or none at all, may have taken its place meanwhile.
    QFuture<FlameGraph> flat = m_flattening.future();
    if (!flat.isValid() || flat.isCanceled() || flat.resultCount() == 0) {
        return;
    }
    m_view->setGraph(flat.takeResult());
    describe();
}

void FlameTab::describe()
{
    const bool some = !m_view->graph().isEmpty();
    m_keep->setEnabled(some);
    m_matched->setText(some && !m_search->text().isEmpty()
            ? tr("%1 of all samples").arg(percentText(m_view->matchedShare()))
            : QString());
    m_foot->setText(some ? (m_kept ? tr("Red frames take more of the time than before, blue ones less.")
                                   : tr("%n samples", nullptr, static_cast<int>(m_view->graph().samples())))
                         : tr("Waiting for samples: the cluster samples a vertex while one looks at it."));
}

void FlameTab::clear()
{
    m_vertices.clear();
    m_vertex->clear();
    m_keep->setChecked(false);
    flatten({});
}

} // namespace millrace
