// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/runform.h"

#include "backends/dinky/dinkyrun.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyRunForm)
};

using Fields = std::vector<FormField>;

const QStringList s_sessions{u"standalone"_s, u"yarn-session"_s, u"kubernetes-session"_s};
const QStringList s_yarn{u"yarn-per-job"_s, u"yarn-application"_s};
const QStringList s_kubernetes{u"kubernetes-application"_s};

/// Modes in which the server makes a cluster of its own for the job.
QStringList ownClusters()
{
    return s_yarn + s_kubernetes + QStringList{u"kubernetes-application-operator"_s};
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

/// Lines of "name = value".
std::optional<QString> settingLines(const QString& value, const FormValues&)
{
    for (const QString& line : value.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty() && line.section(u'=', 0, 0).trimmed() == line.trimmed()) {
            return Texts::tr("%1 has no value: write name = value, one a line.").arg(line.trimmed());
        }
        if (line.section(u'=', 0, 0).trimmed().isEmpty()) {
            return Texts::tr("%1 has no name: write name = value, one a line.").arg(line.trimmed());
        }
    }
    return std::nullopt;
}

std::optional<QString> serverPath(const QString& value, const FormValues&)
{
    if (value.startsWith(u'/') || value.contains("://"_L1)) {
        return std::nullopt;
    }
    return Texts::tr("%1 is no whole path: begin it with / or with a scheme like hdfs://.").arg(value);
}

/// What a cluster of its own cannot do without, which the fields or the JSON may give.
bool hasClusterPath(const FormValues& all, QLatin1StringView fieldId, QLatin1StringView key)
{
    const QJsonObject json = QJsonDocument::fromJson(all.value(runfields::gateway).toUtf8()).object();
    return !all.value(fieldId).trimmed().isEmpty()
        || !json.value("clusterConfig"_L1).toObject().value(key).toString().isEmpty();
}

std::optional<QString> gatewayComplete(const QString& mode, const FormValues& all)
{
    const bool isJar = all.value(submitfields::what) == "jar"_L1;
    if (isJar && !mode.endsWith("-application"_L1)) {
        return Texts::tr("A jar runs in yarn-application or kubernetes-application: choose one of them.");
    }
    if (!ownClusters().contains(mode)) {
        return std::nullopt;
    }
    if (!hasClusterPath(all, gatewayfields::flinkConfigPath, "flinkConfigPath"_L1)) {
        return Texts::tr("%1 needs the folder of a Flink configuration: fill it in below.").arg(mode);
    }
    if (s_yarn.contains(mode) && !hasClusterPath(all, gatewayfields::yarnConfigPath, "yarnConfigPath"_L1)) {
        return Texts::tr("%1 needs the folder of a YARN configuration: fill it in below.").arg(mode);
    }
    return std::nullopt;
}

/// 1.x takes clusters and their configurations by id; a task that is given by its id brings its own.
std::optional<QString> clusterComplete(const QString& mode, const FormValues& all)
{
    if (!all.value(submitfields::task).trimmed().isEmpty()) {
        return std::nullopt;
    }
    if (s_sessions.contains(mode) && all.value(runfields::clusterId).trimmed().isEmpty()) {
        return Texts::tr("%1 needs a cluster: choose one below, or run it as local.").arg(mode);
    }
    if (ownClusters().contains(mode) && all.value(runfields::clusterConfigurationId).trimmed().isEmpty()) {
        return Texts::tr("%1 needs a cluster configuration: choose one below.").arg(mode);
    }
    return std::nullopt;
}

FormField field(QLatin1StringView id, const QString& label, FieldKind kind = FieldKind::Text, const QString& value = {},
    const QString& help = {})
{
    return {.id = id, .label = label, .kind = kind, .defaultValue = value, .help = help};
}

FormField toggle(QLatin1StringView id, const QString& label, const QString& caption)
{
    FormField made = field(id, label, FieldKind::Toggle, u"false"_s);
    made.caption = caption;
    return made;
}

