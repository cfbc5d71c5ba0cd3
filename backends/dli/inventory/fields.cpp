// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/fields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::dli::fieldsof {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliForms)
};

/// Choices whose values are numbers on the wire.
const QStringList s_numbers{u"checkpoint_mode"_s};

FormField made(const QString& id, const QString& label, FieldKind kind)
{
    return {.id = id, .section = Texts::tr("General"), .label = label, .kind = kind};
}

QStringList linesOf(const QString& text)
{
    QStringList found;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty()) {
            found << line.trimmed();
        }
    }
    return found;
}

QJsonObject objectOf(const QString& text)
{
    QJsonObject object;
    for (const QString& line : linesOf(text)) {
        object.insert(line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed());
    }
    return object;
}

/// Four numbers of a byte each: the service knows no other addresses.
bool isAddress(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](QStringView part) {
        bool isNumber = false;
        return part.toUShort(&isNumber) < 256 && isNumber && part.front().isDigit();
    });
}

bool isRange(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    bool isNumber = false;
    return slash > 0 && isAddress(text.first(slash)) && text.sliced(slash + 1).toUShort(&isNumber) <= 32 && isNumber;
}

std::optional<QString> checkPairs(const QString& value, const FormValues&)
{
    for (const QString& line : linesOf(value)) {
        if (line.indexOf(u'=') < 1) {
            return Texts::tr("“%1” is no setting: write name = value.").arg(line);
        }
    }
    return std::nullopt;
}

} // namespace

FormField text(const QString& id, const QString& label, bool required)
{
    FormField field = made(id, label, FieldKind::Text);
    field.required = required;
    return field;
}

FormField number(const QString& id, const QString& label, qint64 least, qint64 most, const QString& value)
{
    FormField field = made(id, label, FieldKind::Number);
    field.defaultValue = value;
    field.check = checks::wholeNumber(least, most);
    return field;
}

FormField toggle(const QString& id, const QString& caption, bool value)
{
    FormField field = made(id, {}, FieldKind::Toggle);
    field.caption = caption;
    field.defaultValue = value ? u"true"_s : u"false"_s;
    return field;
}

FormField lines(const QString& id, const QString& label, bool required)
{
    FormField field = made(id, label, FieldKind::Lines);
    field.required = required;
    field.help = Texts::tr("One a line.");
    return field;
}

FormField choice(const QString& id, const QString& label, const QStringList& options)
{
    FormField field = made(id, label, FieldKind::Choice);
    field.defaultValue = options.constFirst();
    for (const QString& option : options) {
        field.options.push_back({option, option.isEmpty() ? Texts::tr("As the service decides") : option});
    }
    return field;
}

FormField maybe(const QString& id, const QString& label)
{
    FormField field = made(id, label, FieldKind::Choice);
    field.options = {{QString(), Texts::tr("As it is")}, {u"true"_s, Texts::tr("Yes")}, {u"false"_s, Texts::tr("No")}};
    return field;
}

FormField pairs(const QString& id, const QString& label)
{
    FormField field = made(id, label, FieldKind::Headers);
    field.placeholder = u"spark.sql.shuffle.partitions = 200"_s;
    field.help = Texts::tr("name = value, one a line.");
    field.check = checkPairs;
    return field;
}

std::vector<FormField> inSection(const QString& section, std::vector<FormField> fields)
{
    for (FormField& field : fields) {
        field.section = section;
    }
    return fields;
}

FormField withHelp(FormField field, const QString& help)
{
    field.help = help;
    return field;
}

FormField checked(FormField field, FormField::Check check)
{
    field.check = std::move(check);
    return field;
}

QJsonArray listOf(const QString& lines)
{
    return QJsonArray::fromStringList(linesOf(lines));
}

QJsonObject bodyOf(const FormDescription& form, const FormValues& values)
{
    QJsonObject body;
    for (const FormField& each : form.fields) {
        const QString value = values.value(each.id).trimmed();
        if (value.isEmpty() || !form.isShown(each, values)) {
            continue;
        }
        const bool isTruth = value == "true"_L1 || value == "false"_L1;
        if (each.kind == FieldKind::Number || s_numbers.contains(each.id)) {
            body.insert(each.id, value.toLongLong());
        } else if (each.kind == FieldKind::Toggle || (each.kind == FieldKind::Choice && isTruth)) {
            body.insert(each.id, value == "true"_L1);
        } else if (each.kind == FieldKind::Lines) {
            body.insert(each.id, listOf(value));
        } else if (each.kind == FieldKind::Headers) {
            body.insert(each.id, objectOf(value));
        } else {
            body.insert(each.id, value);
        }
    }
    return body;
}

std::optional<QString> checkName(const QString& value, const FormValues&)
{
    static const QRegularExpression s_name(u"^[A-Za-z0-9_]{1,64}$"_s);
    if (value.isEmpty() || s_name.match(value).hasMatch()) {
        return std::nullopt;
    }
    return Texts::tr("“%1” is no name here: use up to 64 letters, digits and underscores.").arg(value);
}

std::optional<QString> checkCidr(const QString& value, const FormValues&)
{
    if (value.isEmpty() || isRange(value)) {
        return std::nullopt;
    }
    return Texts::tr("“%1” is no address range: write it as 172.16.0.0/14.").arg(value);
}

std::optional<QString> checkBoundQueues(const QString& value, const FormValues&)
{
    if (linesOf(value).contains(u"default"_s)) {
        return Texts::tr("The queue default cannot be bound: name another one.");
    }
    return std::nullopt;
}

std::optional<QString> checkObsPaths(const QString& value, const FormValues&)
{
    for (const QString& line : linesOf(value)) {
        if (!line.startsWith("obs://"_L1) && !line.startsWith("https://"_L1)) {
            return Texts::tr("“%1” is no address in OBS: write it as obs://bucket/folder/file.").arg(line);
        }
    }
    return std::nullopt;
}

std::optional<QString> checkHosts(const QString& value, const FormValues&)
{
    for (const QString& line : linesOf(value)) {
        const QStringList words = line.split(QRegularExpression(u"\\s+"_s));
        if (words.size() != 2 || !isAddress(words.constFirst())) {
            return Texts::tr("“%1” is no host: write address and name, as 192.168.0.7 kafka-1.").arg(line);
        }
    }
    return std::nullopt;
}

} // namespace millrace::dli::fieldsof
