// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace millrace {

namespace detail {
class CancellationState;
}

/// Keeps a cancel callback registered for as long as it lives.
class CancellationSubscription {
public:
    CancellationSubscription() = default;
    CancellationSubscription(std::weak_ptr<detail::CancellationState> state, int id);
    CancellationSubscription(CancellationSubscription&& other) noexcept;
    CancellationSubscription& operator=(CancellationSubscription&& other) noexcept;
    ~CancellationSubscription();

    void reset();

private:
    std::weak_ptr<detail::CancellationState> m_state;
    int m_id = 0;
};

/// What a call is given so that somebody else can end it. A default token is never cancelled. isCancelled() may be
/// asked from any thread; callbacks run inside CancellationSource::cancel(), in its thread.
class CancellationToken {
public:
    CancellationToken() = default;

    [[nodiscard]] bool isCancelled() const;

    /// Calls back once when cancelled, at once if that already happened. Dropping the subscription unregisters it.
    [[nodiscard]] CancellationSubscription onCancel(std::function<void()> callback) const;

private:
    friend class CancellationSource;
    std::shared_ptr<detail::CancellationState> m_state;
};

/// The side that cancels. Copies share one state; cancelling twice does nothing.
class CancellationSource {
public:
    CancellationSource();

    [[nodiscard]] CancellationToken token() const;
    [[nodiscard]] bool isCancelled() const;
    void cancel() const;

private:
    std::shared_ptr<detail::CancellationState> m_state;
};

} // namespace millrace
