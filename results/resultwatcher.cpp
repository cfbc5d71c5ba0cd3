// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultwatcher.h"

#include <QMetaObject>

namespace millrace {

namespace {

constexpr int s_frameMs = 16;

} // namespace

ResultWatcher::ResultWatcher(std::shared_ptr<ResultStore> store, QObject* parent)
    : QObject(parent), m_store(std::move(store))
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(s_frameMs);
    connect(&m_frame, &QTimer::timeout, this, &ResultWatcher::flush);
    m_store->setNotifier([this] { QMetaObject::invokeMethod(this, &ResultWatcher::schedule, Qt::QueuedConnection); });
    // The store may have been filled before anybody watched.
    schedule();
}

ResultWatcher::~ResultWatcher()
{
    m_store->setNotifier({});
}

void ResultWatcher::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused) {
        flush();
    }
}

void ResultWatcher::schedule()
{
    if (!m_frame.isActive()) {
        m_frame.start();
    }
}

void ResultWatcher::flush()
{
    if (m_paused) {
        return;
    }
    m_frame.stop();
    const qint64 before = m_snapshot.rowCount();
    m_snapshot = m_store->snapshot();
    if (!m_hasSchema && !m_snapshot.schema().columns.empty()) {
        m_hasSchema = true;
        Q_EMIT schemaArrived();
    }
    if (m_snapshot.rowCount() > before) {
        Q_EMIT rowsArrived(before, m_snapshot.rowCount());
    }
}

} // namespace millrace
