// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <QCoreApplication>

namespace millrace::dinky {

/// Dinky: the OpenAPI of 0.6/0.7 and 1.x, and the logged-in API that it needs.
class DinkyBackend : public Backend {
    Q_DECLARE_TR_FUNCTIONS(DinkyBackend)

public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] FormValues valuesForUrl(const QString& url) const override;
    [[nodiscard]] std::vector<QuickOption> quickOptions() const override;
    [[nodiscard]] QByteArray apiDescription() const override;
    [[nodiscard]] std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const override;
};

} // namespace millrace::dinky
