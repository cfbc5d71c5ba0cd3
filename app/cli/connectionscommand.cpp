// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/connectionscommand.h"

#include "app/cli/arguments.h"
#include "app/cli/connectionopener.h"
#include "app/cli/connectiontexts.h"
#include "app/cli/console.h"
#include "app/cli/eventloop.h"
#include "app/cli/exitstatus.h"
#include "app/cli/interrupts.h"
#include "app/cli/output.h"
#include "storage/connectionstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <functional>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ConnectionsCommand)
};

int print(const QString& text)
{
    auto output = Output::open({});
    (*output)->write(text);
    if (const auto written = (*output)->commit(); !written) {
        complain(written.error());
        return Failed;
    }
    return Done;
}

int fail(const Error& error)
{
    complain(error);
    return exitStatusOf(error);
}

/// Runs a task in an event loop of its own and gives the status that it ends with.
int execute(const std::function<QCoro::Task<int>()>& start)
{
    int status = Failed;
    const auto drive = [](const std::function<QCoro::Task<int>()>& task, int& result) -> QCoro::Task<void> {
        result = co_await task();
        QCoreApplication::exit();
    };
    QObject context;
    QTimer::singleShot(0, &context, [&] { drive(start, status); });
    runEventLoop();
    return status;
}

int list(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Lists the saved connections."));
    parser.addOption({u"format"_s, Texts::tr("table or json."), u"table|json"_s, u"table"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, u"connections list"_s, u"format"_s, {u"table"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrongUsage(
            u"connections list"_s, Texts::tr("“%1” is too much.").arg(parser.positionalArguments().constFirst()));
    }
    const auto saved = SavedConnections::open();
    if (!saved) {
        return fail(saved.error());
    }
    const auto& all = saved->store->all();
    return print(*format == u"json" ? connectionsAsJson(all) : connectionsAsTable(all));
}

/// The secrets that --secret names, one line of stdin each.
Result<Secrets> readSecrets(const QStringList& fields, const Backend& backend)
{
    Secrets secrets;
    const QStringList known = secretFields(backend);
    for (const QString& field : fields) {
        if (!known.contains(field)) {
            return failure(ErrorKind::Usage,
                Texts::tr("%1 is no secret of this system; it has %2.").arg(field, known.join(u", "_s)));
        }
        const auto secret = readSecret(field);
        if (!secret) {
            return failure(ErrorKind::Usage, Texts::tr("No line on stdin holds the secret %1.").arg(field));
        }
        secrets.insert(field, *secret);
    }
    return secrets;
}

Result<ConnectionProfile> newProfile(const QCommandLineParser& parser, const Backend& backend)
{
    ConnectionProfile profile;
    profile.name = parser.positionalArguments().constFirst();
    profile.system = backend.id();
    profile.environment = environmentFromId(parser.value(u"environment"_s));
    profile.readOnly = parser.isSet(u"read-only"_s);
    const FormDescription form = backend.form();
    profile.values = form.defaults();
    const QString url = parser.value(u"url"_s);
    profile.values.insert(backend.valuesForUrl(url.contains(u"://"_s) ? url : u"http://"_s + url));
    for (const QString& setting : parser.values(u"set"_s)) {
        const QString id = setting.section(u'=', 0, 0).trimmed();
        const FormField* field = form.field(id);
        if (!field || !setting.contains(u'=')) {
            return failure(
                ErrorKind::Usage, Texts::tr("--set needs FIELD=VALUE, and “%1” names no field.").arg(setting));
        }
        if (field->kind == FieldKind::Secret) {
            return failure(ErrorKind::Usage,
                Texts::tr("%1 is a secret and must not stand in an argument: use --secret %1 or MILLRACE_SECRET_….")
                    .arg(id));
        }
        profile.values.insert(id, setting.section(u'=', 1));
    }
    const QMap<QString, QString> problems = form.problems(profile.values);
    for (auto problem = problems.begin(); problem != problems.end(); ++problem) {
        // A required secret may come from the environment later.
        if (const FormField* field = form.field(problem.key()); field && field->kind != FieldKind::Secret) {
            return failure(ErrorKind::Usage, u"%1: %2"_s.arg(problem.key(), problem.value()));
        }
    }
    return profile;
}

int add(const QStringList& arguments, const BackendRegistry& backends)
{
    const QString command = u"connections add"_s;
    QStringList systems;
    for (const Backend* backend : backends.all()) {
        systems << backend->id();
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Saves a connection."));
    parser.addPositionalArgument(u"NAME"_s, Texts::tr("What the connection shall be called."));
    parser.addOption({u"url"_s, Texts::tr("The address of the server."), u"URL"_s});
    parser.addOption({u"system"_s, Texts::tr("One of %1.").arg(systems.join(u", "_s)), u"SYSTEM"_s, u"flink"_s});
    parser.addOption({u"environment"_s, Texts::tr("dev, test or prod."), u"ENVIRONMENT"_s, u"dev"_s});
    parser.addOption({u"read-only"_s, Texts::tr("Refuses statements that change anything.")});
    parser.addOption(
        {u"set"_s, Texts::tr("Another field of the connection's form; may be given several times."), u"FIELD=VALUE"_s});
    parser.addOption(
        {u"secret"_s, Texts::tr("Reads this secret field from the next line of stdin into the keychain."), u"FIELD"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto system = choiceOf(parser, command, u"system"_s, systems);
    const auto environment = choiceOf(parser, command, u"environment"_s, {u"dev"_s, u"test"_s, u"prod"_s});
    if (!system || !environment) {
        return Usage;
    }
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"url"_s)) {
        return wrongUsage(command, Texts::tr("Give the connection a NAME and its --url."));
    }
    const Backend* backend = backends.find(*system);
    const auto profile = newProfile(parser, *backend);
    const auto secrets = profile ? readSecrets(parser.values(u"secret"_s), *backend) : Result<Secrets>();
    if (!profile || !secrets) {
        return fail(profile ? secrets.error() : profile.error());
    }
    const auto saved = SavedConnections::open();
    if (!saved) {
        return fail(saved.error());
    }
    if (const auto problem = saved->store->nameProblem(profile->name, {})) {
        return wrongUsage(command, *problem);
    }
    const auto kept = saved->store->save(*profile);
    if (!kept) {
        return fail(kept.error());
    }
    if (secrets->isEmpty()) {
        return Done;
    }
    return execute([&]() { return keepSecrets(kept->id, *secrets); });
}

int remove(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Forgets a saved connection and its secrets."));
    parser.addPositionalArgument(u"NAME"_s, Texts::tr("The connection."));
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(u"connections remove"_s, Texts::tr("Give the NAME of one connection."));
    }
    const auto saved = SavedConnections::open();
    if (!saved) {
        return fail(saved.error());
    }
    const auto profile = findProfile({.name = parser.positionalArguments().constFirst()}, backends);
    if (!profile) {
        return fail(profile.error());
    }
    if (const auto removed = saved->store->remove(profile->id); !removed) {
        return fail(removed.error());
    }
    const Backend* backend = backends.find(profile->system);
    const QStringList fields = backend ? secretFields(*backend) : QStringList();
    return fields.isEmpty() ? int(Done) : execute([&]() { return forgetSecrets(profile->id, fields); });
}

int test(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Tries a connection step by step. Ends with 3 when a step failed."));
    parser.addPositionalArgument(u"NAME"_s, Texts::tr("A saved connection."), u"[NAME]"_s);
    parser.addOption({u"gateway"_s, Texts::tr("A Flink SQL Gateway, instead of a saved connection."), u"URL"_s});
    parser.addOption({u"format"_s, Texts::tr("text or json."), u"text|json"_s, u"text"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, u"connections test"_s, u"format"_s, {u"text"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (parser.positionalArguments().size() > 1) {
        return wrongUsage(u"connections test"_s, Texts::tr("Give the NAME of one connection."));
    }
    const auto profile =
        findProfile({.name = parser.positionalArguments().value(0), .url = parser.value(u"gateway"_s)}, backends);
    if (!profile) {
        return fail(profile.error());
    }
    Interrupts interrupts;
    CancellationSource cancellation;
    QObject::connect(&interrupts, &Interrupts::interrupted, &interrupts, [&] { cancellation.cancel(); });
    return execute([&]() { return testConnection(*profile, backends, *format == u"json", cancellation.token()); });
}

} // namespace

int connectionsCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    const QString verb = arguments.value(1);
    // The first word names the command in messages.
    const QStringList rest = QStringList{u"connections "_s + verb} + arguments.mid(2);
    if (verb == u"list") {
        return list(rest);
    }
    if (verb == u"add") {
        return add(rest, backends);
    }
    if (verb == u"remove") {
        return remove(rest, backends);
    }
    if (verb == u"test") {
        return test(rest, backends);
    }
    const QString usage = Texts::tr("Usage: millrace connections list|add|test|remove …\n\n"
                                    "  list    the saved connections\n"
                                    "  add     saves one: NAME --url URL\n"
                                    "  test    tries one step by step: NAME\n"
                                    "  remove  forgets one: NAME\n\n"
                                    "“millrace connections list --help” and the like say more.\n");
    if (verb == u"--help" || verb == u"-h") {
        return print(usage);
    }
    complain(verb.isEmpty() ? Texts::tr("Say what to do with the connections.")
                            : Texts::tr("“connections %1” is not known.").arg(verb));
    note(usage);
    return Usage;
}

} // namespace millrace::cli
