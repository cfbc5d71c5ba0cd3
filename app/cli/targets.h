// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QCommandLineParser>

#include <vector>

namespace millrace::cli {

/// A connection that a command works on.
struct Target {
    ConnectionProfile profile; ///< without an id when it is not saved
    Secrets secrets; ///< of one that is not saved, from the environment
};

/// Adds --connection, --url, --system and what else the systems take beside an address.
void addTargetOptions(QCommandLineParser& parser, const BackendRegistry& backends);
/// The same with --gateway, for commands that also run SQL.
void addTargetAndGatewayOptions(QCommandLineParser& parser, const BackendRegistry& backends);

/// The connection that the options mean: a saved one, one made of the address, or, without either, the only saved one.
Result<Target> targetFrom(const QCommandLineParser& parser, const BackendRegistry& backends);
/// The same, but without either all saved ones.
Result<std::vector<Target>> targetsFrom(const QCommandLineParser& parser, const BackendRegistry& backends);
/// Whether the options name a connection.
bool namesTarget(const QCommandLineParser& parser);

/// Makes the connection, with the secrets from the environment or the keychain.
QCoro::Task<Result<std::shared_ptr<Connection>>> openTarget(Target target, const BackendRegistry& backends);

/// What a command ends with when a server refused or failed: a server that answered with an error is no lost transport.
int jobStatusOf(const Error& error);

/// Complains about the error and gives the status for it.
int failWith(const Error& error);

/// Writes the text to stdout and gives the status for that.
int printText(const QString& text);

} // namespace millrace::cli
