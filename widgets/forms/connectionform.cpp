// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/connectionform.h"

#include "models/connectionlistmodel.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldrow.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

// Apart from the ids of any system's own fields.
constexpr auto s_system = "general.system"_L1;
constexpr auto s_name = "general.name"_L1;
constexpr auto s_environment = "general.environment"_L1;
constexpr auto s_readOnly = "general.readOnly"_L1;
constexpr int s_rowGap = 6;

QVBoxLayout* columnLayout(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(s_rowGap);
    return layout;
}

} // namespace

ConnectionForm::ConnectionForm(std::vector<SystemChoice> systems, QWidget* parent)
    : QWidget(parent), m_systems(std::move(systems)), m_layout(columnLayout(this))
{
    Q_ASSERT(!m_systems.empty());
    m_systemId = m_systems.front().id;
    load({.system = m_systemId});
}

ConnectionForm::~ConnectionForm()
{
    dropRows(0);
}

void ConnectionForm::dropRows(std::size_t from)
{
    // A row that is deleted with the focus inside still tells that it was left.
    for (FieldRow* row : std::span(m_rows).subspan(from)) {
        row->disconnect(this);
    }
    m_rows.resize(from);
}

void ConnectionForm::load(const ConnectionProfile& profile, const QStringList& storedSecrets)
{
    m_saved = profile;
    m_storedSecrets = storedSecrets;
    m_typed.clear();
    const bool isKnown = std::ranges::find(m_systems, profile.system, &SystemChoice::id) != m_systems.end();
    m_systemId = isKnown ? profile.system : m_systems.front().id;
    m_typed.insert(m_systemId, profile.values);
    buildGeneral();
    buildSystemFields();
    // What the fields show is what is saved: a field that is newer than the profile must not make it dirty.
    m_saved = this->profile();
    for (FieldRow* row : m_rows) {
        row->setUntouched();
        if (!profile.id.isEmpty()) {
            row->revealProblem();
        }
    }
    Q_EMIT edited();
}

void ConnectionForm::revert()
{
    const ConnectionProfile saved = m_saved;
    load(saved, m_storedSecrets);
}

const SystemChoice& ConnectionForm::system() const
{
    return *std::ranges::find(m_systems, m_systemId, &SystemChoice::id);
}

void ConnectionForm::buildGeneral()
{
    const QString section = tr("General");
    m_general.fields.clear();
    if (m_saved.id.isEmpty() && m_systems.size() > 1) {
        FormField system{.id = s_system, .section = section, .label = tr("System"), .kind = FieldKind::Choice};
        for (const SystemChoice& choice : m_systems) {
            system.options.push_back({choice.id, choice.displayName});
        }
        m_general.fields.push_back(std::move(system));
    }
    m_general.fields.push_back({.id = s_name,
        .section = section,
        .label = tr("Name"),
        .required = true,
        .check = [this](const QString& name, const FormValues&) -> std::optional<QString> {
            return m_nameCheck ? m_nameCheck(name) : std::nullopt;
        }});
    FormField environment{
        .id = s_environment, .section = section, .label = tr("Environment"), .kind = FieldKind::Segments};
    for (const auto each : {Environment::Development, Environment::Test, Environment::Production}) {
        environment.options.push_back({toId(each), displayName(each)});
    }
    m_general.fields.push_back(std::move(environment));
    m_general.fields.push_back({.id = s_readOnly,
        .section = section,
        .kind = FieldKind::Toggle,
        .caption = tr("Read only: no DDL, no DML, no job actions")});

    dropRows(0);
    delete m_generalPart;
    m_generalPart = new QWidget(this);
    m_layout->insertWidget(0, m_generalPart);
    addRows(m_general.fields, columnLayout(m_generalPart));
    const FormValues values{{s_system, m_systemId}, {s_name, m_saved.name}, {s_environment, toId(m_saved.environment)},
        {s_readOnly, m_saved.readOnly ? u"true"_s : u"false"_s}};
    for (FieldRow* row : m_rows) {
        row->editor()->setValue(values.value(row->field().id));
    }
    m_generalRows = m_rows.size();
    m_generalPart->show();
}

