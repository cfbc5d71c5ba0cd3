// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sessionsettings.h"

#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SessionSettings)
};

/// A list beside which a text names what it lacks takes anything.
bool namesAnother(const FormField& field, const FormDescription& form)
{
    return std::ranges::any_of(form.fields, [&](const FormField& other) {
        return other.kind == FieldKind::Text && other.shownWhen && other.shownWhen->field == field.id
            && other.id == u"other"_s + field.id.left(1).toUpper() + field.id.mid(1);
    });
}

bool takesOneOfItsOptions(const FormField& field, const FormDescription& form)
{
    if (namesAnother(field, form)) {
        return false;
    }
    return field.kind == FieldKind::Choice || field.kind == FieldKind::Segments;
}

bool isOption(const FormField& field, const QString& value)
{
    return std::ranges::any_of(field.options, [&](const FormField::Option& option) { return option.id == value; });
}

QString optionNames(const FormField& field)
{
    QStringList names;
    for (const FormField::Option& option : field.options) {
        if (!option.id.isEmpty()) {
            names << option.id;
        }
    }
    return names.join(u", "_s);
}

} // namespace

void addSessionOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {u"mode"_s, Texts::tr("batch or streaming; the same as --set execution.runtime-mode=…."), u"MODE"_s});
    parser.addOption({u"set"_s,
        Texts::tr("A setting of the session, or what the system asks for it (engine, queue, database, …); may be given "
                  "several times."),
        u"KEY=VALUE"_s});
}

std::optional<QMap<QString, QString>> readSessionOptions(const QCommandLineParser& parser, const QString& command)
{
    QMap<QString, QString> properties;
    for (const QString& setting : parser.values(u"set"_s)) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1) {
            wrongUsage(command, Texts::tr("--set needs KEY=VALUE, not “%1”.").arg(setting));
            return std::nullopt;
        }
        properties.insert(setting.first(equals).trimmed(), setting.sliced(equals + 1).trimmed());
    }
    if (parser.isSet(u"mode"_s)) {
        const auto mode = choiceOf(parser, command, u"mode"_s, {u"batch"_s, u"streaming"_s});
        if (!mode) {
            return std::nullopt;
        }
        properties.insert(u"execution.runtime-mode"_s, *mode);
    }
    return properties;
}

Result<void> checkSessionProperties(const QMap<QString, QString>& properties, const FormDescription& form)
{
    FormValues values = form.defaults();
    values.insert(properties);
    for (const FormField& field : form.fields) {
        const bool isGiven = properties.contains(field.id);
        if (isGiven && takesOneOfItsOptions(field, form) && !isOption(field, values.value(field.id))) {
            return failure(ErrorKind::Usage,
                Texts::tr("%1 cannot be “%2”: it is one of %3.")
                    .arg(field.id, values.value(field.id), optionNames(field)));
        }
    }
    const QMap<QString, QString> problems = form.problems(values);
    if (!problems.isEmpty()) {
        return failure(
            ErrorKind::Usage, Texts::tr("--set %1=… does not do: %2").arg(problems.firstKey(), problems.first()));
    }
    return {};
}

} // namespace millrace::cli
