// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logs/logshelf.h"

namespace millrace {

/// Log files of this computer that a person opened, or that a local Flink writes. Files of one rotated log are one
/// entry.
class FileShelf : public LogShelf {
    Q_OBJECT

public:
    explicit FileShelf(QString emptySentence, QObject* parent = nullptr);

    /// Names, folders and patterns; those that are there already stay. The ids of what they are.
    QStringList add(const QStringList& paths);
    void remove(const QStringList& ids);
    /// Exactly these.
    void setFiles(const QStringList& paths);

    [[nodiscard]] QList<LogEntry> entries() const override;
    void refresh() override;

    [[nodiscard]] QString emptySentence() const override { return m_emptySentence; }

    [[nodiscard]] QStringList paths() const;

protected:
    [[nodiscard]] std::optional<LogOrigin> originOf(const QString& id) override;

private:
    std::vector<LogOrigin> m_logs; ///< the id of each is its newest file
    QString m_emptySentence;
};

} // namespace millrace