void ConnectionForm::buildSystemFields()
{
    dropRows(m_generalRows);
    delete m_systemPart;
    m_systemPart = new QWidget(this);
    m_layout->insertWidget(1, m_systemPart);
    addRows(system().form.fields, columnLayout(m_systemPart));
    FormValues values = system().form.defaults();
    values.insert(m_typed.value(m_systemId));
    for (FieldRow* row : systemRows()) {
        if (auto* secret = qobject_cast<SecretEditor*>(row->editor())) {
            secret->setStored(m_storedSecrets.contains(row->field().id));
            row->setNote(m_secretPlace);
        } else {
            row->editor()->setValue(values.value(row->field().id));
            if (const auto offered = m_offered.value(m_systemId); offered.contains(row->field().id)) {
                row->editor()->setOptions(offered.value(row->field().id));
            }
        }
    }
    updateRows();
    m_systemPart->show();
}

void ConnectionForm::addRows(const std::vector<FormField>& fields, QVBoxLayout* into)
{
    QString section;
    for (const FormField& field : fields) {
        if (field.section != section) {
            section = field.section;
            into->addWidget(makeSection(section));
        }
        auto* row = new FieldRow(field, into->parentWidget());
        into->addWidget(row);
        connect(row, &FieldRow::edited, this, [this, row] { onEdited(row); });
        connect(row, &FieldRow::problemShown, this, &ConnectionForm::edited);
        m_rows.push_back(row);
    }
}

QWidget* ConnectionForm::makeSection(const QString& title)
{
    auto* section = new QWidget(this);
    section->setObjectName("section-"_L1 + title);
    auto* layout = new QHBoxLayout(section);
    layout->setContentsMargins(0, 12, 0, 2);
    layout->setSpacing(10);
    layout->addWidget(new TextLabel(title, TextRole::Section, Token::Text, section));
    layout->addWidget(new Separator(Qt::Horizontal, section), 1);
    return section;
}

std::span<FieldRow* const> ConnectionForm::systemRows() const
{
    return std::span(m_rows).subspan(m_generalRows);
}

