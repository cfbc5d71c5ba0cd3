// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/textposition.h"

#include <QString>

#include <vector>

namespace millrace::sql {

/// A statement as a server gets it that takes one statement a call, with the way back to what was written.
class SentStatement {
public:
    QString text;

    /// An offset in text, as an offset in the statement as written.
    [[nodiscard]] qsizetype toWritten(qsizetype offset) const;

    /// A range that an Error counts inside text, as a range of the script in which written begins at begin.
    [[nodiscard]] TextRange toScript(TextRange range, QStringView written, TextPosition begin) const;

private:
    friend std::vector<SentStatement> statementsToSend(QStringView written);

    /// From this offset of text on, this much has to be taken away.
    struct Shift {
        qsizetype from = 0;
        qsizetype by = 0;
    };

    std::vector<Shift> m_shifts;
};

/// What to send for a statement, in order; almost always the statement itself. Flink reads BEGIN STATEMENT SET; … END;
/// only piece by piece, and a piece that fails leaves the session in the middle of the set, with no way out. So a set
/// of INSERTs goes as EXECUTE STATEMENT SET BEGIN … END, which means the same and fails as a whole; a set that holds
/// something else goes in its pieces.
std::vector<SentStatement> statementsToSend(QStringView written);

} // namespace millrace::sql
