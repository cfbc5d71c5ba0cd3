// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogbrowser.h"

namespace millrace::flink {

/// Lists catalogs with SHOW and DESCRIBE in the given session, always by full names, so that its current catalog and
/// database stay as they are.
class FlinkCatalog : public CatalogBrowser {
public:
    QCoro::Task<Result<std::vector<CatalogEntry>>> children(
        std::shared_ptr<SqlSession> session, CatalogEntry parent, CancellationToken token) override;
};

/// `a`.`b`, with every back quote doubled.
QString quotedPath(const QStringList& names);

} // namespace millrace::flink
