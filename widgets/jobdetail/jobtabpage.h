// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace millrace {

class EmptyView;
class MessageBar;

/// What every tab of a job's detail has: a bar that says what went wrong and offers to try again, a sentence while
/// there is nothing to show, and the content. What was once shown stays, greyed when it is not true any more.
class JobTabPage : public QWidget {
    Q_OBJECT

public:
    explicit JobTabPage(const QString& emptySentence, QWidget* parent = nullptr);

    /// Shows the bar with Retry; the content stays.
    void showError(const Error& error);
    void clearError();

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

    /// Content, or the sentence.
    void setHasContent(bool has);

    [[nodiscard]] bool hasContent() const { return m_hasContent; }

    void setEmptySentence(const QString& sentence);
    /// Something is awaited for the first time: says so when it takes a moment.
    void setLoading(bool loading);
    /// The job is gone: what stands here is what it was.
    void setFaded(bool faded);

Q_SIGNALS:
    void retryRequested();

protected:
    /// Called once, by the constructors of the tabs.
    void setContent(QWidget* content);
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    MessageBar* m_messages = nullptr;
    EmptyView* m_empty = nullptr;
    QWidget* m_content = nullptr;
    QStackedLayout* m_stack = nullptr;
    QString m_emptySentence;
    QTimer m_loadingTimer;
    bool m_hasContent = false;
    bool m_saysLoading = false;
};

} // namespace millrace
