// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/planfile.h"

#include "backends/flink/planjson.h"
#include "backends/flink/plantext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FlinkPlan)
};

tl::unexpected<Error> noPlan(const QString& detail = {})
{
    return failure(ErrorKind::Usage,
        Texts::tr("This is no plan: give a compiled plan, a JSON execution plan, the plan of a job or the text of "
                  "EXPLAIN."),
        detail);
}

Result<Explanation> fromJson(const QJsonObject& object, const QByteArray& bytes)
{
    const QJsonObject first = object[u"nodes"].toArray().at(0).toObject();
    Result<Graph> graph;
    QString title = u"Compiled Plan"_s;
    if (object[u"plan"].isObject() || first.contains(u"operator_strategy") || first.contains(u"inputs")) {
        graph = planjson::jobPlan(object);
        title = u"Job Plan"_s;
    } else if (first.contains(u"contents") || first.contains(u"pact")) {
        graph = planjson::executionPlan(object);
        title = u"Physical Execution Plan"_s;
    } else if (object[u"flinkVersion"].isString() || !first.contains(u"parallelism")) {
        graph = planjson::compiledPlan(object);
    } else {
        graph = planjson::ownPlan(object);
        title = u"Plan"_s;
    }
    if (!graph) {
        return noPlan(graph.error().message);
    }
    Explanation explanation;
    explanation.graph = std::move(*graph);
    explanation.json = QString::fromUtf8(bytes);
    explanation.texts.push_back({title, explanation.json});
    return explanation;
}

/// The SQL client's tableau puts "| " before the lines of a cell that has many.
QString withoutFrame(const QString& text)
{
    if (text.startsWith("== "_L1) || !text.contains("== "_L1)) {
        return text;
    }
    QStringList lines;
    for (QString line : text.split(u'\n')) {
        if (line.startsWith("| "_L1)) {
            line = line.sliced(2).trimmed();
        }
        while (line.endsWith(u'|') || line.endsWith(u' ') || line.endsWith(u'\r')) {
            line.chop(1);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace

Result<Explanation> readPlanFile(const QByteArray& bytes)
{
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &problem);
    if (json.isObject()) {
        return fromJson(json.object(), bytes);
    }
    const QString text = QString::fromUtf8(bytes);
    if (text.trimmed().startsWith(u'{') || json.isArray()) {
        return noPlan(problem.errorString());
    }
    if (!text.contains("== "_L1)) {
        return noPlan();
    }
    Result<Explanation> explanation = readExplanation(withoutFrame(text));
    return explanation ? explanation : Result<Explanation>(noPlan(explanation.error().message));
}

} // namespace millrace::flink
