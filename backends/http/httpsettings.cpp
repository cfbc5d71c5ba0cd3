// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpsettings.h"

#include <QStringList>

namespace millrace {

QStringList HttpSettings::secrets() const
{
    QStringList secrets;
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
