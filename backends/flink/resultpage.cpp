// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpage.h"

#include "backends/flink/resultpagereader.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstring>

namespace millrace::flink {

namespace {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

// Offsets inside a page are 32 bits wide.
constexpr qsizetype s_maxPage = 2'000'000'000;

QString nullableText(ondemand::value value, const char* expected)
{
    if (need(value.is_null(), expected)) {
        return {};
    }
    return toText(need(value.get_string(), expected));
}

ResultPage::Kind kindOf(std::string_view name)
{
    if (name == "PAYLOAD") {
        return ResultPage::Kind::Payload;
    }
    if (name == "EOS") {
        return ResultPage::Kind::EndOfStream;
    }
    if (name == "NOT_READY") {
        return ResultPage::Kind::NotReady;
    }
    throw PageFault{.what = u"the result type %1 is not known"_s.arg(toText(name))};
}

/// A few characters of the page around a place, on one line.
QString excerpt(const QByteArray& body, qsizetype at)
{
    const qsizetype begin = qMax<qsizetype>(0, at - 40);
    return QString::fromUtf8(body.mid(begin, 80)).simplified();
}

} // namespace

class ResultPageParser::Private {
public:
    explicit Private(QString zone) : timeZone(std::move(zone)) { }

    ResultPage read(ondemand::document& document);
    Error error(const PageFault& fault, const QByteArray& body, const char* base) const;
    const char* padded(const QByteArray& body, size_t& capacity);

    QString timeZone;
    std::optional<ResultSchema> schema;

private:
    void readResults(ondemand::object results, ResultPage& page);
    void takeColumns(ondemand::array columns, bool plainText);

