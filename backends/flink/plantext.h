// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planexplainer.h"

namespace millrace::flink {

/// What EXPLAIN answered, read: its parts as texts, and graphs made of them. The steps, their parallelism and how they
/// ship come from the JSON execution plan when it is there, else from the tree; kinds of changes, costs and advice come
/// from the physical plan. Best effort: a text that is cut or garbled gives what can be read of it. An Error of kind
/// Protocol when nothing in it is a plan.
Result<Explanation> readExplanation(const QString& text);

/// A part of the answer, between two lines like "== Optimized Execution Plan ==".
struct PlanSection {
    QString title; ///< empty for what stands before the first such line
    QString body;
};

std::vector<PlanSection> planSections(const QString& text);

/// Advice that stands below a physical plan, by its number.
struct PlanAdvice {
    QMap<int, QString> texts;
    QString plan; ///< the body without the advice
};

PlanAdvice takeAdvice(const QString& body);

} // namespace millrace::flink
