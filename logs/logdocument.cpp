// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logdocument.h"

#include "logs/brokerlogfiles.h"
#include "logs/logpaths.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <chrono>

namespace millrace {

namespace {

using namespace std::chrono_literals;

constexpr auto kPollEvery = 400ms;
constexpr qint64 kPublishEveryMs = 100;

} // namespace

LogDocument::LogDocument(std::vector<LogOrigin> origins, QObject* parent)
    : QObject(parent), m_merged(origins.size() > 1)
{
    QStringList names;
    for (const LogOrigin& origin : origins) {
        names += origin.name;
    }
    m_title = names.join(QStringLiteral(" + "));
    m_reader = LogReader::make(std::move(origins));
    m_pool.setMaxThreadCount(1);
    connect(&m_clock, &QTimer::timeout, this, &LogDocument::poll);
    m_clock.start(kPollEvery);
    poll();
}

LogDocument::~LogDocument()
{
    m_stopping = true;
    m_pool.waitForDone();
}

LogSnapshot LogDocument::snapshot() const
{
    const QMutexLocker lock(&m_mutex);
    return m_snapshot;
}

void LogDocument::setFollowing(bool following)
{
    if (following && !m_clock.isActive()) {
        m_clock.start(kPollEvery);
        poll();
    } else if (!following) {
        m_clock.stop();
    }
}

void LogDocument::poll()
{
    if (!m_running) {
        m_running = true;
        m_pool.start([this] { run(); });
    }
}

void LogDocument::publish()
{
    LogSnapshot snapshot = m_reader->snapshot();
    {
        const QMutexLocker lock(&m_mutex);
        m_snapshot = std::move(snapshot);
    }
    QMetaObject::invokeMethod(this, &LogDocument::changed, Qt::QueuedConnection);
}

void LogDocument::run()
{
    QElapsedTimer sincePublished;
    bool first = snapshot().lineCount() == 0;
    sincePublished.start();
    const bool changed = m_reader->pump([this, &sincePublished, &first] {
        if (first || sincePublished.elapsed() >= kPublishEveryMs) {
            publish();
            first = snapshot().lineCount() == 0;
            sincePublished.restart();
        }
        return !m_stopping;
    });
    if (changed && !m_stopping) {
        publish();
    }
    QMetaObject::invokeMethod(
        this, [this] { m_running = false; }, Qt::QueuedConnection);
}

std::vector<LogOrigin> logOrigins(const QStringList& files)
{
    std::vector<LogOrigin> origins;
    const QStringList paths = expandLogPaths(files);
    for (const BrokerLogFiles& set :
        orderBrokerLogs(std::span<const QString>(paths.constData(), std::size_t(paths.size())))) {
        origins.push_back({.name = QFileInfo(set.files.constLast()).fileName(), .files = set.files});
    }
    return origins;
}

} // namespace millrace
