// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemModel>

namespace millrace {

/// The folders of a file system with the files that Millrace can open: SQL scripts and other text. Folders first.
class FileTreeModel : public QFileSystemModel {
    Q_OBJECT

public:
    explicit FileTreeModel(QObject* parent = nullptr);

    /// "*.sql", "*.txt", …
    static QStringList namePatterns();

    QVariant data(const QModelIndex& index, int role) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
};

} // namespace millrace
