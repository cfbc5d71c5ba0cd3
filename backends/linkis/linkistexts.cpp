// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkistexts.h"

#include "backends/http/loosejson.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::linkis::texts {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisTexts)
};

bool hasChinese(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

QString inOneLanguage(const QString& text)
{
    // The last pair of brackets, when what stands in it is Chinese and what stands before it is not.
    static const QRegularExpression s_both(
        u"^(.*?)\\s*[(（]([^()（）]*)[)）]\\s*([!！.。]?)\\s*$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = s_both.match(text);
    if (!match.hasMatch() || !hasChinese(match.captured(2)) || hasChinese(match.captured(1))
        || match.captured(1).isEmpty()) {
        return text;
    }
    return QLocale().language() == QLocale::Chinese ? match.captured(2) : match.captured(1);
}

QString sentenceOf(const QString& code, const QString& errorText)
{
    if (code == "31001"_L1) {
        return Texts::tr("The task was killed.");
    }
    if (code == "31002"_L1 || errorText.startsWith(u"您提交的EngineTypeLabel没有对应的引擎版本"_s)) {
        return Texts::tr("The server has no engine of this type and version.");
    }
    // "21304, Task is Failed,errorMsg: table nope not found\n…"
    static const QRegularExpression s_prefix(
        u"^\\d{4,6}\\s*,\\s*(?:Task is Failed\\s*,?\\s*)?(?:errorMsg\\s*:\\s*)?"_s);
    static const QRegularExpression s_coded(u"^errCode\\s*:\\s*\\d+\\s*,\\s*desc\\s*:\\s*"_s);
    static const QRegularExpression s_class(u"^(?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error)\\s*:\\s*"_s);
    const QString text = QString(errorText).remove(s_prefix).remove(s_coded).remove(s_class);
    QString sentence;
    for (const QString& line : text.split(u'\n')) {
        const QString said = line.simplified();
        if (!said.isEmpty()) {
            sentence += sentence.isEmpty() ? said : u' ' + said;
            if (!said.endsWith(u':')) { // "run shell failed with error:" is told by the next line
                break;
            }
        }
    }
    return inOneLanguage(sentence);
}

QString adviceFor(const QString& code)
{
    const QHash<QString, QString> advice{
        {u"31002"_s, Texts::tr("Choose an engine that the server lists, under Run › Session.")},
        {u"50081"_s,
            Texts::tr("Servers refuse scripts that hold certain words (for shell among them “for” and “rm -rf”): "
                      "write it another way, or ask who runs the server.")},
        {u"50080"_s, Texts::tr("The task must run as the user who logged in: look at user and proxy user.")},
        {u"50079"_s, Texts::tr("Choose a creator without a dash.")},
        {u"20503"_s, Texts::tr("The server tries the task again by itself.")},
        {u"12003"_s, Texts::tr("No engine could be started: look at the engines under Servers, and at their logs.")},
        {u"80010"_s,
            Texts::tr("Ask who runs the server to keep results in folders of their users "
                      "(linkis.entrance.enable.hdfs.res.dir.private).")}};
    return advice.value(code);
}

QString stagesText(const QJsonObject& data)
{
    QStringList stages;
    for (const QJsonValue& value : data.value("progressInfo"_L1).toArray()) {
        const QJsonObject stage = value.toObject();
        const qint64 running = numberOf(stage.value("runningTasks"_L1));
        const qint64 failed = numberOf(stage.value("failedTasks"_L1));
        QString text = Texts::tr("%1: %2 of %3 done")
                           .arg(textOf(stage.value("id"_L1)), textOf(stage.value("succeedTasks"_L1)),
                               textOf(stage.value("totalTasks"_L1)));
        text += running > 0 ? Texts::tr(", %1 running").arg(running) : QString();
        text += failed > 0 ? Texts::tr(", %1 failed").arg(failed) : QString();
        stages.append(text);
    }
    return stages.join(u" · "_s);
}

} // namespace millrace::linkis::texts
