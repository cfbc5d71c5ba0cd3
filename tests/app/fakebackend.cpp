// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fakebackend.h"

#include "results/rowbatch.h"

#include <QCoroTimer>

#include <QRegularExpression>
#include <QTimer>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

void feed(ResultSink& sink, const QString& name, const QStringList& values)
{
    const ResultSchema schema{.columns = {{name, {.root = TypeRoot::VarChar, .precision = 2147483647}}},
        .isQuery = true,
        .timeZone = u"UTC"_s};
    sink.begin(schema);
    RowBatch rows(schema.columns);
    for (const QString& value : values) {
        std::ignore = rows.appendText(0, value.toStdString());
        rows.endRow(RowKind::Insert);
    }
    sink.append(std::move(rows));
}

class FakeSession : public SqlSession {
public:
    explicit FakeSession(std::shared_ptr<FakeServer> server)
        : m_server(std::move(server)), m_id(QString::number(++m_server->sessions))
    {
        m_properties.insert(u"execution.runtime-mode"_s, u"streaming"_s);
    }

    QString id() const override { return m_id; }

    QString server() const override { return u"Fake 1.0"_s; }

    const QMap<QString, QString>& properties() const override { return m_properties; }

    bool isLost() const override { return false; }

    QCoro::Task<Result<RunSummary>> run(
        RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token) override
    {
        const auto server = m_server;
        const QString statement = request.statement;
        server->statements << m_id + u": "_s + statement;
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        takeSetting(statement);
        if (statement.startsWith("SHOW CURRENT"_L1)) {
            const bool wantsCatalog = statement.endsWith("CATALOG"_L1);
            feed(*sink, u"name"_s, {wantsCatalog ? u"default_catalog"_s : u"default_database"_s});
            co_return RunSummary{.rows = 1};
        }
        const FakeAnswer answer = answerTo(statement);
        if (answer.error) {
            co_return failure(*answer.error);
        }
        if (request.onInfo) {
            request.onInfo(answer.info);
        }
        QStringList values;
        for (int i = 0; i < answer.rows; ++i) {
            values << QString::number(i);
        }
        feed(*sink, u"v"_s, values);
        ++server->running;
        while (answer.holds && !token.isCancelled()) {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        }
        --server->running;
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        co_return RunSummary{.info = answer.info, .rows = answer.rows};
    }

    QCoro::Task<Result<QStringList>> complete(QString, int, CancellationToken) override
    {
        co_return QStringList{u"orders"_s, u"order_id"_s};
    }

    QCoro::Task<Result<void>> refreshProperties(CancellationToken) override { co_return {}; }

    QCoro::Task<void> close() override
    {
        m_server->closed << m_id;
        co_return;
    }

private:
    void takeSetting(const QString& statement)
    {
        static const QRegularExpression s_set(u"^SET '([^']+)' = '([^']+)'$"_s);
        if (const auto match = s_set.match(statement); match.hasMatch()) {
            m_properties.insert(match.captured(1), match.captured(2));
            Q_EMIT propertiesChanged();
        }
    }

    FakeAnswer answerTo(const QString& statement) const
    {
        for (const auto& [begin, answer] : m_server->answers.asKeyValueRange()) {
            if (statement.startsWith(begin)) {
                return answer;
            }
        }
        return {};
    }

    std::shared_ptr<FakeServer> m_server;
    QString m_id;
    QMap<QString, QString> m_properties;
};

class FakeConnection : public Connection, public SqlExecution, public CatalogBrowser {
public:
    FakeConnection(ConnectionProfile profile, std::shared_ptr<FakeServer> server)
        : Connection(std::move(profile)), m_server(std::move(server))
    {
    }

    SqlExecution* sqlExecution() override { return this; }

    CatalogBrowser* catalogBrowser() override { return this; }

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken) override
    {
        const TestStep step{.title = u"Ask the fake"_s};
        observer(step);
        co_return ConnectionTest{
            .finishedAt = QDateTime::currentDateTimeUtc(), .steps = {step}, .verdict = u"Works."_s};
    }

    QCoro::Task<Result<std::shared_ptr<SqlSession>>> openSession(SessionOptions, CancellationToken) override
    {
        const auto server = m_server;
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        if (server->refuseSessions) {
            co_return failure(*server->refuseSessions);
        }
        const std::shared_ptr<SqlSession> session = std::make_shared<FakeSession>(server);
        server->live.push_back(session);
        co_return session;
    }

    QCoro::Task<Result<std::vector<CatalogEntry>>> children(
        std::shared_ptr<SqlSession>, CatalogEntry parent, CancellationToken) override
    {
        using Kind = CatalogEntryKind;
        switch (parent.path.size()) {
        case 0:
            co_return std::vector<CatalogEntry>{{.kind = Kind::Catalog, .path = {u"default_catalog"_s}}};
        case 1:
            co_return std::vector<CatalogEntry>{
                {.kind = Kind::Database, .path = parent.path + QStringList{u"default_database"_s}}};
        case 2:
            co_return std::vector<CatalogEntry>{{.kind = Kind::Table, .path = parent.path + QStringList{u"orders"_s}}};
        default:
            co_return std::vector<CatalogEntry>{};
        }
    }

private:
    std::shared_ptr<FakeServer> m_server;
};

} // namespace

FakeBackend::FakeBackend(std::shared_ptr<FakeServer> server) : m_server(std::move(server)) { }

QString FakeBackend::id() const
{
    return u"fake"_s;
}

QString FakeBackend::displayName() const
{
    return u"Fake"_s;
}

FormDescription FakeBackend::form() const
{
    return {.title = u"Fake"_s,
        .fields = {{.id = u"address"_s, .section = u"Addresses"_s, .label = u"Address"_s, .required = true}}};
}

FormValues FakeBackend::valuesForUrl(const QString& url) const
{
    return {{u"address"_s, url}};
}

std::unique_ptr<Connection> FakeBackend::connect(ConnectionProfile profile, Secrets) const
{
    return std::make_unique<FakeConnection>(std::move(profile), m_server);
}

} // namespace millrace::test
