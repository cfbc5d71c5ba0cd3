// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"

#include "backends/http/settingsform.h"

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkForm)
};

void addAddresses(std::vector<FormField>& fields)
{
    const QString section = FormTexts::tr("Addresses");
    fields.push_back({.id = fields::gateway,
        .section = section,
        .label = FormTexts::tr("SQL Gateway"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8083"_s,
        .required = true,
        .check = checks::httpUrl});
    fields.push_back({.id = fields::jobManager,
        .section = section,
        .label = FormTexts::tr("JobManager"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8081"_s,
        .help = FormTexts::tr("For jobs, savepoints and logs; SQL works without it."),
        .check = checks::httpUrl});
    fields.push_back(settingsform::headersField(section));
}

} // namespace

FormDescription FlinkBackend::form() const
{
    FormDescription form;
    form.title = FormTexts::tr("Flink connection");
    addAddresses(form.fields);
    settingsform::addLogin(form.fields);
    settingsform::addTransport(form.fields);
    settingsform::addTimeouts(form.fields);
    form.fields.push_back(
        settingsform::timeoutField(fields::sessionIdle, FormTexts::tr("Session idle"), 600, 10, 86400));
    return form;
}

} // namespace millrace::flink
