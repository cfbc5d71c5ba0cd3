// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apiconsole.h"
#include "core/connectionprofile.h"
#include "core/error.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>
#include <optional>

namespace millrace {

/// What a person typed into the form of a call.
struct ApiTyped {
    FormValues values;
    QString body;

    friend bool operator==(const ApiTyped&, const ApiTyped&) = default;
};

/// A call that was sent, and what came of it: an answer, an error, or neither when it was cancelled.
struct ApiSent {
    QString connectionId;
    QString connectionName;
    QString operationId;
    QString method;
    QString path; ///< filled in
    ApiTyped typed;
    QDateTime at;
    std::optional<ApiAnswer> answer;
    std::optional<Error> error;
    QString curl; ///< redacted; empty when nothing went out
};

/// The calls of this session, newest first. They live in memory only: secrets may stand in them. The oldest go when
/// there are many, or when their answers take much room.
class ApiCallLog : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Glyph, Call, ColumnCount };

    enum Role { RemarkRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void add(ApiSent sent);
    void clear();
    /// Null beyond the end. Valid until the next change.
    [[nodiscard]] const ApiSent* at(int row) const;
    /// The last one of this call over this connection.
    [[nodiscard]] const ApiSent* last(const QString& connectionId, const QString& operationId) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::deque<ApiSent> m_calls;
};

/// "34 ms", "1.2 s", "3 min".
[[nodiscard]] QString apiElapsedText(qint64 milliseconds);

/// Whether the call did what it was sent for.
[[nodiscard]] bool isGood(const ApiSent& sent);

} // namespace millrace
