// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apicallmodel.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QSplitter;
class QTableView;
class QToolButton;

namespace millrace {

class ApiCallFilterModel;

/// What the program asked the servers and what they answered, redacted, with each call as a curl command.
class ApiCallsView : public QWidget {
    Q_OBJECT

public:
    explicit ApiCallsView(QWidget* parent = nullptr);

    /// model outlives the view.
    void setModel(ApiCallModel* model);
    /// Selects a call, if it is still held, and scrolls to it.
    bool select(qint64 callId);

    [[nodiscard]] const ApiCall* currentCall() const;

public Q_SLOTS:
    /// Puts the current call on the clipboard as a curl command.
    void copyAsCurl();

private:
    QWidget* makeBar();
    QWidget* makeDetails();
    void refreshDetails();

    ApiCallModel* m_model = nullptr;
    ApiCallFilterModel* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_text = nullptr;
    QToolButton* m_failedOnly = nullptr;
    QToolButton* m_copy = nullptr;
    QSplitter* m_splitter = nullptr;
    QPlainTextEdit* m_request = nullptr;
    QPlainTextEdit* m_response = nullptr;
    bool m_atEnd = true;
};

} // namespace millrace
