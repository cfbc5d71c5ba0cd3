// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspacejournal.h"

#include "storage/database.h"
#include "storage/filelock.h"
#include "storage/journaltables.h"
#include "storage/journalwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A second from keystroke to disk, less what reading a long text and a slow disk take.
constexpr auto s_delay = 400ms;
constexpr auto s_retryDelay = 5s;

/// What changed since it was last written.
struct Pending {
    QHash<QString, bool> tabs; ///< tab to "its text too"
    QStringList forgotten;
    bool order = false;

    [[nodiscard]] bool isEmpty() const { return tabs.isEmpty() && forgotten.isEmpty() && !order; }

    void merge(const Pending& other)
    {
        for (auto it = other.tabs.begin(); it != other.tabs.end(); ++it) {
            tabs[it.key()] = tabs.value(it.key()) || it.value();
        }
        forgotten += other.forgotten;
        order = order || other.order;
    }
};

} // namespace

class WorkspaceJournal::Private {
public:
    Private(const QString& file, const QString& workspace)
        : lock(lockFolder(file) + u'/' + workspace), writer(std::make_unique<JournalWriter>(file, workspace))
    {
        timer.setSingleShot(true);
        worker.moveToThread(&thread);
        thread.setObjectName(u"journal"_s);
        thread.start();
    }

    ~Private()
    {
        // The writer's database belongs to its thread.
        QMetaObject::invokeMethod(
            &worker, [this] { writer.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    static QString lockFolder(const QString& file) { return QFileInfo(file).absolutePath() + "/windows"_L1; }

    void schedule(std::chrono::milliseconds delay = s_delay)
    {
        if (!timer.isActive() && !isWriting) {
            timer.start(delay);
        }
    }

    /// Asks the tabs what they look like now.
    [[nodiscard]] JournalBatch collect(const Pending& pending) const
    {
        JournalBatch batch;
        for (auto it = pending.tabs.begin(); it != pending.tabs.end(); ++it) {
            const auto source = sources.find(it.key());
            if (source == sources.end() || !source->first) {
                continue;
            }
            batch.tabs.push_back({.id = it.key(), .state = source->second.state(), .textChanged = it.value()});
            if (it.value()) {
                batch.tabs.back().text = source->second.text();
            }
        }
        batch.forgotten = pending.forgotten;
        if (pending.order) {
            batch.order = JournalBatch::Order{.tabIds = order, .active = active};
        }
        return batch;
    }

    FileLock lock;
    std::unique_ptr<JournalWriter> writer; ///< used in thread only
    QThread thread;
    QObject worker;
    QTimer timer;
    QHash<QString, std::pair<QPointer<QObject>, JournalSource>> sources;
    QStringList order;
    QString active;
    Pending pending;
    Pending sent; ///< on its way to the disk
    bool isWriting = false;
    int generation = 0;
};

WorkspaceJournal::WorkspaceJournal(std::unique_ptr<Private> data) : d(std::move(data))
{
    connect(&d->timer, &QTimer::timeout, this, &WorkspaceJournal::writePending);
}

WorkspaceJournal::~WorkspaceJournal()
{
    (void)flush(); // nobody is left to tell
}

Result<std::unique_ptr<WorkspaceJournal>> WorkspaceJournal::open(Database& database)
{
    const QString workspace = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto data = std::make_unique<Private>(database.file(), workspace);
    std::vector<JournalTab> tabs;
    if (!database.file().isEmpty()) {
        const QString folder = Private::lockFolder(database.file());
        QDir().mkpath(folder);
        // Locked before the workspace is in the table, so that no other window takes it for an orphan.
        if (!data->lock.lock()) {
            return failure(ErrorKind::Storage,
                tr("The folder %1 cannot be written: check its permissions and the free space.").arg(folder));
        }
        const auto made = database.run(u"INSERT INTO workspaces (id, created_at) VALUES (?, ?)"_s,
            {workspace, QDateTime::currentMSecsSinceEpoch()});
        if (!made) {
            return failure(made.error());
        }
        auto read = adoptTabs(database, workspace, folder).and_then([&] { return readTabs(database, workspace); });
        if (!read) {
            return failure(read.error());
        }
        tabs = std::move(*read);
    }
    std::unique_ptr<WorkspaceJournal> journal(new WorkspaceJournal(std::move(data)));
    journal->m_restored = std::move(tabs);
    return journal;
}

void WorkspaceJournal::track(const QString& tabId, QObject* context, JournalSource source)
{
    d->sources.insert(tabId, {context, std::move(source)});
}

void WorkspaceJournal::textChanged(const QString& tabId)
{
    d->pending.tabs[tabId] = true;
    d->schedule();
}

void WorkspaceJournal::stateChanged(const QString& tabId)
{
    if (!d->pending.tabs.contains(tabId)) {
        d->pending.tabs.insert(tabId, false);
    }
    d->schedule();
}

void WorkspaceJournal::forget(const QString& tabId)
{
    d->sources.remove(tabId);
    d->pending.tabs.remove(tabId);
    d->pending.forgotten += tabId;
    d->order.removeAll(tabId);
    d->schedule();
}

void WorkspaceJournal::setOrder(const QStringList& tabIds, const QString& activeTabId)
{
    d->order = tabIds;
    d->active = activeTabId;
    d->pending.order = true;
    d->schedule();
}

void WorkspaceJournal::writePending()
{
    d->sent = std::exchange(d->pending, {});
    d->isWriting = true;
    const int generation = ++d->generation;
    QMetaObject::invokeMethod(&d->worker, [this, writer = d->writer.get(), batch = d->collect(d->sent), generation] {
        const auto written = writer->write(batch);
        QMetaObject::invokeMethod(this, [this, written, generation] { onWritten(written, generation); });
    });
}

void WorkspaceJournal::onWritten(const Result<void>& written, int generation)
{
    if (generation != d->generation) {
        return; // flush() has written the same and more since
    }
    d->isWriting = false;
    if (!written) {
        d->pending.merge(d->sent);
        d->schedule(s_retryDelay);
        Q_EMIT failed(written.error());
        return;
    }
    if (!d->pending.isEmpty()) {
        d->schedule();
    }
    Q_EMIT this->written();
}

Result<void> WorkspaceJournal::flush()
{
    d->timer.stop();
    if (d->isWriting) {
        d->pending.merge(d->sent);
    }
    if (d->pending.isEmpty()) {
        return {};
    }
    ++d->generation;
    d->isWriting = false;
    Result<void> outcome;
    QMetaObject::invokeMethod(
        &d->worker, [this, &outcome, batch = d->collect(d->pending)] { outcome = d->writer->write(batch); },
        Qt::BlockingQueuedConnection);
    if (outcome) {
        d->pending = {};
        Q_EMIT written();
    } else {
        d->schedule(s_retryDelay);
    }
    return outcome;
}

} // namespace millrace
