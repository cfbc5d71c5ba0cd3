// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logicaltype.h"
#include "core/result.h"
#include "results/rowbatch.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace millrace::flink {

/// One answer of GET …/operations/:o/result/:token.
struct ResultPage {
    enum class Kind { NotReady, Payload, EndOfStream };

    Kind kind = Kind::NotReady;
    /// nextResultUri as it came; empty at the end of the stream. It names the version that was asked.
    QString nextResultUri;
    bool isQueryResult = false;
    bool hasContent = false; ///< resultKind is SUCCESS_WITH_CONTENT
    QString jobId;
    RowBatch rows;
};

/// Reads the pages of one operation, in order. Keeps the simdjson parser, its buffers and the schema of the first page
/// between calls. Not for two threads at once.
///
/// rowFormat=JSON keeps values exact. The gateway cannot write some types that way (a MAP with keys that are no text:
/// 500 "Could not map response to JSON"); asked again with rowFormat=PLAIN_TEXT it sends Flink's own text for each
/// cell, and the parser then says STRING for every column whose value is more than its text.
class ResultPageParser {
public:
    /// timeZone is the session's table.local-time-zone; it goes into the schema.
    explicit ResultPageParser(QString timeZone);
    ~ResultPageParser();

    /// A page, or an Error of kind Protocol that says what was not understood and where.
    Result<ResultPage> parse(const QByteArray& body);

    /// Known from the first page with columns on.
    [[nodiscard]] const std::optional<ResultSchema>& schema() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace millrace::flink
