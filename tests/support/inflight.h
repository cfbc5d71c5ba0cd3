// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <memory>

namespace millrace::test {

/// Counts the calls of a fake that have begun and not ended. A fixture drains them at its end: a coroutine that nobody
/// resumes any more is never freed.
class InFlight {
public:
    /// To be kept for as long as the call goes on.
    [[nodiscard]] std::shared_ptr<void> enter() const
    {
        ++*m_count;
        return {nullptr, [count = m_count](void*) { --*count; }};
    }

    /// Runs the event loop until all calls have ended; false when they do not.
    [[nodiscard]] bool drain() const
    {
        return QTest::qWaitFor([this] { return *m_count == 0; }, 10000);
    }

private:
    std::shared_ptr<int> m_count = std::make_shared<int>(0);
};

} // namespace millrace::test