FieldRow* ConnectionForm::row(QAnyStringView id) const
{
    const auto found = std::ranges::find_if(m_rows, [id](const FieldRow* each) { return each->field().id == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void ConnectionForm::onEdited(FieldRow* edited)
{
    if (edited->field().id == s_system) {
        m_typed.insert(m_systemId, systemValues());
        m_systemId = edited->editor()->value();
        buildSystemFields();
    }
    updateRows();
    Q_EMIT this->edited();
}

FormValues ConnectionForm::systemValues() const
{
    // Values of fields that this version does not know stay as they were.
    FormValues values = m_typed.value(m_systemId);
    for (const FieldRow* row : systemRows()) {
        if (row->field().kind != FieldKind::Secret) {
            values.insert(row->field().id, row->editor()->value());
        }
    }
    return values;
}

FormValues ConnectionForm::valuesWithSecrets() const
{
    FormValues values = systemValues();
    for (const FieldRow* row : systemRows()) {
        values.insert(row->field().id, row->editor()->value());
    }
    return values;
}

QString ConnectionForm::generalValue(QAnyStringView id) const
{
    const FieldRow* found = row(id);
    return found ? found->editor()->value() : QString();
}

ConnectionProfile ConnectionForm::profile() const
{
    return {.id = m_saved.id,
        .name = generalValue(s_name),
        .system = m_systemId,
        .environment = environmentFromId(generalValue(s_environment)),
        .readOnly = generalValue(s_readOnly) == "true"_L1,
        .values = systemValues()};
}

Secrets ConnectionForm::changedSecrets() const
{
    Secrets secrets;
    for (const FieldRow* row : systemRows()) {
        if (const auto* secret = qobject_cast<const SecretEditor*>(row->editor())) {
            if (const auto change = secret->change()) {
                secrets.insert(row->field().id, *change);
            }
        }
    }
    return secrets;
}

bool ConnectionForm::isDirty() const
{
    return profile() != m_saved || !changedSecrets().isEmpty();
}

QMap<QString, QString> ConnectionForm::problems() const
{
    FormValues general;
    for (const FieldRow* row : m_rows) {
        general.insert(row->field().id, row->editor()->value());
    }
    QMap<QString, QString> found = m_general.problems(general);
    found.insert(system().form.problems(valuesWithSecrets()));
    return found;
}

void ConnectionForm::updateRows()
{
    const QMap<QString, QString> found = problems();
    const FormValues values = valuesWithSecrets();
    for (FieldRow* row : m_rows) {
        row->setProblem(found.value(row->field().id));
    }
    for (FieldRow* row : systemRows()) {
        row->setVisible(system().form.isShown(row->field(), values));
    }
    const auto environment = environmentFromId(generalValue(s_environment));
    row(s_environment)
        ->setNote(environment == Environment::Production
                ? tr("Carmine band on every tab; what ends a job asks for its name.")
                : environment == Environment::Test ? tr("Violet band on every tab.")
                                                   : tr("Green band on every tab."));
    // A section without a visible field has no heading.
    for (const FormField& first : system().form.fields) {
        const bool isShown = std::ranges::any_of(systemRows(), [&](const FieldRow* row) {
            return row->field().section == first.section && system().form.isShown(row->field(), values);
        });
        if (auto* heading = findChild<QWidget*>("section-"_L1 + first.section)) {
            heading->setVisible(isShown);
        }
    }
}

QStringList ConnectionForm::problemLabels() const
{
    const QMap<QString, QString> found = problems();
    QStringList labels;
    for (const FieldRow* row : m_rows) {
        if (found.contains(row->field().id)) {
            labels += row->field().label;
        }
    }
    return labels;
}

bool ConnectionForm::areProblemsShown() const
{
    return std::ranges::any_of(m_rows, &FieldRow::isProblemShown);
}

void ConnectionForm::revealProblems()
{
    for (FieldRow* row : m_rows) {
        row->revealProblem();
    }
}

void ConnectionForm::focusFirstProblem()
{
    const QMap<QString, QString> found = problems();
    const auto first =
        std::ranges::find_if(m_rows, [&](const FieldRow* row) { return found.contains(row->field().id); });
    if (first == m_rows.end()) {
        return;
    }
    (*first)->revealProblem();
    (*first)->editor()->control()->setFocus(Qt::OtherFocusReason);
    for (QWidget* ancestor = parentWidget(); ancestor; ancestor = ancestor->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(ancestor)) {
            scroll->ensureWidgetVisible(*first, 0, measure::pagePadding);
        }
    }
}

void ConnectionForm::setNameCheck(std::function<std::optional<QString>(const QString& name)> check)
{
    m_nameCheck = std::move(check);
    updateRows();
}

void ConnectionForm::setSecretPlace(const QString& sentence)
{
    m_secretPlace = sentence;
    for (FieldRow* row : systemRows()) {
        if (row->field().kind == FieldKind::Secret) {
            row->setNote(sentence);
        }
    }
}

void ConnectionForm::setFieldNote(const QString& fieldId, const QString& note)
{
    if (FieldRow* found = row(fieldId)) {
        found->setNote(note);
    }
}

void ConnectionForm::offerValues(const QString& fieldId, const std::vector<FormField::Option>& options)
{
    m_offered[m_systemId].insert(fieldId, options);
    if (FieldRow* found = row(fieldId)) {
        found->editor()->setOptions(options);
    }
}

void ConnectionForm::fillFromUrl(const QString& url)
{
    if (!system().valuesForUrl) {
        return;
    }
    const FormValues values = system().valuesForUrl(url.trimmed());
    for (FieldRow* row : systemRows()) {
        if (const auto value = values.find(row->field().id); value != values.end()) {
            row->editor()->setValue(*value);
            row->revealProblem();
        }
    }
    updateRows();
    Q_EMIT edited();
}

} // namespace millrace
