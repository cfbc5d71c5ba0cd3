// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace millrace::dialogs {

/// The questions that stop a person. Tests find them by their object names.

enum class SaveAnswer { Save, Discard, Cancel };

/// "Save the changes to x.sql?" (object name "saveQuestion").
SaveAnswer askToSave(QWidget* parent, const QString& name);

/// A decision between action and leaving things as they are (object name "question"). True: do it.
bool ask(QWidget* parent, const QString& question, const QString& explanation, const QString& action);

QStringList openFiles(QWidget* parent, const QString& folder);
/// Log files, packed or not.
QStringList openLogs(QWidget* parent, const QString& folder);
/// A name for lines of a log; empty when the person thought better of it.
QString saveLog(QWidget* parent, const QString& suggestion);
/// A name for what a server answered; empty when the person thought better of it.
QString saveAnswer(QWidget* parent, const QString& suggestion);
/// Empty when the person thought better of it.
QString saveFile(QWidget* parent, const QString& suggestion);
QString chooseFolder(QWidget* parent, const QString& folder);

} // namespace millrace::dialogs
