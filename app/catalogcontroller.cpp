// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogcontroller.h"

#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "models/catalogmodel.h"
#include "models/catalognames.h"
#include "widgets/catalog/catalogpanel.h"
#include "widgets/common/activitybar.h"

#include <QPointer>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_previewRows = 100;

} // namespace

CatalogController::CatalogController(MainWindow& window, EditorController& editors, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_panel(new CatalogPanel)
{
    window.addSidePanel(u"catalog"_s, "server-database"_L1, tr("Catalog"), m_panel);
    connect(window.activityBar(), &ActivityBar::currentChanged, this, [this] { showTab(m_editors.current()); });
    connect(&m_editors, &EditorController::tabAdded, this, &CatalogController::addTab);
    connect(&m_editors, &EditorController::currentChanged, this, &CatalogController::showTab);
    connect(&m_editors, &EditorController::tabRemoved, this, [this](ScriptTab* tab) {
        m_loadedFor.remove(tab);
        if (CatalogModel* model = m_models.take(tab)) {
            m_panel->setModel(nullptr);
            model->deleteLater();
        }
        tab->session()->disconnect(this);
        tab->disconnect(this);
    });
    connect(m_panel, &CatalogPanel::insertRequested, this, &CatalogController::insert);
    connect(m_panel, &CatalogPanel::previewRequested, this, [this](const CatalogEntry& table) {
        run(u"SELECT * FROM %1 LIMIT %2"_s.arg(quotedPath(table.path)).arg(s_previewRows));
    });
    connect(m_panel, &CatalogPanel::describeRequested, this,
        [this](const CatalogEntry& table) { run(u"DESCRIBE %1"_s.arg(quotedPath(table.path))); });
    connect(m_panel, &CatalogPanel::showCreateRequested, this, [this](const CatalogEntry& table) {
        // Only Flink has a statement of its own for views.
        const ScriptTab* tab = m_editors.current();
        const bool isFlink = tab && tab->editor()->scriptLanguage() == ScriptLanguage::FlinkSql;
        const QString what = table.kind == CatalogEntryKind::View && isFlink ? u"VIEW"_s : u"TABLE"_s;
        run(u"SHOW CREATE %1 %2"_s.arg(what, quotedPath(table.path)));
    });
    showTab(nullptr);
}

void CatalogController::addTab(ScriptTab* tab)
{
    auto* model = new CatalogModel(this);
    m_models.insert(tab, model);
    connect(model, &CatalogModel::childrenWanted, this,
        [this, tab, model](const CatalogEntry& parent) { load(tab, model, parent); });
    connect(tab->session(), &ScriptSession::catalogChanged, model, [model] { model->refresh(); });
    connect(tab->session(), &ScriptSession::stateChanged, this, [this, tab](ScriptSession::State state) {
        if (state == ScriptSession::State::None) {
            // Another session has other temporary tables.
            m_loadedFor.remove(tab);
        }
    });
    connect(tab, &ScriptTab::targetChanged, this, [this, tab] { refreshAvailability(tab); });
}

bool CatalogController::isSeen() const
{
    return m_window.activityBar()->current() == "catalog"_L1;
}

void CatalogController::showTab(ScriptTab* tab)
{
    if (!isSeen()) {
        m_panel->setModel(nullptr);
        return;
    }
    if (!tab) {
        m_panel->setModel(nullptr, tr("Open a script to see the catalogs of its connection."));
        return;
    }
    refreshAvailability(tab);
    m_panel->setModel(m_models.value(tab), tr("Choose a connection in the bar above the text to see its catalogs."));
}

void CatalogController::refreshAvailability(ScriptTab* tab)
{
    const QString connection = tab->target().connectionId;
    if (isSeen() && m_loadedFor.value(tab) != connection) {
        m_loadedFor.insert(tab, connection);
        m_models.value(tab)->reset(!connection.isEmpty());
    }
}

QCoro::Task<void> CatalogController::load(ScriptTab* tab, CatalogModel* model, CatalogEntry parent)
{
    const QPointer guard(model);
    const auto children = co_await tab->session()->children(parent);
    if (!guard) {
        co_return;
    }
    if (children) {
        model->setChildren(parent, *children);
    } else {
        model->setError(parent, children.error());
    }
}

void CatalogController::insert(const QString& text)
{
    if (const ScriptTab* tab = m_editors.current()) {
        SqlEditor* editor = tab->editor();
        const int caret = editor->caretOffset();
        if (editor->hasSelectedText()) {
            editor->replaceSelectedText(text);
        } else {
            editor->replaceRange(caret, caret, text);
            editor->setCaretOffset(caret + static_cast<int>(text.size()));
        }
        editor->setFocus();
    }
}

void CatalogController::run(const QString& statement)
{
    if (ScriptTab* tab = m_editors.current()) {
        tab->runText(statement);
    }
}

} // namespace millrace
