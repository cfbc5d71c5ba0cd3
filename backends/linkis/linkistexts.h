// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// What Linkis says, for people.
namespace millrace::linkis::texts {

/// "text in English(中文)" in the language of the program; other texts as they are.
QString inOneLanguage(const QString& text);

/// One sentence for a task's error: without the code and the class of the exception before it, and for codes that
/// servers explain in Chinese only, ours. Empty when the text is.
QString sentenceOf(const QString& code, const QString& errorText);

/// What to do about a code; empty when there is nothing better than reading the log.
QString adviceFor(const QString& code);

/// The jobs or stages of a progress answer in one line: "job-1: 2 of 10 done, 5 running · job-2: …". Empty without any.
QString stagesText(const QJsonObject& data);

} // namespace millrace::linkis::texts
