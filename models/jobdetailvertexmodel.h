// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "models/jobdetailrows.h"

namespace millrace {

/// A vertex of a job with its live figures.
struct VertexRow {
    QString title;
    VertexStatus status;

    friend bool operator==(const VertexRow&, const VertexRow&) = default;
};

/// The vertices of a job in the order of its graph.
class VertexModel : public JobRowsModel<VertexRow> {
    Q_OBJECT

public:
    enum Column {
        Name,
        State,
        Parallelism,
        Busy,
        Backpressured,
        InRate,
        OutRate,
        RecordsIn,
        RecordsOut,
        BytesIn,
        BytesOut,
        Watermark,
        Skew,
        Duration,
        ColumnCount
    };

    enum Role { IdRole = Qt::UserRole + 1, StateRole, ShareRole };

    using JobRowsModel::JobRowsModel;

    void setVertices(const Graph& graph, const std::vector<VertexStatus>& statuses);

    [[nodiscard]] int rowOf(const QString& vertexId) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const VertexRow& row, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const VertexRow& row, int column) const override;
    [[nodiscard]] QVariant cellValue(const VertexRow& row, int column, int role) const override;
};

} // namespace millrace
