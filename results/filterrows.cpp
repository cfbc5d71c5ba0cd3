// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/sortfilter.h"
#include "results/valueformat.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace millrace {

namespace {

constexpr qsizetype s_rowsBetweenLooks = 1024; ///< at the cancellation

bool isShownAsHeld(TypeRoot root)
{
    switch (root) {
    case TypeRoot::VarChar:
    case TypeRoot::Float:
    case TypeRoot::Double:
    case TypeRoot::Date:
        return true;
    default:
        return false;
    }
}

bool isWholeNumber(TypeRoot root)
{
    return root >= TypeRoot::TinyInt && root <= TypeRoot::BigInt;
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

QRegularExpression expressionOf(const RowFilter& filter)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!filter.caseSensitive) {
        options |= QRegularExpression::CaseInsensitiveOption;
    }
    return QRegularExpression(filter.text, options);
}

/// Looks for the filter's text in single texts, in the cheapest way that does.
class Matcher {
public:
    explicit Matcher(const RowFilter& filter)
        : m_text(filter.text), m_bytes(filter.text.toStdString()), m_caseSensitive(filter.caseSensitive),
          m_ascii(std::all_of(m_bytes.begin(), m_bytes.end(), [](char c) { return (c & 0x80) == 0; })),
          m_numeric(m_bytes.find_first_not_of("-0123456789") == std::string::npos),
          m_isExpression(filter.regularExpression)
    {
        if (m_isExpression) {
            m_expression = expressionOf(filter);
            m_expression.optimize();
        } else if (m_ascii && !m_caseSensitive) {
            std::transform(m_bytes.begin(), m_bytes.end(), m_bytes.begin(), folded);
        }
    }

    /// Whether a column of whole numbers need not be looked at.
    [[nodiscard]] bool skipsNumbers() const { return !m_isExpression && !m_numeric; }

    [[nodiscard]] bool matches(std::string_view text) const
    {
        if (m_isExpression) {
            return m_expression.match(QString::fromUtf8(text.data(), qsizetype(text.size()))).hasMatch();
        }
        if (m_caseSensitive) {
            return text.find(m_bytes) != std::string_view::npos;
        }
        if (!m_ascii) {
            return QString::fromUtf8(text.data(), qsizetype(text.size())).contains(m_text, Qt::CaseInsensitive);
        }
        return containsFolded(text);
    }

private:
    [[nodiscard]] bool containsFolded(std::string_view text) const
    {
        if (text.size() < m_bytes.size()) {
            return false;
        }
        const char first = m_bytes.front();
        const size_t last = text.size() - m_bytes.size();
        for (size_t i = 0; i <= last; ++i) {
            if (folded(text[i]) == first
                && std::equal(m_bytes.begin() + 1, m_bytes.end(), text.begin() + qsizetype(i) + 1,
                    [](char wanted, char found) { return wanted == folded(found); })) {
                return true;
            }
        }
        return false;
    }

    QString m_text;
    std::string m_bytes; ///< UTF-8; folded when case does not matter and it is ASCII
    bool m_caseSensitive;
    bool m_ascii;
    bool m_numeric;
    bool m_isExpression;
    QRegularExpression m_expression;
};

/// The columns to look at, and how.
class RowMatcher {
public:
    RowMatcher(const ResultSchema& schema, const RowFilter& filter) : m_matcher(filter), m_format(schema)
    {
        for (int column = 0; column < int(schema.columns.size()); ++column) {
            const TypeRoot root = schema.columns[size_t(column)].type.root;
            if ((filter.column < 0 || filter.column == column) && !(isWholeNumber(root) && m_matcher.skipsNumbers())) {
                m_columns.push_back({.index = column, .verbatim = isShownAsHeld(root)});
            }
        }
    }

    [[nodiscard]] bool matches(const RowRef& row)
    {
        return std::any_of(m_columns.begin(), m_columns.end(), [this, &row](const Column& column) {
            const CellView cell = row.cell(column.index);
            if (cell.isNull) {
                return m_matcher.matches("NULL");
            }
            if (column.verbatim) {
                return m_matcher.matches(cell.text);
            }
            m_scratch.clear();
            m_format.append(m_scratch, column.index, cell);
            return m_matcher.matches(m_scratch);
        });
    }

private:
    struct Column {
        int index = 0;
        bool verbatim = false;
    };

    Matcher m_matcher;
    ValueFormatter m_format;
    std::vector<Column> m_columns;
    std::string m_scratch;
};

} // namespace

RowIndex allRows(qint64 count)
{
    RowIndex rows(static_cast<size_t>(count));
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

QString problemOf(const RowFilter& filter)
{
    if (!filter.regularExpression) {
        return {};
    }
    const QRegularExpression expression = expressionOf(filter);
    if (expression.isValid()) {
        return {};
    }
    return QCoreApplication::translate("RowFilter", "The pattern is not complete at character %1: %2.")
        .arg(expression.patternErrorOffset() + 1)
        .arg(expression.errorString());
}

std::optional<RowIndex> filterRows(
    const ResultSnapshot& snapshot, const RowFilter& filter, const CancellationToken& token, const RowIndex* rows)
{
    if (filter.isEmpty()) {
        return rows ? *rows : allRows(snapshot.rowCount());
    }
    RowIndex kept;
    if (!problemOf(filter).isEmpty()) {
        return kept;
    }
    RowMatcher matcher(snapshot.schema(), filter);
    qint64 sinceLook = 0;
    bool cancelled = token.isCancelled();
    const auto test = [&](quint32 number, const RowRef& row) {
        if (++sinceLook == s_rowsBetweenLooks) {
            sinceLook = 0;
            cancelled = token.isCancelled();
        }
        if (!cancelled && matcher.matches(row)) {
            kept.push_back(number);
        }
    };
    if (rows) {
        for (size_t i = 0; i < rows->size() && !cancelled; ++i) {
            test((*rows)[i], snapshot.row((*rows)[i]));
        }
    } else {
        snapshot.forEachSpan(0, snapshot.rowCount(), [&](const RowSpan& span) {
            for (qsizetype i = 0; i < span.count && !cancelled; ++i) {
                test(quint32(span.firstRow + i), span.row(i));
            }
            return !cancelled;
        });
    }
    if (cancelled) {
        return {};
    }
    return kept;
}

} // namespace millrace
