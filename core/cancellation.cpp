// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cancellation.h"

#include <map>
#include <mutex>
#include <utility>

namespace millrace {

namespace detail {

class CancellationState {
public:
    bool isCancelled() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_cancelled;
    }

    /// 0 when the state is cancelled already: the caller then runs the callback itself.
    int add(std::function<void()>& callback)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_cancelled) {
            return 0;
        }
        m_callbacks.emplace(++m_lastId, std::move(callback));
        return m_lastId;
    }

    void remove(int id)
    {
        const std::scoped_lock lock(m_mutex);
        m_callbacks.erase(id);
    }

    void cancel()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_cancelled = true;
        }
        // One at a time: a callback may drop the subscription of the next one.
        while (auto callback = takeFirst()) {
            callback();
        }
    }

private:
    std::function<void()> takeFirst()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_callbacks.empty()) {
            return {};
        }
        return std::move(m_callbacks.extract(m_callbacks.begin()).mapped());
    }

    mutable std::mutex m_mutex;
    std::map<int, std::function<void()>> m_callbacks;
    int m_lastId = 0;
    bool m_cancelled = false;
};

} // namespace detail

CancellationSubscription::CancellationSubscription(std::weak_ptr<detail::CancellationState> state, int id)
    : m_state(std::move(state)), m_id(id)
{
}

CancellationSubscription::CancellationSubscription(CancellationSubscription&& other) noexcept
    : m_state(std::exchange(other.m_state, {})), m_id(std::exchange(other.m_id, 0))
{
}

CancellationSubscription& CancellationSubscription::operator=(CancellationSubscription&& other) noexcept
{
    if (this != &other) {
        reset();
        m_state = std::exchange(other.m_state, {});
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

CancellationSubscription::~CancellationSubscription()
{
    reset();
}

void CancellationSubscription::reset()
{
    if (const auto state = m_state.lock()) {
        state->remove(m_id);
    }
    m_state.reset();
}

bool CancellationToken::isCancelled() const
{
    return m_state && m_state->isCancelled();
}

CancellationSubscription CancellationToken::onCancel(std::function<void()> callback) const
{
    if (!m_state) {
        return {};
    }
    if (const int id = m_state->add(callback)) {
        return {m_state, id};
    }
    callback();
    return {};
}

CancellationSource::CancellationSource() : m_state(std::make_shared<detail::CancellationState>()) { }

CancellationToken CancellationSource::token() const
{
    CancellationToken token;
    token.m_state = m_state;
    return token;
}

bool CancellationSource::isCancelled() const
{
    return m_state->isCancelled();
}

void CancellationSource::cancel() const
{
    // Held here: a callback may destroy the source.
    const auto state = m_state;
    state->cancel();
}

} // namespace millrace