FormField lines(QLatin1StringView id, const QString& label, const QString& placeholder, const QString& help = {})
{
    FormField made = field(id, label, FieldKind::Lines, {}, help);
    made.placeholder = placeholder;
    made.check = settingLines;
    return made;
}

FormField number(QLatin1StringView id, const QString& label, const QString& value, qint64 least, qint64 most)
{
    FormField made = field(id, label, FieldKind::Number, value);
    made.check = checks::wholeNumber(least, most);
    return made;
}

/// A list where the server gave one, a number to fill in otherwise.
FormField chosen(QLatin1StringView id, const QString& label, const Offers::Options& options, const QString& help)
{
    FormField made = field(id, label, FieldKind::Number, {}, help);
    if (!options.empty()) {
        made.kind = FieldKind::Choice;
        made.help.clear();
        made.options = options;
        made.options.insert(made.options.begin(), {QString(), Texts::tr("none")});
    }
    return made;
}

void add(Fields& fields, FormField made, const QString& section, std::optional<FormField::Condition> when = {})
{
    made.section = section;
    if (when) {
        made.shownWhen = std::move(when);
    }
    fields.push_back(std::move(made));
}

void addPlace(Fields& fields, const DinkyClient& client)
{
    const QString section = Texts::tr("Where it runs");
    const bool known = !client.dialect().isEmpty();
    const bool isNew = known && !client.isOld();
    QStringList modes = QStringList{u"local"_s} + s_sessions + s_yarn + s_kubernetes;
    if (isNew) {
        modes.append(u"kubernetes-application-operator"_s);
    }
    const Offers& offers = client.offers();
    // A server without any cluster runs what it is given itself.
    const bool hasNone = isNew && client.isLoggedIn() && offers.clusters.empty();
    FormField type =
        field(runfields::type, Texts::tr("Mode"), FieldKind::Choice, hasNone ? u"local"_s : u"standalone"_s);
    for (const QString& mode : std::as_const(modes)) {
        type.options.push_back({mode, mode});
    }
    if (known) {
        type.check = client.isOld() ? gatewayComplete : clusterComplete;
    }
    add(fields, type, section);
    if (!isNew) {
        const QString given = client.settings().flinkAddress;
        FormField address = field(runfields::address, Texts::tr("Flink address"), FieldKind::Text,
            given.isEmpty() ? offers.firstAddress : given,
            Texts::tr("Host and port of the JobManager as Dinky reaches it; a local run listens there itself."));
        address.placeholder = u"127.0.0.1:8081"_s;
        address.check = checks::hostAndPort;
        add(fields, address, section, inModes(QStringList{u"local"_s} + s_sessions));
    }
    FormField cluster = chosen(runfields::clusterId, Texts::tr("Cluster"), offers.clusters,
        client.isOld() ? Texts::tr("Id of a cluster instance: for the rows of SHOW and DESCRIBE.")
                       : Texts::tr("Id of a cluster instance, as Servers lists them."));
    if (client.isOld() && cluster.help.isEmpty()) {
        cluster.help = Texts::tr("For the rows of SHOW and DESCRIBE.");
    }
    cluster.defaultValue = offers.firstCluster;
    add(fields, cluster, section, inModes(s_sessions));
    if (!known || isNew) {
        FormField configuration = chosen(runfields::clusterConfigurationId, Texts::tr("Cluster configuration"),
            offers.configurations, Texts::tr("Its id, as Servers lists them."));
        add(fields, configuration, section, inModes(ownClusters()));
    }
}

