// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/redaction.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// What \s is, also where a JSON string holds the SQL and writes its line breaks as \n.
const QString s_blank = u"(?:\\s|\\\\[nrt])*"_s;

/// Calls back for each match with its groups 1 (a name) and 2 (a value), and replaces group 2 when the name is secret.
QString replaceValues(const QString& text, const QRegularExpression& pattern, const QString& replacement)
{
    QString result;
    qsizetype copied = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!Redactor::isSecretName(match.capturedView(1)) || match.capturedLength(2) == 0) {
            continue;
        }
        result += QStringView(text).mid(copied, match.capturedStart(2) - copied);
        result += replacement;
        copied = match.capturedEnd(2);
    }
    if (copied == 0) {
        return text;
    }
    return result + QStringView(text).mid(copied);
}

const std::array<QRegularExpression, 5>& valuePatterns()
{
    static const std::array<QRegularExpression, 5> s_patterns{
        // 'password' = 'it''s', as WITH options and SET write it
        QRegularExpression(u"'([^'\\n]{1,200})'"_s + s_blank + u'=' + s_blank + u"'((?:[^']++|'')*+)'"_s),
        // SET password = secret, as old clients write it
        QRegularExpression(u"\\bSET"_s + s_blank + u"([\\w.-]+)"_s + s_blank + u'=' + s_blank + u"([^\\s;'\"\\\\]+)"_s,
            QRegularExpression::CaseInsensitiveOption),
        // "password": "secret"
        QRegularExpression(u"\"([^\"\\\\]{1,200})\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\""_s),
        // ["s3.secret-key", "secret"], a row of SET
        QRegularExpression(u"\"([^\"\\\\]{1,200})\"\\s*,\\s*\"((?:[^\"\\\\]++|\\\\.)*+)(?=\")"_s),
        // password=secret and password="secret", as JAAS configurations, properties and query strings write it
        QRegularExpression(u"([\\w.-]{2,200})\\s*=\\s*\\\\*\"?([^\\s\"'\\\\;,&<>]+)"_s),
    };
    return s_patterns;
}

} // namespace

Redactor::Redactor(QStringList secrets, QLatin1StringView replacement) : m_replacement(replacement)
{
    for (const QString& secret : secrets) {
        // Shorter ones would eat ordinary words; the names still catch them.
        if (secret.size() < 4) {
            continue;
        }
        m_secrets << secret;
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
        if (encoded != secret) {
            m_secrets << encoded;
        }
        QString escaped = secret;
        escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        if (escaped != secret) {
            m_secrets << escaped;
        }
    }
    // The longest first, so that a secret which is part of another leaves no rest behind.
    std::ranges::sort(m_secrets, [](const QString& a, const QString& b) { return a.size() > b.size(); });
}

bool Redactor::isSecretName(QStringView name)
{
    static constexpr std::array s_words{"password"_L1, "passwd"_L1, "pwd"_L1, "passphrase"_L1, "secret"_L1, "token"_L1,
        "credential"_L1, "apikey"_L1, "api-key"_L1, "api.key"_L1, "api_key"_L1, "accesskey"_L1, "access-key"_L1,
        "access.key"_L1, "access_key"_L1, "account.key"_L1, "account-key"_L1, "privatekey"_L1, "private-key"_L1,
        "private.key"_L1, "private_key"_L1, "jaas.config"_L1, "jaas_config"_L1, "authorization"_L1, "cookie"_L1,
        "signature"_L1};
    return std::ranges::any_of(
        s_words, [name](QLatin1StringView word) { return name.contains(word, Qt::CaseInsensitive); });
}

QString Redactor::text(QString text) const
{
    for (const QString& secret : m_secrets) {
        text.replace(secret, m_replacement);
    }
    for (const QRegularExpression& pattern : valuePatterns()) {
        text = replaceValues(text, pattern, m_replacement);
    }
    static const QRegularExpression s_scheme(
        u"\\b(Bearer|Basic|Token)\\s+[A-Za-z0-9._~+/-]{6,}=*"_s, QRegularExpression::CaseInsensitiveOption);
    text.replace(s_scheme, u"\\1 "_s + m_replacement);
    static const QRegularExpression s_userInfo(u"://[^/\\s:@\"']+:[^/\\s@\"']+@"_s);
    text.replace(s_userInfo, u"://"_s + m_replacement + u'@');
    return text;
}

QString Redactor::url(const QUrl& url) const
{
    QUrl shown = url;
    shown.setUserInfo({});
    if (shown.hasQuery()) {
        QUrlQuery query(shown);
        auto items = query.queryItems(QUrl::FullyDecoded);
        for (auto& [name, value] : items) {
            if (isSecretName(name)) {
                value = m_replacement;
            }
        }
        query.setQueryItems(items);
        shown.setQuery(query);
    }
    QString result = shown.toString(QUrl::FullyEncoded);
    for (const QString& secret : m_secrets) {
        result.replace(secret, m_replacement);
    }
    return result;
}

QString Redactor::headerValue(QByteArrayView name, const QString& value) const
{
    const QString header = QString::fromLatin1(name);
    if (isSecretName(header) || header.contains("auth"_L1, Qt::CaseInsensitive)) {
        const QString scheme = value.section(u' ', 0, 0);
        const bool namesScheme = scheme.size() < value.size()
            && (scheme.compare("Basic"_L1, Qt::CaseInsensitive) == 0
                || scheme.compare("Bearer"_L1, Qt::CaseInsensitive) == 0);
        return namesScheme ? scheme + u' ' + m_replacement : m_replacement;
    }
    return text(value);
}

QList<QPair<QString, QString>> Redactor::headers(const HttpHeaders& headers) const
{
    QList<QPair<QString, QString>> shown;
    for (const auto& [name, value] : headers) {
        shown.append({QString::fromLatin1(name), headerValue(name, QString::fromUtf8(value))});
    }
    return shown;
}

} // namespace millrace
