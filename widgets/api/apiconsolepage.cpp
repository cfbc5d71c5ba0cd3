// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apiconsolepage.h"

#include "widgets/api/apianswerview.h"
#include "widgets/api/apicalltree.h"
#include "widgets/api/apirequestview.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/panelheader.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_retrySend = u"send"_s;
const QString s_retryDescribe = u"describe"_s;

bool isSendKey(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && event.modifiers().testFlag(Qt::ControlModifier) && !event.modifiers().testFlag(Qt::ShiftModifier);
}

bool isCancelKey(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Period && event.modifiers() == Qt::ControlModifier;
}

} // namespace

void ApiConsolePage::setConnections(const QList<Choice>& connections)
{
    const QString current = currentConnection();
    m_choices = connections;
    m_connections->clear();
    for (const Choice& each : connections) {
        m_connections->addItem(environmentIcon(each.environment), each.name, each.id);
        m_connections->setItemData(m_connections->count() - 1, each.system, Qt::ToolTipRole);
    }
    m_connections->setEnabled(!connections.isEmpty());
    setCurrentConnection(current);
}

QString ApiConsolePage::currentConnection() const
{
    return m_connections->currentData().toString();
}

void ApiConsolePage::setCurrentConnection(const QString& id)
{
    m_connections->setCurrentIndex(std::max(m_connections->findData(id), m_connections->count() > 0 ? 0 : -1));
    updateCentre();
    updateFoot();
    if (isVisible()) {
        askForDescription();
    }
}

const ApiConsolePage::Choice* ApiConsolePage::choice() const
{
    const int index = m_connections->currentIndex();
    return index >= 0 && index < m_choices.size() ? &m_choices[index] : nullptr;
}

QString ApiConsolePage::keyOf(const QString& operationId) const
{
    return m_described + u'\n' + operationId;
}

void ApiConsolePage::askForDescription()
{
    const Choice* chosen = choice();
    m_band->setEnvironment(chosen ? std::optional(chosen->environment) : std::nullopt);
    if (chosen && chosen->id != m_described) {
        m_bar->clear();
        m_header->setRemark({});
        Q_EMIT describeRequested(QString(chosen->id));
    }
}

void ApiConsolePage::setDescription(
    const QString& connectionId, const ApiDescription& description, const QString& dialect)
{
    if (connectionId != currentConnection()) {
        return;
    }
    m_described = connectionId;
    m_tree->setDescription(description, dialect);
    const QString count = tr("%n call(s)", nullptr, m_tree->count());
    m_header->setRemark(dialect.isEmpty() ? count : u"%1 · %2"_s.arg(count, dialect));
    if (m_recalled) {
        const ApiSent sent = *std::exchange(m_recalled, std::nullopt);
        m_typed.insert(keyOf(sent.operationId), sent.typed);
        m_shown.clear();
        m_tree->setCurrent(sent.operationId);
        showCurrentCall();
        m_answer->setSent(sent);
    } else {
        showCurrentCall();
    }
}

void ApiConsolePage::setDescribeError(const QString& connectionId, const Error& error)
{
    if (connectionId == currentConnection() && !error.isCancelled()) {
        m_bar->showError(error, {{s_retryDescribe, tr("Ask again")}});
    }
}

void ApiConsolePage::forgetDescription(const QString& connectionId)
{
    if (m_described == connectionId) {
        m_described.clear();
        if (isVisible()) {
            askForDescription();
        }
    }
}

bool ApiConsolePage::showCall(const QString& operationId)
{
    if (!m_tree->find(operationId)) {
        return false;
    }
    m_tree->setCurrent(operationId);
    showCurrentCall();
    return true;
}

void ApiConsolePage::showCurrentCall()
{
    updateCentre();
    const ApiOperation* operation = m_tree->current();
    if (!operation) {
        return;
    }
    if (m_bar->hasMessage() && m_bar->message().kind == MessageBar::Kind::Error
        && m_request->operation().id != operation->id) {
        m_bar->clear();
    }
    const QString key = keyOf(operation->id);
    const QString shown = key + u'\n' + operation->dialect;
    if (m_shown != shown) {
        m_shown = shown;
        const auto typed = m_typed.constFind(key);
        m_request->setOperation(*operation, typed == m_typed.cend() ? std::nullopt : std::optional(*typed));
    }
    if (m_running && m_pending.operationId == operation->id && m_pending.connectionId == m_described) {
        m_answer->setWaiting();
    } else if (const ApiSent* last = m_log->last(m_described, operation->id)) {
        m_answer->setSent(*last);
    } else {
        m_answer->clear();
    }
    updateFoot();
}

void ApiConsolePage::updateCentre()
{
    const bool hasCall = m_tree->current() != nullptr && !m_choices.isEmpty();
    m_empty->setSentence(m_choices.isEmpty()
            ? tr("No connection yet. Add one, and every documented call of its system is here.")
            : tr("Choose a call at the left, fill in its form and send it."));
    m_empty->setAction(m_choices.isEmpty() ? tr("Add a connection") : QString());
    m_centre->setCurrentIndex(hasCall ? 1 : 0);
}

