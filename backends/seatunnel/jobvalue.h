// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace millrace::seatunnel {

/// A value of a job's text. Unlike QJsonValue it keeps its members in the order they were written in: the fields of a
/// schema are columns.
struct JobValue {
    enum class Kind { Null, Bool, Number, String, Array, Object };
    using Member = std::pair<QString, JobValue>;

    Kind kind = Kind::Null;
    QString text; ///< of a string; of a number or bool as it was written
    std::vector<JobValue> items;
    std::vector<Member> members;

    [[nodiscard]] const JobValue* member(const QString& key) const;
    [[nodiscard]] JobValue* member(const QString& key);
    void insert(const QString& key, JobValue value); ///< in place of the one of this name, else behind the others
    void remove(const QString& key);
    /// As a text, for what may be written as text or number.
    [[nodiscard]] QString string(const QString& key) const;

    [[nodiscard]] QByteArray toJson() const; ///< UTF-8, on one line

    static JobValue ofText(const QString& text) { return {.kind = Kind::String, .text = text}; }

    friend bool operator==(const JobValue&, const JobValue&) = default;
};

} // namespace millrace::seatunnel
