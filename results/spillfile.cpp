// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultchunk.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace millrace {

namespace {

int openUnlinked(const QString& folder)
{
    const QByteArray path = QFile::encodeName(folder);
#ifdef O_TMPFILE
    const int descriptor = ::open(path.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        return descriptor;
    }
#endif
    // Not every file system knows O_TMPFILE.
    QByteArray name = path + "/millrace-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) {
        ::unlink(name.constData());
    }
    return named;
}

} // namespace

SpillFile::SpillFile(int descriptor) : m_descriptor(descriptor) { }

SpillFile::~SpillFile()
{
    ::close(m_descriptor);
}

std::shared_ptr<SpillFile> SpillFile::create(const QString& folder, QString& error)
{
    const int descriptor = openUnlinked(folder.isEmpty() ? QDir::tempPath() : folder);
    if (descriptor < 0) {
        error = qt_error_string(errno);
        return nullptr;
    }
    return std::shared_ptr<SpillFile>(new SpillFile(descriptor));
}

char* SpillFile::store(const char* block, qint64 size)
{
    qint64 written = 0;
    while (written < size) {
        const ssize_t count = ::pwrite(m_descriptor, block + written, size_t(size - written), m_end + written);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            m_error = qt_error_string(count < 0 ? errno : ENOSPC);
            return nullptr;
        }
        written += count;
    }
    void* mapping = ::mmap(nullptr, size_t(size), PROT_READ, MAP_SHARED, m_descriptor, m_end);
    if (mapping == MAP_FAILED) {
        m_error = qt_error_string(errno);
        return nullptr;
    }
    // A mapping begins at a page, so the next block does too.
    const qint64 page = ::sysconf(_SC_PAGESIZE);
    m_end += (size + page - 1) / page * page;
    return static_cast<char*>(mapping);
}

void SpillFile::release(char* mapping, qint64 size)
{
    ::munmap(mapping, size_t(size));
}

} // namespace millrace
