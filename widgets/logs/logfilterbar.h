// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsearch.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QSpinBox;
class QToolButton;

namespace millrace {

class TextLabel;

/// What is searched for in a log and what of it is shown: two bars above its lines.
class LogFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit LogFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] LogQuery query() const;
    /// Takes over a query from elsewhere; queryChanged() follows.
    void setQuery(const LogQuery& query);
    void setLog(const LogSnapshot& log);
    void setMatches(const LogMatches& matches, qint64 currentLine);
    void setFollowing(bool following);
    void setWrapping(bool wrapping);
    void setExceptionsShown(bool shown);
    void focusSearch();

    /// The menu behind ⋮; the viewer fills it.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

Q_SIGNALS:
    void queryChanged(const millrace::LogQuery& query);
    void nextRequested(bool forward);
    void followRequested(bool follow);
    void wrapRequested(bool wrap);
    void exceptionsRequested(bool shown);
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSearchBar();
    QWidget* makeFilterBar();
    void changed();
    void send();
    void refreshLevels(const LogSnapshot& log);

    QLineEdit* m_text = nullptr;
    QToolButton* m_case = nullptr;
    QToolButton* m_regex = nullptr;
    QToolButton* m_only = nullptr;
    QSpinBox* m_context = nullptr;
    TextLabel* m_count = nullptr;
    QToolButton* m_follow = nullptr;
    QToolButton* m_wrap = nullptr;
    QToolButton* m_exceptions = nullptr;
    QMenu* m_menu = nullptr;
    std::array<QToolButton*, kLogLevels> m_levels{};
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    TextLabel* m_timeProblem = nullptr;
    QTimer m_delay;
    LogQuery m_sent;
    qint64 m_firstMs = kNoTime; ///< of the log: gives a time of day its date
    qint64 m_lastMs = kNoTime;
};

/// Reads what a person writes for a time in a log: "2026-11-22 14:05[:06]", "11-22 14:05", "14:05" (of the day of
/// reference). kNoTime for what is none, and for an empty text.
[[nodiscard]] qint64 parseLogMoment(const QString& text, qint64 referenceMs);

} // namespace millrace
