// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/pagefeed.h"

#include <QDateTime>

#include <algorithm>

namespace millrace::flink {

bool hasLocalTime(const LogicalType& type)
{
    return type.root == TypeRoot::TimestampLtz
        || std::ranges::any_of(type.children, [](const LogicalType::Field& child) { return hasLocalTime(child.type); });
}

PageFeed::PageFeed(std::shared_ptr<ResultSink> sink, QString zone, qint64 maxRows)
    : m_sink(std::move(sink)), m_parser(zone), m_zone(std::move(zone)), m_maxRows(maxRows)
{
}

Result<void> PageFeed::read(const QByteArray& body)
{
    Result<ResultPage> page = m_parser.parse(body);
    if (!page) {
        return failure(page.error());
    }
    m_page = std::move(*page);
    return {};
}

bool PageFeed::needsZone() const
{
    return !m_begun && m_zone.isEmpty() && m_parser.schema()
        && std::ranges::any_of(
            m_parser.schema()->columns, [](const ResultColumn& column) { return hasLocalTime(column.type); });
}

void PageFeed::setZone(const QString& zone)
{
    m_zone = zone;
}

void PageFeed::deliver()
{
    if (!m_begun && m_parser.schema()) {
        m_begun = true;
        ResultSchema schema = *m_parser.schema();
        schema.timeZone = m_zone;
        m_sink->begin(schema);
    }
    RowBatch rows = std::move(m_page.rows);
    m_page.rows = {};
    if (m_maxRows > 0 && rows.rowCount() > m_maxRows - m_rows) {
        rows.truncate(m_maxRows - m_rows);
        m_cut = true;
    }
    if (rows.isEmpty()) {
        return;
    }
    m_rows += rows.rowCount();
    rows.setArrivedAt(QDateTime::currentMSecsSinceEpoch());
    m_sink->append(std::move(rows));
}

} // namespace millrace::flink
