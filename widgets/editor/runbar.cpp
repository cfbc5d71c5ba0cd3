// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/runbar.h"

#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr qint64 offeredCaps[] = {100, 1'000, 10'000, 100'000, 1'000'000, 0};

QString capText(qint64 rows)
{
    return rows == 0 ? RunBar::tr("No cap") : countText(rows);
}

QComboBox* makeCombo(const QString& name, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setFocusPolicy(Qt::TabFocus);
    combo->setMaxVisibleItems(20);
    return combo;
}

Separator* makeGap(QWidget* parent)
{
    auto* line = new Separator(Qt::Vertical, parent);
    line->setFixedHeight(18);
    return line;
}

/// Shows items with current selected; an unknown current stands there all the same, since the server said so.
void fill(QComboBox* combo, QStringList items, const QString& current)
{
    const QSignalBlocker blocker(combo);
    if (!current.isEmpty() && !items.contains(current)) {
        items.prepend(current);
    }
    QStringList shown;
    for (int i = 0; i < combo->count(); ++i) {
        shown << combo->itemText(i);
    }
    if (shown != items) {
        combo->clear();
        combo->addItems(items);
    }
    combo->setPlaceholderText(dashText());
    combo->setCurrentIndex(current.isEmpty() ? -1 : static_cast<int>(items.indexOf(current)));
}

} // namespace

RunBar::RunBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(measure::runBar);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(8, 0, 6, 1);
    m_layout->setSpacing(6);
    buildButtons();
    buildChoices();
    setState({});
}

RunBar::~RunBar()
{
    // a field that loses the focus because we go says that its editing is finished
    m_rowCap->lineEdit()->disconnect(this);
}

void RunBar::buildButtons()
{
    m_run = new ActionButton(tr("Run"), this);
    m_run->setObjectName(u"run"_s);
    m_run->setIcon(themedIcon(m_run, "media-playback-start"_L1));
    m_run->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_run, ButtonKind::Primary);
    m_cancel = new ActionButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setIcon(themedIcon(m_cancel, "media-playback-stop"_L1));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    setHints(u"Ctrl+↵"_s, u"Ctrl+."_s);
    m_layout->addWidget(m_run);
    m_layout->addWidget(m_cancel);
    connect(m_run, &QPushButton::clicked, this, &RunBar::runRequested);
    connect(m_cancel, &QPushButton::clicked, this, &RunBar::cancelRequested);
}

void RunBar::buildChoices()
{
    m_connection = makeCombo(tr("Connection"), this);
    m_connection->setObjectName(u"connection"_s);
    m_connection->setMinimumWidth(136);
    m_connection->setPlaceholderText(tr("Choose a connection"));
    m_session = new QPushButton(this);
    m_session->setObjectName(u"session"_s);
    m_session->setIcon(themedIcon(m_session, "configure"_L1));
    m_session->setFocusPolicy(Qt::TabFocus);
    m_catalog = makeCombo(tr("Catalog"), this);
    m_catalog->setObjectName(u"catalog"_s);
    m_database = makeCombo(tr("Database"), this);
    m_database->setObjectName(u"database"_s);
    m_mode = new SegmentedControl(this);
    m_mode->setObjectName(u"mode"_s);
    m_mode->setAccessibleName(tr("Execution mode"));
    m_mode->setSegments({{u"batch"_s, tr("Batch"), tr("Reads the input to its end, then gives the final result")},
        {u"streaming"_s, tr("Streaming"), tr("Gives changes for as long as input arrives")}});
    m_rowCapLabel = new TextLabel(tr("Row cap"), TextRole::Body, Token::TextDim, this);
    m_rowCap = makeCombo(tr("Row cap: a run stops after so many rows"), this);
    m_rowCap->setObjectName(u"rowCap"_s);
    m_rowCap->setEditable(true);
    m_rowCap->setInsertPolicy(QComboBox::NoInsert);
    m_rowCap->setFixedWidth(96);
    for (const qint64 cap : offeredCaps) {
        m_rowCap->addItem(capText(cap), cap);
    }
    m_more = makeIconButton("overflow-menu"_L1, tr("More"), this);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setVisible(false);

    m_layout->addWidget(makeGap(this));
    m_language = new TextLabel({}, TextRole::Body, Token::TextDim, this);
    m_language->setObjectName(u"language"_s);

    m_layout->addWidget(m_connection);
    m_layout->addWidget(m_session);
    m_layout->addWidget(m_catalog);
    m_layout->addWidget(m_database);
    m_modeGap = makeGap(this);
    m_layout->addWidget(m_modeGap);
    m_layout->addWidget(m_mode);
    m_rowCapGap = makeGap(this);
    m_layout->addWidget(m_rowCapGap);
    m_layout->addWidget(m_rowCapLabel);
    m_layout->addWidget(m_rowCap);
    m_layout->addWidget(m_language);
    m_layout->addStretch(1);
    m_layout->addWidget(m_more);

    connect(m_connection, &QComboBox::activated, this,
        [this](int row) { Q_EMIT connectionChosen(m_connection->itemData(row).toString()); });
    connect(m_session, &QPushButton::clicked, this, &RunBar::sessionRequested);
    connect(m_catalog, &QComboBox::textActivated, this, &RunBar::catalogChosen);
    connect(m_database, &QComboBox::textActivated, this, &RunBar::databaseChosen);
    connect(m_mode, &SegmentedControl::chosen, this,
        [this](const QString& id) { Q_EMIT streamingChosen(id == "streaming"_L1); });
    connect(m_rowCap, &QComboBox::activated, this, &RunBar::readRowCap); // its text is the item's by now
    connect(m_rowCap->lineEdit(), &QLineEdit::editingFinished, this, &RunBar::readRowCap);
}

