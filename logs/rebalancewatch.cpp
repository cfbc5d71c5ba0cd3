// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancewatch.h"

#include "logs/brokerlogfiles.h"
#include "logs/logbytestream.h"
#include "logs/logpaths.h"
#include "logs/rebalanceanalyser.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace millrace {

namespace {

using namespace std::chrono_literals;

constexpr auto kPollEvery = 1000ms;
constexpr qint64 kPublishEveryMs = 500;
constexpr std::size_t kPiece = 1 << 20;

} // namespace

struct RebalanceWatch::Worker {
    struct Source {
        LogByteStream stream;
        int number = 0;
        QString problem;
    };

    Worker(const QStringList& files, RebalanceOptions options) : analyser(std::move(options)), buffer(kPiece)
    {
        const QStringList paths = expandLogPaths(files);
        const std::span<const QString> span(paths.constData(), std::size_t(paths.size()));
        for (const BrokerLogFiles& broker : orderBrokerLogs(span)) {
            sources.push_back({.stream = LogByteStream(broker.files), .number = analyser.addSource()});
        }
    }

    /// Reads a piece of one source; false when it has nothing more for now.
    bool readPiece(Source& source)
    {
        std::size_t count = 0;
        switch (source.stream.next(buffer, count)) {
        case LogByteStream::Event::Bytes:
            analyser.feed(source.number, QByteArrayView(buffer.data(), qsizetype(count)));
            return true;
        case LogByteStream::Event::NewFile:
        case LogByteStream::Event::Truncated:
            analyser.endFile(source.number);
            analyser.beginFile(source.number, source.stream.path());
            return true;
        case LogByteStream::Event::End:
            break;
        }
        return false;
    }

    RebalanceAnalyser analyser;
    std::vector<Source> sources;
    std::vector<char> buffer;
};

RebalanceWatch::RebalanceWatch(const QStringList& files, RebalanceOptions options, QObject* parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(files, std::move(options))),
      m_report(std::make_shared<const RebalanceReport>())
{
    m_pool.setMaxThreadCount(1);
    connect(&m_clock, &QTimer::timeout, this, &RebalanceWatch::poll);
    m_clock.start(kPollEvery);
    poll();
}

RebalanceWatch::~RebalanceWatch()
{
    m_stopping = true;
    m_pool.waitForDone();
}

std::shared_ptr<const RebalanceReport> RebalanceWatch::report() const
{
    const QMutexLocker lock(&m_mutex);
    return m_report;
}

double RebalanceWatch::progress() const
{
    const QMutexLocker lock(&m_mutex);
    return m_progress;
}

void RebalanceWatch::setLive(bool live)
{
    if (live && !m_clock.isActive()) {
        m_clock.start(kPollEvery);
        poll();
    } else if (!live) {
        m_clock.stop();
    }
}

void RebalanceWatch::poll()
{
    if (!m_running) {
        m_running = true;
        m_pool.start([this] { run(); });
    }
}

void RebalanceWatch::publish()
{
    auto report = std::make_shared<RebalanceReport>(m_worker->analyser.snapshot());
    qint64 done = 0;
    qint64 total = 0;
    for (const Worker::Source& source : m_worker->sources) {
        done += source.stream.done();
        total += source.stream.total();
        if (!source.stream.problem().isEmpty() && !report->notes.contains(source.stream.problem())) {
            report->notes += source.stream.problem();
        }
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_report = std::move(report);
        m_progress = total > 0 ? std::min(1.0, double(done) / double(total)) : 1;
    }
    QMetaObject::invokeMethod(this, &RebalanceWatch::changed, Qt::QueuedConnection);
}

void RebalanceWatch::run()
{
    QElapsedTimer clock;
    clock.start();
    qint64 nextPublish = kPublishEveryMs;
    bool changed = report()->files.isEmpty();
    for (Worker::Source& source : m_worker->sources) {
        while (!m_stopping && m_worker->readPiece(source)) {
            changed = true;
            if (clock.elapsed() >= nextPublish) {
                const qint64 before = clock.elapsed();
                publish();
                // A report on very many groups takes its time: reading comes first.
                nextPublish = clock.elapsed() + std::max(kPublishEveryMs, 5 * (clock.elapsed() - before));
            }
        }
        changed = changed || source.problem != source.stream.problem();
        source.problem = source.stream.problem();
    }
    if (changed && !m_stopping) {
        publish();
    }
    QMetaObject::invokeMethod(
        this, [this] { m_running = false; }, Qt::QueuedConnection);
}

} // namespace millrace
