// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apidescription.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace millrace {

class ApiOperationModel;

/// The documented calls of a system by groups, with a search in names, paths and summaries.
class ApiCallTree : public QWidget {
    Q_OBJECT

public:
    explicit ApiCallTree(QWidget* parent = nullptr);

    /// The call that was chosen stays so when there is one of its name.
    void setDescription(const ApiDescription& description, const QString& dialect);

    /// The chosen call; null when there is none.
    [[nodiscard]] const ApiOperation* current() const;
    /// The call of that name; null when there is none.
    [[nodiscard]] const ApiOperation* find(const QString& id) const;
    /// Chooses without a signal.
    void setCurrent(const QString& id);
    void focusSearch();

    [[nodiscard]] int count() const;

Q_SIGNALS:
    /// The person chose a call.
    void chosen();
    /// Enter or a double click on a call: on to its form.
    void activated();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);

    ApiOperationModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QLineEdit* m_search = nullptr;
    QTreeView* m_tree = nullptr;
    bool m_quiet = false;
};

} // namespace millrace
