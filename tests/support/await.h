// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QTest>

#include <memory>
#include <optional>

namespace millrace::test {

namespace detail {

template <typename T> QCoro::Task<void> store(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> slot)
{
    *slot = co_await task;
}

inline QCoro::Task<void> storeDone(QCoro::Task<void> task, std::shared_ptr<std::optional<bool>> slot)
{
    co_await task;
    *slot = true;
}

} // namespace detail

/// Runs the event loop until the task is done and gives its value; nothing when that takes too long.
template <typename T> std::optional<T> await(QCoro::Task<T> task, int timeoutMs = 30000)
{
    const auto slot = std::make_shared<std::optional<T>>();
    const auto waiting = detail::store(std::move(task), slot);
    (void)QTest::qWaitFor([&] { return slot->has_value(); }, timeoutMs);
    return std::move(*slot);
}

/// The same for a task without a value: true when it is done.
inline bool awaitDone(QCoro::Task<void> task, int timeoutMs = 30000)
{
    const auto slot = std::make_shared<std::optional<bool>>();
    const auto waiting = detail::storeDone(std::move(task), slot);
    return QTest::qWaitFor([&] { return slot->has_value(); }, timeoutMs);
}

/// A task that has been started and is looked at later.
template <typename T> class Pending {
public:
    explicit Pending(QCoro::Task<T> task)
        : m_slot(std::make_shared<std::optional<T>>()), m_task(detail::store(std::move(task), m_slot))
    {
    }

    [[nodiscard]] bool isDone() const { return m_slot->has_value(); }

    bool wait(int timeoutMs = 30000) const
    {
        return QTest::qWaitFor([this] { return isDone(); }, timeoutMs);
    }

    T& value() { return **m_slot; }

private:
    std::shared_ptr<std::optional<T>> m_slot;
    QCoro::Task<void> m_task;
};

} // namespace millrace::test
