// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphpanel.h"

#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/dag/graphexport.h"
#include "widgets/dag/graphfacts.h"
#include "widgets/dag/graphtoolbar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int roomForFacts = 680; ///< below, the graph needs all of it

QString fileNameOf(const QString& title)
{
    QString name;
    for (const QChar character : title.left(80)) {
        name += character.isLetterOrNumber() || u"-_."_s.contains(character) ? character : QChar(u'-');
    }
    return name.isEmpty() ? u"graph"_s : name;
}

} // namespace

GraphPanel::GraphPanel(QWidget* parent)
    : QWidget(parent), m_messages(new MessageBar), m_view(new GraphView), m_facts(new GraphFacts)
{
    setObjectName(u"graphPanel"_s);
    m_toolbar = new GraphToolbar(m_view);
    m_facts->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(m_facts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_messages);
    layout->addLayout(row, 1);
    setFocusProxy(m_view);
    connect(m_view, &GraphView::nodeSelected, this, &GraphPanel::showFacts);
    connect(m_view, &GraphView::noteChanged, this, [this](const QString& note) {
        if (note.isEmpty()) {
            m_messages->clear();
        } else {
            m_messages->showMessage({.kind = MessageBar::Kind::Info, .text = note, .details = {}, .actions = {}});
        }
    });
    connect(m_facts, &GraphFacts::closeRequested, this, [this] {
        m_view->selectNode({});
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_toolbar, &GraphToolbar::exportRequested, this, &GraphPanel::chooseFile);
    connect(m_toolbar, &GraphToolbar::printRequested, this, &GraphPanel::print);
}

void GraphPanel::setTitle(const QString& title)
{
    m_title = title;
}

void GraphPanel::setGraph(const Graph& graph)
{
    m_view->setGraph(graph);
    showFacts();
}

void GraphPanel::setStatuses(const std::vector<VertexStatus>& statuses)
{
    m_view->setStatuses(statuses);
    showFacts();
}

void GraphPanel::setMarks(const QHash<QString, GraphMark>& marks)
{
    m_view->setMarks(marks);
}

void GraphPanel::setLive(bool live)
{
    m_view->setLive(live);
    m_toolbar->setLive(live);
}

void GraphPanel::setFactsEnabled(bool enabled)
{
    m_factsEnabled = enabled;
    showFacts();
}

void GraphPanel::addFactsWidget(QWidget* widget)
{
    m_facts->addWidget(widget);
}

void GraphPanel::addToolbarWidget(QWidget* widget)
{
    m_toolbar->addWidget(widget);
}

void GraphPanel::setEmptyText(const QString& text)
{
    m_view->setEmptyText(text);
}

void GraphPanel::focusSearch()
{
    m_toolbar->focusSearch();
}

void GraphPanel::showFacts()
{
    const GraphScene& scene = m_view->scene();
    const bool shown = m_factsEnabled && scene.selected >= 0 && width() >= roomForFacts;
    if (shown) {
        const auto node = static_cast<size_t>(scene.selected);
        m_facts->setNode(scene.graph.nodes[node]);
        m_facts->setStatus(scene.statuses[node]);
    }
    m_facts->setVisible(shown);
}

void GraphPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showFacts();
}

void GraphPanel::exportTo(const QString& path)
{
    const Result<void> written = m_view->isLaidOut()
        ? graphexport::write(m_view->scene(), themeOf(this), m_title, path)
        : failure(ErrorKind::Usage, tr("The graph is not laid out yet: try again in a moment."));
    if (!written) {
        m_messages->showError(written.error());
        Q_EMIT exportFailed(written.error().message);
        return;
    }
    Q_EMIT exported(path);
}

void GraphPanel::chooseFile(const QString& ending)
{
    auto* dialog = new QFileDialog(this, tr("Write the graph to a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(u"*."_s + ending);
    dialog->selectFile(fileNameOf(m_title) + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, &GraphPanel::exportTo);
    dialog->open();
}

void GraphPanel::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (m_view->isLaidOut() && !m_view->scene().graph.isEmpty()) {
            graphexport::print(m_view->scene(), *printer, m_title);
        }
    });
    dialog->open();
}

} // namespace millrace
