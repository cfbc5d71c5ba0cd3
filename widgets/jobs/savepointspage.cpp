// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/savepointspage.h"

#include "models/ledgermodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array s_widths{118, 96, 210, 150, 84, 380, 200, 104, 92};
constexpr std::array s_keepDays{7, 30, 90};

PanelCellStyle ledgerStyle(const QModelIndex& index)
{
    const bool dead = index.data(LedgerModel::DeadRole).toBool();
    const std::optional<Token> ink = dead ? std::optional(Token::TextDim) : std::nullopt;
    switch (index.column()) {
    case LedgerModel::Taken:
    case LedgerModel::Size:
    case LedgerModel::Location:
    case LedgerModel::Expires:
        return {.role = TextRole::MonoSmall, .ink = dead ? Token::TextDim : Token::Text};
    case LedgerModel::State:
        return {.ink = dead ? Token::Warn : Token::Text};
    default:
        return {.ink = ink};
    }
}

} // namespace

SavepointsPage::SavepointsPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"savepointsPage"_s);
    m_messages = new MessageBar;
    m_table = new PanelTable(u"savepointsTable"_s, tr("Savepoints"));
    m_table->setItemDelegate(new PanelDelegate(ledgerStyle, this));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_empty = new EmptyView(tr("No savepoints yet. Take one from a running job."));
    auto* body = new QWidget;
    m_body = new QStackedLayout(body);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_messages);
    layout->addWidget(body, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
    connect(&m_typing, &QTimer::timeout, this, &SavepointsPage::filterEdited);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_kind, &SegmentedControl::chosen, this, &SavepointsPage::filterEdited);
    connect(m_table, &QWidget::customContextMenuRequested, this, &SavepointsPage::showMenu);
    connect(m_table, &PanelTable::copyRequested, this, &SavepointsPage::copyLocations);
    connect(m_restart, &QAbstractButton::clicked, this, [this] {
        if (const auto entries = chosen(); entries.size() == 1) {
            Q_EMIT restartRequested(entries.front());
        }
    });
    connect(m_dispose, &QAbstractButton::clicked, this, [this] {
        const auto entries = chosen();
        Q_EMIT disposeRequested(entries);
    });
}

QWidget* SavepointsPage::buildBar()
{
    auto* bar = new PanelBar;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 0, 6, 1);
    layout->setSpacing(6);
    layout->addWidget(new TextLabel(tr("Savepoints"), TextRole::PageTitle, Token::Text));
    m_search = new QLineEdit;
    m_search->setObjectName(u"savepointSearch"_s);
    m_search->setPlaceholderText(tr("Job, path, note or SQL"));
    m_search->setAccessibleName(tr("Show savepoints that hold this"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(240);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_kind = new SegmentedControl;
    m_kind->setObjectName(u"ledgerKind"_s);
    m_kind->setAccessibleName(tr("What to show"));
    m_kind->setSegments({{.id = u"all"_s, .text = tr("All")}, {.id = u"savepoints"_s, .text = tr("Savepoints")},
        {.id = u"checkpoints"_s, .text = tr("Checkpoints")}});
    m_count = new TextLabel(TextRole::Caption, Token::TextDim);
    m_restart = new ActionButton(tr("Restart from…"));
    m_restart->setObjectName(u"ledgerRestart"_s);
    m_restart->setIcon(themedIcon(this, "view-refresh"_L1));
    m_dispose = new ActionButton(tr("Dispose of…"));
    m_dispose->setObjectName(u"ledgerDispose"_s);
    m_dispose->setIcon(themedIcon(this, "edit-delete"_L1));
    auto* more = makeIconButton("overflow-menu"_L1, tr("More"), this);
    more->setObjectName(u"ledgerMore"_s);
    connect(more, &QAbstractButton::clicked, this, [this, more] { showMore(more); });
    layout->addSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_kind);
    layout->addStretch(1);
    layout->addWidget(m_count);
    layout->addSpacing(6);
    layout->addWidget(m_restart);
    layout->addWidget(m_dispose);
    layout->addWidget(more);
    return bar;
}

void SavepointsPage::setModel(LedgerModel* model)
{
    m_model = model;
    m_table->setModel(model);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    for (int column = 0; column < LedgerModel::ColumnCount; ++column) {
        header->resizeSection(column, s_widths[static_cast<std::size_t>(column)]);
    }
    header->setSectionResizeMode(LedgerModel::Location, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SavepointsPage::chosenChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &SavepointsPage::refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &SavepointsPage::refresh);
    refresh();
}

