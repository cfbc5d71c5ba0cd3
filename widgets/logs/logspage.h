// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/logentrymodel.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace millrace {

class EmptyView;
class LogDocument;
class LogViewer;
class PanelTable;
class TextLabel;

/// The logs of a place (this computer, a connection, a job) and the one that is read. It knows no system: whoever owns
/// it fills the list and opens what is chosen.
class LogsPage : public QWidget {
    Q_OBJECT

public:
    struct Place {
        QString id;
        QString name;
    };

    explicit LogsPage(QWidget* parent = nullptr);

    /// Where logs may be from; the chooser hides with fewer than two, as within a job.
    void setPlaces(const QList<Place>& places);
    void setCurrentPlace(const QString& id);
    [[nodiscard]] QString currentPlace() const;

    /// Files can be opened here.
    void setTakesFiles(bool takes);
    void setEntries(const QList<LogEntry>& entries);
    /// Marks entries as the ones shown, without a signal.
    void setCurrentEntries(const QStringList& ids);
    /// What stands there while nothing is shown.
    void setEmptySentence(const QString& sentence);
    void showDocument(std::shared_ptr<LogDocument> document);
    void showError(const Error& error);

    [[nodiscard]] LogViewer* viewer() const { return m_viewer; }

    [[nodiscard]] LogEntryModel* entries() const { return m_entries; }

Q_SIGNALS:
    void placeChosen(const QString& id);
    /// One to be shown, or several to be merged by time.
    void entriesChosen(const QStringList& ids);
    void openFilesRequested();
    void filesDropped(const QStringList& paths);
    void refreshRequested();
    void removeRequested(const QStringList& ids);
    /// The person wants the lines in a file; answer with LogViewer::save().
    void saveRequested(const QString& suggestion);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeList();
    [[nodiscard]] QStringList chosenIds() const;
    void chosenChanged();

    QComboBox* m_places = nullptr;
    QToolButton* m_open = nullptr;
    QToolButton* m_remove = nullptr;
    QPushButton* m_merge = nullptr;
    PanelTable* m_list = nullptr;
    LogEntryModel* m_entries = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyView* m_empty = nullptr;
    LogViewer* m_viewer = nullptr;
    bool m_takesFiles = false;
};

} // namespace millrace