void addGateway(Fields& fields)
{
    using namespace gatewayfields;
    const QString section = Texts::tr("Gateway configuration");
    const auto own = inModes(s_yarn + s_kubernetes);
    FormField config = field(flinkConfigPath, Texts::tr("Flink configuration"), FieldKind::Text, {},
        Texts::tr("Folder with flink-conf.yaml, on the server of Dinky."));
    config.placeholder = u"/opt/flink/conf"_s;
    config.check = serverPath;
    add(fields, config, section, own);
    FormField library = field(flinkLibPath, Texts::tr("Flink libraries"));
    library.placeholder = u"hdfs:///flink/lib"_s;
    library.check = serverPath;
    add(fields, library, section, inModes(s_yarn));
    FormField yarn = field(yarnConfigPath, Texts::tr("YARN configuration"), FieldKind::Text, {},
        Texts::tr("Folder with yarn-site.xml, on the server of Dinky."));
    yarn.placeholder = u"/etc/hadoop"_s;
    yarn.check = serverPath;
    add(fields, yarn, section, inModes(s_yarn));
    add(fields, field(queue, Texts::tr("YARN queue")), section, inModes(s_yarn));
    add(fields, field(appId, Texts::tr("YARN application")), section, inModes({u"yarn-session"_s}));
    FormField space = field(kubernetesNamespace, Texts::tr("Namespace"));
    space.placeholder = u"default"_s;
    add(fields, space, section, inModes(s_kubernetes));
    add(fields, field(kubernetesCluster, Texts::tr("Cluster id")), section, inModes(s_kubernetes));
    FormField container = field(image, Texts::tr("Container image"));
    container.placeholder = u"flink:1.17"_s;
    add(fields, container, section, inModes(s_kubernetes));
    add(fields, field(serviceAccount, Texts::tr("Service account")), section, inModes(s_kubernetes));
    add(fields, lines(configuration, Texts::tr("Cluster settings"), u"taskmanager.memory.process.size = 2g"_s), section,
        own);
    FormField more = field(runfields::gateway, Texts::tr("More as JSON"), FieldKind::Lines, {},
        Texts::tr("What the fields above have no place for; they win."));
    more.placeholder = u"{\"flinkConfig\": {\"jobName\": \"orders\"}}"_s;
    more.check = jsonObject;
    add(fields, more, section, own);
}

