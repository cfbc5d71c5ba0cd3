// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <unistd.h>

#include <cstdio>

namespace millrace::cli {

using namespace Qt::StringLiterals;

bool usesColour(int descriptor)
{
    return isatty(descriptor) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR")
        && qEnvironmentVariable("TERM") != u"dumb"_s;
}

void note(const QString& text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
    std::fflush(stderr);
}

void complain(const QString& text)
{
    note(u"millrace: "_s + text);
}

void complain(const Error& error)
{
    complain(error.message);
}

void printFailure(const QString& text)
{
    note(usesColour(STDERR_FILENO) ? u"\x1b[31;1m"_s + text + u"\x1b[0m"_s : text);
}

} // namespace millrace::cli
