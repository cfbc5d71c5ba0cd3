// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace millrace {

class OperationsIndicator;
class StatusSegment;

/// Everything that the window's last line says. A part that is empty or unknown is not shown.
struct StatusBarState {
    QString connectionName;
    std::optional<Environment> environment;
    enum class Session { None, Opening, Open, Lost } session = Session::None;
    qint64 sessionMs = 0; ///< how long it has been open
    QString server; ///< the session in the server's words; stands in place of how long it has been open
    QString catalog;
    QString database;
    enum class RuntimeMode { Unknown, Batch, Streaming } mode = RuntimeMode::Unknown;
    int running = 0; ///< statements
    qint64 runningMs = 0; ///< of the current one
    qint64 rows = -1; ///< of the current result; -1: none
    bool rowsAreChanges = false;
    QString selection; ///< "12 cells · sum 1,203"; stands instead of rows when given
    int errors = 0;
    int warnings = 0;
    qint64 memoryBytes = -1; ///< of results
    QString timeZone;
    QString encoding; ///< "UTF-8"
    QString lineEnd; ///< "LF"
    int line = 0; ///< 0: no editor
    int column = 0;
    int notifications = 0; ///< unread
    QStringList page; ///< at most three texts of a page that takes the window, in place of what a tab has to say

    friend bool operator==(const StatusBarState&, const StatusBarState&) = default;
};

/// The window's last line. Segments that can be acted on are buttons.
class StatusBar : public QWidget {
    Q_OBJECT

public:
    explicit StatusBar(QWidget* parent = nullptr);

    void setState(const StatusBarState& state);

    [[nodiscard]] const StatusBarState& state() const { return m_state; }

    [[nodiscard]] OperationsIndicator* operations() const { return m_operations; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void connectionClicked();
    void sessionClicked();
    void catalogClicked();
    void modeClicked();
    void runningClicked();
    void problemsClicked();
    void timeZoneClicked();
    void encodingClicked();
    void positionClicked();
    void notificationsClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    StatusSegment* addSegment(const QString& name, bool right);
    [[nodiscard]] QString sessionText() const;
    [[nodiscard]] QString problemsText() const;
    [[nodiscard]] QString rowsText() const;
    void refresh();
    void dropWhatDoesNotFit();

    StatusBarState m_state;
    QHBoxLayout* m_left = nullptr;
    QHBoxLayout* m_right = nullptr;
    StatusSegment* m_connection = nullptr;
    StatusSegment* m_session = nullptr;
    StatusSegment* m_catalog = nullptr;
    StatusSegment* m_mode = nullptr;
    StatusSegment* m_running = nullptr;
    StatusSegment* m_rows = nullptr;
    StatusSegment* m_problems = nullptr;
    StatusSegment* m_memory = nullptr;
    StatusSegment* m_zone = nullptr;
    StatusSegment* m_encoding = nullptr;
    StatusSegment* m_position = nullptr;
    StatusSegment* m_bell = nullptr;
    OperationsIndicator* m_operations = nullptr;
};

} // namespace millrace
