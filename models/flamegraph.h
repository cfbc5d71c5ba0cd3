// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics.h"

#include <span>
#include <vector>

namespace millrace {

/// A flame graph made flat: rows of frames from the root down, each row ordered by where its frames begin. Equal names
/// below one parent are one frame, ordered by name, so that two samplings of the same work look alike.
class FlameGraph {
public:
    struct Frame {
        int name = 0; ///< index of names()
        int parent = -1; ///< index in the row above
        double begin = 0; ///< 0…1 of the whole
        double width = 0;
        double before = -1; ///< its share in the graph that this one is compared with; below 0: nothing to compare
        qint64 samples = 0;
    };

    /// The place of a frame.
    struct Place {
        int row = -1;
        int index = -1;

        [[nodiscard]] bool isValid() const { return row >= 0; }

        friend bool operator==(const Place&, const Place&) = default;
    };

    FlameGraph() = default;
    explicit FlameGraph(const FlameFrame& root);
    /// The second with what changed since the first, in shares of each: samplings differ in length. Frames that are
    /// gone have no width and are not kept.
    static FlameGraph difference(const FlameFrame& before, const FlameFrame& after);

    [[nodiscard]] bool isEmpty() const { return m_rows.size() < 2; }

    [[nodiscard]] bool isDifference() const { return m_isDifference; }

    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] std::span<const Frame> row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] const Frame& frame(Place place) const
    {
        return m_rows[static_cast<std::size_t>(place.row)][static_cast<std::size_t>(place.index)];
    }

    [[nodiscard]] const QString& name(Place place) const
    {
        return m_names[static_cast<std::size_t>(frame(place).name)];
    }

    [[nodiscard]] const QStringList& names() const { return m_names; }

    [[nodiscard]] qint64 samples() const { return m_rows.empty() ? 0 : m_rows[0][0].samples; }

    [[nodiscard]] std::size_t frameCount() const;

    /// The frame of a row at a place 0…1; an invalid one where there is none.
    [[nodiscard]] Place at(int row, double x) const;
    /// The first frame of a row that ends behind x; the row's size when none does.
    [[nodiscard]] int firstBehind(int row, double x) const;

    /// For each name whether it contains the text, in any case; none for an empty text.
    [[nodiscard]] std::vector<bool> matches(const QString& text) const;
    /// The share of the whole that lies in matched frames; nested ones are counted once.
    [[nodiscard]] double matchedShare(const std::vector<bool>& matched) const;

    /// "root;java.lang.Thread.run;…": the names from the root to a frame.
    [[nodiscard]] QStringList pathOf(Place place) const;
    /// The frame at a path, or its nearest ancestor that is there: a zoom that outlives a refresh.
    [[nodiscard]] Place find(const QStringList& path) const;

private:
    std::vector<std::vector<Frame>> m_rows;
    QStringList m_names;
    bool m_isDifference = false;
};

/// "run" of "java.lang.Thread.run:829": what fits into a narrow frame.
[[nodiscard]] QString shortFrameName(const QString& name);

} // namespace millrace
