// SPDX-License-Identifier: GPL-3.0-or-later
// What the tab offers by name: catalogs and databases to choose from, and words to go on with.
#include "app/scripttab.h"

#include "core/jobsubmission.h"
#include "widgets/common/messagebar.h"

namespace millrace {

namespace {

QStringList names(const std::vector<CatalogEntry>& entries)
{
    QStringList names;
    for (const CatalogEntry& entry : entries) {
        names << entry.path.last();
    }
    return names;
}

} // namespace

QCoro::Task<void> ScriptTab::listCatalogs()
{
    const QPointer guard(this);
    if (m_session->state() != ScriptSession::State::Open || !m_session->hasPlace() || !m_session->canBrowse()) {
        co_return;
    }
    const auto catalogs = co_await m_session->children({});
    if (!guard || !catalogs) {
        co_return;
    }
    std::vector<CatalogEntry> onlyCatalogs = *catalogs;
    std::erase_if(onlyCatalogs, [](const CatalogEntry& entry) { return entry.kind != CatalogEntryKind::Catalog; });
    m_catalogs = names(onlyCatalogs);
    const CatalogEntry current{.kind = CatalogEntryKind::Catalog, .path = {m_session->catalog()}};
    const auto databases = co_await m_session->children(current);
    if (!guard) {
        co_return;
    }
    if (databases) {
        m_databases = names(*databases);
    }
    refreshRunBar();
}

QCoro::Task<void> ScriptTab::chooseCatalog(QString catalog, QString database)
{
    const QPointer guard(this);
    const auto done = co_await m_session->use(catalog, database);
    if (!guard) {
        co_return;
    }
    if (!done) {
        m_page->messageBar()->showError(done.error());
    }
    refreshRunBar();
    co_await listCatalogs();
}

QCoro::Task<void> ScriptTab::answerCompletion(CompletionRequest request)
{
    const QPointer guard(this);
    std::vector<CompletionItem> items;
    const std::shared_ptr<Connection> connection = plainConnection();
    JobSubmission* submission = connection ? connection->jobSubmission() : nullptr;
    if (submission && (submits() || !isSql(editor()->scriptLanguage()))) {
        const auto words = submission->words(request.statement, request.offset, m_page->title());
        for (const JobWord& word : words) {
            items.push_back({.text = word.text,
                .kind = CompletionKind::Option,
                .detail = word.detail,
                .documentation = word.documentation,
                .insert = word.insert});
        }
        editor()->setCompletions(request.generation, items);
        co_return;
    }
    const auto candidates = co_await m_session->complete(request.statement, request.offset);
    if (!guard || !m_page) {
        co_return;
    }
    for (const QString& candidate : candidates.value_or(QStringList())) {
        items.push_back({.text = candidate, .kind = CompletionKind::Name});
    }
    editor()->setCompletions(request.generation, items);
}

} // namespace millrace
