// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalance.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace millrace {

/// Errors of Kafka clients that are known together with their remedy.
enum class ClientErrorKind : quint8 {
    TlsHostName, ///< the certificate does not name the host that was connected to
    TlsHandshake, ///< Java's handshake failed without saying more
    TrustStore, ///< the JKS file could not be loaded
    TopicMissing, ///< "not present in metadata"
    TlsFirstRecord, ///< Go: the peer did not speak TLS, or no cipher suite fits
    PollTimeout, ///< the consumer itself says that it did not call poll() in time
};
inline constexpr std::size_t kClientErrorKinds = 6;

/// One kind of client error as found in the logs, with what to do, translated.
struct ClientError {
    ClientErrorKind kind = ClientErrorKind::TlsHostName;
    qint64 count = 0;
    QString sample; ///< the first line, shortened; text from outside, show it as plain text
    int file = -1; ///< of the sample, with its 1-based line
    qint64 line = 0;
    qint64 first = kNoTime; ///< kNoTime when no time stamp stood near
    qint64 last = kNoTime;
    QString cause;
    QString remedy;
    QString remark; ///< what the remedy costs, or what else it can be
};

/// Stable names: "tls_host_name", "tls_handshake", "trust_store", "topic_missing", "tls_first_record", "poll_timeout".
[[nodiscard]] QString toId(ClientErrorKind kind);

/// The error that a line shows, if it is a known one.
[[nodiscard]] std::optional<ClientErrorKind> recogniseClientError(std::string_view line);

/// Counts errors over the lines of a log; several lines of one stack trace count once.
class ClientErrorCounter {
public:
    /// line as it stands; continuation says that it belongs to the record before.
    void add(std::string_view line, bool continuation, qint64 utc, int file, qint64 lineNumber);
    /// Adds what was found, with texts, to errors.
    void report(QList<ClientError>& errors) const;

private:
    std::array<ClientError, kClientErrorKinds> m_found;
    unsigned m_inRecord = 0; ///< kinds already counted in this record
};

} // namespace millrace
