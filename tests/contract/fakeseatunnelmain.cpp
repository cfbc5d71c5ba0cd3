// SPDX-License-Identifier: GPL-3.0-or-later
// fake-seatunnel: SeaTunnel's REST API without an engine. Prints {"url": URL} and serves until its input ends or it is
// told to quit; then prints {"complaints": […]} about its clients.

#include "tests/contract/fakeseatunnel.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
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

FakeSeaTunnel::Kind kindOf(const QString& dialect)
{
    if (dialect == "v1"_L1) {
        return FakeSeaTunnel::Kind::V1;
    }
    return dialect == "v1-newer"_L1 ? FakeSeaTunnel::Kind::V1Newer : FakeSeaTunnel::Kind::V2;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption dialect(
        u"dialect"_s, u"v1 (2.3.8), v1-newer (2.3.13) or v2 (2.3.13)."_s, u"dialect"_s, u"v2"_s);
    const QCommandLineOption context(u"context"_s, u"The context path of v2."_s, u"path"_s);
    const QCommandLineOption authorization(u"authorization"_s, u"The Authorization header to ask for."_s, u"value"_s);
    parser.addOptions({dialect, context, authorization});
    parser.process(app);

    FakeSeaTunnel fake(kindOf(parser.value(dialect)));
    fake.setContextPath(parser.value(context));
    fake.setAuthorization(parser.value(authorization).toUtf8());
    if (!fake.start()) {
        return 1;
    }
    print({{u"url"_s, fake.url().toString()}});

    QFile input;
    input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &app, [&] {
        const QByteArray line = input.readLine();
        if (line.isEmpty() || line.trimmed() == "quit") {
            app.quit();
        } else if (line.trimmed() == "restart") {
            fake.restart();
        } else if (line.trimmed() == "break") {
            fake.setBroken(true);
        }
    });
    app.exec();
    print({{u"complaints"_s, QJsonArray::fromStringList(fake.complaints())}});
    return fake.complaints().isEmpty() ? 0 : 1;
}
