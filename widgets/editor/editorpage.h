// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "widgets/editor/editordocument.h"

#include <QWidget>

#include <optional>

namespace millrace {

class EnvironmentBand;
class FindBar;
class MessageBar;
class RunBar;
class SqlEditor;

/// What an editor tab holds: environment band, run bar, message bar, editor, find bar; and the document behind the
/// text.
class EditorPage : public QWidget {
    Q_OBJECT

public:
    explicit EditorPage(QWidget* parent = nullptr);
    ~EditorPage() override;

    [[nodiscard]] EditorDocument* document() const { return m_document; }

    [[nodiscard]] SqlEditor* editor() const { return m_editor; }

    [[nodiscard]] RunBar* runBar() const { return m_runBar; }

    /// For what the owner has to say about runs and the session.
    [[nodiscard]] MessageBar* messageBar() const { return m_messageBar; }

    [[nodiscard]] FindBar* findBar() const { return m_findBar; }

    void setEnvironment(std::optional<Environment> environment);
    [[nodiscard]] std::optional<Environment> environment() const;

    /// Opens the file into the editor. On an error the page is as it was and the message bar is untouched.
    [[nodiscard]] bool open(const QString& path, Error* error = nullptr);
    /// Writes to the document's path (or to path, which becomes the document's). A failure stands in the message bar
    /// too.
    bool save(const QString& path = {});
    /// Text without a file: a new tab or what the journal kept.
    void setText(const QString& text, bool modified);
    [[nodiscard]] bool isModified() const;
    /// The text was saved in a place that the page knows nothing of.
    void setSavedElsewhere();
    /// "shop_revenue.sql", or the name given to an unsaved text.
    [[nodiscard]] QString title() const;
    void setUntitledName(const QString& name);

    void showFind();
    void showReplace();

Q_SIGNALS:
    void titleChanged();
    void modifiedChanged(bool modified);
    /// Saving without a path, or over a file that must not be lost silently, needs the owner's dialog.
    void savePathNeeded();

private:
    void buildLayout();
    void watchDocument();
    void diskStateChanged(EditorDocument::DiskState state);
    void reload();
    void setUnsaved(bool unsaved);

    EditorDocument* m_document = nullptr;
    SqlEditor* m_editor = nullptr;
    RunBar* m_runBar = nullptr;
    EnvironmentBand* m_band = nullptr;
    MessageBar* m_messageBar = nullptr;
    MessageBar* m_fileBar = nullptr; ///< what the file has to say: encoding, changed on disk
    FindBar* m_findBar = nullptr;
    QString m_untitledName;
    bool m_unsaved = false; ///< the text is on no disk, whatever the undo history says
    bool m_overwriteAsked = false; ///< the user was told that the file differs and saves all the same
};

} // namespace millrace
