// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/job.h"
#include "models/jobkey.h"

#include <QWidget>

class QToolButton;

namespace millrace {

class Chip;
class ElidedLabel;
class EnvironmentBand;
class JobGlyphLabel;
class TextLabel;

/// Whose detail is shown: what does not change while it is.
struct JobDetailSubject {
    JobKey key;
    QString connectionName;
    QString systemName; ///< "Flink 1.20.3", or what is known of it
    Environment environment = Environment::Development;
    QString startedBy; ///< from here, or as the server knows; empty when not known

    friend bool operator==(const JobDetailSubject&, const JobDetailSubject&) = default;
};

/// The head of a job's detail: state, name, environment, where it runs and since when, and what can be done with the
/// view.
class JobDetailHeader : public QWidget {
    Q_OBJECT

public:
    explicit JobDetailHeader(QWidget* parent = nullptr);

    void setSubject(const JobDetailSubject& subject);
    void setSummary(const JobSummary& summary);
    /// The last answer is old: the state is only what it was.
    void setStale(bool stale);
    void setExpanded(bool expanded);

    /// What stands behind the name, for tests and screen readers.
    [[nodiscard]] QString line() const;

Q_SIGNALS:
    void bundleRequested();
    void expandToggled(bool expanded);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildLayout();
    void refresh();

    JobDetailSubject m_subject;
    JobSummary m_summary;
    bool m_stale = false;
    bool m_expanded = false;
    EnvironmentBand* m_band = nullptr;
    JobGlyphLabel* m_glyph = nullptr;
    ElidedLabel* m_name = nullptr;
    Chip* m_environment = nullptr;
    TextLabel* m_state = nullptr;
    ElidedLabel* m_line = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_bundle = nullptr;
    QToolButton* m_expand = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace millrace
