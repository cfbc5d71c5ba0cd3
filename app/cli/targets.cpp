// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targets.h"

#include "app/cli/connectionopener.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "storage/connectionstore.h"

#include <QCoreApplication>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Targets)
};

QString systemNames(const BackendRegistry& backends)
{
    QStringList names;
    for (const Backend* backend : backends.all()) {
        names << backend->id();
    }
    return names.join(u", "_s);
}

bool isSecret(const FormDescription& form, const QString& field)
{
    const FormField* found = form.field(field);
    return found && found->kind == FieldKind::Secret;
}

/// Values and secrets that stand in the options and in the environment.
void readQuickOptions(Target& target, const QCommandLineParser& parser, const Backend& backend)
{
    const FormDescription form = backend.form();
    for (const QuickOption& option : backend.quickOptions()) {
        if (isSecret(form, option.field)) {
            const QString secret = qEnvironmentVariable(option.name.toUtf8().constData());
            if (!secret.isEmpty()) {
                target.secrets.insert(option.field, secret);
            }
        } else if (parser.isSet(option.name)) {
            target.profile.values.insert(
                option.field, option.flagValue.isEmpty() ? parser.value(option.name) : option.flagValue);
        }
    }
}

/// The option of another system that was given although it says nothing to this one.
std::optional<QString> foreignOption(
    const QCommandLineParser& parser, const BackendRegistry& backends, const Backend* chosen)
{
    QStringList own;
    if (chosen) {
        for (const QuickOption& option : chosen->quickOptions()) {
            own << option.name;
        }
    }
    for (const Backend* backend : backends.all()) {
        const FormDescription form = backend->form();
        for (const QuickOption& option : backend->quickOptions()) {
            if (!isSecret(form, option.field) && parser.isSet(option.name) && !own.contains(option.name)) {
                return option.name;
            }
        }
    }
    return std::nullopt;
}

Result<Target> unsavedTarget(
    const QString& address, const QString& system, const QCommandLineParser& parser, const BackendRegistry& backends)
{
    const Backend* backend = backends.find(system);
    if (!backend) {
        return failure(ErrorKind::Usage,
            Texts::tr("The system “%1” is not known; it is one of %2.").arg(system, systemNames(backends)));
    }
    if (const auto option = foreignOption(parser, backends, backend)) {
        return failure(ErrorKind::Usage, Texts::tr("--%1 says nothing to %2.").arg(*option, backend->displayName()));
    }
    Target target;
    target.profile.name = address;
    target.profile.system = system;
    target.profile.values = backend->form().defaults();
    // A bare host:port is what people type.
    target.profile.values.insert(backend->valuesForUrl(address.contains(u"://"_s) ? address : u"http://"_s + address));
    readQuickOptions(target, parser, *backend);
    const FormDescription form = backend->form();
    if (parser.isSet(u"url"_s)) {
        // A system may have several addresses (a gateway and a JobManager): one that nothing names is the given one,
        // too, since nobody but the person knows which of them it is.
        for (const FormField& field : form.fields) {
            if (field.kind == FieldKind::Url && target.profile.values.value(field.id).isEmpty()) {
                target.profile.values.insert(field.id, address.contains(u"://"_s) ? address : u"http://"_s + address);
            }
        }
    }
    const QMap<QString, QString> problems = form.problems(target.profile.values);
    for (auto it = problems.begin(); it != problems.end(); ++it) {
        // A secret is no value of the form, and the login says itself what it misses.
        if (!isSecret(form, it.key())) {
            return failure(ErrorKind::Usage, Texts::tr("%1 cannot be used: %2").arg(address, it.value()));
        }
    }
    return target;
}

/// The address and its system as the options have them; no address means a saved connection.
struct Address {
    QString url;
    QString system;
};

