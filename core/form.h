// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace millrace {

enum class FieldKind {
    Text,
    Url,
    Number, ///< a whole number
    Seconds, ///< a duration, stored in seconds
    Choice, ///< a list to drop down
    Segments, ///< a few choices side by side
    Toggle, ///< one check box; label stands at the left, caption beside the box
    Secret, ///< goes to the keychain, never into a profile
    File, ///< a path, with a button that opens a file dialog
    Headers, ///< lines of "Name: value"
    Lines, ///< free text of several lines
};

/// One row of a form, as a value: the same form widget serves every system.
struct FormField {
    struct Option {
        QString id;
        QString label;
    };

    /// Shows this field only while another one has one of these values.
    struct Condition {
        QString field;
        QStringList values;
    };

    /// The sentence that tells what is wrong and what to do; nothing when the value is fine.
    using Check = std::function<std::optional<QString>(const QString& value, const FormValues& all)>;

    QString id;
    QString section;
    QString label;
    FieldKind kind = FieldKind::Text;
    QString defaultValue;
    QString placeholder;
    QString help; ///< one line below the field
    QString caption; ///< text beside a toggle, unit behind a number
    std::vector<Option> options;
    std::optional<Condition> shownWhen;
    bool required = false;
    Check check;
};

/// A form: fields in order, grouped by their section.
struct FormDescription {
    QString title;
    std::vector<FormField> fields;

    [[nodiscard]] const FormField* field(QStringView id) const;
    [[nodiscard]] FormValues defaults() const;
    [[nodiscard]] bool isShown(const FormField& field, const FormValues& values) const;
    /// Field id to sentence, for every shown field whose value does not do.
    [[nodiscard]] QMap<QString, QString> problems(const FormValues& values) const;
};

/// Checks that several systems share. An empty text passes: required says whether it may be empty.
namespace checks {
std::optional<QString> httpUrl(const QString& value, const FormValues& all);
std::optional<QString> headerLines(const QString& value, const FormValues& all);
std::optional<QString> hostAndPort(const QString& value, const FormValues& all);
FormField::Check wholeNumber(qint64 least, qint64 most);
} // namespace checks

} // namespace millrace
