// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logs/logshelf.h"

#include "app/dialogs.h"
#include "widgets/logs/logspage.h"
#include "widgets/logs/logviewer.h"

#include <QPointer>

namespace millrace {

using namespace Qt::StringLiterals;

std::shared_ptr<LogDocument> LogShelf::open(const QStringList& ids)
{
    const QString key = ids.join(u'\n');
    if (const auto found = m_open.constFind(key); found != m_open.constEnd()) {
        return *found;
    }
    std::vector<LogOrigin> origins;
    for (const QString& id : ids) {
        if (std::optional<LogOrigin> origin = originOf(id)) {
            origins.push_back(std::move(*origin));
        }
    }
    if (origins.empty()) {
        return nullptr;
    }
    auto document = std::make_shared<LogDocument>(std::move(origins));
    m_open.insert(key, document);
    return document;
}

QString LogShelf::likelyId(const QString& hint) const
{
    const QList<LogEntry> list = entries();
    const auto isLog = [](const LogEntry& entry) {
        return entry.title.endsWith(".log"_L1) || !entry.title.contains(u'.');
    };
    for (const LogEntry& entry : list) {
        if (!hint.isEmpty() && isLog(entry) && (entry.group.contains(hint) || entry.title.contains(hint))) {
            return entry.id;
        }
    }
    for (const LogEntry& entry : list) {
        if (isLog(entry) && (entry.group.contains("JobManager"_L1) || entry.title.contains("standalonesession"_L1))) {
            return entry.id;
        }
    }
    for (const LogEntry& entry : list) {
        if (isLog(entry)) {
            return entry.id;
        }
    }
    return list.isEmpty() ? QString() : list.front().id;
}

void LogShelf::forget(const QString& id)
{
    m_open.removeIf([&id](const auto& entry) { return entry.key().split(u'\n').contains(id); });
}

void bindLogs(LogsPage& page, LogShelf& shelf)
{
    // The connections of one binding hang on one object, so that the next binding ends them all.
    const QString name = u"logBinding"_s;
    delete page.findChild<QObject*>(name, Qt::FindDirectChildrenOnly);
    auto* binding = new QObject(&page);
    binding->setObjectName(name);
    const QPointer<LogShelf> guarded(&shelf);
    const auto show = [&page, guarded](const QStringList& ids) {
        if (guarded && !ids.isEmpty()) {
            page.setCurrentEntries(ids);
            const std::shared_ptr<LogDocument> document = guarded->open(ids);
            if (page.viewer()->document() != document) {
                page.showDocument(document);
            }
        }
    };
    const auto fill = [&page, guarded] {
        page.setEntries(guarded->entries());
        page.setEmptySentence(guarded->entries().isEmpty() ? guarded->emptySentence()
                                                           : LogsPage::tr("No log is open. Choose one at the left."));
    };
    QObject::connect(&page, &LogsPage::entriesChosen, binding, show);
    QObject::connect(&page, &LogsPage::refreshRequested, binding, [guarded] {
        if (guarded) {
            guarded->refresh();
        }
    });
    QObject::connect(&page, &LogsPage::saveRequested, binding, [&page](const QString& suggestion) {
        const QString path = dialogs::saveLog(&page, suggestion);
        if (!path.isEmpty()) {
            page.viewer()->save(path);
        }
    });
    QObject::connect(&shelf, &LogShelf::changed, binding, fill);
    QObject::connect(&shelf, &LogShelf::failed, binding, [&page](const Error& error) { page.showError(error); });
    page.showDocument(nullptr);
    fill();
}

} // namespace millrace
