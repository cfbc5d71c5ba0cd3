// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace millrace::dialogs {

using namespace Qt::StringLiterals;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("Dialogs", source);
}

QString sqlFilter()
{
    return text("SQL scripts (*.sql);;All files (*)");
}

} // namespace

SaveAnswer askToSave(QWidget* parent, const QString& name)
{
    QMessageBox box(QMessageBox::Question, text("Save changes"), text("Save the changes to %1?").arg(name),
        QMessageBox::NoButton, parent);
    box.setObjectName(u"saveQuestion"_s);
    box.setInformativeText(text("What is not saved now is lost."));
    QPushButton* discard = box.addButton(text("Discard"), QMessageBox::DestructiveRole);
    box.addButton(text("Cancel"), QMessageBox::RejectRole);
    QPushButton* save = box.addButton(text("Save"), QMessageBox::AcceptRole);
    box.setDefaultButton(save);
    box.exec();
    if (box.clickedButton() == save) {
        return SaveAnswer::Save;
    }
    return box.clickedButton() == discard ? SaveAnswer::Discard : SaveAnswer::Cancel;
}

bool ask(QWidget* parent, const QString& question, const QString& explanation, const QString& action)
{
    QMessageBox box(QMessageBox::Question, u"Millrace"_s, question, QMessageBox::NoButton, parent);
    box.setObjectName(u"question"_s);
    box.setInformativeText(explanation);
    QPushButton* cancel = box.addButton(text("Cancel"), QMessageBox::RejectRole);
    QPushButton* act = box.addButton(action, QMessageBox::DestructiveRole);
    box.setDefaultButton(cancel);
    box.exec();
    return box.clickedButton() == act;
}

QStringList openFiles(QWidget* parent, const QString& folder)
{
    return QFileDialog::getOpenFileNames(parent, text("Open"), folder, sqlFilter());
}

QString saveFile(QWidget* parent, const QString& suggestion)
{
    QString path = QFileDialog::getSaveFileName(parent, text("Save as"), suggestion, sqlFilter());
    if (!path.isEmpty() && !path.section(u'/', -1).contains(u'.')) {
        path += u".sql"_s;
    }
    return path;
}

QString chooseFolder(QWidget* parent, const QString& folder)
{
    return QFileDialog::getExistingDirectory(parent, text("Open folder"), folder);
}

} // namespace millrace::dialogs
