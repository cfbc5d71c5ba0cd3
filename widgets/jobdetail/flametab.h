// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "core/metrics.h"
#include "models/flamegraph.h"
#include "widgets/jobdetail/jobtabpage.h"

#include <QFutureWatcher>

#include <memory>
#include <vector>

class QAbstractButton;
class QComboBox;
class QLineEdit;

namespace millrace {

class ElidedLabel;
class FlameView;
class SegmentedControl;
class TextLabel;

/// Where the threads of a vertex spend their time: one sampling, or what changed since one that was kept.
class FlameTab : public JobTabPage {
    Q_OBJECT

public:
    explicit FlameTab(QWidget* parent = nullptr);

    /// Vertex id and title.
    void setVertices(const std::vector<NamedText>& vertices);
    /// Drawn as soon as it is made flat, which is done beside the event loop.
    void setFlameGraph(const QString& vertexId, FlameGraphs::Kind kind, FlameFrame root);
    void chooseVertex(const QString& id);
    void clear();

    [[nodiscard]] QString currentVertex() const;
    [[nodiscard]] FlameGraphs::Kind currentKind() const;

    [[nodiscard]] FlameView* view() const { return m_view; }

Q_SIGNALS:
    /// Another vertex or kind, or the person asked again.
    void wanted();

private:
    QWidget* makeBar();
    void choiceChanged();
    void keepForComparison(bool keep);
    void flatten(std::shared_ptr<const FlameFrame> root);
    void takeFlat();
    void describe();

    std::vector<NamedText> m_vertices;
    std::shared_ptr<const FlameFrame> m_root; ///< null: nothing is sampled yet
    std::shared_ptr<const FlameFrame> m_kept; ///< what is compared with
    QFutureWatcher<FlameGraph> m_flattening;
    QComboBox* m_vertex = nullptr;
    SegmentedControl* m_kind = nullptr;
    QLineEdit* m_search = nullptr;
    TextLabel* m_matched = nullptr;
    QAbstractButton* m_keep = nullptr;
    QAbstractButton* m_refresh = nullptr;
    FlameView* m_view = nullptr;
    ElidedLabel* m_foot = nullptr;
};

} // namespace millrace
