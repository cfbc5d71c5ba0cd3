// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QListView;
class QModelIndex;
class QStringListModel;
class QTreeView;
class QVBoxLayout;

namespace millrace {

class FileTreeModel;
class PanelHeader;

/// The side panel with the SQL and text files of one folder, and the recent files below.
class FilesPanel : public QWidget {
    Q_OBJECT

public:
    explicit FilesPanel(QWidget* parent = nullptr);

    /// Empty: no folder is chosen yet.
    void setFolder(const QString& folder);
    [[nodiscard]] QString folder() const;
    void setRecentFiles(const QStringList& paths);

Q_SIGNALS:
    void openRequested(const QString& path);
    void chooseFolderRequested();
    void newFileRequested();
    /// The file is gone; drop it from the recent ones.
    void forgetRecentRequested(const QString& path);

private:
    void buildHeader(QVBoxLayout* into);
    void buildTree(QVBoxLayout* into);
    void buildRecent(QVBoxLayout* into);
    void activate(const QModelIndex& index);
    void openMenu(const QString& path, bool isFile, bool isRecent, const QPoint& globalPosition);
    void updateEmpty();

    FileTreeModel* m_files = nullptr; ///< made when a folder is set: watching costs
    QString m_folder;
    PanelHeader* m_header = nullptr;
    QTreeView* m_tree = nullptr;
    QWidget* m_empty = nullptr;
    QWidget* m_recentPart = nullptr;
    QListView* m_recent = nullptr;
    QStringListModel* m_recentModel = nullptr;
};

} // namespace millrace
