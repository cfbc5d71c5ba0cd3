// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journaltables.h"

#include "storage/database.h"
#include "storage/filelock.h"
#include "storage/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const TextPosition& position)
{
    return {{u"line"_s, position.line}, {u"column"_s, position.column}};
}

TextPosition positionFromJson(const QJsonValue& json)
{
    return {.line = std::max(1, json["line"_L1].toInt(1)), .column = std::max(1, json["column"_L1].toInt(1))};
}

/// Lines of "name = value" without those whose name speaks of a secret.
QString withoutSecrets(const QString& lines)
{
    QStringList kept = lines.split(u'\n');
    kept.removeIf(
        [](const QString& line) { return line.contains(u'=') && isSecretSetting(line.section(u'=', 0, 0).trimmed()); });
    return kept.join(u'\n');
}

QJsonObject toJson(const FormValues& values)
{
    QJsonObject object;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!isSecretSetting(it.key())) {
            object.insert(it.key(), withoutSecrets(it.value()));
        }
    }
    return object;
}

FormValues sessionFromJson(const QJsonObject& object)
{
    FormValues values;
    for (auto it = object.begin(); it != object.end(); ++it) {
        values.insert(it.key(), it->toString());
    }
    return values;
}

QJsonArray toJson(const std::vector<JournalRun>& runs)
{
    QJsonArray array;
    for (const JournalRun& run : runs) {
        array.append(QJsonObject{{u"job"_s, run.jobId}, {u"statement"_s, run.statement},
            {u"begin"_s, toJson(run.begin)}, {u"index"_s, run.index}});
    }
    return array;
}

std::vector<JournalRun> runsFromJson(const QJsonArray& array)
{
    std::vector<JournalRun> runs;
    for (const QJsonValue& run : array) {
        runs.push_back({.jobId = run["job"_L1].toString(),
            .statement = run["statement"_L1].toString(),
            .begin = positionFromJson(run["begin"_L1]),
            .index = run["index"_L1].toInt(-1)});
    }
    return runs;
}

Result<QByteArray> withPatches(Database& database, const QString& tab, QByteArray text)
{
    auto rows = database.run(u"SELECT start, removed, inserted FROM tab_patches WHERE tab = ? ORDER BY seq"_s, {tab});
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        const auto next = applyPatch(text,
            {.start = rows->value(0).toLongLong(),
                .removed = rows->value(1).toLongLong(),
                .inserted = rows->value(2).toByteArray()});
        if (!next) {
            break; // a salvaged table may have holes; what stands before one is still good
        }
        text = *next;
    }
    return text;
}

} // namespace

TextPatch patchBetween(const QByteArray& before, const QByteArray& after)
{
    const auto [beforeEnd, afterEnd] = std::ranges::mismatch(before, after);
    const qsizetype prefix = std::distance(before.begin(), beforeEnd);
    const qsizetype mostSuffix = std::min(before.size(), after.size()) - prefix;
    const auto suffixEnd = std::mismatch(before.rbegin(), before.rbegin() + mostSuffix, after.rbegin()).first;
    const qsizetype suffix = std::distance(before.rbegin(), suffixEnd);
    return {.start = prefix,
        .removed = before.size() - prefix - suffix,
        .inserted = after.mid(prefix, after.size() - prefix - suffix)};
}

std::optional<QByteArray> applyPatch(const QByteArray& text, const TextPatch& patch)
{
    if (patch.start < 0 || patch.removed < 0 || patch.start + patch.removed > text.size()) {
        return std::nullopt;
    }
    QByteArray patched = text;
    patched.replace(patch.start, patch.removed, patch.inserted);
    return patched;
}

