// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/form.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Form)
};

/// What stands after the host of an address, or nothing. QUrl refuses a bad port without saying so.
std::optional<QString> portText(const QString& address)
{
    static const QRegularExpression s_authorityEnd(u"[/?#]"_s);
    const qsizetype scheme = address.indexOf("://"_L1);
    QString authority = scheme < 0 ? address : address.mid(scheme + 3);
    if (const qsizetype end = authority.indexOf(s_authorityEnd); end >= 0) {
        authority.truncate(end);
    }
    authority = authority.mid(authority.lastIndexOf(u'@') + 1);
    const qsizetype colon = authority.lastIndexOf(u':');
    // The colons of an IPv6 address stand inside its brackets.
    return colon > authority.lastIndexOf(u']') ? std::optional(authority.mid(colon + 1)) : std::nullopt;
}

std::optional<QString> portProblem(const QString& port)
{
    bool isNumber = false;
    const int number = port.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= 65535) {
        return std::nullopt;
    }
    return Texts::tr("%1 is not a port: use a number from 1 to 65535.").arg(port.isEmpty() ? u"\"\""_s : port);
}

} // namespace

const FormField* FormDescription::field(QStringView id) const
{
    const auto it = std::ranges::find_if(fields, [id](const FormField& field) { return field.id == id; });
    return it == fields.end() ? nullptr : &*it;
}

FormValues FormDescription::defaults() const
{
    FormValues values;
    for (const FormField& field : fields) {
        if (field.kind != FieldKind::Secret) {
            values.insert(field.id, field.defaultValue);
        }
    }
    return values;
}

bool FormDescription::isShown(const FormField& field, const FormValues& values) const
{
    if (!field.shownWhen) {
        return true;
    }
    const FormField* other = this->field(field.shownWhen->field);
    const QString value = values.value(field.shownWhen->field, other ? other->defaultValue : QString());
    // What hangs on a hidden field is hidden with it.
    return field.shownWhen->values.contains(value) && (!other || isShown(*other, values));
}

QMap<QString, QString> FormDescription::problems(const FormValues& values) const
{
    QMap<QString, QString> found;
    for (const FormField& field : fields) {
        if (!isShown(field, values)) {
            continue;
        }
        const QString value = values.value(field.id).trimmed();
        if (value.isEmpty()) {
            if (field.required) {
                found.insert(field.id, Texts::tr("%1 is missing: fill it in.").arg(field.label));
            }
        } else if (field.check) {
            if (const auto problem = field.check(value, values)) {
                found.insert(field.id, *problem);
            }
        }
    }
    return found;
}

namespace checks {

std::optional<QString> httpUrl(const QString& value, const FormValues&)
{
    if (value.isEmpty()) {
        return std::nullopt;
    }
    if (!value.startsWith("http://"_L1) && !value.startsWith("https://"_L1)) {
        return Texts::tr("%1 is not a web address: it starts with http:// or https://.").arg(value);
    }
    if (const auto port = portText(value)) {
        if (auto problem = portProblem(*port)) {
            return problem;
        }
    }
    const QUrl url(value, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return Texts::tr("%1 names no host: write it like http://host:8083.").arg(value);
    }
    if (!url.userInfo().isEmpty()) {
        return Texts::tr("An address must not hold a user or a password: use the fields under Login.");
    }
    return std::nullopt;
}

std::optional<QString> headerLines(const QString& value, const FormValues&)
{
    static const QRegularExpression s_name(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
    for (const QString& raw : value.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty()) {
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0) {
            const QString fixed = line.section(u' ', 0, 0) + u": "_s + line.section(u' ', 1);
            return Texts::tr("A header needs a colon: write %1.").arg(fixed.trimmed());
        }
        if (!s_name.match(line.left(colon).trimmed()).hasMatch()) {
            return Texts::tr("%1 is no header name: use letters, digits and dashes.").arg(line.left(colon));
        }
    }
    return std::nullopt;
}

std::optional<QString> hostAndPort(const QString& value, const FormValues&)
{
    if (value.isEmpty()) {
        return std::nullopt;
    }
    const auto port = portText(value);
    if (!port) {
        return Texts::tr("%1 has no port: write it like host:3128.").arg(value);
    }
    return portProblem(*port);
}

FormField::Check wholeNumber(qint64 least, qint64 most)
{
    return [least, most](const QString& value, const FormValues&) -> std::optional<QString> {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (isNumber && number >= least && number <= most) {
            return std::nullopt;
        }
        return QCoreApplication::translate("Form", "%1 does not do: use a whole number from %2 to %3.")
            .arg(value)
            .arg(least)
            .arg(most);
    };
}

} // namespace checks

} // namespace millrace
