// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scriptsource.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <cstdio>

namespace millrace::cli {

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScriptSource)
};

} // namespace

Result<ScriptSource> readScript(const QString& path)
{
    const bool standardInput = path == u'-';
    QFile file(path);
    if (!standardInput && QFileInfo(path).isDir()) {
        return failure(ErrorKind::Usage, Texts::tr("%1 is a folder, not a script.").arg(path));
    }
    const bool open = standardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return failure(ErrorKind::Usage, Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::Usage, Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    ScriptSource source{path, decoder(bytes)};
    if (decoder.hasError()) {
        return failure(ErrorKind::Usage, Texts::tr("%1 is not UTF-8 text. Save it as UTF-8 and try again.").arg(path));
    }
    return source;
}

} // namespace millrace::cli
