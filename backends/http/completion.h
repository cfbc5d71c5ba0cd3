// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>

namespace millrace {

/// The writing end of something that a coroutine awaits: the first complete() counts, later ones do nothing. Awaiters
/// resume from the event loop and never from inside complete(). Copies share one state.
template <typename T> class Completion {
public:
    Completion() : m_promise(std::make_shared<QPromise<T>>()) { m_promise->start(); }

    /// False when it had been completed before.
    bool complete(T value) const
    {
        if (m_promise->future().isFinished()) {
            return false;
        }
        m_promise->addResult(std::move(value));
        m_promise->finish();
        return true;
    }

    [[nodiscard]] bool isComplete() const { return m_promise->future().isFinished(); }

    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }

private:
    std::shared_ptr<QPromise<T>> m_promise;
};

} // namespace millrace
