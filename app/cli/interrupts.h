// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace millrace::cli {

/// Turns Ctrl+C (SIGINT), SIGTERM and SIGHUP into a signal of Qt, once. The second one ends the process at once, for a
/// server that does not answer. Closed pipes become write errors. One object at a time.
class Interrupts : public QObject {
    Q_OBJECT

public:
    explicit Interrupts(QObject* parent = nullptr);
    ~Interrupts() override;

Q_SIGNALS:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace millrace::cli
