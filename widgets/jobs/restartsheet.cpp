// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/restartsheet.h"

#include "models/ledgermodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldrow.h"
#include "widgets/jobs/savepointtimeline.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_leftWidth = 470;
constexpr QSize s_sheetSize{1244, 804};

QHBoxLayout* barLayout(QWidget* bar)
{
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(8);
    return layout;
}

} // namespace

RestartSheet::RestartSheet(RestartSubject subject, QWidget* host) : Sheet(host), m_subject(std::move(subject))
{
    setObjectName(u"restartSheet"_s);
    setTitle(tr("Restart %1 from a savepoint").arg(m_subject.jobName), m_subject.connectionName);
    setEnvironment(m_subject.environment);
    m_messages = new MessageBar;
    body()->addWidget(m_messages);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(buildLeft());
    columns->addWidget(new Separator(Qt::Vertical));
    columns->addWidget(buildRight(), 1);
    body()->addLayout(columns, 1);
    buildFoot();
    setFrameSize(s_sheetSize);
    setRuns(m_subject.runs);
    takeSql();
    m_timeline->setFocus();
}

QWidget* RestartSheet::buildLeft()
{
    auto* left = new QWidget;
    left->setFixedWidth(s_leftWidth);
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new PanelBar;
    auto* head = barLayout(bar);
    head->addWidget(new TextLabel(tr("Start from"), TextRole::Section, Token::Text));
    head->addStretch(1);
    auto* show = new SegmentedControl;
    show->setObjectName(u"timelineShow"_s);
    show->setAccessibleName(tr("What to show"));
    show->setSegments({{.id = u"all"_s, .text = tr("All")}, {.id = u"savepoints"_s, .text = tr("Savepoints")},
        {.id = u"checkpoints"_s, .text = tr("Checkpoints")}});
    head->addWidget(show);
    m_timeline = new SavepointTimeline;
    m_empty = new EmptyView(tr("No savepoint or checkpoint of this job is known. Type where one lies."));
    m_empty->hide();
    layout->addWidget(bar);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(new Separator(Qt::Horizontal));
    layout->addWidget(buildPath());
    layout->addWidget(buildForm());
    connect(show, &SegmentedControl::chosen, this, [this](const QString& id) {
        m_timeline->setShow(id == "savepoints"_L1 ? SavepointTimeline::Show::Savepoints
                : id == "checkpoints"_L1          ? SavepointTimeline::Show::Checkpoints
                                                  : SavepointTimeline::Show::All);
    });
    connect(m_timeline, &SavepointTimeline::chosenChanged, this, &RestartSheet::takeChosen);
    connect(m_timeline, &QAbstractItemView::activated, this, [this] { m_go->setFocus(); });
    return left;
}

QWidget* RestartSheet::buildPath()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(new TextLabel(tr("Path"), TextRole::Caption, Token::TextDim));
    m_path = new QLineEdit;
    m_path->setObjectName(u"restartPath"_s);
    m_path->setAccessibleName(tr("Path of the savepoint"));
    m_path->setFont(themeFont(TextRole::MonoSmall));
    m_pathNote = new TextLabel(TextRole::Caption, Token::TextDim);
    m_pathNote->setWordWrap(true);
    layout->addWidget(m_path);
    layout->addWidget(m_pathNote);
    connect(m_path, &QLineEdit::textChanged, this, &RestartSheet::refresh);
    return box;
}

QWidget* RestartSheet::buildForm()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 4, 12, 8);
    layout->setSpacing(2);
    for (const FormField& field : m_subject.form.fields) {
        auto* row = new FieldRow(field);
        row->editor()->setValue(field.defaultValue);
        layout->addWidget(row);
        m_fields.push_back(row);
        connect(row, &FieldRow::edited, this, &RestartSheet::refresh);
    }
    // A long form must not push the list of savepoints away.
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"restartForm"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(box);
    scroll->viewport()->setAutoFillBackground(false);
    box->setAutoFillBackground(false);
    scroll->setVisible(!m_fields.empty());
    scroll->setFixedHeight(std::min(box->sizeHint().height() + 4, 244));
    return scroll;
}

