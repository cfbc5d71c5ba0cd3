// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>

namespace millrace {

/// The names of the metrics that a search leaves, with ticks for those that are charted. Ticks outlive the search and
/// new lists of names.
class MetricNameModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setNames(const QStringList& names);
    void setSearch(const QString& text);
    /// Without a signal of the choice.
    void setChosen(const QStringList& names);

    /// In the order of choosing.
    [[nodiscard]] const QStringList& chosen() const { return m_chosen; }

    /// Chosen and known to the server.
    [[nodiscard]] QStringList chosenHere() const;

    [[nodiscard]] int totalCount() const { return static_cast<int>(m_names.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// The person ticked or unticked one.
    void choiceChanged();

private:
    void refresh();

    QStringList m_names;
    QStringList m_shown;
    QStringList m_chosen;
    QSet<QString> m_known;
    QString m_search;
};

} // namespace millrace
