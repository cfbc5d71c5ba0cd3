// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"

#include <QByteArrayView>

#include <memory>
#include <span>

namespace millrace {

/// Finds the rebalances of Kafka consumer groups in broker logs as they come in. A source is one broker's log: its
/// files are fed one after the other, in the order in which they were written. Not thread-safe; may live in any thread.
class RebalanceAnalyser {
public:
    explicit RebalanceAnalyser(RebalanceOptions options = {});
    RebalanceAnalyser(RebalanceAnalyser&&) noexcept;
    RebalanceAnalyser& operator=(RebalanceAnalyser&&) noexcept;
    ~RebalanceAnalyser();

    /// A log of its own; the answer is its number for the calls below.
    int addSource();
    /// The next file of a source; the one before, if it is still open, is ended. path is for the report only.
    void beginFile(int source, const QString& path);
    /// Any piece of the file. A line counts once its line break is there.
    void feed(int source, QByteArrayView bytes);
    /// No more bytes of this file. problem says why when that is not its real end.
    void endFile(int source, const QString& problem = {});

    /// What is known so far. Costs little when called again, also between pieces of a line.
    [[nodiscard]] RebalanceReport snapshot() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Analyses whole files, plain or .gz, of one or more brokers. Files of one broker are put in the order of their time
/// stamps; rebalances are only paired within a broker's log, since clocks differ. A file that cannot be read is named
/// in the report and the rest is analysed.
[[nodiscard]] RebalanceReport analyseRebalances(std::span<const QString> files, const RebalanceOptions& options = {});

} // namespace millrace
