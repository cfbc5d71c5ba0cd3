// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"

#include <QStringList>
#include <QUrl>

namespace millrace {

/// Takes secrets out of what people get to see: log lines, API calls, error details. Knows the names under which
/// secrets stand in headers, URLs, JSON bodies and SQL options, and the secrets of one connection by value.
class Redactor {
public:
    /// What stands in a secret's place.
    static constexpr QLatin1StringView stars{"***"};
    /// The same in a call that shall be copied as curl: the shell fills it in.
    static constexpr QLatin1StringView environmentName{"$MILLRACE_SECRET"};

    explicit Redactor(QStringList secrets = {}, QLatin1StringView replacement = stars);

    /// Bodies and stacks: JSON members, 'option' = 'value', SET name = value, Authorization lines, known secrets.
    [[nodiscard]] QString text(QString text) const;
    /// User and password are dropped, secret query values replaced.
    [[nodiscard]] QString url(const QUrl& url) const;
    [[nodiscard]] QString headerValue(QByteArrayView name, const QString& value) const;
    [[nodiscard]] QList<QPair<QString, QString>> headers(const HttpHeaders& headers) const;

    /// True for "password", "s3.secret-key", "properties.sasl.jaas.config", "X-Auth-Token", …
    [[nodiscard]] static bool isSecretName(QStringView name);

private:
    QStringList m_secrets;
    QString m_replacement;
};

} // namespace millrace
