// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace millrace {

/// Values of a form by the name under which somebody saved them.
using FormPresets = QMap<QString, FormValues>;

/// The line above a form that chooses saved values, saves the present ones under a name, and deletes a saved one.
class PresetRow : public QWidget {
    Q_OBJECT

public:
    explicit PresetRow(FormPresets presets, QWidget* parent = nullptr);

    /// The saved ones that the form shows; empty when it shows none.
    [[nodiscard]] QString current() const;
    /// Chooses those whose values are these, or none.
    void follow(const FormValues& values);
    /// The present values are saved under that name now.
    void keep(const QString& name, const FormValues& values);

Q_SIGNALS:
    void chosen(const millrace::FormValues& values);
    void saveRequested(const QString& name);
    void deleted(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeChoice();
    QWidget* makeNaming();
    void fill(const QString& name);
    void beginNaming();
    void endNaming(bool save);
    void deleteCurrent();

    FormPresets m_presets;
    QStackedWidget* m_stack = nullptr;
    QComboBox* m_combo = nullptr;
    QPushButton* m_delete = nullptr;
    QLineEdit* m_name = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace millrace