QString ApiConsolePage::reason() const
{
    const Choice* chosen = choice();
    if (m_running) {
        return tr("%1 is on its way.").arg(m_pending.operationId);
    }
    if (!chosen || chosen->id != m_described || !m_tree->current()) {
        return {};
    }
    if (chosen->readOnly && m_request->operation().isChanging()) {
        return tr("%1 is read only, and this call may change something.").arg(chosen->name);
    }
    return {};
}

void ApiConsolePage::updateFoot()
{
    const Choice* chosen = choice();
    const QString why = reason();
    const bool isProduction = chosen && chosen->environment == Environment::Production;
    m_send->setEnabled(why.isEmpty() && chosen && chosen->id == m_described && m_tree->current());
    m_cancel->setVisible(m_running);
    m_reason->setText(why.isEmpty() && isProduction && m_request->operation().isChanging()
            ? tr("%1 is production: you are asked before it is sent.").arg(chosen->name)
            : why);
    m_send->setToolTip(why);
    m_send->setAccessibleDescription(why);
}

void ApiConsolePage::send()
{
    if (!m_send->isEnabled()) {
        return;
    }
    m_bar->clear();
    if (m_request->revealProblems()) {
        return;
    }
    const Result<ApiRequest> request = m_request->request();
    if (!request) {
        m_bar->showError(request.error());
        return;
    }
    const ApiOperation& operation = m_request->operation();
    m_pending = {.connectionId = m_described,
        .connectionName = choice()->name,
        .operationId = operation.id,
        .method = QString::fromLatin1(operation.method),
        .path = request->path,
        .typed = m_request->typed(),
        .at = QDateTime::currentDateTimeUtc(),
        .answer = {},
        .error = {},
        .curl = {}};
    m_typed.insert(keyOf(operation.id), m_pending.typed);
    Q_EMIT sendRequested(*request);
}

void ApiConsolePage::retry(const QString& what)
{
    if (what == s_retrySend) {
        send();
    } else {
        m_described.clear();
        askForDescription();
    }
}

void ApiConsolePage::beginCall()
{
    m_running = true;
    m_answer->setWaiting();
    updateFoot();
}

void ApiConsolePage::endCall(Result<ApiAnswer> outcome, const QString& curl)
{
    m_running = false;
    ApiSent sent = m_pending;
    sent.curl = curl;
    const ApiOperation* shown = m_tree->current();
    const bool isShown = shown && shown->id == sent.operationId && m_described == sent.connectionId;
    if (outcome) {
        sent.answer = std::move(*outcome);
    } else if (!outcome.error().isCancelled()) {
        sent.error = outcome.error();
        if (isShown) {
            m_bar->showError(*sent.error, {{s_retrySend, tr("Retry")}});
        } else {
            m_bar->showError(*sent.error);
        }
    }
    if (isShown) {
        m_answer->setSent(sent);
    }
    m_log->add(std::move(sent));
    if (isShown) {
        m_calls->selectRow(0);
    }
    updateFoot();
}

void ApiConsolePage::recall(int row)
{
    const ApiSent* sent = m_log->at(row);
    if (!sent || m_connections->findData(sent->connectionId) < 0) {
        return;
    }
    const QString connection = sent->connectionId;
    m_recalled = *sent;
    if (connection != currentConnection()) {
        setCurrentConnection(connection);
        return;
    }
    const ApiSent now = *std::exchange(m_recalled, std::nullopt);
    m_typed.insert(keyOf(now.operationId), now.typed);
    m_shown.clear();
    if (showCall(now.operationId)) {
        m_answer->setSent(now);
    }
}

void ApiConsolePage::forgetAll()
{
    m_log->clear();
    m_typed.clear();
    m_shown.clear();
    showCurrentCall();
}

bool ApiConsolePage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (isSendKey(key) || isCancelKey(key) || key.matches(QKeySequence::Find)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool ApiConsolePage::eventFilter(QObject* watched, QEvent* event)
{
    // A combo box takes every key for the beginning of one of its names.
    if (watched == m_connections && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (isSendKey(*key) || isCancelKey(*key) || key->matches(QKeySequence::Find)) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ApiConsolePage::keyPressEvent(QKeyEvent* event)
{
    if (isSendKey(*event)) {
        send();
    } else if (isCancelKey(*event)) {
        if (m_running) {
            Q_EMIT cancelRequested();
        }
    } else if (event->matches(QKeySequence::Find)) {
        m_tree->focusSearch();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ApiConsolePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    askForDescription();
    if (!event->spontaneous()) {
        // Its keys work at once; what is not seen yet takes no focus, so a moment later.
        QTimer::singleShot(0, this, [this] {
            const QWidget* focused = QApplication::focusWidget();
            if (isVisible() && (!isAncestorOf(focused) || focused == m_connections)) {
                m_tree->focusSearch();
            }
        });
    }
}

} // namespace millrace
