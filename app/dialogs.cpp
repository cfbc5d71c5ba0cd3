// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace millrace::dialogs {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

QString sqlFilter()
{
    return Texts::tr("SQL scripts (*.sql);;All files (*)");
}

} // namespace

SaveAnswer askToSave(QWidget* parent, const QString& name)
{
    QMessageBox box(QMessageBox::Question, Texts::tr("Save changes"), Texts::tr("Save the changes to %1?").arg(name),
        QMessageBox::NoButton, parent);
    box.setObjectName(u"saveQuestion"_s);
    box.setInformativeText(Texts::tr("What is not saved now is lost."));
    QPushButton* discard = box.addButton(Texts::tr("Discard"), QMessageBox::DestructiveRole);
    box.addButton(Texts::tr("Cancel"), QMessageBox::RejectRole);
    QPushButton* save = box.addButton(Texts::tr("Save"), QMessageBox::AcceptRole);
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
    QPushButton* keep = box.addButton(Texts::tr("Keep"), QMessageBox::RejectRole);
    QPushButton* act = box.addButton(action, QMessageBox::DestructiveRole);
    box.setDefaultButton(keep);
    box.exec();
    return box.clickedButton() == act;
}

QStringList openFiles(QWidget* parent, const QString& folder)
{
    return QFileDialog::getOpenFileNames(parent, Texts::tr("Open"), folder,
        Texts::tr("SQL scripts (*.sql);;Compiled plans (*.json);;All files (*)"));
}

QStringList openLogs(QWidget* parent, const QString& folder)
{
    return QFileDialog::getOpenFileNames(parent, Texts::tr("Open log files"), folder,
        Texts::tr("Logs (*.log *.log.* *.out *.err *.txt *.json *.gz);;All files (*)"));
}

QString saveLog(QWidget* parent, const QString& suggestion)
{
    return QFileDialog::getSaveFileName(parent, Texts::tr("Save lines"), suggestion, Texts::tr("All files (*)"));
}

QString saveAnswer(QWidget* parent, const QString& suggestion)
{
    return QFileDialog::getSaveFileName(parent, Texts::tr("Save the answer"), suggestion, Texts::tr("All files (*)"));
}

QString saveFile(QWidget* parent, const QString& suggestion)
{
    QString path = QFileDialog::getSaveFileName(parent, Texts::tr("Save as"), suggestion, sqlFilter());
    if (!path.isEmpty() && !path.section(u'/', -1).contains(u'.')) {
        path += u".sql"_s;
    }
    return path;
}

QString chooseFolder(QWidget* parent, const QString& folder)
{
    return QFileDialog::getExistingDirectory(parent, Texts::tr("Open folder"), folder);
}

} // namespace millrace::dialogs
