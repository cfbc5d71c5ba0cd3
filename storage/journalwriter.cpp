// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journalwriter.h"

#include "storage/database.h"
#include "storage/journaltables.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// From this size on a keystroke is written as a patch; below it the whole text costs less than the bookkeeping.
constexpr qsizetype s_longText = 256 * 1024;
constexpr int s_mostPatches = 200;

Result<void> asVoid(const Result<QSqlQuery>& done)
{
    return done ? Result<void>() : failure(done.error());
}

} // namespace

JournalWriter::JournalWriter(QString databaseFile, QString workspace)
    : m_file(std::move(databaseFile)), m_workspace(std::move(workspace))
{
}

JournalWriter::~JournalWriter() = default;

Result<void> JournalWriter::write(const JournalBatch& batch)
{
    if (!m_database) {
        auto opened =
            m_file.isEmpty() ? Result<std::unique_ptr<Database>>(Database::inMemory()) : Database::open(m_file);
        if (!opened) {
            return failure(opened.error());
        }
        m_database = std::move(*opened);
    }
    const auto written = m_database->transaction([&]() -> Result<void> {
        for (const JournalBatch::Tab& tab : batch.tabs) {
            if (auto done = writeTab(tab); !done) {
                return done;
            }
        }
        for (const QString& tabId : batch.forgotten) {
            if (auto done = forget(tabId); !done) {
                return done;
            }
        }
        return batch.order ? writeOrder(*batch.order) : Result<void>();
    });
    if (!written) {
        m_written.clear(); // rolled back: what the tables hold is no longer known, so texts are written whole
        return written;
    }
    // Here, in this thread, and not in somebody's commit in the GUI thread. Best effort: readers may hold it up.
    (void)m_database->run(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    return {};
}

Result<void> JournalWriter::writeTab(const JournalBatch::Tab& tab)
{
    const auto done = m_database->run(u"INSERT INTO tabs (id, workspace, position, state) VALUES (?, ?, "
                                      "coalesce((SELECT max(position) + 1 FROM tabs WHERE workspace = ?), 0), ?) "
                                      "ON CONFLICT (id) DO UPDATE SET state = excluded.state"_s,
        {tab.id, m_workspace, m_workspace, toJson(tab.state)});
    if (!done) {
        return failure(done.error());
    }
    return tab.textChanged ? writeText(tab.id, tab.text) : Result<void>();
}

Result<void> JournalWriter::writeText(const QString& tabId, const std::optional<QByteArray>& text)
{
    const auto before = m_written.find(tabId);
    if (text && before != m_written.end() && before->patches < s_mostPatches) {
        const TextPatch patch = patchBetween(before->text, *text);
        if (before->patchBytes + patch.inserted.size() < text->size() / 4) {
            const auto done = asVoid(m_database->run(
                u"INSERT INTO tab_patches (tab, seq, start, removed, inserted) VALUES (?, ?, ?, ?, ?)"_s,
                {tabId, before->patches, patch.start, patch.removed,
                    patch.inserted.isNull() ? QByteArray("") : patch.inserted}));
            before->text = *text;
            before->patchBytes += patch.inserted.size();
            ++before->patches;
            return done;
        }
    }
    m_written.remove(tabId);
    if (text && text->size() >= s_longText) {
        m_written.insert(tabId, {.text = *text});
    }
    const QVariant value =
        text ? QVariant(text->isNull() ? QByteArray("") : *text) : QVariant(QMetaType(QMetaType::QByteArray));
    return asVoid(m_database->run(u"UPDATE tabs SET text = ? WHERE id = ?"_s, {value, tabId})).and_then([&] {
        return asVoid(m_database->run(u"DELETE FROM tab_patches WHERE tab = ?"_s, {tabId}));
    });
}

Result<void> JournalWriter::forget(const QString& tabId)
{
    m_written.remove(tabId);
    return asVoid(m_database->run(u"DELETE FROM tabs WHERE id = ?"_s, {tabId})).and_then([&] {
        return asVoid(m_database->run(u"DELETE FROM tab_patches WHERE tab = ?"_s, {tabId}));
    });
}

Result<void> JournalWriter::writeOrder(const JournalBatch::Order& order)
{
    for (qsizetype i = 0; i < order.tabIds.size(); ++i) {
        const auto done = m_database->run(
            u"UPDATE tabs SET position = ? WHERE id = ? AND position <> ?"_s, {i, order.tabIds.at(i), i});
        if (!done) {
            return failure(done.error());
        }
    }
    return asVoid(m_database->run(u"UPDATE workspaces SET active_tab = ? WHERE id = ?"_s, {order.active, m_workspace}));
}

} // namespace millrace
