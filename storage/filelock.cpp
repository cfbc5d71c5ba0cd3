// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/filelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace millrace {

FileLock::FileLock(QString path) : m_path(std::move(path)) { }

FileLock::~FileLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool FileLock::lock(std::chrono::milliseconds patience)
{
    if (m_descriptor < 0) {
        m_descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
    if (m_descriptor < 0) {
        return false;
    }
    const QDeadlineTimer deadline(patience);
    while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(5);
    }
    return true;
}

void FileLock::remove()
{
    QFile::remove(m_path);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

} // namespace millrace
