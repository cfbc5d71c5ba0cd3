// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/logspage.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/logs/logtextview.h"
#include "widgets/logs/logviewer.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

LogsPage::LogsPage(QWidget* parent) : QWidget(parent), m_entries(new LogEntryModel(this)), m_viewer(new LogViewer)
{
    setObjectName(u"logsPage"_s);
    setAcceptDrops(true);
    m_empty = new EmptyView(tr("No log is open. Choose one at the left."));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_viewer);
    auto* columns = new QSplitter(Qt::Horizontal);
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeList());
    columns->addWidget(m_stack);
    columns->setStretchFactor(1, 1);
    columns->setSizes({measure::sidePanel, 1000});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    connect(m_viewer, &LogViewer::filesDropped, this, &LogsPage::filesDropped);
    connect(m_viewer, &LogViewer::saveRequested, this, &LogsPage::saveRequested);
    connect(m_empty, &EmptyView::actionTriggered, this, &LogsPage::openFilesRequested);
    setTakesFiles(false);
    setPlaces({});
    chosenChanged();
}

QWidget* LogsPage::makeList()
{
    auto* panel = new QWidget;
    m_places = new QComboBox;
    m_places->setObjectName(u"logPlaces"_s);
    m_places->setAccessibleName(tr("Where the logs are from"));
    m_places->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_open = makeIconButton("document-open"_L1, tr("Open log files"), this);
    m_open->setObjectName(u"openLogs"_s);
    m_remove = makeIconButton("edit-clear"_L1, tr("Take the chosen logs off the list (Del)"), this);
    m_remove->setObjectName(u"removeLogs"_s);
    auto* refresh = makeIconButton("view-refresh"_L1, tr("Look for logs again"), this);
    refresh->setObjectName(u"refreshLogs"_s);
    auto* bar = new PanelBar;
    auto* barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(6, 0, 6, 1);
    barLayout->setSpacing(2);
    barLayout->addWidget(m_places, 1);
    barLayout->addStretch(0);
    for (QToolButton* button : {m_open, m_remove, refresh}) {
        barLayout->addWidget(button);
    }
    m_list = new PanelTable(u"logList"_s, tr("Logs"));
    m_list->setModel(m_entries);
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->verticalHeader()->setDefaultSectionSize(measure::listRow);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            return PanelCellStyle{.second = index.data(LogEntryModel::RemarkRole).toString()};
        },
        this));
    m_merge = new QPushButton(tr("Merge by time"));
    m_merge->setObjectName(u"mergeLogs"_s);
    m_merge->setAutoDefault(false);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_merge);
    panel->setMinimumWidth(180);
    connect(m_places, &QComboBox::activated, this, [this] { Q_EMIT placeChosen(currentPlace()); });
    connect(m_open, &QToolButton::clicked, this, &LogsPage::openFilesRequested);
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeRequested(chosenIds()); });
    connect(refresh, &QToolButton::clicked, this, &LogsPage::refreshRequested);
    connect(m_list, &PanelTable::rowActivated, this, [this] { Q_EMIT entriesChosen(chosenIds()); });
    connect(m_list, &QTableView::clicked, this, [this] {
        if (chosenIds().size() == 1) {
            Q_EMIT entriesChosen(chosenIds());
        }
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogsPage::chosenChanged);
    connect(m_merge, &QPushButton::clicked, this, [this] { Q_EMIT entriesChosen(chosenIds()); });
    return panel;
}

QStringList LogsPage::chosenIds() const
{
    QStringList ids;
    for (const QModelIndex& index : m_list->chosenRows()) {
        ids += index.data(LogEntryModel::IdRole).toString();
    }
    return ids;
}

void LogsPage::chosenChanged()
{
    const qsizetype chosen = m_list->chosenRows().size();
    m_merge->setVisible(m_entries->rowCount() > 1);
    m_merge->setEnabled(chosen > 1 && chosen <= 16);
    m_merge->setToolTip(chosen > 16 ? tr("At most 16 logs can be merged")
            : chosen > 1            ? QString()
                                    : tr("Choose several logs with Ctrl or Shift to read them as one"));
    m_remove->setEnabled(chosen > 0);
}

void LogsPage::setPlaces(const QList<Place>& places)
{
    const QString current = currentPlace();
    m_places->clear();
    for (const Place& place : places) {
        m_places->addItem(place.name, place.id);
    }
    m_places->setVisible(places.size() > 1);
    setCurrentPlace(current);
}

void LogsPage::setCurrentPlace(const QString& id)
{
    m_places->setCurrentIndex(std::max(0, m_places->findData(id)));
}

QString LogsPage::currentPlace() const
{
    return m_places->currentData().toString();
}

void LogsPage::setTakesFiles(bool takes)
{
    m_takesFiles = takes;
    m_open->setVisible(takes);
    m_remove->setVisible(takes);
    m_empty->setAction(takes ? tr("Open log files") : QString());
}

void LogsPage::setEntries(const QList<LogEntry>& entries)
{
    const QStringList chosen = chosenIds();
    m_entries->setEntries(entries);
    if (chosenIds() != chosen) {
        setCurrentEntries(chosen);
    }
    chosenChanged();
}

void LogsPage::setCurrentEntries(const QStringList& ids)
{
    m_list->clearSelection();
    for (const QString& id : ids) {
        if (const int row = m_entries->rowOf(id); row >= 0) {
            m_list->selectionModel()->select(
                m_entries->index(row), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            m_list->selectionModel()->setCurrentIndex(m_entries->index(row), QItemSelectionModel::NoUpdate);
        }
    }
}

void LogsPage::setEmptySentence(const QString& sentence)
{
    m_empty->setSentence(sentence);
}

void LogsPage::showDocument(std::shared_ptr<LogDocument> document)
{
    m_stack->setCurrentWidget(document ? static_cast<QWidget*>(m_viewer) : m_empty);
    m_viewer->setDocument(std::move(document));
}

void LogsPage::showError(const Error& error)
{
    if (m_viewer->document()) {
        m_viewer->messageBar()->showError(error);
    } else {
        m_empty->setSentence(error.message);
    }
}

void LogsPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_takesFiles && event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void LogsPage::dropEvent(QDropEvent* event)
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

void LogsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_takesFiles && m_list->hasFocus() && !chosenIds().isEmpty()) {
        Q_EMIT removeRequested(chosenIds());
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace millrace
