// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/resultpage.h"
#include "core/resultsink.h"

#include <QByteArray>

#include <memory>

namespace millrace::flink {

/// The part of a run that works outside the GUI thread: reads pages and hands their rows to the sink, in order. One
/// call at a time, from any thread.
class PageFeed {
public:
    /// zone is empty while it is not known; see needsZone().
    PageFeed(std::shared_ptr<ResultSink> sink, QString zone, qint64 maxRows);

    /// Reads a page and keeps it.
    Result<void> read(const QByteArray& body);

    /// The page's rows have times that want a zone, and none is known yet: setZone() before deliver().
    [[nodiscard]] bool needsZone() const;
    void setZone(const QString& zone);

    /// Hands the rows on, as far as the row cap lets it.
    void deliver();

    /// Of the page that was read last.
    [[nodiscard]] ResultPage::Kind kind() const { return m_page.kind; }

    [[nodiscard]] const QString& nextResultUri() const { return m_page.nextResultUri; }

    [[nodiscard]] const QString& jobId() const { return m_page.jobId; }

    [[nodiscard]] bool isQuery() const { return m_page.isQueryResult; }

    [[nodiscard]] bool hasContent() const { return m_page.hasContent; }

    [[nodiscard]] qint64 rows() const { return m_rows; }

    [[nodiscard]] bool isFull() const { return m_maxRows > 0 && m_rows >= m_maxRows; }

    /// Rows were left out.
    [[nodiscard]] bool hasCut() const { return m_cut; }

private:
    std::shared_ptr<ResultSink> m_sink;
    ResultPageParser m_parser;
    ResultPage m_page;
    QString m_zone;
    qint64 m_maxRows;
    qint64 m_rows = 0;
    bool m_begun = false;
    bool m_cut = false;
};

/// TIMESTAMP_LTZ, at any depth.
bool hasLocalTime(const LogicalType& type);

} // namespace millrace::flink
