// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/jobvalue.h"
#include "core/result.h"

#include <QStringList>

#include <optional>

namespace millrace::seatunnel::hocon {

/// A value as it was written: substitutions are still to be filled in.
struct Node {
    enum class Kind { Value, Object, Array, Pieces, Substitution };
    using Member = std::pair<QString, Node>;

    Kind kind = Kind::Value;
    JobValue value;
    std::vector<Member> members;
    std::vector<Node> items; ///< of an array; of values side by side
    QStringList path; ///< of a substitution
    bool isOptional = false; ///< ${?path}
    bool keepsAll = false; ///< plugins: the same name again is another one
    qsizetype begin = 0; ///< in the text
    qsizetype end = 0;
};

/// Reads the text into nodes.
class Reader {
public:
    /// In a job the objects source, transform and sink hold plugins. text is copied.
    Reader(QString text, bool isJob) : m_text(std::move(text)), m_isJob(isJob) { }

    Result<Node> read();

    /// What a path leads to, whether its parts were written as one key or as blocks; null when nothing does.
    [[nodiscard]] const Node* find(const Node& root, const QStringList& path) const;
    [[nodiscard]] Error problem(qsizetype begin, qsizetype end, const QString& message) const;

private:
    struct Key {
        QStringList path;
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    [[nodiscard]] QChar at(qsizetype place) const;
    [[nodiscard]] bool startsWith(QLatin1StringView word) const;
    [[nodiscard]] bool startsComment() const;
    void skipSpace(bool overLines);
    bool skipSeparators(); ///< false when neither a comma nor a line break is there
    std::optional<Node> members(QChar close, const QString& inKey, int depth);
    bool member(Node& object, int depth);
    bool refuseInclude();
    std::optional<Key> key();
    std::optional<Node> value(const QString& ofKey, int depth);
    std::optional<Node> block(const QString& ofKey, int depth);
    std::optional<Node> array(int depth);
    std::optional<Node> piece(const QString& ofKey, int depth);
    std::optional<Node> substitution();
    std::optional<QString> quoted();
    bool escape(QString& text);
    [[nodiscard]] QString unquoted();
    [[nodiscard]] static Node valueOf(const QString& word);
    void insert(Node& object, const QStringList& path, Node value, bool appends);
    void fail(qsizetype begin, qsizetype end, const QString& message);

    QString m_text;
    bool m_isJob;
    int m_pluginDepth = 1; ///< of source, transform and sink; one more in a list of jobs
    qsizetype m_at = 0;
    std::optional<Error> m_error; ///< the first one
};

} // namespace millrace::seatunnel::hocon
