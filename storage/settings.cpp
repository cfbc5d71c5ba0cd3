// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include "storage/filelock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int s_recentFiles = 20;

constexpr auto s_theme = "theme"_L1;
constexpr auto s_language = "language"_L1;
constexpr auto s_interfaceFont = "interfaceFontSize"_L1;
constexpr auto s_editorFont = "editorFontSize"_L1;
constexpr auto s_monoFamily = "monoFamily"_L1;
constexpr auto s_rowCap = "defaultRowCap"_L1;
constexpr auto s_onError = "onError"_L1;
constexpr auto s_filesFolder = "filesFolder"_L1;
constexpr auto s_recent = "recentFiles"_L1;
constexpr auto s_shortcuts = "shortcuts"_L1;
constexpr auto s_blobs = "window/"_L1;

constexpr std::array s_themeNames{"system"_L1, "light"_L1, "dark"_L1, "high-contrast"_L1};

/// The object in the file; an empty one when there is no file, nothing when it is damaged.
std::optional<QJsonObject> readObject(const QString& file)
{
    QFile handle(file);
    if (!handle.open(QIODevice::ReadOnly)) {
        return QJsonObject();
    }
    const QByteArray bytes = handle.readAll();
    if (bytes.trimmed().isEmpty()) {
        return QJsonObject();
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// Points that a person can read; anything else in the file is as good as nothing.
double fontSize(const QJsonValue& value)
{
    const double points = value.toDouble();
    return points >= 5 && points <= 72 ? points : 0;
}

} // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_file(file)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(500ms);
    connect(&m_writeTimer, &QTimer::timeout, this, [this] {
        if (const auto written = flush(); !written) {
            Q_EMIT failed(written.error());
        }
    });
    if (const auto read = readObject(file)) {
        m_values = *read;
        return;
    }
    const QString aside = file + ".damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QFile::rename(file, aside);
    m_loadError = Error{.kind = ErrorKind::Storage,
        .message =
            tr("The settings in %1 could not be read. The file is now %2, and the defaults hold.").arg(file, aside)};
}

Settings::~Settings()
{
    (void)flush(); // nobody is left to tell
}

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/millrace/settings.json"_L1;
}

bool Settings::set(const QString& key, const QJsonValue& value)
{
    const bool isGone = value.isNull() || value.isUndefined();
    if (m_values.value(key) == value || (isGone && !m_values.contains(key))) {
        return false;
    }
    if (isGone) {
        m_values.remove(key);
    } else {
        m_values.insert(key, value);
    }
    m_dirty.insert(key);
    if (!m_writeTimer.isActive()) {
        m_writeTimer.start();
    }
    Q_EMIT changed(key);
    return true;
}

Result<void> Settings::flush()
{
    m_writeTimer.stop();
    if (m_dirty.isEmpty()) {
        return {};
    }
    const auto refused = [this](const QString& why) {
        return failure(ErrorKind::Storage,
            tr("The settings could not be written to %1: check the permissions and the free space.").arg(m_file), why);
    };
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath())) {
        return refused({});
    }
    // Read, change and write as one step, so that another window's keys stay as it wrote them.
    FileLock lock(m_file + ".lock"_L1);
    if (!lock.lock(2s)) {
        return refused(tr("Another window holds the file."));
    }
    QJsonObject onDisk = readObject(m_file).value_or(QJsonObject());
    for (const QString& key : std::as_const(m_dirty)) {
        if (m_values.contains(key)) {
            onDisk.insert(key, m_values.value(key));
        } else {
            onDisk.remove(key);
        }
    }
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(onDisk).toJson()) < 0 || !file.commit()) {
        return refused(file.errorString());
    }
    m_dirty.clear();
    return {};
}

Settings::ThemeChoice Settings::theme() const
{
    const auto name = std::ranges::find(s_themeNames, m_values.value(s_theme).toString());
    return name == s_themeNames.end() ? ThemeChoice::System
                                      : static_cast<ThemeChoice>(std::distance(s_themeNames.begin(), name));
}

