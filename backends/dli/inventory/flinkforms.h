// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

#include <QJsonObject>

/// Forms of Flink jobs of the service. Create and change differ per kind of job in what the service takes.
namespace millrace::dli::flinkforms {

FormDescription createSql();
FormDescription createEdgeSql();
FormDescription createJar();
/// What is left empty stays as it is.
FormDescription changeSql();
FormDescription changeJar();

/// One of the last two with what a job (job_detail) has now.
FormDescription filled(FormDescription form, const QJsonObject& job);

/// The body for one of them: those of edge jobs say so by themselves.
QJsonObject bodyFor(const QString& action, const FormValues& values);

} // namespace millrace::dli::flinkforms
