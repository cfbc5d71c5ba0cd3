// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "widgets/editor/textcodec.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace millrace {

/// The file behind an editor: where it is, how it is written, whether it changed on the disk. The text itself lives in
/// the editor and passes through load() and save().
class EditorDocument : public QObject {
    Q_OBJECT

public:
    enum class DiskState { Unchanged, Changed, Deleted };
    Q_ENUM(DiskState)

    explicit EditorDocument(QObject* parent = nullptr);

    /// Reads and decodes the file and makes it this document's. On an error nothing changes.
    Result<QString> load(const QString& path);
    /// Writes to a temporary file beside path() and renames it. Refuses to write a text that its encoding cannot hold.
    Result<void> save(const QString& text);
    Result<void> saveAs(const QString& path, const QString& text);
    /// A text without a file.
    void reset();

    [[nodiscard]] const QString& path() const { return m_path; } ///< empty: never saved

    [[nodiscard]] QString fileName() const;

    [[nodiscard]] const TextFormat& format() const { return m_format; }

    void setFormat(const TextFormat& format);

    /// A sentence about how the file was read (a guessed encoding), or nothing.
    [[nodiscard]] const QString& notice() const { return m_notice; }

    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    [[nodiscard]] DiskState diskState() const { return m_diskState; }

    /// Looks at the file now instead of waiting for the watcher.
    void checkDisk();
    /// The user keeps the text as it is although the file differs.
    void acceptDisk();

Q_SIGNALS:
    void pathChanged();
    void formatChanged();
    void diskStateChanged(millrace::EditorDocument::DiskState state);

private:
    struct Stamp {
        bool exists = false;
        qint64 size = 0;
        QDateTime modified;

        friend bool operator==(const Stamp&, const Stamp&) = default;
    };

    [[nodiscard]] static Stamp stampOf(const QString& path);
    void watch();
    void setDiskState(DiskState state);

    QString m_path;
    TextFormat m_format;
    QString m_notice;
    bool m_readOnly = false;
    DiskState m_diskState = DiskState::Unchanged;
    Stamp m_stamp;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< editors write in steps: look once they are done
};

} // namespace millrace