void addJob(Fields& fields, bool hasVariables)
{
    const QString section = Texts::tr("Job");
    add(fields, field(runfields::jobName, Texts::tr("Name of the job"), FieldKind::Text, u"millrace"_s), section);
    add(fields, number(runfields::parallelism, Texts::tr("Parallelism"), u"1"_s, 1, 32'768), section);
    FormField checkpoint = number(runfields::checkpoint, Texts::tr("Checkpoint every"), u"0"_s, 0, 86'400'000);
    checkpoint.caption = Texts::tr("ms, 0 for none");
    checkpoint.help =
        Texts::tr("Sent as execution.checkpointing.interval too, since the server ignores its own field.");
    add(fields, checkpoint, section);
    FormField savepoint = field(runfields::savepointPath, Texts::tr("From savepoint"));
    savepoint.placeholder = u"hdfs:///flink/savepoints/savepoint-…"_s;
    add(fields, savepoint, section);
    FormField rows = number(runfields::maxRows, Texts::tr("Most rows"), u"1000"_s, 1, 1'000'000);
    rows.help = Texts::tr("The server keeps so many rows of a query and drops the rest.");
    add(fields, rows, section);
    add(fields,
        toggle(runfields::changeLog, Texts::tr("Change log"), Texts::tr("Rows with their kind: +I, -U, +U, -D")),
        section);
    add(fields,
        toggle(runfields::statementSet, Texts::tr("Statement set"), Texts::tr("All INSERTs of the text as one job")),
        section);
    add(fields,
        toggle(runfields::fragment, Texts::tr("Fragments"), Texts::tr("name:=value; in the text, used as ${name}")),
        section);
    if (hasVariables) {
        add(fields,
            lines(runfields::variables, Texts::tr("Variables"), u"day = 2026-11-23"_s, Texts::tr("Used as ${name}.")),
            section);
    }
    add(fields, lines(runfields::configuration, Texts::tr("Flink settings"), u"table.exec.mini-batch.enabled = true"_s),
        section);
    FormField idle = field(runfields::idleSeconds, Texts::tr("End after quiet"), FieldKind::Seconds, u"60"_s,
        Texts::tr("Where the server does not tell the end of a query: it ends after this time without a new row."));
    add(fields, idle, section);
}

void addJar(Fields& fields)
{
    using namespace gatewayfields;
    const QString section = Texts::tr("Jar");
    const FormField::Condition isJar{QString(submitfields::what), {u"jar"_s}};
    FormField path = field(jarPath, Texts::tr("Jar"), FieldKind::Text, {}, Texts::tr("As the cluster reaches it."));
    path.placeholder = u"hdfs:///jars/orders.jar"_s;
    path.required = true;
    path.check = serverPath;
    add(fields, path, section, isJar);
    add(fields, field(jarClass, Texts::tr("Main class")), section, isJar);
    FormField arguments = field(jarArguments, Texts::tr("Arguments"), FieldKind::Lines, {}, Texts::tr("One a line."));
    add(fields, arguments, section, isJar);
}

} // namespace

FormDescription runForm(const DinkyClient& client)
{
    FormDescription form;
    form.title = Texts::tr("SQL through Dinky");
    addPlace(form.fields, client);
    const bool isNew = !client.dialect().isEmpty() && !client.isOld();
    if (!isNew) {
        addGateway(form.fields);
    }
    addJob(form.fields, !client.isOld());
    return form;
}

FormDescription submitForm(const DinkyClient& client)
{
    FormDescription form = runForm(client);
    form.title = Texts::tr("Job on Dinky");
    const bool isNew = !client.dialect().isEmpty() && !client.isOld();
    // The savepoint to start from is asked for beside the form; rows of a job are not read.
    std::erase_if(form.fields, [](const FormField& each) {
        return each.id == runfields::savepointPath || each.id == runfields::maxRows || each.id == runfields::changeLog
            || each.id == runfields::idleSeconds;
    });
    const QString section = Texts::tr("What is submitted");
    FormField what = field(submitfields::what, Texts::tr("Submit"), FieldKind::Segments, u"text"_s);
    what.options = {{u"text"_s, Texts::tr("This text")}, {u"task"_s, Texts::tr("A task of the server")}};
    if (!isNew) {
        what.options.push_back({u"jar"_s, Texts::tr("A jar")});
    }
    const FormField::Condition ofText{what.id, {u"text"_s}};
    const FormField::Condition ofTask{what.id, {u"task"_s}};
    for (FormField& each : form.fields) {
        if (each.shownWhen) {
            continue;
        }
        each.shownWhen = ofText;
        if (each.id == runfields::variables) {
            each.shownWhen = FormField::Condition{what.id, {u"text"_s, u"task"_s}};
        } else if (each.id == runfields::type || each.id == runfields::jobName) {
            each.shownWhen = FormField::Condition{what.id, {u"text"_s, u"jar"_s}};
        }
    }
    Fields first;
    add(first, what, section);
    FormField task = chosen(
        submitfields::task, Texts::tr("Task"), client.offers().tasks, Texts::tr("Its id, as Servers lists them."));
    add(first, task, section, ofTask);
    add(first, toggle(submitfields::again, Texts::tr("Again"), Texts::tr("Also while it runs: it runs twice then")),
        section, ofTask);
    if (!client.isOld()) {
        FormField folder = field(submitfields::folder, Texts::tr("Folder"), FieldKind::Number, u"0"_s,
            Texts::tr("Dinky 1.x makes a task of the text, in this folder."));
        if (!client.offers().folders.empty()) {
            folder.kind = FieldKind::Choice;
            folder.options = client.offers().folders;
        }
        add(first, folder, section, ofText);
    }
    form.fields.insert(form.fields.begin(), first.begin(), first.end());
    if (!isNew) {
        addJar(form.fields);
    }
    return form;
}

} // namespace millrace::dinky
