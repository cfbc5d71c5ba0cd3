// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace millrace {

/// The statement with the secrets in it replaced by '***': values of options whose name speaks of a password, token,
/// secret, key or JAAS configuration, and passwords inside addresses. Everything else stays as written.
QString redactStatement(const QString& statement);

/// Whether a setting of this name holds a secret: "password", "s3.secret-key", "wds.linkis.jdbc.password".
bool isSecretSetting(const QString& name);

} // namespace millrace