QString toJson(const JournalTabState& state)
{
    const QJsonObject object{{u"title"_s, state.title}, {u"path"_s, state.filePath},
        {u"fileModified"_s, state.fileModified.isValid() ? state.fileModified.toMSecsSinceEpoch() : -1},
        {u"modified"_s, state.modified}, {u"cursor"_s, toJson(state.cursor)}, {u"anchor"_s, toJson(state.anchor)},
        {u"firstVisibleLine"_s, state.firstVisibleLine}, {u"connection"_s, state.connectionId},
        {u"catalog"_s, state.catalog}, {u"database"_s, state.database}, {u"mode"_s, state.mode},
        {u"rowCap"_s, state.rowCap}, {u"session"_s, toJson(state.session)}, {u"runs"_s, toJson(state.runs)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

JournalTabState tabStateFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const qint64 fileModified = object["fileModified"_L1].toInteger(-1);
    return {.title = object["title"_L1].toString(),
        .filePath = object["path"_L1].toString(),
        .fileModified = fileModified < 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(fileModified, Qt::UTC),
        .modified = object["modified"_L1].toBool(),
        .cursor = positionFromJson(object["cursor"_L1]),
        .anchor = positionFromJson(object["anchor"_L1]),
        .firstVisibleLine = std::max(0, object["firstVisibleLine"_L1].toInt()),
        .connectionId = object["connection"_L1].toString(),
        .catalog = object["catalog"_L1].toString(),
        .database = object["database"_L1].toString(),
        .mode = object["mode"_L1].toString(),
        .rowCap = object["rowCap"_L1].toInteger(-1),
        .session = sessionFromJson(object["session"_L1].toObject()),
        .runs = runsFromJson(object["runs"_L1].toArray())};
}

Result<std::vector<JournalTab>> readTabs(Database& database, const QString& workspace)
{
    QString active;
    if (auto row = database.run(u"SELECT active_tab FROM workspaces WHERE id = ?"_s, {workspace}); !row) {
        return failure(row.error());
    } else if (row->next()) {
        active = row->value(0).toString();
    }
    auto rows =
        database.run(u"SELECT id, state, text FROM tabs WHERE workspace = ? ORDER BY position, rowid"_s, {workspace});
    if (!rows) {
        return failure(rows.error());
    }
    std::vector<JournalTab> tabs;
    while (rows->next()) {
        JournalTab tab{.id = rows->value(0).toString(), .state = tabStateFromJson(rows->value(1).toString())};
        if (!rows->value(2).isNull()) {
            auto text = withPatches(database, tab.id, rows->value(2).toByteArray());
            if (!text) {
                return failure(text.error());
            }
            tab.text = std::move(*text);
        }
        tab.active = tab.id == active;
        tabs.push_back(std::move(tab));
    }
    return tabs;
}

Result<void> adoptTabs(Database& database, const QString& workspace, const QString& lockFolder)
{
    auto rows =
        database.run(u"SELECT id FROM workspaces WHERE id <> ? UNION SELECT workspace FROM tabs WHERE workspace <> ?"_s,
            {workspace, workspace});
    if (!rows) {
        return failure(rows.error());
    }
    QStringList others;
    while (rows->next()) {
        others += rows->value(0).toString();
    }
    rows->finish();
    for (const QString& other : others) {
        FileLock lock(lockFolder + u'/' + other);
        if (!lock.lock()) {
            continue; // its window lives
        }
        const auto adopted = database.transaction([&]() -> Result<void> {
            const auto after = u"coalesce((SELECT max(position) + 1 FROM tabs WHERE workspace = ?), 0)"_s;
            auto done = database.run(
                "UPDATE tabs SET position = position + "_L1 + after + ", workspace = ? WHERE workspace = ?"_L1,
                {workspace, workspace, other});
            if (done) {
                done = database.run(
                    u"UPDATE workspaces SET active_tab = coalesce((SELECT active_tab FROM workspaces WHERE id = ?), "
                    "active_tab) WHERE id = ?"_s,
                    {other, workspace});
            }
            if (done) {
                done = database.run(u"DELETE FROM workspaces WHERE id = ?"_s, {other});
            }
            return done ? Result<void>() : failure(done.error());
        });
        if (!adopted) {
            return adopted;
        }
        lock.remove();
    }
    return {};
}

} // namespace millrace
