// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegateway.h"

#include "tests/support/fakegatewaystate.h"

#include <algorithm>

namespace millrace::test {

using namespace Qt::StringLiterals;

QJsonObject FakeStatement::column(const QString& name, const QString& type, bool nullable, QJsonObject more)
{
    QJsonObject logical = std::move(more);
    logical.insert(u"type"_s, type);
    logical.insert(u"nullable"_s, nullable);
    if ((type == "VARCHAR"_L1 || type == "VARBINARY"_L1) && !logical.contains("length"_L1)) {
        logical.insert(u"length"_s, 2147483647);
    }
    return {{u"name"_s, name}, {u"logicalType"_s, logical}};
}

QJsonObject FakeStatement::row(QJsonArray fields, const QString& kind)
{
    return {{u"kind"_s, kind}, {u"fields"_s, std::move(fields)}};
}

FakeStatement FakeStatement::ok()
{
    FakeStatement statement = texts(u"result"_s, {u"OK"_s});
    statement.hasContent = false;
    return statement;
}

FakeStatement FakeStatement::inserted(const QString& jobId)
{
    FakeStatement statement = texts(u"job id"_s, {jobId});
    statement.jobId = jobId;
    return statement;
}

FakeStatement FakeStatement::texts(const QString& column, const QStringList& values)
{
    FakeStatement statement;
    statement.columns = {FakeStatement::column(column, u"VARCHAR"_s)};
    FakePage page;
    for (const QString& value : values) {
        page.rows << row({value});
    }
    statement.pages = {page};
    return statement;
}

FakeStatement FakeStatement::failing(const QString& stack)
{
    FakeStatement statement;
    statement.stack = stack;
    return statement;
}

FakeStatement FakeStatement::counted(int rows, int pageSize, bool streaming)
{
    FakeStatement statement;
    statement.isQuery = true;
    statement.endless = streaming;
    statement.jobId = u"c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"_s;
    statement.columns = {column(u"id"_s, u"BIGINT"_s, false), column(u"name"_s, u"VARCHAR"_s)};
    statement.pages << FakePage{.notReadyTimes = 1};
    for (int at = 0; at < rows; at += pageSize) {
        FakePage page;
        for (int i = at; i < std::min(rows, at + pageSize); ++i) {
            page.rows << row({i, u"text %1"_s.arg(i)});
        }
        statement.pages << page;
    }
    return statement;
}

FakeGateway::FakeGateway(QObject* parent) : QObject(parent), m_d(std::make_unique<FakeGatewayState>())
{
    m_d->server.setHandler([this](const ReceivedRequest& request) { return m_d->answer(request); });
}

FakeGateway::~FakeGateway() = default;

bool FakeGateway::start(quint16 port)
{
    return m_d->server.listen(port);
}

LoopbackServer& FakeGateway::server()
{
    return m_d->server;
}

QUrl FakeGateway::url() const
{
    return m_d->server.url();
}

QUrl FakeGateway::jobManagerUrl() const
{
    return m_d->server.url();
}

void FakeGateway::setVersions(QStringList versions)
{
    m_d->versions = std::move(versions);
}

void FakeGateway::setProductVersion(const QString& version)
{
    m_d->product = version;
}

void FakeGateway::setAuthorization(const QByteArray& value)
{
    m_d->authorization = value;
}

void FakeGateway::setZone(int winter, int summer)
{
    m_d->winterOffset = winter;
    m_d->summerOffset = summer;
}

void FakeGateway::script(const QString& prefix, FakeStatement statement)
{
    m_d->scripts.insert(normalised(prefix), std::move(statement));
}

void FakeGateway::expireSession(const QString& handle)
{
    m_d->dropSession(handle);
}

void FakeGateway::expireAllSessions()
{
    for (const QString& handle : openSessions()) {
        m_d->dropSession(handle);
    }
}

QStringList FakeGateway::openSessions() const
{
    return m_d->sessions.keys();
}

QMap<QString, QString> FakeGateway::sessionProperties(const QString& handle) const
{
    return m_d->sessions.value(handle).properties;
}

QStringList FakeGateway::openOperations() const
{
    return m_d->operations.keys();
}

QStringList FakeGateway::cancelledOperations() const
{
    return m_d->cancelled;
}

QStringList FakeGateway::statements() const
{
    return m_d->statements;
}

QString FakeGateway::jobState(const QString& jobId) const
{
    return m_d->jobs.value(jobId);
}

int FakeGateway::heartbeats() const
{
    return m_d->heartbeats;
}

QStringList FakeGateway::complaints() const
{
    return m_d->complaints;
}

} // namespace millrace::test
