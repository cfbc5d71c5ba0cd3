// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QComboBox;

namespace millrace {

/// Something that has a plan: one that was explained, a statement of the history, a running job, a file.
struct PlanSource {
    enum class Kind { Explained, History, Job, File };

    Kind kind = Kind::Explained;
    QString id; ///< of the plan, the history entry or the job; the path of a file; empty for a file to be chosen
    QString title;
    QString connectionId; ///< where a statement of the history ran, or a job runs

    friend bool operator==(const PlanSource&, const PlanSource&) = default;
};

/// Asks which two plans to compare.
class PlanCompareDialog : public QDialog {
    Q_OBJECT

public:
    /// The last of the sources that was explained stands as the new plan, what comes next as the old one.
    PlanCompareDialog(const std::vector<PlanSource>& sources, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const millrace::PlanSource& before, const millrace::PlanSource& after);

private:
    QComboBox* makeChoice(const QString& name, int current);
    void take();

    std::vector<PlanSource> m_sources;
    QComboBox* m_before = nullptr;
    QComboBox* m_after = nullptr;
};

} // namespace millrace
