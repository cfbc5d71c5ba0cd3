// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/splitcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "app/cli/scriptsource.h"
#include "results/jsonscan.h"
#include "sql/outline.h"
#include "sql/positions.h"

#include <QCoreApplication>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SplitCommand)
};

void appendNumber(std::string& out, const char* name, int number)
{
    out += '"';
    out += name;
    out += "\":";
    out += std::to_string(number);
    out += ',';
}

} // namespace

QByteArray statementsAsJson(const QString& script)
{
    const sql::LineIndex lines(script);
    std::string out = "[";
    for (const sql::Statement& statement : sql::splitStatements(script)) {
        const TextRange range = lines.range(script, statement.offset, statement.textEnd());
        out += out.size() == 1 ? "\n{" : ",\n{";
        appendNumber(out, "line", range.begin.line);
        appendNumber(out, "column", range.begin.column);
        appendNumber(out, "endLine", range.end.line);
        appendNumber(out, "endColumn", range.end.column);
        out += "\"kind\":";
        appendJsonString(out, std::string_view(sql::toText(statement.kind).latin1()));
        out += ",\"text\":";
        const QByteArray text = statement.text(QStringView(script)).toUtf8();
        appendJsonString(out, std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        out += '}';
    }
    out += out.size() == 1 ? "]\n" : "\n]\n";
    return QByteArray::fromStdString(out);
}

QByteArray statementsAsText(const QString& script)
{
    const sql::LineIndex lines(script);
    QByteArray out;
    for (const sql::Statement& statement : sql::splitStatements(script)) {
        const TextPosition begin = lines.position(script, statement.offset);
        out += u"%1:%2\t%3\t%4\n"_s
                   .arg(QString::number(begin.line), QString::number(begin.column),
                       QString(sql::toText(statement.kind)), sql::shortTitle(statement.text(QStringView(script)), 100))
                   .toUtf8();
    }
    return out;
}

int splitCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Prints the statements of a script with their place and kind."));
    parser.addPositionalArgument(u"FILE"_s, Texts::tr("The script; - is stdin."));
    parser.addOption({u"format"_s, Texts::tr("text (LINE:COLUMN, kind, title) or json."), u"text|json"_s, u"text"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, u"split"_s, u"format"_s, {u"text"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(u"split"_s, Texts::tr("Give the one script that shall be split."));
    }
    const auto source = readScript(parser.positionalArguments().constFirst());
    if (!source) {
        complain(source.error());
        return Usage;
    }
    auto output = Output::open({});
    const QByteArray text = *format == u"json" ? statementsAsJson(source->text) : statementsAsText(source->text);
    (*output)->write(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (const auto done = (*output)->commit(); !done) {
        complain(done.error());
        return Failed;
    }
    return Done;
}

} // namespace millrace::cli
