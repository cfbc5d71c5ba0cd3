// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

#include <QJsonObject>

/// Fields of the forms that become bodies of calls: each is named as the service names the member.
namespace millrace::dli::fieldsof {

FormField text(const QString& id, const QString& label, bool required = false);
FormField number(const QString& id, const QString& label, qint64 least, qint64 most, const QString& value = {});
FormField toggle(const QString& id, const QString& caption, bool value = false);
/// One item a line.
FormField lines(const QString& id, const QString& label, bool required = false);
/// The first option is the default. Options are shown as the service spells them.
FormField choice(const QString& id, const QString& label, const QStringList& options);
/// Yes, no, or as it is.
FormField maybe(const QString& id, const QString& label);
/// "name = value", one a line: an object.
FormField pairs(const QString& id, const QString& label);

/// The same fields below a heading.
std::vector<FormField> inSection(const QString& section, std::vector<FormField> fields);
FormField withHelp(FormField field, const QString& help);
FormField checked(FormField field, FormField::Check check);

/// A body of the form's fields under their own ids: numbers as numbers, toggles as booleans, lines as lists, pairs as
/// objects, and nothing for what was left empty. Ids in numbers are numbers although a choice is shown for them.
QJsonObject bodyOf(const FormDescription& form, const FormValues& values);

/// The lines of a text that are not empty.
QJsonArray listOf(const QString& lines);

/// Sentences on what the service would refuse.
std::optional<QString> checkName(const QString& value, const FormValues& all);
std::optional<QString> checkCidr(const QString& value, const FormValues& all);
std::optional<QString> checkBoundQueues(const QString& value, const FormValues& all);
std::optional<QString> checkObsPaths(const QString& value, const FormValues& all);
std::optional<QString> checkHosts(const QString& value, const FormValues& all);

} // namespace millrace::dli::fieldsof
