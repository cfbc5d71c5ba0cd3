// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace millrace {

class ElidedLabel;

/// All that is known of one node, beside the graph: facts, live figures, description, advice.
class GraphFacts : public QWidget {
    Q_OBJECT

public:
    explicit GraphFacts(QWidget* parent = nullptr);

    void setNode(const GraphNode& node);
    /// Figures of the node; they change in place.
    void setStatus(const std::optional<VertexStatus>& status);
    /// Below everything else; taken over.
    void addWidget(QWidget* widget);

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] std::vector<NamedText> facts() const;
    /// Name and value, and whether it is worth a look.
    [[nodiscard]] std::vector<std::pair<NamedText, bool>> figures() const;
    [[nodiscard]] QString asText() const;
    void refreshFigures();
    void refreshFacts();
    void addRow(QGridLayout* grid, const NamedText& fact, bool warns = false);

    GraphNode m_node;
    std::optional<VertexStatus> m_status;
    ElidedLabel* m_title = nullptr;
    QWidget* m_figures = nullptr;
    QGridLayout* m_figureGrid = nullptr;
    QWidget* m_facts = nullptr;
    QGridLayout* m_factGrid = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_description = nullptr;
    QVBoxLayout* m_body = nullptr;
};

} // namespace millrace
