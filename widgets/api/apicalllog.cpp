// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apicalllog.h"

#include "models/humantext.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t s_mostCalls = 100;
constexpr qsizetype s_mostBytes = 128 * 1024 * 1024;

} // namespace

bool isGood(const ApiSent& sent)
{
    return sent.answer && sent.answer->status >= 200 && sent.answer->status < 400;
}

QString apiElapsedText(qint64 milliseconds)
{
    return milliseconds < 1000 ? ApiCallLog::tr("%1 ms").arg(milliseconds) : durationText(milliseconds);
}

void ApiCallLog::add(ApiSent sent)
{
    beginInsertRows({}, 0, 0);
    m_calls.push_front(std::move(sent));
    endInsertRows();
    qsizetype bytes = 0;
    std::size_t kept = 0;
    while (kept < m_calls.size() && kept < s_mostCalls && (kept == 0 || bytes <= s_mostBytes)) {
        const auto& answer = m_calls[kept].answer;
        bytes += answer ? answer->body.size() : 0;
        ++kept;
    }
    if (bytes > s_mostBytes && kept > 1) {
        --kept;
    }
    if (kept < m_calls.size()) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_calls.size()) - 1);
        m_calls.resize(kept);
        endRemoveRows();
    }
}

void ApiCallLog::clear()
{
    beginResetModel();
    m_calls.clear();
    endResetModel();
}

const ApiSent* ApiCallLog::at(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_calls.size() ? &m_calls[static_cast<std::size_t>(row)]
                                                                      : nullptr;
}

const ApiSent* ApiCallLog::last(const QString& connectionId, const QString& operationId) const
{
    const auto found = std::ranges::find_if(m_calls,
        [&](const ApiSent& sent) { return sent.connectionId == connectionId && sent.operationId == operationId; });
    return found == m_calls.end() ? nullptr : &*found;
}

int ApiCallLog::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int ApiCallLog::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApiCallLog::data(const QModelIndex& index, int role) const
{
    const ApiSent* sent = index.isValid() ? at(index.row()) : nullptr;
    if (!sent) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Call ? sent->operationId : QString();
    case RemarkRole: {
        if (index.column() != Call) {
            return {};
        }
        const QString outcome = sent->answer
            ? u"%1 · %2"_s.arg(sent->answer->status).arg(apiElapsedText(sent->answer->elapsedMs))
            : sent->error ? tr("no answer")
                          : tr("cancelled");
        return u"%1 · %2 · %3"_s.arg(clockTimeText(sent->at.toLocalTime()).left(8), outcome, sent->connectionName);
    }
    case Qt::ToolTipRole:
        return u"%1 %2\n%3"_s.arg(sent->method, sent->path, sent->error ? sent->error->message : sent->connectionName);
    default:
        return {};
    }
}

} // namespace millrace
