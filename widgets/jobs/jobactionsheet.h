// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobcontrol.h"
#include "widgets/jobs/sheet.h"

#include <vector>

class QCheckBox;
class QTableWidget;

namespace millrace {

class ActionButton;
class SegmentedControl;

/// What a sheet is asked to do.
enum class JobSheetKind { Savepoint, Stop, Dispose };

/// One thing that it is done to: a job, or a savepoint to dispose of.
struct JobSheetItem {
    QString name;
    QString connection;
    Environment environment = Environment::Development;
    QString refusal; ///< why it cannot be done to this one; empty: it can
};

/// What the person chose.
struct JobSheetChoice {
    bool withSavepoint = true;
    QString target;
    SavepointFormat format = SavepointFormat::Default;
    bool drain = false;
};

/// Lists what an action is done to, asks for what it needs, and then shows how it went with each one.
class JobActionSheet : public Sheet {
    Q_OBJECT

public:
    enum class Outcome { Waiting, Running, Done, Failed, Cancelled };

    JobActionSheet(JobSheetKind kind, std::vector<JobSheetItem> items, QWidget* host);

    /// What the systems of the jobs can do; only for savepoints. cancelUnsupported: why no job can end without one.
    void setLimits(const SavepointLimits& limits, const QString& cancelUnsupported);
    /// Production: nothing is done until this was typed.
    void setTypedName(const QString& prompt, const QString& name);
    void setOutcome(int item, Outcome outcome, const QString& text);

    [[nodiscard]] JobSheetChoice choice() const;
    /// Items that it can be done to.
    [[nodiscard]] std::vector<int> allowed() const;

    [[nodiscard]] bool hasStarted() const { return m_started; }

Q_SIGNALS:
    /// The person agreed. The sheet stays and shows the outcomes.
    void accepted(const millrace::JobSheetChoice& choice);

private:
    void buildList();
    void buildChoices();
    void buildFoot();
    void refresh();
    void start();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString actionText() const;
    [[nodiscard]] QString explanation() const;

    JobSheetKind m_kind;
    std::vector<JobSheetItem> m_items;
    std::vector<Outcome> m_outcomes;
    SavepointLimits m_limits;
    QString m_cancelUnsupported;
    bool m_started = false;
    QTableWidget* m_list = nullptr;
    QWidget* m_choices = nullptr;
    SegmentedControl* m_way = nullptr;
    QWidget* m_targetRow = nullptr;
    QLineEdit* m_target = nullptr;
    QWidget* m_formatRow = nullptr;
    SegmentedControl* m_format = nullptr;
    QCheckBox* m_drain = nullptr;
    TextLabel* m_note = nullptr;
    TypedName* m_typed = nullptr;
    ActionButton* m_leave = nullptr;
    ActionButton* m_go = nullptr;
};

} // namespace millrace
