// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loopbackserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>

namespace millrace::test {

class FakeGatewayState;

/// One page of a scripted result.
struct FakePage {
    QList<QJsonObject> rows; ///< {"kind": "INSERT", "fields": […]}; FakeStatement::row() makes one
    int notReadyTimes = 0; ///< how often NOT_READY is said before this page
    int delayMs = 0; ///< before the answer goes out
    std::optional<Answer> instead; ///< HTML, cut JSON, a reset, … in place of the page
};

/// What the gateway does with a statement.
struct FakeStatement {
    QList<QJsonObject> columns; ///< column() makes one
    QList<FakePage> pages;
    bool isQuery = false;
    bool hasContent = true; ///< resultKind SUCCESS_WITH_CONTENT
    QString jobId; ///< a job of that id appears, RUNNING until the operation is cancelled
    /// When set, fetching token failAtToken answers 500 with this stack (see stacks below).
    QString stack;
    int failAtToken = 0;
    bool endless = false; ///< after the last page, empty pages for ever
    bool stubborn = false; ///< cancel and close are answered but the job runs on
    std::optional<Answer> submitInstead; ///< in place of the answer to POST …/statements
    std::optional<Answer> cancelInstead; ///< in place of the answers to cancel and close

    static QJsonObject column(const QString& name, const QString& type, bool nullable = true, QJsonObject more = {});
    static QJsonObject row(QJsonArray fields, const QString& kind = QStringLiteral("INSERT"));
    static FakeStatement ok(); ///< what DDL and SET answer
    static FakeStatement inserted(const QString& jobId);
    static FakeStatement texts(const QString& column, const QStringList& values); ///< what SHOW answers
    static FakeStatement failing(const QString& stack);
    /// Rows i, 'text i' in pages of pageSize, columns id BIGINT and name STRING.
    static FakeStatement counted(int rows, int pageSize, bool streaming = false);
};

/// Java stacks as a real gateway sends them.
namespace stacks {
QString syntaxError(const QString& near, int line, int column);
QString unknownTable(const QString& table, int line, int column);
QString divisionByZero(); ///< a job that failed
QString unknownSession(const QString& session);
QString unknownOperation(const QString& operation);
QString notPossible(const QString& what, const QString& why); ///< why is "class: message" of the innermost exception
/// {"errors": ["Internal server error.", stack]} with status 500.
Answer answer(const QString& stack);
} // namespace stacks

/// A SQL Gateway (and, on the same port, the few JobManager calls that connections use) which keeps state as the real
/// one does: sessions, operations, tokens N and N-1 only, errors as 500 with a Java stack. It checks every request;
/// what a real gateway would refuse stands in complaints().
class FakeGateway : public QObject {
    Q_OBJECT

public:
    explicit FakeGateway(QObject* parent = nullptr);
    ~FakeGateway() override;

    bool start(quint16 port = 0);
    [[nodiscard]] LoopbackServer& server(); ///< for TLS, kill(), answerNext(), requests()
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QUrl jobManagerUrl() const; ///< the same

    void setVersions(QStringList versions); ///< default V1…V4
    void setProductVersion(const QString& version); ///< default 2.3.0
    /// Every request needs this Authorization header or gets 401.
    void setAuthorization(const QByteArray& value);

    /// Statements that start with prefix (any case, white space as one blank) behave so. The longest prefix wins.
    /// Without one: SET, RESET, USE, DDL answer OK and keep state, SHOW and DESCRIBE know a small catalog,
    /// SELECT answers one INT column of one row, INSERT a job id, EXPLAIN a plan, anything else a syntax error.
    void script(const QString& prefix, FakeStatement statement);

    /// The gateway's own zone, as its offsets to UTC in seconds in January and in July; 0 and 0 by default.
    void setZone(int winter, int summer);

    void expireSession(const QString& handle);
    void expireAllSessions();

    [[nodiscard]] QStringList openSessions() const;
    [[nodiscard]] QMap<QString, QString> sessionProperties(const QString& handle) const;
    [[nodiscard]] QStringList openOperations() const; ///< neither closed nor gone with their session
    [[nodiscard]] QStringList cancelledOperations() const;
    [[nodiscard]] QStringList statements() const; ///< every one submitted
    [[nodiscard]] QString jobState(const QString& jobId) const; ///< RUNNING, CANCELED, …; empty when unknown
    [[nodiscard]] int heartbeats() const;
    [[nodiscard]] QStringList complaints() const;

private:
    std::unique_ptr<FakeGatewayState> m_d;
};

} // namespace millrace::test
