// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/flinkerrors.h"

#include <QString>

namespace millrace::flink {

/// A statement as it goes to the gateway. That is as it stands in the script, but for BEGIN STATEMENT SET; … END, which
/// is two dialects of one thing: sent in pieces, a failing INSERT would leave the session inside an open set, so it
/// goes as EXECUTE STATEMENT SET BEGIN … END, in one call.
class SentStatement {
public:
    explicit SentStatement(QString statement);

    [[nodiscard]] const QString& text() const { return m_sent; }

    /// The place in the statement as it stands in the script.
    [[nodiscard]] TextRange range(const errors::NamedPlace& place) const;

private:
    [[nodiscard]] qsizetype original(qsizetype sentOffset) const;

    QString m_statement;
    QString m_sent;
    qsizetype m_editBegin = 0; ///< in both texts
    qsizetype m_editEnd = 0; ///< in the statement
    qsizetype m_sentEditEnd = 0;
};

} // namespace millrace::flink
