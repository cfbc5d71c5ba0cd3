// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyrun.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyRunForm)
};

FormField field(
    QLatin1StringView id, const QString& label, FieldKind kind, const QString& value = {}, const QString& help = {})
{
    FormField made{.id = id, .label = label, .kind = kind, .defaultValue = value, .help = help};
    made.section = Texts::tr("Run");
    return made;
}

FormField::Condition inModes(const QStringList& modes)
{
    return {QString(runfields::type), modes};
}

std::optional<QString> jsonObject(const QString& value, const FormValues&)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8(), &problem);
    if (value.trimmed().isEmpty() || document.isObject()) {
        return std::nullopt;
    }
    return problem.error == QJsonParseError::NoError ? Texts::tr("The gateway configuration has to be a JSON object.")
                                                     : Texts::tr("The gateway configuration is no JSON: %1 at byte %2.")
                                                           .arg(problem.errorString())
                                                           .arg(problem.offset);
}

void addPlace(std::vector<FormField>& fields, const DinkySettings& settings)
{
    const QStringList modes{u"local"_s, u"standalone"_s, u"yarn-session"_s, u"yarn-per-job"_s, u"yarn-application"_s,
        u"kubernetes-session"_s, u"kubernetes-application"_s};
    FormField type = field(runfields::type, Texts::tr("Mode"), FieldKind::Choice, u"standalone"_s);
    for (const QString& mode : modes) {
        type.options.push_back({mode, mode});
    }
    fields.push_back(type);
    FormField address = field(runfields::address, Texts::tr("Flink address"), FieldKind::Text, settings.flinkAddress,
        Texts::tr("Host and port of the JobManager, for 0.7. Local runs listen there themselves."));
    address.shownWhen = inModes({u"local"_s, u"standalone"_s, u"yarn-session"_s, u"kubernetes-session"_s});
    address.check = checks::hostAndPort;
    fields.push_back(address);
    FormField cluster = field(runfields::clusterId, Texts::tr("Cluster"), FieldKind::Number, {},
        Texts::tr("Id of a cluster instance, for 1.x and for SHOW in 0.7."));
    cluster.shownWhen = inModes({u"standalone"_s, u"yarn-session"_s, u"kubernetes-session"_s});
    fields.push_back(cluster);
    const QStringList own{u"yarn-per-job"_s, u"yarn-application"_s, u"kubernetes-application"_s};
    FormField configuration = field(runfields::clusterConfigurationId, Texts::tr("Cluster configuration"),
        FieldKind::Number, {}, Texts::tr("Its id, for 1.x."));
    configuration.shownWhen = inModes(own);
    fields.push_back(configuration);
    FormField gateway = field(runfields::gateway, Texts::tr("Gateway configuration"), FieldKind::Lines, {},
        Texts::tr("JSON with clusterConfig, flinkConfig and appConfig, for 0.7."));
    gateway.placeholder = u"{\"clusterConfig\": {\"flinkConfigPath\": \"/opt/flink/conf\"}}"_s;
    gateway.shownWhen = inModes(own);
    gateway.check = jsonObject;
    fields.push_back(gateway);
}

} // namespace

FormDescription runForm(const DinkySettings& settings, bool isOld)
{
    FormDescription form;
    form.title = Texts::tr("SQL through Dinky");
    std::vector<FormField>& fields = form.fields;
    addPlace(fields, settings);
    fields.push_back(field(runfields::jobName, Texts::tr("Name of the job"), FieldKind::Text, u"millrace"_s));
    fields.push_back(field(runfields::parallelism, Texts::tr("Parallelism"), FieldKind::Number, u"1"_s));
    fields.push_back(field(runfields::checkpoint, Texts::tr("Checkpoint every"), FieldKind::Number, u"0"_s,
        Texts::tr("Milliseconds; sent as execution.checkpointing.interval, since the server ignores its own field.")));
    fields.push_back(field(runfields::savepointPath, Texts::tr("From savepoint"), FieldKind::Text));
    fields.push_back(field(runfields::maxRows, Texts::tr("Most rows"), FieldKind::Number, u"1000"_s,
        Texts::tr("The server keeps so many rows of a query and drops the rest.")));
    fields.push_back(field(runfields::changeLog, Texts::tr("Change log"), FieldKind::Toggle, u"false"_s,
        Texts::tr("Rows with their kind: +I, -U, +U, -D.")));
    fields.push_back(field(runfields::statementSet, Texts::tr("Statement set"), FieldKind::Toggle, u"false"_s));
    fields.push_back(field(runfields::fragment, Texts::tr("Fragments"), FieldKind::Toggle, u"false"_s,
        Texts::tr("name:=value; in the text, used as ${name}.")));
    if (!isOld) {
        fields.push_back(field(runfields::variables, Texts::tr("Variables"), FieldKind::Lines, {},
            Texts::tr("name = value, one a line; used as ${name}. For 1.x.")));
    }
    fields.push_back(field(runfields::configuration, Texts::tr("Flink settings"), FieldKind::Lines, {},
        Texts::tr("name = value, one a line")));
    fields.push_back(field(runfields::idleSeconds, Texts::tr("End after quiet"), FieldKind::Seconds, u"60"_s,
        Texts::tr("Where the server does not tell the end of a query: it ends after this time without a new row.")));
    return form;
}

} // namespace millrace::dinky
