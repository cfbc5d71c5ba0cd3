// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apicall.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// In single quotes, unless the text names an environment variable that the shell shall fill in.
QString quoted(const QString& text)
{
    if (text.contains(u"$MILLRACE_"_s)) {
        QString escaped = text;
        for (const QChar special : {u'\\', u'"', u'`', u'$'}) {
            escaped.replace(special, u'\\' + QString(special));
        }
        escaped.replace(u"\\$MILLRACE_"_s, u"$MILLRACE_"_s);
        return u'"' + escaped + u'"';
    }
    QString escaped = text;
    escaped.replace(u'\'', u"'\\''"_s);
    return u'\'' + escaped + u'\'';
}

} // namespace

QString ApiCall::toCurl() const
{
    QString command = u"curl -sS -X "_s + method + u' ' + quoted(url);
    for (const auto& [name, value] : requestHeaders) {
        command += u" -H "_s + quoted(name + u": "_s + value);
    }
    if (!requestBody.isEmpty()) {
        command += u" --data-raw "_s + quoted(requestBody);
    }
    return command;
}

} // namespace millrace
