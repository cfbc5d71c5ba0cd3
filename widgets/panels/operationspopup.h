// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operationlistmodel.h"

#include <QFrame>

class QListView;

namespace millrace {

class OperationDelegate;

/// The operations of the program in a popup: what each does, how far it is, how it ended, and a Cancel for those that
/// can be.
class OperationsPopup : public QFrame {
    Q_OBJECT

public:
    explicit OperationsPopup(QWidget* parent);

    void setModel(OperationListModel* model);
    /// Above and right-aligned with this widget.
    void popupAt(const QWidget* anchor);

protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void cancelCurrent();
    void fit();

    OperationListModel* m_model = nullptr;
    OperationDelegate* m_delegate = nullptr;
    QListView* m_list = nullptr;
    QWidget* m_empty = nullptr;
};

} // namespace millrace
