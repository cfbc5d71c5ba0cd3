// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

/// Flink answers a failed call with HTTP 500 and {"errors": [text, …]}, where the last text is a whole Java stack.
/// These functions find the line in it that a person needs.
namespace millrace::flink::errors {

/// One exception of a stack.
struct Cause {
    QString className; ///< with its package
    QString message; ///< may have several lines; empty when there is none

    friend bool operator==(const Cause&, const Cause&) = default;
};

/// The exceptions of a stack, the outermost first.
std::vector<Cause> causes(const QString& stack);

/// "class: message" of the innermost exception, as Flink's own SQL client prints it; the text itself when it holds no
/// stack. detail is Error::detail of an error made here.
QString rootCause(const QString& detail);

/// A place that a message names, as Flink counts: lines from 1, columns in UTF-16 units. last is inclusive, and missing
/// when only a point was named; length is then that of the token at fault, 0 when it is not known.
struct NamedPlace {
    TextPosition first;
    std::optional<TextPosition> last;
    int length = 0;

    friend bool operator==(const NamedPlace&, const NamedPlace&) = default;
};

std::optional<NamedPlace> placeIn(const QString& message);

/// The texts of {"errors": […]}; empty when the body is something else.
QStringList errorTexts(const QByteArray& body);

/// A failed answer of a SQL Gateway as an Error: Sql, or SessionLost when the gateway does not know the session, or
/// Http for what is no stack. range is left open; see placeOf(). Nothing when the body is no {"errors": […]}.
std::optional<Error> fromBody(const QByteArray& body, int status);

/// Where the statement is at fault, found in the whole stack of an error that fromBody() made.
std::optional<NamedPlace> placeOf(const Error& error);

/// The gateway does not know this operation any more: closed, cancelled, or gone with its session.
bool isUnknownOperation(const Error& error);

/// The gateway cannot write these values as JSON and has to be asked for plain text.
bool needsPlainText(const Error& error);

/// The parser of this version does not know the syntax.
bool isSyntaxError(const Error& error);

} // namespace millrace::flink::errors
