// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editordocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr auto settleTime = std::chrono::milliseconds(150);
constexpr qint64 largestFile = 512LL * 1024 * 1024; ///< Scintilla counts in int

/// Root may write anything; a file that nobody may write is read-only for it, too.
bool isWriteProtected(const QFileInfo& info)
{
    constexpr auto anybody = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    return info.exists() && (!info.isWritable() || !(info.permissions() & anybody));
}

} // namespace

EditorDocument::EditorDocument(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &EditorDocument::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
}

EditorDocument::Stamp EditorDocument::stampOf(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() ? Stamp{.exists = true, .size = info.size(), .modified = info.lastModified()} : Stamp{};
}

QString EditorDocument::fileName() const
{
    return QFileInfo(m_path).fileName();
}

Result<QString> EditorDocument::load(const QString& path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists()) {
        return failure(ErrorKind::Storage, tr("%1 does not exist.").arg(QDir::toNativeSeparators(path)));
    }
    if (info.isDir()) {
        return failure(ErrorKind::Storage, tr("%1 is a folder, not a file.").arg(QDir::toNativeSeparators(path)));
    }
    if (info.size() > largestFile) {
        return failure(ErrorKind::Storage,
            tr("%1 is larger than %2 MB, which is more than the editor holds.").arg(name).arg(largestFile >> 20));
    }
    QFile file(path);
    const Stamp stamp = stampOf(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Storage, tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::Storage, tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    }
    Result<DecodedText> decoded = decodeText(bytes, name);
    if (!decoded) {
        return tl::unexpected(decoded.error());
    }
    m_format = decoded->format;
    m_notice.clear();
    if (decoded->guessed) {
        m_notice = tr("%1 is not UTF-8; it was read as %2. Saving keeps that.").arg(name, encodingName(m_format));
    } else if (decoded->mixedLineEnds) {
        m_notice = tr("%1 mixes line ends; they are kept, and new lines end with %2.")
                       .arg(name, lineEndName(m_format.lineEnd));
    }
    m_path = info.absoluteFilePath();
    m_readOnly = isWriteProtected(info);
    m_stamp = stamp;
    watch();
    setDiskState(DiskState::Unchanged);
    Q_EMIT pathChanged();
    Q_EMIT formatChanged();
    return std::move(decoded->text);
}

Result<void> EditorDocument::save(const QString& text)
{
    return saveAs(m_path, text);
}

Result<void> EditorDocument::saveAs(const QString& path, const QString& text)
{
    const QFileInfo info(path);
    if (path.isEmpty()) {
        return failure(ErrorKind::Usage, tr("The text has no file yet: choose where to save it."));
    }
    if (isWriteProtected(info)) {
        return failure(ErrorKind::Storage, tr("%1 is read-only: save it under another name.").arg(info.fileName()));
    }
    const Result<QByteArray> bytes = encodeText(text, m_format);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit();
    if (!written) {
        return failure(ErrorKind::Storage,
            tr("%1 cannot be written: %2. The file is as it was.").arg(info.fileName(), file.errorString()));
    }
    const QString absolute = info.absoluteFilePath();
    const bool moved = absolute != m_path;
    m_path = absolute;
    m_readOnly = false;
    m_stamp = stampOf(m_path);
    watch();
    setDiskState(DiskState::Unchanged);
    if (moved) {
        Q_EMIT pathChanged();
    }
    return {};
}

void EditorDocument::reset()
{
    m_path.clear();
    m_format = {};
    m_notice.clear();
    m_readOnly = false;
    m_stamp = {};
    watch();
    setDiskState(DiskState::Unchanged);
    Q_EMIT pathChanged();
    Q_EMIT formatChanged();
}

void EditorDocument::setFormat(const TextFormat& format)
{
    if (m_format != format) {
        m_format = format;
        Q_EMIT formatChanged();
    }
}

/// The folder is watched too: a file that is replaced by renaming takes its watch with it.
void EditorDocument::watch()
{
    const QStringList old = m_watcher.files() + m_watcher.directories();
    if (!old.isEmpty()) {
        m_watcher.removePaths(old);
    }
    if (!m_path.isEmpty()) {
        m_watcher.addPath(m_path);
        m_watcher.addPath(QFileInfo(m_path).absolutePath());
    }
}

void EditorDocument::checkDisk()
{
    if (m_path.isEmpty()) {
        return;
    }
    const Stamp now = stampOf(m_path);
    if (!now.exists) {
        setDiskState(DiskState::Deleted);
    } else if (now != m_stamp) {
        setDiskState(DiskState::Changed);
    } else {
        setDiskState(DiskState::Unchanged);
    }
    if (now.exists && !m_watcher.files().contains(m_path)) {
        m_watcher.addPath(m_path);
    }
}

void EditorDocument::acceptDisk()
{
    m_stamp = stampOf(m_path);
    if (m_stamp.exists) {
        setDiskState(DiskState::Unchanged);
    }
}

void EditorDocument::setDiskState(DiskState state)
{
    if (m_diskState != state) {
        m_diskState = state;
        Q_EMIT diskStateChanged(state);
    }
}

} // namespace millrace
