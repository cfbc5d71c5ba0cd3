// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisforms.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisTaskForm)
};

/// Lines of "name = value" as an object.
QJsonObject objectOf(const QString& lines)
{
    QJsonObject object;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (!name.isEmpty()) {
            object.insert(name, line.section(u'=', 1).trimmed());
        }
    }
    return object;
}

std::optional<QString> pairsOnly(const QString& value, const FormValues&)
{
    for (const QString& line : value.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty() && line.indexOf(u'=') < 1) {
            return Texts::tr("“%1” has no value: write name = value.").arg(line.trimmed());
        }
    }
    return std::nullopt;
}

/// The server refuses to start an engine whose parameters hold blanks.
std::optional<QString> startupPairs(const QString& value, const FormValues& all)
{
    for (const QString& line : value.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.section(u'=', 1).trimmed().contains(u' ')) {
            return Texts::tr("The value of %1 holds a blank: engines do not start with one.")
                .arg(line.section(u'=', 0, 0).trimmed());
        }
    }
    return pairsOnly(value, all);
}

std::optional<QString> typeAndVersion(const QString& value, const FormValues&)
{
    if (value.isEmpty() || (value.section(u'-', 0, 0).size() > 0 && value.section(u'-', 1).size() > 0)) {
        return std::nullopt;
    }
    return Texts::tr("“%1” has no version: write the type and the version, as in spark-3.2.1.").arg(value);
}

std::optional<QString> noDash(const QString& value, const FormValues&)
{
    if (!value.contains(u'-')) {
        return std::nullopt;
    }
    return Texts::tr("A creator holds no dash: the server would take “%1” apart there.").arg(value);
}

/// A list of what the server has, the connection's own value first, and a way to name another.
FormField choiceOf(QLatin1StringView id, const QString& label, const QString& own, const QStringList& served)
{
    FormField field{.id = id, .label = label, .kind = FieldKind::Choice, .defaultValue = own};
    if (!own.isEmpty() && !served.contains(own)) {
        const bool isUnasked = served.isEmpty();
        field.options.push_back({own, isUnasked ? own : Texts::tr("%1 (not among the server's)").arg(own)});
    }
    for (const QString& each : served) {
        field.options.push_back({each, each});
    }
    field.options.push_back({QString(taskfields::other), Texts::tr("Another…")});
    if (own.isEmpty()) {
        field.defaultValue = field.options.front().id;
    }
    return field;
}

FormField kindOfCode()
{
    FormField field{.id = taskfields::runType, .label = Texts::tr("Kind of code"), .kind = FieldKind::Choice};
    field.options = {{QString(), Texts::tr("What the engine takes")}, {u"sql"_s, u"SQL (sql)"_s},
        {u"hql"_s, u"Hive SQL (hql)"_s}, {u"fql"_s, u"Flink SQL (fql)"_s}, {u"jdbc"_s, u"JDBC (jdbc)"_s},
        {u"psql"_s, u"Presto SQL (psql)"_s}, {u"tsql"_s, u"Trino SQL (tsql)"_s},
        {u"essql"_s, u"Elasticsearch (essql)"_s}, {u"ngql"_s, u"NebulaGraph (ngql)"_s},
        {u"isql"_s, u"Impala SQL (isql)"_s}, {u"py"_s, u"PySpark (py)"_s}, {u"python"_s, u"Python (python)"_s},
        {u"scala"_s, u"Scala (scala)"_s}, {u"shell"_s, u"Shell (shell)"_s},
        {u"data_calc"_s, u"Data calculation (data_calc)"_s}};
    return field;
}

FormField linesField(QLatin1StringView id, const QString& label, const QString& help, FormField::Check check)
{
    return {.id = id, .label = label, .kind = FieldKind::Lines, .help = help, .check = std::move(check)};
}

FormField otherField(QLatin1StringView id, QLatin1StringView of, const QString& label, const QString& placeholder,
    FormField::Check check)
{
    return {.id = id,
        .label = label,
        .placeholder = placeholder,
        .shownWhen = FormField::Condition{QString(of), {QString(taskfields::other)}},
        .required = true,
        .check = std::move(check)};
}

QString chosen(const FormValues& values, QLatin1StringView id, QLatin1StringView otherId, const QString& own)
{
    const QString value = values.value(id).trimmed();
    const QString text = value == taskfields::other ? values.value(otherId).trimmed() : value;
    return text.isEmpty() ? own : text;
}

} // namespace

std::vector<FormField> taskFields(const LinkisClient& client)
{
    const LinkisSettings& settings = client.settings();
    std::vector<FormField> fields{
        choiceOf(taskfields::engine, Texts::tr("Engine"), settings.engine, client.served().engines),
        otherField(taskfields::otherEngine, taskfields::engine, Texts::tr("Type and version"), u"spark-3.2.1"_s,
            typeAndVersion),
        kindOfCode(), choiceOf(taskfields::creator, Texts::tr("Creator"), settings.creator, client.served().creators),
        otherField(taskfields::otherCreator, taskfields::creator, Texts::tr("Name"), u"IDE"_s, noDash),
        linesField(taskfields::variables, Texts::tr("Variables"),
            Texts::tr("name = value, one a line; ${name} in the code stands for the value."), pairsOnly),
        linesField(taskfields::runtime, Texts::tr("Task parameters"),
            Texts::tr("name = value, one a line. Passwords are not kept: name a data source instead, with "
                      "wds.linkis.engine.runtime.datasource."),
            pairsOnly),
        linesField(taskfields::startup, Texts::tr("Engine parameters"),
            Texts::tr("name = value, one a line; for engines that start for this script."), startupPairs)};
    for (FormField& field : fields) {
        field.section = Texts::tr("Task");
    }
    fields[0].help = client.served().engines.isEmpty() ? Texts::tr("The server has not said which engines it has.")
                                                       : Texts::tr("Type and version, as the server lists them.");
    return fields;
}

QString engineFrom(const FormValues& values, const LinkisSettings& settings)
{
    return chosen(values, taskfields::engine, taskfields::otherEngine, settings.engine);
}

TaskOrder orderFrom(const FormValues& values, const LinkisSettings& settings)
{
    TaskOrder order;
    order.engine = engineFrom(values, settings);
    order.creator = chosen(values, taskfields::creator, taskfields::otherCreator, settings.creator);
    order.runType = values.value(taskfields::runType).trimmed();
    if (order.runType.isEmpty()) {
        order.runType = runTypeOf(order.engine);
    }
    order.variables = objectOf(values.value(taskfields::variables));
    order.runtime = objectOf(values.value(taskfields::runtime));
    order.startup = objectOf(values.value(taskfields::startup));
    return order;
}

QCoro::Task<Result<void>> readServed(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    const Result<QJsonObject> data = co_await call(client, u"configuration.getCategory"_s, {}, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    client->setServed(json::servedOf(*data));
    co_return Result<void>();
}

} // namespace millrace::linkis
