// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpaths.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

bool isPattern(const QString& text)
{
    return text.contains(u'*') || text.contains(u'?') || text.contains(u'[');
}

QStringList matches(const QString& pattern)
{
    QStringList found{pattern.startsWith(u'/') ? u"/"_s : QString()};
    const QStringList parts = pattern.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        QStringList next;
        for (const QString& base : std::as_const(found)) {
            if (!isPattern(parts[i])) {
                next += base + parts[i] + (last ? QString() : u"/"_s);
                continue;
            }
            const QDir folder(base.isEmpty() ? u"."_s : base);
            const QDir::Filters kind = last ? QDir::Files : QDir::Dirs | QDir::NoDotAndDotDot;
            for (const QString& name : folder.entryList({parts[i]}, kind, QDir::Name)) {
                next += base + name + (last ? QString() : u"/"_s);
            }
        }
        found = next;
    }
    found.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return found;
}

} // namespace

QStringList expandLogPaths(const QStringList& patterns)
{
    QStringList files;
    for (const QString& pattern : patterns) {
        QStringList found;
        if (isPattern(pattern) && !QFileInfo::exists(pattern)) {
            found = matches(pattern);
        }
        if (found.isEmpty()) {
            found += pattern;
        }
        for (const QString& path : std::as_const(found)) {
            if (!files.contains(path)) {
                files += path;
            }
        }
    }
    return files;
}

QString rotationStem(const QString& path)
{
    static const QRegularExpression packed(u"\\.gz$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression behind(u"[._-]\\d[\\d._T-]*$"_s);
    static const QRegularExpression inside(u"[._-]\\d{4}-?\\d{2}-?\\d{2}[\\d._T-]*(?=\\.log$)"_s);
    const QFileInfo info(path);
    QString name = info.fileName();
    name.remove(packed);
    if (name.contains(u".log."_s) || name.contains(u".log-"_s) || name.contains(u".out."_s)) {
        name.remove(behind);
    }
    name.remove(inside);
    return QDir::cleanPath(info.absolutePath()) + u'/' + name;
}

} // namespace millrace
