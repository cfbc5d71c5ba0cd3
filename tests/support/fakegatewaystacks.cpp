// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegateway.h"

#include <QJsonDocument>

namespace millrace::test::stacks {

using namespace Qt::StringLiterals;

namespace {

/// What every stack of the gateway has around its causes.
QString wrapped(const QStringList& causes)
{
    QString stack = u"<Exception on server side:\n"
                    "org.apache.flink.table.gateway.api.utils.SqlGatewayException: "
                    "org.apache.flink.table.gateway.api.utils.SqlGatewayException: Failed to fetchResults.\n"
                    "\tat org.apache.flink.table.gateway.rest.handler.statement.FetchResultsHandler.handleRequest"
                    "(FetchResultsHandler.java:91)\n"
                    "\tat java.base/java.lang.Thread.run(Thread.java:840)\n"
                    "Caused by: org.apache.flink.table.gateway.api.utils.SqlGatewayException: Failed to "
                    "fetchResults.\n"
                    "\tat org.apache.flink.table.gateway.service.SqlGatewayServiceImpl.fetchResults"
                    "(SqlGatewayServiceImpl.java:238)\n"
                    "\t... 40 more\n"_s;
    for (const QString& cause : causes) {
        stack += u"Caused by: "_s + cause
            + u"\n\tat org.apache.flink.table.gateway.service.operation.OperationExecutor.executeStatement"
              "(OperationExecutor.java:216)\n\t... 7 more\n"_s;
    }
    return stack + u"\nEnd of exception on server side>"_s;
}

QString failedOperation()
{
    return u"org.apache.flink.table.gateway.service.utils.SqlExecutionException: Failed to execute the operation "
           "b1ec5793-5dc2-4254-b2d1-ceaa00ec6116."_s;
}

} // namespace

QString syntaxError(const QString& near, int line, int column)
{
    const QString message = u"Encountered \"%1\" at line %2, column %3.\nWas expecting one of:\n    <EOF> \n    "
                            "\"EXCEPT\" ...\n    \"FROM\" ...\n    "_s.arg(near)
                                .arg(line)
                                .arg(column);
    return wrapped({failedOperation(), u"org.apache.flink.table.api.SqlParserException: SQL parse failed. "_s + message,
        u"org.apache.calcite.sql.parser.SqlParseException: "_s + message,
        u"org.apache.flink.sql.parser.impl.ParseException: "_s + message});
}

QString unknownTable(const QString& table, int line, int column)
{
    const QString place =
        u"From line %1, column %2 to line %1, column %3: "_s.arg(line).arg(column).arg(column + table.size() - 1);
    const QString message = u"Object '%1' not found"_s.arg(table);
    return wrapped({failedOperation(),
        u"org.apache.flink.table.api.ValidationException: SQL validation failed. "_s + place + message,
        u"org.apache.calcite.runtime.CalciteContextException: "_s + place + message,
        u"org.apache.calcite.sql.validate.SqlValidatorException: "_s + message});
}

QString divisionByZero()
{
    return wrapped(
        {u"org.apache.flink.table.gateway.service.utils.SqlExecutionException: Error while retrieving result."_s,
            u"java.lang.RuntimeException: Failed to fetch next result"_s,
            u"java.io.IOException: Failed to fetch job execution result"_s,
            u"org.apache.flink.client.program.ProgramInvocationException: Job failed (JobID: "
            "eae486cdef70958a9b10f3dc13ec5447)"_s,
            u"org.apache.flink.runtime.client.JobExecutionException: Job execution failed."_s,
            u"org.apache.flink.runtime.JobException: Recovery is suppressed by NoRestartBackoffTimeStrategy"_s,
            u"java.lang.ArithmeticException: / by zero"_s});
}

QString unknownSession(const QString& session)
{
    return wrapped(
        {u"org.apache.flink.table.gateway.api.utils.SqlGatewayException: Session '%1' does not exist."_s.arg(session)});
}

QString unknownOperation(const QString& operation)
{
    return wrapped({u"org.apache.flink.table.gateway.api.utils.SqlGatewayException: Can not find the submitted "
                    "operation in the OperationManager with the %1."_s.arg(operation)});
}

QString notPossible(const QString& what, const QString& why)
{
    return wrapped({u"org.apache.flink.table.gateway.api.utils.SqlGatewayException: "_s + what, why});
}

Answer answer(const QString& stack)
{
    const QJsonObject body{{u"errors"_s, QJsonArray{u"Internal server error."_s, stack}}};
    return Answer::json(QJsonDocument(body).toJson(QJsonDocument::Compact), 500);
}

} // namespace millrace::test::stacks
