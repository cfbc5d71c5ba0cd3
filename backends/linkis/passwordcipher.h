// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace millrace::linkis {

/// The password as a server wants it that asks for encryption: RSA with PKCS #1 v1.5 padding, in base64. key is the
/// server's X.509 SubjectPublicKeyInfo in base64; its size is whatever it is.
Result<QString> encryptedPassword(const QString& password, const QByteArray& key);

} // namespace millrace::linkis
