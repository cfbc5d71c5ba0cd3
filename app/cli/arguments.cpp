// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QCoreApplication>

#include <cstdio>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

} // namespace

std::optional<int> readArguments(QCommandLineParser& parser, const QStringList& arguments)
{
    const QString command = arguments.value(0);
    const QCommandLineOption help({u"h"_s, u"help"_s}, Texts::tr("Prints this help."));
    parser.addOption(help);
    if (!parser.parse(arguments)) {
        return wrongUsage(command, parser.errorText());
    }
    if (parser.isSet(help)) {
        // The parser takes the program's name from the process, and so leaves out the command's.
        QString text = parser.helpText();
        const QString program = QCoreApplication::arguments().value(0);
        text.replace(u"Usage: "_s + program, u"Usage: millrace "_s + command);
        const QByteArray utf8 = text.toUtf8();
        std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stdout);
        return Done;
    }
    return std::nullopt;
}

int wrongUsage(const QString& command, const QString& text)
{
    complain(text);
    note(Texts::tr("Try “millrace %1 --help”.").arg(command));
    return Usage;
}

std::optional<QString> choiceOf(
    const QCommandLineParser& parser, const QString& command, const QString& option, const QStringList& choices)
{
    const QString value = parser.value(option);
    if (choices.contains(value)) {
        return value;
    }
    wrongUsage(command, Texts::tr("--%1 cannot be “%2”; it is one of %3.").arg(option, value, choices.join(u", "_s)));
    return std::nullopt;
}

std::optional<qint64> numberOf(
    const QCommandLineParser& parser, const QString& command, const QString& option, qint64 fallback)
{
    if (!parser.isSet(option)) {
        return fallback;
    }
    bool ok = false;
    const qint64 number = parser.value(option).toLongLong(&ok);
    if (ok && number > 0) {
        return number;
    }
    wrongUsage(command, Texts::tr("--%1 needs a whole number above zero, not “%2”.").arg(option, parser.value(option)));
    return std::nullopt;
}

} // namespace millrace::cli
