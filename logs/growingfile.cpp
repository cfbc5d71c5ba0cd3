// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/growingfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace millrace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GrowingFile)
};

constexpr qint64 kBeginning = 1024;
constexpr qint64 kPiece = 1 << 20;

} // namespace

GrowingFile::GrowingFile(QString path) : m_path(std::move(path)) { }

Result<GrowingFile::Progress> GrowingFile::poll(
    const std::function<void(QByteArrayView)>& onBytes, const std::function<void()>& onRestart, qint64 most)
{
    Progress progress;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        if (m_seen && !file.exists()) {
            return progress;
        }
        return failure(ErrorKind::Storage,
            Words::tr("%1 cannot be read: check that it exists and that you may read it.").arg(m_path),
            file.errorString());
    }
    const QByteArray beginning = file.read(kBeginning);
    if (m_seen && (file.size() < m_position || !beginning.startsWith(m_beginning))) {
        progress.startedAnew = true;
        m_position = 0;
        if (onRestart) {
            onRestart();
        }
    }
    m_seen = true;
    m_beginning = beginning;
    if (!file.seek(m_position)) {
        return progress;
    }
    QByteArray piece(std::min(kPiece, std::max<qint64>(most, 1)), Qt::Uninitialized);
    while (progress.bytes < most) {
        const qint64 count = file.read(piece.data(), std::min(piece.size(), most - progress.bytes));
        if (count < 0) {
            return failure(ErrorKind::Storage, Words::tr("Reading %1 broke off.").arg(m_path), file.errorString());
        }
        if (count == 0) {
            break;
        }
        m_position += count;
        progress.bytes += count;
        onBytes(QByteArrayView(piece.constData(), count));
    }
    return progress;
}

} // namespace millrace
