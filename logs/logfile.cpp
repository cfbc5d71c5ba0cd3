// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace millrace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LogFile)
};

} // namespace

Result<std::shared_ptr<LogFile>> LogFile::open(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    struct stat status { };

    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        return failure(ErrorKind::Storage,
            Words::tr("%1 cannot be read: check that it exists and that you may read it.").arg(path),
            QString::fromLocal8Bit(std::strerror(errno)));
    }
    std::shared_ptr<LogFile> file(new LogFile(descriptor));
    if (S_ISDIR(status.st_mode)) {
        return failure(ErrorKind::Storage, Words::tr("%1 is a folder: name the log files in it.").arg(path));
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(ErrorKind::Storage, Words::tr("%1 is no file: only files can be read at any place.").arg(path));
    }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    return file;
}

Result<std::shared_ptr<LogFile>> LogFile::temporary()
{
    QByteArray name = QFile::encodeName(QDir::tempPath()) + "/millrace-log-XXXXXX";
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return failure(ErrorKind::Storage,
            Words::tr("No temporary file can be made in %1: check that there is room.").arg(QDir::tempPath()),
            QString::fromLocal8Bit(std::strerror(errno)));
    }
    unlink(name.constData());
    return std::shared_ptr<LogFile>(new LogFile(descriptor));
}

LogFile::~LogFile()
{
    ::close(m_descriptor);
}

qint64 LogFile::read(qint64 offset, std::span<char> buffer) const
{
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = pread(m_descriptor, buffer.data() + done, buffer.size() - done, offset + qint64(done));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return count < 0 && done == 0 ? -1 : qint64(done);
        }
        done += std::size_t(count);
    }
    return qint64(done);
}

Result<void> LogFile::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = pwrite(m_descriptor, bytes.data(), bytes.size(), m_appended);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return failure(ErrorKind::Storage,
                Words::tr("The temporary file in %1 cannot be written: check that there is room.")
                    .arg(QDir::tempPath()),
                QString::fromLocal8Bit(std::strerror(errno)));
        }
        m_appended += count;
        bytes.remove_prefix(std::size_t(count));
    }
    return {};
}

qint64 LogFile::size() const
{
    struct stat status { };

    return fstat(m_descriptor, &status) == 0 ? qint64(status.st_size) : 0;
}

bool LogFile::isAt(const QString& path) const
{
    struct stat named { };

    struct stat own { };

    return stat(QFile::encodeName(path).constData(), &named) == 0 && fstat(m_descriptor, &own) == 0
        && named.st_dev == own.st_dev && named.st_ino == own.st_ino;
}

} // namespace millrace
