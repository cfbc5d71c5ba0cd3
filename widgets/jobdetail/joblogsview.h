// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joblogs.h"
#include "widgets/jobdetail/jobtabpage.h"

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QToolButton;

namespace millrace {

class TextLabel;

/// The logs of a job and its cluster: a list of sources, and the end of the chosen one, followed while it grows.
class JobLogsView : public JobTabPage {
    Q_OBJECT

public:
    explicit JobLogsView(QWidget* parent = nullptr);

    void setSources(const std::vector<LogSource>& sources);
    /// Appends what was read of the source that is shown; others are ignored.
    void append(const QString& sourceId, const LogChunk& chunk);
    void clear();

    /// What is to be read; empty when nothing is chosen.
    [[nodiscard]] std::optional<LogSource> currentSource() const;

    /// Where to read on from; -1 before the first piece.
    [[nodiscard]] qint64 nextOffset() const { return m_next; }

    [[nodiscard]] bool isFollowing() const;

Q_SIGNALS:
    void sourceChosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseSource();
    void find(bool backwards);

    std::vector<LogSource> m_sources;
    QString m_current;
    qint64 m_next = -1;
    QListWidget* m_list = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLineEdit* m_search = nullptr;
    QToolButton* m_follow = nullptr;
    TextLabel* m_note = nullptr;
};

} // namespace millrace