void Settings::setTheme(ThemeChoice theme)
{
    if (set(s_theme, QString(s_themeNames.at(static_cast<std::size_t>(theme))))) {
        Q_EMIT themeChanged(theme);
    }
}

QString Settings::language() const
{
    return m_values.value(s_language).toString();
}

void Settings::setLanguage(const QString& language)
{
    if (set(s_language, language)) {
        Q_EMIT languageChanged(language);
    }
}

double Settings::interfaceFontSize() const
{
    return fontSize(m_values.value(s_interfaceFont));
}

void Settings::setInterfaceFontSize(double points)
{
    if (set(s_interfaceFont, points)) {
        Q_EMIT fontsChanged();
    }
}

double Settings::editorFontSize() const
{
    return fontSize(m_values.value(s_editorFont));
}

void Settings::setEditorFontSize(double points)
{
    if (set(s_editorFont, points)) {
        Q_EMIT fontsChanged();
    }
}

QString Settings::monoFamily() const
{
    return m_values.value(s_monoFamily).toString();
}

void Settings::setMonoFamily(const QString& family)
{
    if (set(s_monoFamily, family)) {
        Q_EMIT fontsChanged();
    }
}

qint64 Settings::defaultRowCap() const
{
    return std::max<qint64>(0, m_values.value(s_rowCap).toInteger(100'000));
}

void Settings::setDefaultRowCap(qint64 rows)
{
    if (set(s_rowCap, rows)) {
        Q_EMIT defaultRowCapChanged(rows);
    }
}

QString Settings::onError() const
{
    return m_values.value(s_onError).toString() == "continue"_L1 ? u"continue"_s : u"stop"_s;
}

void Settings::setOnError(const QString& policy)
{
    set(s_onError, policy);
}

QString Settings::filesFolder() const
{
    return m_values.value(s_filesFolder).toString();
}

void Settings::setFilesFolder(const QString& folder)
{
    if (set(s_filesFolder, folder)) {
        Q_EMIT filesFolderChanged(folder);
    }
}

QStringList Settings::recentFiles() const
{
    QStringList files;
    for (const QJsonValue& file : m_values.value(s_recent).toArray()) {
        files += file.toString();
    }
    return files;
}

void Settings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    if (set(s_recent, QJsonArray::fromStringList(files.mid(0, s_recentFiles)))) {
        Q_EMIT recentFilesChanged();
    }
}

void Settings::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    if (set(s_recent, QJsonArray::fromStringList(files))) {
        Q_EMIT recentFilesChanged();
    }
}

QByteArray Settings::blob(const QString& name) const
{
    return QByteArray::fromBase64(m_values.value(s_blobs + name).toString().toLatin1());
}

void Settings::setBlob(const QString& name, const QByteArray& blob)
{
    set(s_blobs + name, blob.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(blob.toBase64())));
}

QMap<QString, QStringList> Settings::shortcuts() const
{
    QMap<QString, QStringList> shortcuts;
    const QJsonObject object = m_values.value(s_shortcuts).toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList keys;
        for (const QJsonValue& key : it.value().toArray()) {
            keys += key.toString();
        }
        shortcuts.insert(it.key(), keys);
    }
    return shortcuts;
}

void Settings::setShortcuts(const QMap<QString, QStringList>& shortcuts)
{
    QJsonObject object;
    for (auto it = shortcuts.begin(); it != shortcuts.end(); ++it) {
        object.insert(it.key(), QJsonArray::fromStringList(it.value()));
    }
    if (set(s_shortcuts, object)) {
        Q_EMIT shortcutsChanged();
    }
}

QJsonValue Settings::value(const QString& key, const QJsonValue& fallback) const
{
    const auto found = m_values.constFind(key);
    return found == m_values.constEnd() ? fallback : *found;
}

void Settings::setValue(const QString& key, const QJsonValue& value)
{
    set(key, value);
}

} // namespace millrace
