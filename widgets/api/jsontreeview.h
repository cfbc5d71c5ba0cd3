// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace millrace {

class JsonTreeModel;

/// A JSON text as a tree. Long arrays, also those deep inside, are read piece by piece as their end comes into sight.
class JsonTreeView : public QTreeView {
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget* parent = nullptr);
    ~JsonTreeView() override;

    /// False when it is no JSON: the tree is empty then.
    bool setJson(const QByteArray& json);

    [[nodiscard]] JsonTreeModel* tree() const;

Q_SIGNALS:
    /// An array of objects is wanted as a table.
    void tableRequested(const QModelIndex& index);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class PieceModel;

    void fetchSeen();
    bool fetchAround(const QModelIndex& index);
    void copyValue();

    PieceModel* m_model = nullptr;
};

} // namespace millrace
