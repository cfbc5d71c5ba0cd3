// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace millrace::test {

namespace detail {

template <typename T> struct Slot {
    std::optional<T> value;
    std::function<void()> whenDone;
};

template <typename T> QCoro::Task<void> store(QCoro::Task<T> task, std::shared_ptr<Slot<T>> slot)
{
    slot->value = co_await task;
    if (slot->whenDone) {
        slot->whenDone();
    }
}

inline QCoro::Task<bool> toValue(QCoro::Task<void> task)
{
    co_await task;
    co_return true;
}

} // namespace detail

/// A task that has been started and is looked at later.
template <typename T> class Pending {
public:
    explicit Pending(QCoro::Task<T> task)
        : m_slot(std::make_shared<detail::Slot<T>>()), m_task(detail::store(std::move(task), m_slot))
    {
    }

    [[nodiscard]] bool isDone() const { return m_slot->value.has_value(); }

    /// Runs the event loop until the task is done; false when that takes too long.
    bool wait(int timeoutMs = 30000) const
    {
        if (!isDone()) {
            QEventLoop loop;
            m_slot->whenDone = [&loop] { loop.quit(); };
            QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
            loop.exec();
            m_slot->whenDone = {};
        }
        return isDone();
    }

    T& value() { return *m_slot->value; }

    std::optional<T> take() { return std::move(m_slot->value); }

private:
    std::shared_ptr<detail::Slot<T>> m_slot;
    QCoro::Task<void> m_task;
};

/// Runs the event loop until the task is done and gives its value; nothing when that takes too long.
template <typename T> std::optional<T> await(QCoro::Task<T> task, int timeoutMs = 30000)
{
    Pending<T> pending(std::move(task));
    pending.wait(timeoutMs);
    return pending.take();
}

/// The same for a task without a value: true when it is done.
inline bool awaitDone(QCoro::Task<void> task, int timeoutMs = 30000)
{
    return Pending<bool>(detail::toValue(std::move(task))).wait(timeoutMs);
}

} // namespace millrace::test
