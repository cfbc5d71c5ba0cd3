// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogbrowser.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <span>
#include <vector>

namespace millrace {

/// The catalog tree of one session, filled from outside as branches are opened: the model asks with childrenWanted()
/// and is answered with setChildren() or setError(). Answers are merged by name, so that a refresh keeps what is
/// expanded and selected.
class CatalogModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class RowKind { Entry, Loading, Error };

    enum Role {
        RowKindRole = Qt::UserRole, ///< int of RowKind
        EntryKindRole, ///< int of CatalogEntryKind
        PathRole, ///< QStringList
        DetailRole, ///< QString: what stands dim at the right
        KeyRole, ///< bool: a column of the primary key
        ErrorDetailRole, ///< QString: what the server said
    };

    explicit CatalogModel(QObject* parent = nullptr);
    ~CatalogModel() override;

    /// Empties the tree. With a session (available) the catalogs are asked for when a view shows the root.
    void reset(bool available);

    void setChildren(const CatalogEntry& parent, std::vector<CatalogEntry> children);
    /// Shows the error below parent, in place of what is not there; children from before stay.
    void setError(const CatalogEntry& parent, const Error& error);

    /// Asks anew for everything that was loaded at and below this index.
    void refresh(const QModelIndex& index = {});

    /// The entry of a row, or of the parent of a loading or an error row.
    [[nodiscard]] CatalogEntry entry(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const CatalogEntry& entry) const;
    /// Every name of this kind that is loaded, sorted: for completion and quick open.
    [[nodiscard]] QStringList loadedNames(CatalogEntryKind kind) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

Q_SIGNALS:
    /// An entry with an empty path stands for the root.
    void childrenWanted(const millrace::CatalogEntry& parent);

private:
    struct Node;

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Node* node) const;
    [[nodiscard]] Node* find(const CatalogEntry& entry) const;
    void request(Node* node);
    void setNotice(Node* node, RowKind kind, const Error& error);
    void clearNotice(Node* node);
    void merge(Node* node, std::vector<CatalogEntry> children);
    void removeMissing(Node* node, const QSet<QString>& wanted);
    void insertRun(Node* node, int row, std::span<const CatalogEntry> entries);
    void forgetPaths(const Node* node);
    void refreshBelow(Node* node);
    [[nodiscard]] QVariant entryData(const Node& node, int role) const;
    [[nodiscard]] QVariant noticeData(const Node& node, int role) const;

    std::unique_ptr<Node> m_root;
    QHash<QString, Node*> m_byPath; ///< every entry by its kind and path
    bool m_available = false;
};

} // namespace millrace
