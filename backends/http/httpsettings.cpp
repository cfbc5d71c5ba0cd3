// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpsettings.h"

namespace millrace {

QStringList HttpSettings::secrets() const
{
    QStringList secrets = extraSecrets;
    secrets.removeAll(QString());
    for (const QString& secret : {login.password, login.token, login.keyPassphrase}) {
        if (!secret.isEmpty()) {
            secrets << secret;
        }
    }
    if (login.method == HttpLogin::Method::Basic && !login.password.isEmpty()) {
        const QByteArray pair = login.user.toUtf8() + ':' + login.password.toUtf8();
        secrets << QString::fromLatin1(pair.toBase64());
    }
    return secrets;
}

} // namespace millrace
