// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/textposition.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>

#include <vector>

namespace millrace {

enum class ProblemSeverity { Error, Warning, Note };

/// Who found a problem. Each origin's findings in a document are replaced as a whole.
enum class ProblemOrigin { Offline, Catalog, Engine };

/// One thing wrong with a script, as the list, the squiggle and the text at the line's end say it.
struct Problem {
    QString documentId; ///< the editor tab's id
    QString file; ///< the name to show
    ProblemSeverity severity = ProblemSeverity::Error;
    ProblemOrigin origin = ProblemOrigin::Offline;
    QString message; ///< one sentence
    TextRange range;
    QString statementKind; ///< "INSERT", "CREATE TABLE"
    QString foundBy; ///< "Flink", "catalog", "offline"
    QString rule; ///< "ML013"; empty when there is none
    QDateTime foundAt; ///< UTC; shown for the engine's only
    QString fix; ///< what Alt+Enter would do: "Add WATERMARK"; empty when nothing is offered
    QString rootCause; ///< the line of the server's answer that matters; empty when message says it
    QString stack; ///< the server's stack, redacted
    qint64 apiCallId = 0; ///< the call that answered so; 0 when there is none

    friend bool operator==(const Problem&, const Problem&) = default;
};

struct ProblemCounts {
    int errors = 0;
    int warnings = 0;
    int notes = 0;

    [[nodiscard]] int total() const { return errors + warnings + notes; }

    friend bool operator==(const ProblemCounts&, const ProblemCounts&) = default;
};

/// The problems of all open scripts, by document in the order in which they were opened, worst first, then by place.
/// Replacing an origin's findings removes and inserts only what differs, so that the selection stays.
class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Severity, Message, Fix, File, Place, Statement, FoundBy, ColumnCount };

    enum Role { SeverityRole = Qt::UserRole + 1, DocumentRole, SearchRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces what origin found in the document; the fields documentId and origin of problems are set here.
    void setProblems(const QString& documentId, ProblemOrigin origin, std::vector<Problem> problems);
    void removeDocument(const QString& documentId);
    /// Shows another file name for a document that was saved under it.
    void renameDocument(const QString& documentId, const QString& file);

    [[nodiscard]] const Problem& problem(int row) const { return m_problems[static_cast<std::size_t>(row)]; }

    [[nodiscard]] ProblemCounts counts() const;
    [[nodiscard]] ProblemCounts counts(const QString& documentId) const;
    /// The row of the first problem of the document behind after, from the top again when there is none; -1: none.
    [[nodiscard]] int next(const QString& documentId, TextPosition after) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    [[nodiscard]] int documentOrder(const QString& documentId) const;
    [[nodiscard]] bool before(const Problem& a, const Problem& b) const;
    [[nodiscard]] QString displayText(const Problem& problem, int column) const;
    void merge(const std::vector<Problem>& wanted);

    std::vector<Problem> m_problems;
    QStringList m_documents; ///< in the order of their first problem
};

} // namespace millrace
