// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace millrace::bench {

/// Pages of ten mixed columns as a gateway sends them, 5,000 rows each.
inline QByteArray samplePage(qint64 firstRow, int rows)
{
    static const char* const types[] = {"\"BIGINT\",\"nullable\":true", "\"INTEGER\",\"nullable\":true",
        "\"BOOLEAN\",\"nullable\":true", "\"DOUBLE\",\"nullable\":true",
        "\"DECIMAL\",\"nullable\":true,\"precision\":12,\"scale\":2",
        "\"VARCHAR\",\"nullable\":true,\"length\":2147483647", "\"VARCHAR\",\"nullable\":true,\"length\":2147483647",
        "\"TIMESTAMP_WITHOUT_TIME_ZONE\",\"nullable\":true,\"precision\":3", "\"DATE\",\"nullable\":true",
        "\"SMALLINT\",\"nullable\":true"};
    QByteArray page =
        "{\"resultType\":\"PAYLOAD\",\"isQueryResult\":true,\"jobID\":\"379e948d4461aa2bca1901f76333e450\","
        "\"resultKind\":\"SUCCESS_WITH_CONTENT\",\"results\":{\"columns\":[";
    for (int column = 0; column < 10; ++column) {
        page += (column ? ",{\"name\":\"c" : "{\"name\":\"c") + QByteArray::number(column)
            + "\",\"logicalType\":{\"type\":" + types[column] + "},\"comment\":null}";
    }
    page += "],\"rowFormat\":\"JSON\",\"data\":[";
    quint64 random = quint64(firstRow) * 0x9e3779b97f4a7c15ULL + 1;
    for (qint64 n = firstRow; n < firstRow + rows; ++n) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        page += n > firstRow ? ",{\"kind\":\"INSERT\",\"fields\":[" : "{\"kind\":\"INSERT\",\"fields\":[";
        page += QByteArray::number(qint64(random >> 1)) + ',' + QByteArray::number(n)
            + (random & 1 ? ",true," : ",false,") + QByteArray::number(double(random % 1000000) / 1e6, 'f', 6) + ','
            + QByteArray::number(random % 100000) + '.' + QByteArray::number(10 + random % 90) + ",\"customer-"
            + QByteArray::number(random % 10000) + "\",";
        page += random % 10 == 0 ? QByteArray("null") : "\"" + QByteArray::number(random, 16) + " some words\"";
        page += ",\"2026-03-1" + QByteArray::number(random % 10) + "T1" + QByteArray::number(random % 7) + ":22:05."
            + QByteArray::number(100 + random % 900) + "\",\"2026-03-1" + QByteArray::number(random % 10) + "\","
            + QByteArray::number(random % 30000) + "]}";
    }
    return page + "]},\"nextResultUri\":\"/v4/sessions/2f8a2bf3/operations/444ce71f/result/1?rowFormat=JSON\"}";
}

inline QList<QByteArray> samplePages(qint64 rows)
{
    QList<QByteArray> pages;
    for (qint64 row = 0; row < rows; row += 5000) {
        pages << samplePage(row, 5000);
    }
    return pages;
}

} // namespace millrace::bench
