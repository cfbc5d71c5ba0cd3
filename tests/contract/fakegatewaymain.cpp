// SPDX-License-Identifier: GPL-3.0-or-later
// fake-gateway: a SQL Gateway without a Flink. Prints {"gateway": URL} and serves until its input ends or it is told to
// stop; then prints what it thinks of its clients as {"complaints": […], "openSessions": n, "openOperations": n}.

#include "tests/support/fakegateway.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

void print(const QJsonObject& object)
{
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << Qt::endl;
}

/// Statements whose behaviour tests of programs want to choose by their text.
void addScripts(FakeGateway& gateway)
{
    gateway.script(u"SELECT * FROM counted"_s, FakeStatement::counted(12, 5));
    gateway.script(u"SELECT * FROM many"_s, FakeStatement::counted(20000, 5000));
    gateway.script(u"SELECT * FROM endless"_s, FakeStatement::counted(12, 5, true));
    gateway.script(u"SELECT * FROM nothing"_s, FakeStatement::counted(0, 5));
    FakeStatement failing = FakeStatement::counted(12, 5);
    failing.stack = stacks::divisionByZero();
    failing.failAtToken = 2;
    gateway.script(u"SELECT * FROM broken"_s, failing);
    gateway.script(u"SELECT * FROM nowhere"_s, FakeStatement::failing(stacks::unknownTable(u"nowhere"_s, 1, 15)));
    FakeStatement cut = FakeStatement::counted(12, 5);
    cut.pages[2].instead = Answer::tricked(Answer::Trick::CutBody, R"({"resultType":"PAYLOAD","results":{"columns":[)");
    gateway.script(u"SELECT * FROM cut"_s, cut);
    FakeStatement hanging = FakeStatement::counted(12, 5);
    hanging.pages[2].instead = Answer::tricked(Answer::Trick::Hang);
    gateway.script(u"SELECT * FROM hanging"_s, hanging);
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption versions(
        u"versions"_s, u"Comma-separated, as /api_versions says them."_s, u"V1,…"_s, u"V1,V2,V3,V4"_s);
    const QCommandLineOption product(u"product"_s, u"The version of the product."_s, u"version"_s, u"2.3.0"_s);
    const QCommandLineOption authorization(u"authorization"_s, u"The Authorization header to ask for."_s, u"value"_s);
    parser.addOptions({versions, product, authorization});
    parser.process(app);

    FakeGateway gateway;
    gateway.setVersions(parser.value(versions).split(u','));
    gateway.setProductVersion(parser.value(product));
    gateway.setAuthorization(parser.value(authorization).toUtf8());
    addScripts(gateway);
    if (!gateway.start()) {
        return 1;
    }
    print({{u"gateway"_s, gateway.url().toString()}});

    QFile input;
    input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &app, [&] {
        if (const QByteArray line = input.readLine(); line.isEmpty() || line.trimmed() == "quit") {
            app.quit();
        } else if (line.trimmed() == "expire") {
            gateway.expireAllSessions();
        }
    });
    app.exec();
    print({{u"complaints"_s, QJsonArray::fromStringList(gateway.complaints())},
        {u"openSessions"_s, gateway.openSessions().size()}, {u"openOperations"_s, gateway.openOperations().size()}});
    return gateway.complaints().isEmpty() ? 0 : 1;
}
