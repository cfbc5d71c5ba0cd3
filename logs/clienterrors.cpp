// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/clienterrors.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace millrace {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kSampleLength = 300;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClientErrors)
};

/// Texts that lines are searched for. Frameworks wrap these errors, so that they may stand anywhere in a line.
constexpr std::array<std::pair<std::string_view, ClientErrorKind>, 8> kMarks{{
    {"No subject alternative names matching IP address"sv, ClientErrorKind::TlsHostName},
    {"No subject alternative DNS name matching"sv, ClientErrorKind::TlsHostName},
    {"No subject alternative names present"sv, ClientErrorKind::TlsHostName},
    {"General SSLEngine problem"sv, ClientErrorKind::TlsHandshake},
    {"Failed to load SSL keystore"sv, ClientErrorKind::TrustStore},
    {" not present in metadata after "sv, ClientErrorKind::TopicMissing},
    {"first record does not look like a TLS handshake"sv, ClientErrorKind::TlsFirstRecord},
    {"consumer poll timeout has expired"sv, ClientErrorKind::PollTimeout},
}};

void explainTls(ClientError& error)
{
    if (error.kind == ClientErrorKind::TlsHostName) {
        error.cause = Words::tr("The broker's certificate does not name the address that the client connected to, "
                                "and the client checks host names.");
        error.remedy = Words::tr("Set ssl.endpoint.identification.algorithm= (empty) in consumer.properties and "
                                 "producer.properties, or connect by a name that the certificate holds.");
        error.remark = Words::tr("An empty value weakens TLS: any certificate of the trusted authority is taken "
                                 "for the broker's.");
    } else if (error.kind == ClientErrorKind::TlsHandshake) {
        error.cause = Words::tr("The TLS handshake failed; the reason stands in the lines below it.");
        error.remedy = Words::tr("Look for “Caused by” below: a host name that does not match, a trust store "
                                 "without the broker's authority, or an expired certificate.");
    } else {
        error.cause = Words::tr("The client expected TLS and the peer answered with something else, or no cipher "
                                "suite of the Go client fits the instance.");
        error.remedy = Words::tr("Check port and security.protocol first. On DMS allow "
                                 "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 in the client for instances from January "
                                 "2021 on, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 or "
                                 "TLS_RSA_WITH_AES_128_CBC_SHA256 for older ones.");
        error.remark = Words::tr("The text itself only means that the first bytes were no TLS record, as from a "
                                 "plaintext port. The CBC suites are weak: use them for old instances only.");
    }
}

void explain(ClientError& error)
{
    switch (error.kind) {
    case ClientErrorKind::TrustStore:
        error.cause = Words::tr("The trust store could not be opened: wrong path, no permission, or wrong password.");
        error.remedy = Words::tr("Check that client.jks is there, that the process may read it, and that "
                                 "ssl.truststore.password is right (dms@kafka on DMS, where it cannot be changed).");
        error.remark = Words::tr("Paths in the property need / also on Windows.");
        return;
    case ClientErrorKind::TopicMissing:
        error.cause = Words::tr("The client asked for a topic that the brokers do not know.");
        error.remedy = Words::tr("Check the name, also for a stray character such as a leading =, and create the "
                                 "topic or switch automatic creation on.");
        error.remark = Words::tr("A missing permission or an unreachable broker looks the same. Automatic creation "
                                 "makes a topic of every misspelt name.");
        return;
    case ClientErrorKind::PollTimeout:
        error.cause = Words::tr("This consumer did not call poll() for longer than max.poll.interval.ms and left "
                                "its group.");
        error.remedy = Words::tr("Lower max.poll.records or shorten the work between two calls of poll().");
        error.remark = Words::tr("A higher max.poll.interval.ms lets it finish, but every rebalance may then wait "
                                 "that long for it.");
        return;
    default:
        explainTls(error);
    }
}

/// Lines that frameworks indent or begin with "Caused by" continue a stack trace even in a log without stamps.
bool continuesTrace(std::string_view line)
{
    return line.empty() || line.front() == ' ' || line.front() == '\t' || line.starts_with("Caused by"sv)
        || line.starts_with("... "sv);
}

} // namespace

QString toId(ClientErrorKind kind)
{
    static constexpr std::array<const char*, kClientErrorKinds> kNames{
        "tls_host_name", "tls_handshake", "trust_store", "topic_missing", "tls_first_record", "poll_timeout"};
    return QString::fromLatin1(kNames[std::size_t(kind)]);
}

std::optional<ClientErrorKind> recogniseClientError(std::string_view line)
{
    for (const auto& [mark, kind] : kMarks) {
        if (line.find(mark) != line.npos) {
            return kind;
        }
    }
    return std::nullopt;
}

void ClientErrorCounter::add(std::string_view line, bool continuation, qint64 utc, int file, qint64 lineNumber)
{
    if (!continuation || !continuesTrace(line)) {
        m_inRecord = 0;
    }
    const std::optional<ClientErrorKind> kind = recogniseClientError(line);
    if (!kind || (m_inRecord & (1U << unsigned(*kind))) != 0) {
        return;
    }
    m_inRecord |= 1U << unsigned(*kind);
    ClientError& handshake = m_found[std::size_t(ClientErrorKind::TlsHandshake)];
    if (*kind == ClientErrorKind::TlsHostName && (m_inRecord & (1U << unsigned(ClientErrorKind::TlsHandshake))) != 0
        && handshake.count > 0) {
        --handshake.count; // the same error, now with its cause
    }
    ClientError& error = m_found[std::size_t(*kind)];
    error.kind = *kind;
    if (error.count++ == 0) {
        error.sample = QString::fromUtf8(line.data(), qsizetype(std::min(line.size(), kSampleLength)));
        error.file = file;
        error.line = lineNumber;
        error.first = utc;
    }
    error.last = utc;
}

void ClientErrorCounter::report(QList<ClientError>& errors) const
{
    for (const ClientError& found : m_found) {
        if (found.count == 0) {
            continue;
        }
        const auto same = std::find_if(
            errors.begin(), errors.end(), [&found](const ClientError& error) { return error.kind == found.kind; });
        if (same != errors.end()) {
            same->count += found.count;
            same->last = std::max(same->last, found.last);
            continue;
        }
        errors.push_back(found);
        explain(errors.back());
    }
}

} // namespace millrace
