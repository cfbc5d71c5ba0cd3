// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace millrace {

/// What the person has set, and the little that the window remembers (sizes, recent files). One JSON file in the config
/// folder, apart from the database, so that neither can take the other with it. Changes are written shortly after,
/// together and only those keys: two windows do not undo each other's.
class Settings : public QObject {
    Q_OBJECT

public:
    enum class ThemeChoice { System, Light, Dark, HighContrast };
    Q_ENUM(ThemeChoice)

    /// Reads file; a missing one means defaults, a damaged one is moved aside and loadError() tells of it.
    explicit Settings(const QString& file = defaultFile(), QObject* parent = nullptr);
    /// Writes what still waits.
    ~Settings() override;

    static QString defaultFile();

    [[nodiscard]] const std::optional<Error>& loadError() const { return m_loadError; }

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    /// "en", "zh_CN"; empty: the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    /// Points; 0: the desktop's own.
    [[nodiscard]] double interfaceFontSize() const;
    void setInterfaceFontSize(double points);
    [[nodiscard]] double editorFontSize() const;
    void setEditorFontSize(double points);
    /// Family of the editor and the grids; empty: the first of ours that is installed.
    [[nodiscard]] QString monoFamily() const;
    void setMonoFamily(const QString& family);
    /// Rows a run fetches at most when its tab says nothing else; 0: no cap.
    [[nodiscard]] qint64 defaultRowCap() const;
    void setDefaultRowCap(qint64 rows);
    /// "stop" or "continue" after a failed statement of a script.
    [[nodiscard]] QString onError() const;
    void setOnError(const QString& policy);
    /// The folder that the Files panel shows.
    [[nodiscard]] QString filesFolder() const;
    void setFilesFolder(const QString& folder);

    /// Newest first, at most 20.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);

    /// Geometry and states of windows, docks, splitters and headers, by object name.
    [[nodiscard]] QByteArray blob(const QString& name) const;
    void setBlob(const QString& name, const QByteArray& blob);
    /// The person's keys by action id; an action that is not in here has its default ones.
    [[nodiscard]] QMap<QString, QStringList> shortcuts() const;
    void setShortcuts(const QMap<QString, QStringList>& shortcuts);
    /// Anything else, by a name of its own.
    [[nodiscard]] QJsonValue value(const QString& key, const QJsonValue& fallback = {}) const;
    void setValue(const QString& key, const QJsonValue& value);

    /// Writes now what waits.
    Result<void> flush();

Q_SIGNALS:
    void themeChanged(millrace::Settings::ThemeChoice theme);
    void languageChanged(const QString& language);
    void fontsChanged();
    void defaultRowCapChanged(qint64 rows);
    void filesFolderChanged(const QString& folder);
    void recentFilesChanged();
    void shortcutsChanged();
    void changed(const QString& key);
    /// The file could not be written; the settings hold until the program ends.
    void failed(const millrace::Error& error);

private:
    bool set(const QString& key, const QJsonValue& value);

    QString m_file;
    QJsonObject m_values;
    QSet<QString> m_dirty;
    QTimer m_writeTimer;
    std::optional<Error> m_loadError;
};

} // namespace millrace
