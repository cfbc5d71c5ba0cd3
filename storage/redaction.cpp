// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/redaction.h"

#include <QRegularExpression>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// 'option' = 'value'; a doubled '' belongs to the value. Possessive, since a value can be megabytes long.
const QRegularExpression& secretOption()
{
    static const QRegularExpression s_option(
        u"('[^']{0,200}?(?:password|passwd|passphrase|secret|token|credential|jaas|api[._-]?key|access[._-]?key|"
        "account[._-]?key|private[._-]?key|authorization)[^']{0,200}'\\s*=\\s*)'(?:[^']++|'')*+(?:'|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return s_option;
}

/// user:password@ inside an address.
const QRegularExpression& addressLogin()
{
    static const QRegularExpression s_login(u"(://[^\\s/'@:]*:)[^\\s/'@]+@"_s);
    return s_login;
}

/// password=… inside a JDBC address or a JAAS line.
const QRegularExpression& inlineSecret()
{
    static const QRegularExpression s_inline(
        u"\\b((?:password|passwd|pwd|secret|token|access_key|secret_key)=)(\"[^\"]*\"|[^\\s&;,'\")]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return s_inline;
}

} // namespace

QString redactStatement(const QString& statement)
{
    QString redacted = statement;
    redacted.replace(secretOption(), u"\\1'***'"_s);
    redacted.replace(addressLogin(), u"\\1***@"_s);
    redacted.replace(inlineSecret(), u"\\1***"_s);
    return redacted;
}

bool isSecretSetting(const QString& name)
{
    static const QRegularExpression s_name(
        u"passw|passphrase|secret|token|credential|jaas|(?:api|access|account|private)[._-]?key|authorization"_s,
        QRegularExpression::CaseInsensitiveOption);
    return s_name.match(name).hasMatch();
}

} // namespace millrace
