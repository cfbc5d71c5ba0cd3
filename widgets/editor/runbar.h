// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QComboBox>
#include <QWidget>

#include <optional>
#include <vector>

class QMenu;
class QPushButton;
class QToolButton;

namespace millrace {

class ActionButton;
class SegmentedControl;
class Separator;
class TextLabel;

/// What a run bar shows; setState() derives everything from it.
struct RunBarState {
    struct Choice {
        QString id;
        QString text;
        std::optional<Environment> environment;
        QString toolTip;

        friend bool operator==(const Choice&, const Choice&) = default;
    };

    std::vector<Choice> connections;
    QString connection; ///< id; empty: none chosen
    QStringList catalogs;
    QString catalog; ///< empty: not known yet
    QStringList databases;
    QString database;
    bool submits = false; ///< the connection runs nothing: Run submits the text as a job, and the rest is hidden
    QString language; ///< shown when it is no SQL
    bool hasPlace = true; ///< false: sessions have no catalog, database and mode to choose
    bool explains = true; ///< false: the widgets of callers beside Cancel are hidden
    QString session; ///< what sessions are opened with, in short; a button that leads to their form. Empty: no button
    bool canRun = false;
    QString runReason; ///< why it cannot run: the tooltip of Run
    bool canCancel = false;
    bool cancelling = false;
    bool canChooseCatalog = false;
    bool streaming = true;
    bool canChooseMode = true;
    qint64 rowCap = 100'000; ///< 0: no cap

    friend bool operator==(const RunBarState&, const RunBarState&) = default;
};

/// The bar above an editor: Run, Cancel, where to run, how. A pure view: it holds no state of its own.
class RunBar : public QWidget {
    Q_OBJECT

public:
    explicit RunBar(QWidget* parent = nullptr);
    ~RunBar() override;

    void setState(const RunBarState& state);

    [[nodiscard]] const RunBarState& state() const { return m_state; }

    /// Key texts shown in the buttons; empty hides them.
    void setHints(const QString& run, const QString& cancel);
    /// What ⋮ opens; not owned.
    void setMenu(QMenu* menu);
    /// A widget of the caller between Cancel and the connection ("Explain"); owned by the bar from now on.
    void addWidget(QWidget* widget);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runRequested();
    void cancelRequested();
    void connectionChosen(const QString& id);
    void catalogChosen(const QString& catalog);
    void databaseChosen(const QString& database);
    void streamingChosen(bool streaming);
    void rowCapChosen(qint64 rows);
    void sessionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildButtons();
    void buildChoices();
    void fitTexts();
    void fillConnections();
    void readRowCap();

    RunBarState m_state;
    ActionButton* m_run = nullptr;
    ActionButton* m_cancel = nullptr;
    QComboBox* m_connection = nullptr;
    QPushButton* m_session = nullptr;
    std::vector<QWidget*> m_added; ///< of callers
    QComboBox* m_catalog = nullptr;
    QComboBox* m_database = nullptr;
    SegmentedControl* m_mode = nullptr;
    QWidget* m_modeGap = nullptr;
    QWidget* m_rowCapGap = nullptr;
    TextLabel* m_language = nullptr;
    TextLabel* m_rowCapLabel = nullptr;
    QComboBox* m_rowCap = nullptr;
    QToolButton* m_more = nullptr;
    class QHBoxLayout* m_layout = nullptr;
};

} // namespace millrace
