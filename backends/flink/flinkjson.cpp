// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkjson.h"

#include <QByteArrayMatcher>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Flink)
};

tl::unexpected<Error> notUnderstood(const QString& what, const QByteArray& body)
{
    return failure(ErrorKind::Protocol,
        Texts::tr("The answer was not understood (%1): is this the address of a Flink SQL Gateway?").arg(what),
        QString::fromUtf8(body.left(4096)));
}

Result<QJsonObject> object(const QByteArray& body)
{
    if (body.trimmed().isEmpty()) {
        return notUnderstood(Texts::tr("it is empty"), body);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return notUnderstood(Texts::tr("no JSON at byte %1, %2").arg(problem.offset).arg(problem.errorString()), body);
    }
    if (!document.isObject()) {
        return notUnderstood(Texts::tr("it is no JSON object"), body);
    }
    return document.object();
}

Result<QJsonValue> member(const QByteArray& body, const QString& name, QJsonValue::Type type)
{
    const auto parsed = object(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    const QJsonValue value = parsed->value(name);
    if (value.type() != type) {
        return notUnderstood(Texts::tr("no %1 in it").arg(name), body);
    }
    return value;
}

Result<QString> textMember(const QByteArray& body, const QString& name)
{
    const auto value = member(body, name, QJsonValue::String);
    if (!value) {
        return failure(value.error());
    }
    if (value->toString().isEmpty()) {
        return notUnderstood(Texts::tr("no %1 in it").arg(name), body);
    }
    return value->toString();
}

Result<QStringList> textsMember(const QByteArray& body, const QString& name)
{
    const auto value = member(body, name, QJsonValue::Array);
    if (!value) {
        return failure(value.error());
    }
    QStringList texts;
    for (const QJsonValue& each : value->toArray()) {
        texts << each.toString();
    }
    return texts;
}

QString cellText(const QJsonValue& cell)
{
    switch (cell.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Bool:
        return cell.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return cell.toVariant().toString();
    case QJsonValue::String:
        return cell.toString().isNull() ? u""_s : cell.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(cell.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(cell.toObject()).toJson(QJsonDocument::Compact));
    }
    return {};
}

PageOutline::Kind kindOf(QByteArrayView name)
{
    if (name == "PAYLOAD") {
        return PageOutline::Kind::Payload;
    }
    if (name == "EOS") {
        return PageOutline::Kind::EndOfStream;
    }
    return name == "NOT_READY" ? PageOutline::Kind::NotReady : PageOutline::Kind::Unknown;
}

/// The text value of a member, looked for in a part of the body. Inside of JSON strings quotes are escaped, so
/// "name":" can only be a key.
QByteArrayView stringMember(QByteArrayView part, QByteArrayView key, bool last)
{
    const qsizetype at = last ? part.lastIndexOf(key) : part.indexOf(key);
    if (at < 0) {
        return {};
    }
    const qsizetype begin = at + key.size();
    const qsizetype end = part.indexOf('"', begin);
    return end < 0 ? QByteArrayView() : part.sliced(begin, end - begin);
}

} // namespace

Result<QStringList> versions(const QByteArray& body)
{
    return textsMember(body, u"versions"_s);
}

Result<GatewayInfo> gatewayInfo(const QByteArray& body)
{
    const auto product = textMember(body, u"productName"_s);
    if (!product) {
        return failure(product.error());
    }
    const auto version = textMember(body, u"version"_s);
    if (!version) {
        return failure(version.error());
    }
    return GatewayInfo{*product, *version};
}

Result<QString> sessionHandle(const QByteArray& body)
{
    return textMember(body, u"sessionHandle"_s);
}

Result<QString> operationHandle(const QByteArray& body)
{
    return textMember(body, u"operationHandle"_s);
}

Result<QMap<QString, QString>> sessionProperties(const QByteArray& body)
{
    const auto value = member(body, u"properties"_s, QJsonValue::Object);
    if (!value) {
        return failure(value.error());
    }
    QMap<QString, QString> properties;
    const QJsonObject all = value->toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        properties.insert(it.key(), cellText(it.value()));
    }
    return properties;
}

Result<QStringList> candidates(const QByteArray& body)
{
    return textsMember(body, u"candidates"_s);
}

PageOutline pageOutline(const QByteArray& body)
{
    constexpr qsizetype reach = 1024; // the members around the rows are short
    static const QByteArrayMatcher s_row("\"kind\":\"");
    PageOutline outline;
    outline.kind =
        kindOf(stringMember(QByteArrayView(body).first(std::min(reach, body.size())), "\"resultType\":\"", false));
    const QByteArrayView next =
        stringMember(QByteArrayView(body).last(std::min(reach, body.size())), "\"nextResultUri\":\"", true);
    outline.nextToken = tokenOf(QString::fromUtf8(next));
    for (qsizetype at = s_row.indexIn(body); at >= 0; at = s_row.indexIn(body, at + 8)) {
        ++outline.rows;
    }
    return outline;
}

qint64 tokenOf(const QString& nextResultUri)
{
    const QString path = nextResultUri.section(u'?', 0, 0);
    if (!path.contains("/result/"_L1)) {
        return -1;
    }
    bool isNumber = false;
    const qint64 token = path.section(u'/', -1).toLongLong(&isNumber);
    return isNumber && token >= 0 ? token : -1;
}

Result<TextPage> textPage(const QByteArray& body)
{
    const auto parsed = object(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    const QByteArray type = parsed->value("resultType"_L1).toString().toLatin1();
    const PageOutline::Kind kind = kindOf(type);
    if (kind == PageOutline::Kind::Unknown) {
        return notUnderstood(Texts::tr("no %1 in it").arg(u"resultType"_s), body);
    }
    TextPage page;
    page.isReady = kind != PageOutline::Kind::NotReady;
    page.isLast = kind == PageOutline::Kind::EndOfStream;
    page.nextToken = tokenOf(parsed->value("nextResultUri"_L1).toString());
    if (!page.isLast && page.nextToken < 0) {
        return notUnderstood(Texts::tr("no %1 in it").arg(u"nextResultUri"_s), body);
    }
    const QJsonObject results = parsed->value("results"_L1).toObject();
    for (const QJsonValue& column : results.value("columns"_L1).toArray()) {
        page.columns << column.toObject().value("name"_L1).toString();
    }
    for (const QJsonValue& row : results.value("data"_L1).toArray()) {
        QStringList cells;
        for (const QJsonValue& cell : row.toObject().value("fields"_L1).toArray()) {
            cells << cellText(cell);
        }
        page.rows.push_back(std::move(cells));
    }
    return page;
}

Result<ClusterOverview> clusterOverview(const QByteArray& body)
{
    const auto parsed = object(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    const QString version = parsed->value("flink-version"_L1).toString();
    if (version.isEmpty()) {
        return failure(ErrorKind::Protocol,
            Texts::tr("The answer was not understood: is this the address of a Flink JobManager?"),
            QString::fromUtf8(body.left(4096)));
    }
    return ClusterOverview{version, parsed->value("taskmanagers"_L1).toInt(), parsed->value("slots-total"_L1).toInt(),
        parsed->value("jobs-running"_L1).toInt()};
}

Result<QString> jobState(const QByteArray& body)
{
    return textMember(body, u"state"_s);
}

} // namespace millrace::flink::json
