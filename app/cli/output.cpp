// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace millrace::cli {

namespace {

constexpr std::size_t bufferSize = 64 * 1024;

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Output)
};

} // namespace

Result<std::unique_ptr<Output>> Output::open(const QString& path)
{
    std::unique_ptr<Output> output(new Output);
    output->m_path = path;
    if (path.isEmpty() || path == u'-') {
        output->m_descriptor = STDOUT_FILENO;
        return output;
    }
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir()) {
        output->m_descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
        output->m_owned = true;
        if (output->m_descriptor < 0) {
            return failure(ErrorKind::Usage, Texts::tr("%1 cannot be written: %2.").arg(path, qt_error_string(errno)));
        }
        return output;
    }
    output->m_file = std::make_unique<QSaveFile>(path);
    if (!output->m_file->open(QIODevice::WriteOnly)) {
        return failure(
            ErrorKind::Usage, Texts::tr("%1 cannot be written: %2.").arg(path, output->m_file->errorString()));
    }
    return output;
}

Output::~Output()
{
    discard();
}

void Output::write(std::string_view bytes)
{
    if (m_broken) {
        return;
    }
    m_buffer.append(bytes);
    if (m_buffer.size() >= bufferSize) {
        flush();
    }
}

void Output::write(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    write(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void Output::flush()
{
    if (!m_broken && !m_buffer.empty()) {
        writeOut(m_buffer);
    }
    m_buffer.clear();
}

void Output::writeOut(std::string_view bytes)
{
    if (m_file) {
        if (m_file->write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size())) {
            setBroken(EIO);
        }
        return;
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            setBroken(errno);
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Output::setBroken(int number)
{
    m_errno = number;
    m_closedPipe = number == EPIPE;
    if (!m_broken.exchange(true) && m_notifier) {
        m_notifier();
    }
}

void Output::checkReader()
{
    pollfd descriptor{.fd = m_descriptor, .events = 0, .revents = 0};
    if (!m_file && !m_broken && ::poll(&descriptor, 1, 0) > 0 && (descriptor.revents & POLLERR) != 0) {
        setBroken(EPIPE);
    }
}

Result<void> Output::commit()
{
    flush();
    if (m_broken && !m_closedPipe) {
        const QString why = m_file ? m_file->errorString() : qt_error_string(m_errno);
        discard();
        return failure(ErrorKind::Storage,
            m_path.isEmpty() ? Texts::tr("The output cannot be written: %1.").arg(why)
                             : Texts::tr("%1 cannot be written: %2.").arg(m_path, why));
    }
    if (m_file && !m_file->commit()) {
        const QString why = m_file->errorString();
        m_file.reset();
        return failure(ErrorKind::Storage, Texts::tr("%1 cannot be written: %2.").arg(m_path, why));
    }
    m_file.reset();
    discard();
    return {};
}

void Output::discard()
{
    flush();
    if (m_file) {
        m_file->cancelWriting();
        m_file.reset();
    }
    if (m_owned && m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

bool Output::isTerminal() const
{
    return !m_file && isatty(m_descriptor) == 1;
}

} // namespace millrace::cli
