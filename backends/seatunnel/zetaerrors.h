// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"
#include "core/error.h"

#include <optional>

namespace millrace {
class Redactor;
}

/// Failed answers of a Zeta engine as sentences. It answers {"status":"fail","message":…} where the message may be a
/// Java stack, Hazelcast's own empty 204 and 400 for calls that it does not have, and Jetty's web pages.
namespace millrace::seatunnel::errors {

/// The answer says that this engine does not have the call at all.
bool isMissingCall(const HttpResponse& response);

/// The message of {"status":"fail"}; empty when the body is something else.
QString messageOf(const QByteArray& body);

/// A failed answer as an Error: Auth for a refused login, Unsupported for a call that is not there, Usage for what the
/// caller did wrong, Http for the rest. call is its name as the documentation has it.
Error fromAnswer(const HttpResponse& response, const QString& call, const Redactor& redactor);

/// The engine has lost the figures of a job that was cancelled before it ran, and can neither show the job nor a list
/// that holds it.
bool isBrokenRecord(const Error& error);

/// Turns the refusal of a job's text into an Error of kind Sql with the place in the text that it is about, where the
/// answer tells one. Other errors come back as they are.
Error placedIn(const QString& text, Error error);

/// Why a text is no JSON, with its place; nothing when it is.
std::optional<Error> jsonProblem(const QString& text);

} // namespace millrace::seatunnel::errors