    std::string m_columnsJson; ///< of the page that gave the schema; equal text needs no second look
    std::vector<char> m_buffer;
    bool m_isQuerySaid = false;

public:
    ondemand::parser parser;
};

/// simdjson reads some bytes beyond the end, which the body of an answer does not have. The copy takes a hundredth of
/// the parsing.
const char* ResultPageParser::Private::padded(const QByteArray& body, size_t& capacity)
{
    const auto size = size_t(body.size());
    m_buffer.resize(qMax(m_buffer.size(), size + simdjson::SIMDJSON_PADDING));
    std::memcpy(m_buffer.data(), body.constData(), size);
    std::memset(m_buffer.data() + size, 0, simdjson::SIMDJSON_PADDING);
    capacity = m_buffer.size();
    return m_buffer.data();
}

ResultPage ResultPageParser::Private::read(ondemand::document& document)
{
    ResultPage page;
    bool hasKind = false;
    bool hasResults = false;
    m_isQuerySaid = false;
    for (auto item : need(document.get_object(), "an object")) {
        ondemand::field field = need(std::move(item), "a member");
        const std::string_view key = need(field.unescaped_key(), "a name");
        if (key == "resultType") {
            page.kind = kindOf(need(field.value().get_string(), "the result type"));
            hasKind = true;
        } else if (key == "nextResultUri") {
            page.nextResultUri = nullableText(field.value(), "the next page");
        } else if (key == "isQueryResult") {
            page.isQueryResult = need(field.value().get_bool(), "true or false");
            m_isQuerySaid = true;
        } else if (key == "jobID") {
            page.jobId = nullableText(field.value(), "the job id");
        } else if (key == "resultKind") {
            page.hasContent = nullableText(field.value(), "the result kind") == u"SUCCESS_WITH_CONTENT"_s;
        } else if (key == "results") {
            if (!need(field.value().is_null(), "the results")) {
                readResults(need(field.value().get_object(), "the results"), page);
                hasResults = true;
            }
        }
    }
    // Beyond the last bracket there is no location.
    if (const char* rest = nullptr; !document.current_location().get(rest)) {
        throw PageFault{.what = u"text follows the end of the page"_s, .at = rest};
    }
    if (!hasKind) {
        throw PageFault{.what = u"there is no resultType"_s};
    }
    if (page.kind != ResultPage::Kind::NotReady && !hasResults) {
        throw PageFault{.what = u"there are no results"_s};
    }
    if (schema) {
        if (!m_isQuerySaid) {
            // Version 1 of the gateway does not tell; its own answers are these.
            const QString first = schema->columns.empty() ? QString() : schema->columns.front().name;
            page.isQueryResult = schema->columns.size() != 1 || (first != u"result"_s && first != u"job id"_s);
            page.hasContent = page.isQueryResult;
        }
        schema->isQuery = page.isQueryResult;
    }
    page.rows.setArrivedAt(QDateTime::currentMSecsSinceEpoch());
    return page;
}

void ResultPageParser::Private::readResults(ondemand::object results, ResultPage& page)
{
    // The gateway writes columns, rowFormat, data in this order; a proxy may have turned them round.
    const auto columns = need(results.find_field_unordered("columns").get_array(), "the columns");
    const auto columnsJson = need(ondemand::array(columns).raw_json(), "the columns");
    bool plainText = false;
    std::string_view format;
    if (!results.find_field_unordered("rowFormat").get_string().get(format)) {
        plainText = format == "PLAIN_TEXT";
    }
    if (!schema || columnsJson != m_columnsJson) {
        std::string copy(columnsJson);
        takeColumns(need(results.find_field_unordered("columns").get_array(), "the columns"), plainText);
        m_columnsJson = std::move(copy);
    }
    page.rows = RowBatch(schema->columns);
    readRows(need(results.find_field_unordered("data").get_array(), "the rows"), schema->columns, page.rows);
}

void ResultPageParser::Private::takeColumns(ondemand::array columns, bool plainText)
{
    std::vector<ResultColumn> read = readColumns(columns);
    if (plainText) {
        read = asPlainText(std::move(read));
    }
    if (!schema) {
        schema = ResultSchema{.columns = std::move(read), .timeZone = timeZone};
    } else if (schema->columns != read) {
        throw PageFault{.what = u"the columns are not those of the first page"_s};
    }
}

Error ResultPageParser::Private::error(const PageFault& fault, const QByteArray& body, const char* base) const
{
    QString place;
    if (fault.row >= 0) {
        place = u"row %1"_s.arg(fault.row + 1);
        if (fault.column >= 0 && schema && size_t(fault.column) < schema->columns.size()) {
            place += u", column %1 (%2)"_s.arg(
                schema->columns[size_t(fault.column)].name, schema->columns[size_t(fault.column)].type.toSql());
        }
    }
    QString detail = place.isEmpty() ? fault.what : place + u": "_s + fault.what;
    if (fault.at && fault.at >= base && fault.at <= base + body.size()) {
        const qsizetype at = fault.at - base;
        detail += u"\nat byte %1 of %2: … %3 …"_s.arg(at).arg(body.size()).arg(excerpt(body, at));
    } else {
        detail += u"\nin a page of %1 bytes: %2 …"_s.arg(body.size()).arg(excerpt(body, 0));
    }
    return {.kind = ErrorKind::Protocol,
        .message = QCoreApplication::translate("FlinkResultPage",
            "The gateway sent a result page that cannot be read. Check that the address is a Flink SQL Gateway and "
            "that nothing between cuts its answers."),
        .detail = detail};
}

ResultPageParser::ResultPageParser(QString timeZone) : m_d(std::make_unique<Private>(std::move(timeZone))) { }

ResultPageParser::~ResultPageParser() = default;

const std::optional<ResultSchema>& ResultPageParser::schema() const
{
    return m_d->schema;
}

Result<ResultPage> ResultPageParser::parse(const QByteArray& body)
{
    if (body.size() > s_maxPage) {
        return failure(m_d->error({.what = u"the page is too large"_s}, body.left(1000), nullptr));
    }
    size_t capacity = 0;
    const char* base = m_d->padded(body, capacity);
    ondemand::document document;
    try {
        document = need(m_d->parser.iterate(base, size_t(body.size()), capacity), "JSON");
        return m_d->read(document);
    } catch (PageFault& fault) {
        const char* location = nullptr;
        if (!fault.at && document.is_alive() && !document.current_location().get(location)) {
            fault.at = location;
        }
        return failure(m_d->error(fault, body, base));
    }
}

} // namespace millrace::flink