QWidget* RestartSheet::buildRight()
{
    if (!m_subject.textIsNeeded) {
        auto* kept = new TextLabel(
            tr("The server keeps this job and starts it again as it was."), TextRole::Body, Token::TextDim);
        kept->setObjectName(u"restartVerdict"_s);
        kept->setWordWrap(true);
        kept->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        kept->setContentsMargins(12, 10, 12, 10);
        return kept;
    }
    m_comparison = new RestartComparison(m_subject.texts);
    connect(m_comparison, &RestartComparison::changed, this, &RestartSheet::refresh);
    connect(m_comparison, &RestartComparison::plansWanted, this, &RestartSheet::plansWanted);
    return m_comparison;
}

void RestartSheet::buildFoot()
{
    m_typed = new TypedName;
    if (m_subject.environment == Environment::Production) {
        m_typed->setWanted(tr("Type the job name to restart it in production"), m_subject.jobName);
    }
    m_note = new TextLabel(TextRole::Caption, Token::TextDim);
    m_copy = new ActionButton(tr("Copy as command"));
    m_copy->setObjectName(u"restartCopy"_s);
    m_copy->setIcon(themedIcon(this, "edit-copy"_L1));
    setButtonKind(m_copy, ButtonKind::Link);
    m_leave = new ActionButton(tr("Cancel"));
    m_leave->setObjectName(u"sheetLeave"_s);
    m_go = new ActionButton;
    m_go->setObjectName(u"sheetGo"_s);
    setButtonKind(m_go, ButtonKind::Primary);
    foot()->addWidget(m_typed);
    foot()->addWidget(m_note, 1, Qt::AlignBottom);
    foot()->addWidget(m_copy, 0, Qt::AlignBottom);
    foot()->addWidget(m_leave, 0, Qt::AlignBottom);
    foot()->addWidget(m_go, 0, Qt::AlignBottom);
    connect(m_typed, &TypedName::changed, this, &RestartSheet::refresh);
    connect(m_typed, &TypedName::accepted, this, [this] {
        if (m_go->isEnabled()) {
            start();
        }
    });
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        const RestartChoice chosen = choice();
        Q_EMIT copyCommandRequested(chosen);
    });
    connect(m_leave, &QAbstractButton::clicked, this, &Sheet::closeSheet);
    connect(m_go, &QAbstractButton::clicked, this, &RestartSheet::start);
}

void RestartSheet::setEntries(std::vector<LedgerEntry> entries, const QDateTime& now)
{
    const bool none = entries.empty() && !m_subject.runs;
    m_timeline->setEntries(std::move(entries), m_subject.runs, now);
    m_timeline->setVisible(!none);
    m_empty->setVisible(none);
    takeChosen();
}

void RestartSheet::setRuns(bool runs)
{
    m_subject.runs = runs;
    m_go->setText(runs ? tr("Stop and restart") : tr("Restart"));
    refresh();
}

void RestartSheet::setFailedCheckpoints(std::vector<Checkpoint> failed)
{
    m_timeline->setFailed(std::move(failed));
}

void RestartSheet::choose(const QString& location)
{
    if (!m_timeline->choose(location)) {
        m_path->setText(location);
    }
}

void RestartSheet::setKnownSql(const QString& sql)
{
    m_knownSql = sql;
    takeSql();
}

void RestartSheet::takeChosen()
{
    const LedgerEntry* entry = m_timeline->chosen();
    const qint64 id = entry ? entry->id : 0;
    if (m_shownId != id && (entry || m_timeline->isNowChosen())) {
        m_shownId = id;
        m_path->setText(entry ? entry->location : QString());
        m_path->end(false); // the last part tells one from another
    }
    takeSql();
}