QString SavepointsPage::searchText() const
{
    return m_search->text().trimmed();
}

std::optional<LedgerEntry::Kind> SavepointsPage::kind() const
{
    if (m_kind->current() == "savepoints"_L1) {
        return LedgerEntry::Kind::Savepoint;
    }
    return m_kind->current() == "checkpoints"_L1 ? std::optional(LedgerEntry::Kind::Checkpoint) : std::nullopt;
}

std::vector<LedgerEntry> SavepointsPage::chosen() const
{
    std::vector<LedgerEntry> entries;
    const QModelIndexList rows = m_table->chosenRows();
    for (const QModelIndex& row : rows) {
        entries.push_back(m_model->entry(row.row()));
    }
    return entries;
}

void SavepointsPage::setRefusals(const QString& restart, const QString& dispose)
{
    m_restart->setEnabled(restart.isEmpty());
    m_restart->setToolTip(restart);
    m_dispose->setEnabled(dispose.isEmpty());
    m_dispose->setToolTip(dispose);
}

void SavepointsPage::refresh()
{
    const int count = m_model ? m_model->rowCount() : 0;
    m_count->setText(tr("%n entries", nullptr, count));
    m_empty->setSentence(m_search->text().isEmpty() ? tr("No savepoints yet. Take one from a running job.")
                                                    : tr("No savepoint holds “%1”.").arg(m_search->text()));
    m_body->setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_table);
}

void SavepointsPage::showMenu(const QPoint& place)
{
    const auto entries = chosen();
    if (entries.empty()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_restart->text(), m_restart, &QAbstractButton::click)->setEnabled(m_restart->isEnabled());
    menu->addAction(m_dispose->text(), m_dispose, &QAbstractButton::click)->setEnabled(m_dispose->isEnabled());
    menu->addSeparator();
    const bool pinned = entries.front().pinned;
    menu->addAction(themedIcon(this, "pin"_L1), pinned ? tr("Unpin") : tr("Pin: keep it for ever"), this,
        [this, entries, pinned] { Q_EMIT pinRequested(entries, !pinned); });
    QMenu* keep = menu->addMenu(tr("Keep for"));
    for (const int days : s_keepDays) {
        keep->addAction(tr("%n days", nullptr, days), this,
            [this, entries, days] { Q_EMIT expiryRequested(entries, QDateTime::currentDateTimeUtc().addDays(days)); });
    }
    keep->addAction(tr("No end"), this, [this, entries] { Q_EMIT expiryRequested(entries, {}); });
    menu->addAction(tr("Edit the note"), this,
        [this] { m_table->edit(m_table->currentIndex().siblingAtColumn(LedgerModel::Note)); });
    menu->addSeparator();
    QMenu* mark = menu->addMenu(tr("Mark as"));
    for (const auto state : {LedgerEntry::State::Present, LedgerEntry::State::Disposed, LedgerEntry::State::Gone}) {
        mark->addAction(
            ledgerStateText(state), this, [this, entries, state] { Q_EMIT stateRequested(entries, state); });
    }
    menu->addAction(tr("Copy the path"), this, &SavepointsPage::copyLocations);
    menu->addAction(tr("Forget the entry"), this, [this, entries] { Q_EMIT forgetRequested(entries); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void SavepointsPage::showMore(QWidget* under)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Import…"), this, &SavepointsPage::importRequested);
    menu->addAction(themedIcon(this, "document-export"_L1), tr("Export…"), this, &SavepointsPage::exportRequested);
    menu->popup(under->mapToGlobal(QPoint(under->width() - menu->sizeHint().width(), under->height())));
}

void SavepointsPage::copyLocations() const
{
    QStringList locations;
    for (const LedgerEntry& entry : chosen()) {
        locations << entry.location;
    }
    QGuiApplication::clipboard()->setText(locations.join(u'\n'));
}

bool SavepointsPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SavepointsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

QByteArray SavepointsPage::saveState() const
{
    return m_table->horizontalHeader()->saveState();
}

void SavepointsPage::restoreState(const QByteArray& state)
{
    m_table->horizontalHeader()->restoreState(state);
    m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::Location, QHeaderView::Stretch);
}

} // namespace millrace
