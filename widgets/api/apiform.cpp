// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apiform.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ApiForm)
};

QString sectionOf(ApiParameter::Place place)
{
    switch (place) {
    case ApiParameter::Place::Path:
        return Texts::tr("Path");
    case ApiParameter::Place::Query:
        return Texts::tr("Query");
    case ApiParameter::Place::Header:
        return Texts::tr("Header");
    case ApiParameter::Place::Form:
        return Texts::tr("Form");
    }
    return {};
}

/// A name has no spaces to break at: it may break before a capital letter and behind "_", "-" and ".".
QString breakable(const QString& name)
{
    static constexpr QChar s_break(0x200B);
    QString text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar before = i > 0 ? name[i - 1] : QChar();
        const bool startsWord = name[i].isUpper() && before.isLower();
        if (startsWord || before == u'_' || before == u'-' || before == u'.') {
            text += s_break;
        }
        text += name[i];
    }
    return text;
}

bool isWholeNumber(const QString& text)
{
    const qsizetype sign = text.startsWith(u'-') ? 1 : 0;
    return text.size() > sign && std::ranges::all_of(text.mid(sign), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A server's number may have any size, so this one does not read it.
FormField::Check wholeNumbers(const QString& name)
{
    return [name](const QString& value, const FormValues&) -> std::optional<QString> {
        for (const QString& line : value.split(u'\n', Qt::SkipEmptyParts)) {
            if (!isWholeNumber(line.trimmed())) {
                return Texts::tr("%1 is a whole number, not “%2”.").arg(name, line.trimmed());
            }
        }
        return std::nullopt;
    };
}

FieldKind kindOf(const ApiParameter& parameter)
{
    if (parameter.isList) {
        return FieldKind::Lines;
    }
    if (!parameter.options.isEmpty() || parameter.type == "boolean"_L1) {
        return FieldKind::Choice;
    }
    return parameter.type == "file"_L1 ? FieldKind::File : FieldKind::Text;
}

QString helpOf(const ApiParameter& parameter)
{
    QStringList sentences;
    if (!parameter.description.isEmpty()) {
        sentences << parameter.description;
    }
    if (parameter.isList) {
        sentences << Texts::tr("One value in each line.");
        if (!parameter.options.isEmpty()) {
            sentences << Texts::tr("Possible values: %1.").arg(parameter.options.join(u", "_s));
        }
    }
    return sentences.join(u' ');
}

std::vector<FormField::Option> optionsOf(const ApiParameter& parameter)
{
    std::vector<FormField::Option> options;
    if (!parameter.required) {
        options.push_back({QString(), Texts::tr("(not sent)")});
    }
    const QStringList values = parameter.options.isEmpty() ? QStringList{u"true"_s, u"false"_s} : parameter.options;
    for (const QString& value : values) {
        options.push_back({value, value});
    }
    return options;
}

FormField fieldOf(const ApiParameter& parameter)
{
    FormField field{.id = parameter.name,
        .section = sectionOf(parameter.place),
        .label = breakable(parameter.name) + (parameter.required ? u" *"_s : QString()),
        .kind = kindOf(parameter),
        .placeholder = parameter.example.isEmpty() ? QString() : Texts::tr("for example %1").arg(parameter.example),
        .help = helpOf(parameter),
        .required = parameter.required};
    if (field.kind == FieldKind::Choice) {
        field.options = optionsOf(parameter);
        field.defaultValue = parameter.required ? field.options.front().id : QString();
    } else if (parameter.type == "integer"_L1) {
        field.check = wholeNumbers(parameter.name);
    }
    return field;
}

} // namespace

FormDescription apiForm(const ApiOperation& operation)
{
    static constexpr auto s_places = std::to_array<ApiParameter::Place>({ApiParameter::Place::Path,
        ApiParameter::Place::Query, ApiParameter::Place::Header, ApiParameter::Place::Form});
    FormDescription form{.title = operation.id, .fields = {}};
    for (const ApiParameter::Place place : s_places) {
        for (const ApiParameter& parameter : operation.parameters) {
            if (parameter.place == place && form.field(parameter.name) == nullptr) {
                form.fields.push_back(fieldOf(parameter));
            }
        }
    }
    return form;
}

QMap<QString, QString> apiProblems(const FormDescription& form, const FormValues& typed)
{
    QMap<QString, QString> problems = form.problems(typed);
    for (auto problem = problems.begin(); problem != problems.end(); ++problem) {
        if (typed.value(problem.key()).trimmed().isEmpty()) {
            // The label is made for its column; a sentence has the name as it is.
            *problem = Texts::tr("%1 is missing: fill it in.").arg(problem.key());
        }
    }
    return problems;
}

QMultiMap<QString, QString> apiValues(const ApiOperation& operation, const FormValues& typed)
{
    QMultiMap<QString, QString> values;
    for (const ApiParameter& parameter : operation.parameters) {
        const QString text = typed.value(parameter.name);
        if (values.contains(parameter.name)) {
            continue;
        }
        if (!parameter.isList) {
            if (!text.isEmpty()) {
                values.insert(parameter.name, text);
            }
            continue;
        }
        for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.trimmed().isEmpty()) {
                values.insert(parameter.name, line.trimmed());
            }
        }
    }
    return values;
}

} // namespace millrace