QString RestartSheet::savepointSql() const
{
    const LedgerEntry* entry = m_timeline->chosen();
    return entry && !entry->sql.isEmpty() ? entry->sql : m_knownSql;
}

QString RestartSheet::presentSql() const
{
    return m_comparison ? m_comparison->after() : QString();
}

void RestartSheet::takeSql()
{
    if (m_comparison) {
        m_comparison->setBefore(savepointSql());
    }
    refresh();
}

QString RestartSheet::problem() const
{
    if (!m_timeline->isNowChosen() && m_path->text().trimmed().isEmpty()) {
        return tr("Choose a savepoint or type where one lies.");
    }
    if (m_subject.textIsNeeded && presentSql().trimmed().isEmpty()) {
        return tr("The SQL of this job is not known here: open its script in a tab.");
    }
    FormValues values = choice().values;
    const QMap<QString, QString> problems = m_subject.form.problems(values);
    return problems.isEmpty() ? QString() : problems.first();
}

void RestartSheet::refresh()
{
    const LedgerEntry* entry = m_timeline->chosen();
    const QString typed = m_path->text().trimmed();
    m_path->setPlaceholderText(m_timeline->isNowChosen() ? tr("Taken when the job stops") : tr("s3://…/savepoint-…"));
    if (m_timeline->isNowChosen() && typed.isEmpty()) {
        m_pathNote->setText({});
    } else if (entry && typed == entry->location) {
        const bool dead = entry->state != LedgerEntry::State::Present;
        m_pathNote->setText(dead ? tr("It is %1: nothing can start from it.").arg(ledgerStateText(entry->state))
                : entry->format.isEmpty() ? ledgerKindText(entry->kind)
                                          : ledgerKindText(entry->kind) + u" · "_s + entry->format);
        m_pathNote->setColor(dead ? Token::Warn : Token::TextDim);
    } else {
        m_pathNote->setText(typed.isEmpty() ? QString() : tr("Typed: whether it is there shows when the job starts."));
        m_pathNote->setColor(Token::TextDim);
    }
    const FormValues values = choice().values;
    for (FieldRow* row : m_fields) {
        row->setVisible(m_subject.form.isShown(row->field(), values));
    }
    const QString what = problem();
    const bool isWrong = !what.isEmpty();
    m_note->setText(isWrong  ? what
            : m_subject.runs ? tr("The running job stops with a new savepoint first.")
                             : QString());
    m_note->setColor(isWrong ? Token::Warn : Token::TextDim);
    m_go->setEnabled(!m_busy && !isWrong && m_typed->fits());
    m_copy->setEnabled(!isWrong && m_subject.textIsNeeded && !typed.isEmpty());
    m_timeline->setEnabled(!m_busy);
    m_path->setEnabled(!m_busy);
    if (m_comparison) {
        m_comparison->setChoiceEnabled(!m_busy);
    }
    m_leave->setText(m_busy ? tr("Go on in the background") : tr("Cancel"));
}

RestartChoice RestartSheet::choice() const
{
    RestartChoice choice;
    choice.location = m_path->text().trimmed();
    choice.fromNow = m_timeline->isNowChosen() && choice.location.isEmpty();
    choice.sql = m_subject.textIsNeeded ? presentSql() : QString();
    for (const FieldRow* row : m_fields) {
        choice.values.insert(row->field().id, row->editor()->value());
    }
    return choice;
}

void RestartSheet::start()
{
    m_messages->clear();
    const RestartChoice chosen = choice();
    setBusy(tr("Starting…"));
    Q_EMIT accepted(chosen);
}

void RestartSheet::setBusy(const QString& message)
{
    m_busy = true;
    refresh();
    m_note->setText(message);
    m_note->setColor(Token::TextDim);
}

void RestartSheet::setFailed(const Error& error)
{
    m_busy = false;
    m_messages->showError(error);
    refresh();
}

} // namespace millrace