void RunBar::setState(const RunBarState& state)
{
    const bool sameConnections = state.connections == m_state.connections && m_connection->count() > 0;
    m_state = state;
    m_run->setEnabled(state.canRun);
    m_run->setText(state.submits ? tr("Submit…") : tr("Run"));
    m_run->setToolTip(!state.canRun     ? state.runReason
            : state.submits             ? tr("Submit the text as a job")
            : !state.language.isEmpty() ? tr("Run the text, or the selection")
                                        : tr("Run the statement under the caret, or the selection"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_cancel, m_rowCapGap, m_rowCapLabel, m_rowCap}) {
        widget->setVisible(!state.submits);
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{m_catalog, m_database, m_modeGap, m_mode}) {
        widget->setVisible(!state.submits && state.hasPlace);
    }
    for (QWidget* widget : m_added) {
        widget->setVisible(!state.submits && state.explains);
    }
    m_session->setText(state.session);
    m_session->setVisible(!state.session.isEmpty());
    m_session->setToolTip(tr("What the session is opened with: %1").arg(state.session));
    m_session->setAccessibleName(m_session->toolTip());
    m_language->setText(state.language);
    m_language->setVisible(!state.language.isEmpty());
    m_cancel->setEnabled(state.canCancel && !state.cancelling);
    m_cancel->setText(state.cancelling ? tr("Cancelling") : tr("Cancel"));
    if (!sameConnections) {
        fillConnections();
    }
    {
        const QSignalBlocker blocker(m_connection);
        m_connection->setCurrentIndex(m_connection->findData(state.connection));
    }
    fill(m_catalog, state.catalogs, state.catalog);
    fill(m_database, state.databases, state.database);
    m_catalog->setEnabled(state.canChooseCatalog);
    m_database->setEnabled(state.canChooseCatalog);
    m_mode->setCurrent(state.streaming ? u"streaming"_s : u"batch"_s);
    m_mode->setEnabled(state.canChooseMode);
    const QSignalBlocker blocker(m_rowCap);
    m_rowCap->setEditText(capText(state.rowCap));
    fitTexts();
}

void RunBar::fillConnections()
{
    const QSignalBlocker blocker(m_connection);
    m_connection->clear();
    for (const RunBarState::Choice& choice : m_state.connections) {
        m_connection->addItem(
            choice.environment ? environmentIcon(*choice.environment) : QIcon(), choice.text, choice.id);
        m_connection->setItemData(m_connection->count() - 1, choice.toolTip, Qt::ToolTipRole);
    }
}

void RunBar::readRowCap()
{
    QString digits;
    const QString written = m_rowCap->lineEdit()->text().trimmed();
    for (const QChar each : written) {
        if (each.isDigit()) {
            digits += each;
        } else if (!each.isSpace() && each != u',' && each != u'.' && each != u'\'') {
            digits.clear();
            break;
        }
    }
    bool ok = false;
    qint64 rows = digits.toLongLong(&ok);
    if (written.isEmpty() || written.compare(tr("No cap"), Qt::CaseInsensitive) == 0) {
        rows = 0;
        ok = true;
    }
    if (ok && rows != m_state.rowCap) {
        Q_EMIT rowCapChosen(rows);
    }
    // what was written stands there only when the owner took it
    const QSignalBlocker blocker(m_rowCap);
    m_rowCap->setEditText(capText(m_state.rowCap));
}

void RunBar::setHints(const QString& run, const QString& cancel)
{
    m_run->setHint(run);
    m_cancel->setHint(cancel);
}

void RunBar::setMenu(QMenu* menu)
{
    m_more->setMenu(menu);
    m_more->setVisible(menu != nullptr);
}

void RunBar::addWidget(QWidget* widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_cancel) + 1, widget);
    m_added.push_back(widget);
    fitTexts();
}

QSize RunBar::minimumSizeHint() const
{
    return {360, measure::runBar};
}

/// What does not fit gives up its text first, then its place: hints, labels, then the database and the catalog.
void RunBar::fitTexts()
{
    const auto hints = [this](bool compact) {
        m_run->setCompact(compact);
        m_cancel->setCompact(compact);
    };
    hints(false);
    m_rowCapLabel->setVisible(!m_state.submits);
    m_database->setMaximumWidth(QWIDGETSIZE_MAX);
    m_catalog->setMaximumWidth(QWIDGETSIZE_MAX);
    const auto needed = [this] {
        m_layout->invalidate();
        return m_layout->sizeHint().width();
    };
    if (needed() > width()) {
        m_rowCapLabel->setVisible(false);
    }
    if (needed() > width()) {
        hints(true);
    }
    if (needed() > width()) {
        m_database->setMaximumWidth(80);
        m_catalog->setMaximumWidth(80);
    }
}

void RunBar::resizeEvent(QResizeEvent*)
{
    fitTexts();
}

void RunBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), stylepaint::ink(Token::Line));
}

} // namespace millrace
