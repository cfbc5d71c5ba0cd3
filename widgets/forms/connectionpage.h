// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectiontest.h"
#include "core/error.h"
#include "widgets/forms/connectionform.h"

class QLineEdit;
class QPushButton;

namespace millrace {

class StatusGlyphLabel;
class TextLabel;

class TestPanel;

/// One connection as a page of the window's centre: its form, its foot with Revert, Save and Test, and what the last
/// test found at the right. It knows values only; a controller saves, tests and answers with the setters.
class ConnectionPage : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionPage(std::vector<SystemChoice> systems, QWidget* parent = nullptr);

    ~ConnectionPage() override;

    /// See ConnectionForm::load.
    void edit(const ConnectionProfile& profile, const QStringList& storedSecrets = {});

    [[nodiscard]] ConnectionForm* form() const { return m_form; }

    /// Empty for one that was never saved.
    [[nodiscard]] QString connectionId() const { return m_connectionId; }

    /// The name as typed, or "New connection".
    [[nodiscard]] QString title() const;
    [[nodiscard]] Environment environment() const;
    [[nodiscard]] bool isDirty() const;

    /// Answers to saveRequested(): the form is clean now, or a sentence in the foot says why not.
    void setSaved(const ConnectionProfile& profile, const QStringList& storedSecrets);
    void setSaveFailed(const Error& error);

    /// Answers to testRequested(), in this order.
    void beginTest();
    void addTestStep(const TestStep& step);
    void setCallCount(int calls);
    void finishTest(const ConnectionTest& test);
    void setTestCancelled();

public Q_SLOTS:
    void save();
    void test();
    void revert();

Q_SIGNALS:
    /// secrets holds only those that were typed.
    void saveRequested(const millrace::ConnectionProfile& profile, const millrace::Secrets& secrets);
    void testRequested(const millrace::ConnectionProfile& profile, const millrace::Secrets& secrets);
    void testCancelRequested();
    void showCallsRequested();
    void copyAsCurlRequested();
    /// Title, environment or dirty state changed: for the tab.
    void titleChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeFoot();
    void closeFill();
    void onEdited();
    void updateFoot();

    ConnectionForm* m_form = nullptr;
    TestPanel* m_testPanel = nullptr;
    TextLabel* m_heading = nullptr;
    QPushButton* m_fillButton = nullptr;
    QLineEdit* m_fillUrl = nullptr;
    StatusGlyphLabel* m_problemGlyph = nullptr;
    TextLabel* m_problems = nullptr;
    QPushButton* m_firstProblem = nullptr;
    QPushButton* m_revertButton = nullptr;
    QPushButton* m_saveButton = nullptr;
    QPushButton* m_testButton = nullptr;
    QString m_connectionId;
    QString m_saveError;
    bool m_tested = false;
};

} // namespace millrace
