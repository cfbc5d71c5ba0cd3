// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"
#include "core/result.h"

#include <QCommandLineParser>
#include <QMap>

namespace millrace::cli {

/// Adds --set and --mode: what a session is opened with.
void addSessionOptions(QCommandLineParser& parser);

/// What the options say, by key; nothing, with a complaint, when one of them makes no sense.
std::optional<QMap<QString, QString>> readSessionOptions(const QCommandLineParser& parser, const QString& command);

/// Whether what a system asks of its sessions is there and fits. Keys that its form does not know are settings, which
/// only the server can judge. An Error says which key takes what.
Result<void> checkSessionProperties(const QMap<QString, QString>& properties, const FormDescription& form);

} // namespace millrace::cli
