// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logs/fileshelf.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype s_mostOfFolder = 500;

/// Folders stand for the logs in them.
QStringList files(const QStringList& paths)
{
    QStringList result;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            result += path;
            continue;
        }
        const QStringList patterns{u"*.log"_s, u"*.log.*"_s, u"*.out"_s, u"*.err"_s, u"*.gz"_s};
        const QFileInfoList inside = QDir(path).entryInfoList(patterns, QDir::Files, QDir::Name);
        for (const QFileInfo& file : inside.mid(0, s_mostOfFolder)) {
            result += file.filePath();
        }
    }
    return result;
}

} // namespace

FileShelf::FileShelf(QString emptySentence, QObject* parent)
    : LogShelf(parent), m_emptySentence(std::move(emptySentence))
{
}

QStringList FileShelf::add(const QStringList& paths)
{
    QStringList ids;
    for (LogOrigin& origin : logOrigins(files(paths))) {
        const QString id = origin.files.constLast();
        ids += id;
        const auto known =
            std::ranges::find_if(m_logs, [&id](const LogOrigin& log) { return log.files.constLast() == id; });
        if (known == m_logs.end()) {
            m_logs.push_back(std::move(origin));
        } else if (known->files != origin.files) {
            *known = std::move(origin);
            forget(id);
        }
    }
    Q_EMIT changed();
    return ids;
}

void FileShelf::remove(const QStringList& ids)
{
    std::erase_if(m_logs, [&ids](const LogOrigin& log) { return ids.contains(log.files.constLast()); });
    for (const QString& id : ids) {
        forget(id);
    }
    Q_EMIT changed();
}

void FileShelf::setFiles(const QStringList& paths)
{
    if (paths != this->paths()) {
        m_logs.clear();
        add(paths);
    }
}

QStringList FileShelf::paths() const
{
    QStringList paths;
    for (const LogOrigin& log : m_logs) {
        paths += log.files;
    }
    return paths;
}

QList<LogEntry> FileShelf::entries() const
{
    QList<LogEntry> entries;
    for (const LogOrigin& log : m_logs) {
        LogEntry entry{.id = log.files.constLast(), .title = log.name, .bytes = 0};
        entry.group = QDir::toNativeSeparators(QFileInfo(entry.id).absolutePath());
        if (log.files.size() > 1) {
            entry.group = tr("%n files in %1", nullptr, int(log.files.size())).arg(entry.group);
        }
        for (const QString& file : log.files) {
            const QFileInfo info(file);
            entry.bytes += info.size();
            entry.modifiedAt = std::max(entry.modifiedAt, info.lastModified().toUTC());
        }
        entries += entry;
    }
    return entries;
}

void FileShelf::refresh()
{
    Q_EMIT changed();
}

std::optional<LogOrigin> FileShelf::originOf(const QString& id)
{
    const auto found =
        std::ranges::find_if(m_logs, [&id](const LogOrigin& log) { return log.files.constLast() == id; });
    return found == m_logs.end() ? std::nullopt : std::optional(*found);
}

} // namespace millrace
