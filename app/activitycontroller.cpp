// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activitycontroller.h"

#include "app/connectionpool.h"
#include "core/operation.h"
#include "logs/logline.h"
#include "models/apicallmodel.h"
#include "models/operationlistmodel.h"
#include "widgets/panels/apicallsview.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/logview.h"
#include "widgets/panels/operationsindicator.h"
#include "widgets/panels/statusbar.h"

#include <QUrl>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// "GET /v4/sessions/… 500 in 12 ms", for the log.
QString oneLine(const ApiCall& call)
{
    const QString path = QUrl(call.url).path();
    const QString outcome = call.error.isEmpty() ? QString::number(call.status) : call.error;
    return u"%1 %2: %3 in %4 ms"_s.arg(call.method, path, outcome).arg(call.elapsedMs);
}

MessageLevel levelOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
    case LogLevel::Debug:
        return MessageLevel::Debug;
    case LogLevel::Warn:
        return MessageLevel::Warning;
    case LogLevel::Error:
    case LogLevel::Fatal:
        return MessageLevel::Error;
    case LogLevel::Info:
    case LogLevel::Unknown:
        break;
    }
    return MessageLevel::Info;
}

} // namespace

ActivityController::ActivityController(BottomDock& dock, StatusBar& statusBar, ConnectionPool& pool, QObject* parent)
    : QObject(parent), m_log(new MessageLogModel(this)), m_calls(new ApiCallModel(this)),
      m_operations(new OperationListModel(this))
{
    dock.log()->setModel(m_log);
    dock.apiCalls()->setModel(m_calls);
    statusBar.operations()->setModel(m_operations);
    connect(&pool, &ConnectionPool::apiCalled, this, [this](const QString& connectionName, const ApiCall& call) {
        m_calls->append(call);
        if (isFailed(call)) {
            log(MessageLevel::Warning, connectionName, oneLine(call));
        }
    });
}

void ActivityController::log(MessageLevel level, const QString& source, const QString& text)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (level != MessageLevel::Info) {
        m_log->append(LogMessage{.time = now, .level = level, .source = source, .text = text});
        return;
    }
    // Lines of a server's log tell their level themselves; those without a head go on with the one before.
    LogLineReader reader;
    std::vector<LogMessage> messages;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QByteArray bytes = line.toUtf8();
        const LogLineMark mark = reader.read({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        const MessageLevel before = m_levels.value(source, level);
        messages.push_back(
            {.time = now, .level = mark.begins ? levelOf(mark.level) : before, .source = source, .text = line});
        m_levels.insert(source, messages.back().level);
    }
    m_log->append(std::move(messages));
}

void ActivityController::logError(const Error& error)
{
    const QString text = error.detail.isEmpty() ? error.message : error.message + u'\n' + error.detail;
    log(MessageLevel::Error, u"Millrace"_s, text);
}

void ActivityController::addOperation(Operation* operation)
{
    m_operations->add(operation);
}

void ActivityController::keepOperation(const std::shared_ptr<Operation>& operation)
{
    m_operations->add(operation.get());
    // The lambda holds it; the connection goes with the operation's end.
    connect(operation.get(), &Operation::finished, this, [this, operation](Operation::State state) {
        if (state == Operation::State::Failed) {
            logError(*operation->error());
        } else {
            log(MessageLevel::Info, u"Millrace"_s, operation->title());
        }
        // Only this connection, which holds it: the list has to hear that it goes.
        QMetaObject::invokeMethod(
            this, [this, operation] { operation->disconnect(this); }, Qt::QueuedConnection);
    });
}

} // namespace millrace
