// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace millrace::cli {

/// Reads a command's arguments (the first is the command's name). Gives the exit status when the command is over
/// already: help was asked for, or the arguments are wrong and stderr says how.
std::optional<int> readArguments(QCommandLineParser& parser, const QStringList& arguments);

/// Complains about wrong usage of a command and gives the status for it.
int wrongUsage(const QString& command, const QString& text);

/// The value of an option that takes one of these; nothing, with a complaint, when it is none of them.
std::optional<QString> choiceOf(
    const QCommandLineParser& parser, const QString& command, const QString& option, const QStringList& choices);

/// The whole number that an option gives, or fallback without it; nothing, with a complaint, when it is none.
std::optional<qint64> numberOf(
    const QCommandLineParser& parser, const QString& command, const QString& option, qint64 fallback);

} // namespace millrace::cli
