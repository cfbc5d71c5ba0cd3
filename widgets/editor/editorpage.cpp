// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editorpage.h"

#include "widgets/common/messagebar.h"
#include "widgets/common/panelheader.h"
#include "widgets/editor/editordocument.h"
#include "widgets/editor/findbar.h"
#include "widgets/editor/runbar.h"
#include "widgets/editor/sqleditor.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

EditorPage::EditorPage(QWidget* parent)
    : QWidget(parent), m_document(new EditorDocument(this)), m_editor(new SqlEditor(this)), m_runBar(new RunBar(this)),
      m_band(new EnvironmentBand(this)), m_messageBar(new MessageBar(this)), m_fileBar(new MessageBar(this)),
      m_findBar(new FindBar(m_editor, this)), m_untitledName(tr("Untitled"))
{
    m_messageBar->setObjectName(u"messageBar"_s);
    m_fileBar->setObjectName(u"fileBar"_s);
    buildLayout();
    watchDocument();
    connect(m_editor, &QsciScintilla::modificationChanged, this, [this] { Q_EMIT modifiedChanged(isModified()); });
    setFocusProxy(m_editor);
}

EditorPage::~EditorPage() = default;

void EditorPage::buildLayout()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_band, m_runBar, m_fileBar, m_messageBar, m_editor, m_findBar}) {
        layout->addWidget(widget, widget == m_editor ? 1 : 0);
    }
}

void EditorPage::watchDocument()
{
    connect(m_document, &EditorDocument::pathChanged, this, &EditorPage::titleChanged);
    connect(m_document, &EditorDocument::diskStateChanged, this, &EditorPage::diskStateChanged);
    connect(m_fileBar, &MessageBar::actionTriggered, this, [this](const QString& id) {
        if (id == "reload"_L1) {
            reload();
        } else if (id == "keep"_L1) {
            m_document->acceptDisk();
            setUnsaved(true);
            m_fileBar->clear();
        } else if (id == "save"_L1) {
            save();
        } else if (id == "saveAs"_L1) {
            Q_EMIT savePathNeeded();
        } else if (id == "saveUtf8"_L1) {
            m_document->setFormat({.lineEnd = m_document->format().lineEnd});
            save();
        }
    });
}

void EditorPage::diskStateChanged(EditorDocument::DiskState state)
{
    const QString name = m_document->fileName();
    switch (state) {
    case EditorDocument::DiskState::Changed:
        m_fileBar->showMessage({.kind = MessageBar::Kind::Warning,
            .text = isModified()
                ? tr("%1 was changed by another program. Your text here is not saved and differs from it.").arg(name)
                : tr("%1 was changed by another program.").arg(name),
            .actions = {{u"reload"_s, tr("Load it again")}, {u"keep"_s, tr("Keep this text")}}});
        break;
    case EditorDocument::DiskState::Deleted:
        setUnsaved(true); // the only copy is here now
        m_fileBar->showMessage({.kind = MessageBar::Kind::Warning,
            .text = tr("%1 was deleted or moved. Its text is still here.").arg(name),
            .actions = {{u"save"_s, tr("Save it again")}, {u"saveAs"_s, tr("Save as…")}}});
        break;
    case EditorDocument::DiskState::Unchanged:
        m_fileBar->clear();
        break;
    }
}

void EditorPage::reload()
{
    const TextPosition caret = m_editor->caretPosition();
    Error error;
    if (open(m_document->path(), &error)) {
        m_editor->goTo(caret);
    } else {
        m_fileBar->showError(error);
    }
}

bool EditorPage::open(const QString& path, Error* error)
{
    const Result<QString> text = m_document->load(path);
    if (!text) {
        if (error) {
            *error = text.error();
        }
        return false;
    }
    m_editor->clearMarks();
    m_editor->loadText(*text, m_document->format().lineEnd);
    m_fileBar->clear();
    if (!m_document->notice().isEmpty()) {
        m_fileBar->showMessage({.kind = MessageBar::Kind::Info,
            .text = m_document->notice(),
            .actions = m_document->format().encoding == TextEncoding::Utf8
                ? std::vector<MessageBar::Action>{}
                : std::vector<MessageBar::Action>{{u"saveUtf8"_s, tr("Save as UTF-8")}}});
    } else if (m_document->isReadOnly()) {
        m_fileBar->showMessage({.kind = MessageBar::Kind::Info,
            .text = tr("%1 is read-only. You can edit and run it; save it under another name.").arg(title()),
            .actions = {{u"saveAs"_s, tr("Save as…")}}});
    }
    setUnsaved(false);
    return true;
}

bool EditorPage::save(const QString& path)
{
    const QString target = path.isEmpty() ? m_document->path() : path;
    if (target.isEmpty()) {
        Q_EMIT savePathNeeded();
        return false;
    }
    const bool sameFile = target == m_document->path();
    m_document->checkDisk();
    if (sameFile && m_document->diskState() == EditorDocument::DiskState::Changed && !m_overwriteAsked) {
        // the bar says what happened; a second save means it
        m_overwriteAsked = true;
        diskStateChanged(EditorDocument::DiskState::Changed);
        return false;
    }
    m_overwriteAsked = false;
    const Result<void> saved = m_document->saveAs(target, m_editor->text());
    if (!saved) {
        std::vector<MessageBar::Action> actions;
        if (m_document->format().encoding != TextEncoding::Utf8) {
            actions.push_back({u"saveUtf8"_s, tr("Save as UTF-8")});
        }
        actions.push_back({u"saveAs"_s, tr("Save as…")});
        m_fileBar->showError(saved.error(), std::move(actions));
        return false;
    }
    m_editor->setModified(false);
    setUnsaved(false);
    m_fileBar->clear();
    return true;
}

void EditorPage::setText(const QString& text, bool modified)
{
    m_document->reset();
    m_editor->loadText(text);
    setUnsaved(modified);
}

bool EditorPage::isModified() const
{
    return m_unsaved || m_editor->isModified();
}

void EditorPage::setSavedElsewhere()
{
    m_editor->setModified(false);
    setUnsaved(false);
}

/// Scintilla only knows whether the text differs from its save point, which cannot be taken away.
void EditorPage::setUnsaved(bool unsaved)
{
    m_unsaved = unsaved;
    Q_EMIT modifiedChanged(isModified());
}

QString EditorPage::title() const
{
    return m_document->path().isEmpty() ? m_untitledName : m_document->fileName();
}

void EditorPage::setUntitledName(const QString& name)
{
    m_untitledName = name;
    Q_EMIT titleChanged();
}

void EditorPage::setEnvironment(std::optional<Environment> environment)
{
    m_band->setEnvironment(environment);
}

std::optional<Environment> EditorPage::environment() const
{
    return m_band->environment();
}

void EditorPage::showFind()
{
    m_findBar->open(false);
}

void EditorPage::showReplace()
{
    m_findBar->open(true);
}

} // namespace millrace