Result<Address> addressFrom(const QCommandLineParser& parser)
{
    const bool hasGateway = parser.optionNames().contains(u"gateway"_s);
    const bool hasUrl = parser.isSet(u"url"_s);
    if (int(hasGateway) + int(hasUrl) + int(parser.isSet(u"connection"_s)) > 1) {
        return failure(ErrorKind::Usage, Texts::tr("Give a saved connection or one address, not both."));
    }
    if (hasGateway) {
        return Address{parser.value(u"gateway"_s), u"flink"_s};
    }
    if (hasUrl && !parser.isSet(u"system"_s)) {
        return failure(ErrorKind::Usage, Texts::tr("Say with --system which system --url leads to."));
    }
    if (!hasUrl && parser.isSet(u"system"_s)) {
        return failure(ErrorKind::Usage, Texts::tr("--system belongs to --url; a saved connection knows its own."));
    }
    return Address{parser.value(u"url"_s), parser.value(u"system"_s)};
}

} // namespace

void addTargetOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.addOption(
        {u"connection"_s, Texts::tr("A saved connection; “millrace connections list” names them."), u"NAME"_s});
    parser.addOption({u"url"_s, Texts::tr("The address of a system, instead of a saved connection."), u"URL"_s});
    parser.addOption({u"system"_s, Texts::tr("What --url leads to: %1.").arg(systemNames(backends)), u"SYSTEM"_s});
    QStringList known;
    for (const Backend* backend : backends.all()) {
        const FormDescription form = backend->form();
        for (const QuickOption& option : backend->quickOptions()) {
            if (!isSecret(form, option.field) && !known.contains(option.name)) {
                known << option.name;
                parser.addOption({option.name, option.help, option.flagValue.isEmpty() ? u"VALUE"_s : QString()});
            }
        }
    }
}

void addTargetAndGatewayOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    addTargetOptions(parser, backends);
    parser.addOption({u"gateway"_s, Texts::tr("A Flink SQL Gateway, instead of a saved connection."), u"URL"_s});
}

bool namesTarget(const QCommandLineParser& parser)
{
    const QStringList given = parser.optionNames();
    return given.contains(u"connection"_s) || given.contains(u"url"_s) || given.contains(u"gateway"_s);
}

Result<Target> targetFrom(const QCommandLineParser& parser, const BackendRegistry& backends)
{
    const auto address = addressFrom(parser);
    if (!address) {
        return failure(address.error());
    }
    if (!address->url.isEmpty()) {
        return unsavedTarget(address->url, address->system, parser, backends);
    }
    if (const auto option = foreignOption(parser, backends, nullptr)) {
        return failure(
            ErrorKind::Usage, Texts::tr("--%1 belongs to --url; a saved connection has its own.").arg(*option));
    }
    const ConnectionChoice choice{.name = parser.value(u"connection"_s)};
    const auto profile = findProfile(choice, backends);
    return profile ? Result<Target>(Target{.profile = *profile}) : failure(profile.error());
}

Result<std::vector<Target>> targetsFrom(const QCommandLineParser& parser, const BackendRegistry& backends)
{
    if (namesTarget(parser) || parser.isSet(u"system"_s)) {
        auto one = targetFrom(parser, backends);
        return one ? Result<std::vector<Target>>(std::vector{std::move(*one)}) : failure(one.error());
    }
    const auto saved = SavedConnections::open();
    if (!saved) {
        return failure(saved.error());
    }
    std::vector<Target> targets;
    for (const ConnectionProfile& profile : saved->store->all()) {
        targets.push_back({.profile = profile});
    }
    if (targets.empty()) {
        return failure(ErrorKind::Usage, Texts::tr("No connection is saved: give --url URL and --system SYSTEM."));
    }
    return targets;
}

QCoro::Task<Result<std::shared_ptr<Connection>>> openTarget(Target target, const BackendRegistry& backends)
{
    const Backend* backend = backends.find(target.profile.system);
    if (!backend || !target.profile.id.isEmpty()) {
        co_return co_await openConnection(target.profile, backends);
    }
    std::shared_ptr<Connection> connection = backend->connect(target.profile, target.secrets);
    co_return connection;
}

int jobStatusOf(const Error& error)
{
    return error.kind == ErrorKind::Http ? Failed : exitStatusOf(error);
}

int failWith(const Error& error)
{
    if (!error.isCancelled()) {
        complain(error);
    }
    return jobStatusOf(error);
}

int printText(const QString& text)
{
    auto output = Output::open({});
    (*output)->write(text);
    if (const auto written = (*output)->commit(); !written) {
        complain(written.error());
        return Failed;
    }
    return Done;
}

} // namespace millrace::cli
