// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "widgets/api/apicalllog.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace millrace {

class ActionButton;
class ApiAnswerView;
class ApiCallTree;
class ApiRequestView;
class EmptyView;
class EnvironmentBand;
class MessageBar;
class PanelHeader;
class PanelTable;
class TextLabel;

/// The API console: every documented call of a connection's system, sent by filling in a form. It knows values only; a
/// controller describes, sends and answers with the setters. What was typed lives as long as the page and nowhere else.
class ApiConsolePage : public QWidget {
    Q_OBJECT

public:
    /// A connection whose system has documented calls.
    struct Choice {
        QString id;
        QString name;
        QString system; ///< as people name it
        Environment environment = Environment::Development;
        bool readOnly = false;
    };

    explicit ApiConsolePage(QWidget* parent = nullptr);

    /// The chosen one stays, as long as it is among them.
    void setConnections(const QList<Choice>& connections);
    [[nodiscard]] QString currentConnection() const;
    /// Chooses without a person; describeRequested() follows once the page is seen.
    void setCurrentConnection(const QString& id);

    /// Answers describeRequested(); ignored when another connection is chosen by now. An empty dialect stands for the
    /// newest.
    void setDescription(const QString& connectionId, const ApiDescription& description, const QString& dialect);
    /// The same, when something went wrong with it; offers to ask again.
    void setDescribeError(const QString& connectionId, const Error& error);

    /// The connection is not what it was: its calls are asked for again. What was typed stays.
    void forgetDescription(const QString& connectionId);

    /// Answers sendRequested(): the call is on its way, and then what came of it. Cancelled is no error.
    void beginCall();
    void endCall(Result<ApiAnswer> outcome, const QString& curl);

    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Chooses a call by name; false when there is none.
    bool showCall(const QString& operationId);

    [[nodiscard]] ApiRequestView* request() const { return m_request; }

    [[nodiscard]] ApiAnswerView* answer() const { return m_answer; }

    [[nodiscard]] ApiCallLog* log() const { return m_log; }

    [[nodiscard]] MessageBar* messageBar() const { return m_bar; }

    /// How the page is divided between calls, form, answer and the last calls.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

public Q_SLOTS:
    void send();

Q_SIGNALS:
    void describeRequested(const QString& connectionId);
    void sendRequested(const millrace::ApiRequest& request);
    void cancelRequested();
    /// The answer that is shown, whole; answer with a file dialog.
    void saveRequested();
    void addConnectionRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeCallsPanel();
    QWidget* makeLogPanel();
    QWidget* makeRight();
    QWidget* makeFoot();
    void connectParts();
    void askForDescription();
    void showCurrentCall();
    void retry(const QString& what);
    void recall(int row);
    void forgetAll();
    void updateFoot();
    void updateCentre();
    [[nodiscard]] const Choice* choice() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString keyOf(const QString& operationId) const;

    QList<Choice> m_choices;
    QString m_shown; ///< key and version of the call whose form is there: it is not made anew under a person's hands
    QString m_described; ///< the connection whose calls the tree shows
    QHash<QString, ApiTyped> m_typed; ///< by connection and call
    std::optional<ApiSent> m_recalled; ///< waits for the description of its connection
    ApiSent m_pending; ///< on its way while running
    bool m_running = false;

    QList<QSplitter*> m_splitters; ///< in the order of the saved state
    EnvironmentBand* m_band = nullptr;
    MessageBar* m_bar = nullptr;
    QComboBox* m_connections = nullptr;
    PanelHeader* m_header = nullptr;
    ApiCallTree* m_tree = nullptr;
    ApiCallLog* m_log = nullptr;
    PanelTable* m_calls = nullptr;
    QStackedWidget* m_centre = nullptr;
    EmptyView* m_empty = nullptr;
    ApiRequestView* m_request = nullptr;
    ApiAnswerView* m_answer = nullptr;
    ActionButton* m_send = nullptr;
    QPushButton* m_cancel = nullptr;
    TextLabel* m_reason = nullptr;
};

} // namespace millrace
