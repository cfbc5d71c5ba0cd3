// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/resultexport.h"

#include "results/valueformat.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr std::size_t flushBytes = 1U << 20;
constexpr std::size_t progressStep = 16'384;

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(millrace::ResultExport)
};

/// Calls back for every row of the selection, in order, until it returns false.
template <typename Callback>
void forEachRow(const ResultSnapshot& snapshot, const std::optional<RowIndex>& rows, const Callback& callback)
{
    if (rows) {
        for (const quint32 row : *rows) {
            if (!callback(snapshot.row(row))) {
                return;
            }
        }
        return;
    }
    snapshot.forEachSpan(0, snapshot.rowCount(), [&callback](const RowSpan& span) {
        for (qsizetype i = 0; i < span.count; ++i) {
            if (!callback(span.row(i))) {
                return false;
            }
        }
        return true;
    });
}

Error writeError(const QSaveFile& file)
{
    return Error{.kind = ErrorKind::Storage,
        .message = Texts::tr("%1 could not be written: %2. Choose another folder or make room on the disk.")
                       .arg(file.fileName(), file.errorString())};
}

template <typename Progress>
Result<void> write(const ExportJob& job, const CancellationToken& token, const Progress& progress)
{
    QSaveFile file(job.path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(writeError(file));
    }
    const auto writer = makeRowWriter(job.snapshot.schema(), job.options);
    const auto total = job.rows ? job.rows->size() : static_cast<std::size_t>(job.snapshot.rowCount());
    std::string buffer;
    bool written = true;
    const auto flush = [&file, &buffer, &written] {
        written = written && file.write(buffer.data(), static_cast<qint64>(buffer.size())) >= 0;
        buffer.clear();
    };
    std::size_t done = 0;
    writer->header(buffer);
    forEachRow(job.snapshot, job.rows, [&](const RowRef& row) {
        writer->row(buffer, row);
        if (buffer.size() >= flushBytes) {
            flush();
        }
        if (++done % progressStep == 0) {
            progress(static_cast<double>(done) / static_cast<double>(total));
            return written && !token.isCancelled();
        }
        return written;
    });
    writer->footer(buffer);
    flush();
    if (token.isCancelled()) {
        file.cancelWriting();
        return failure(Error::cancelled());
    }
    if (!written || !file.commit()) {
        return failure(writeError(file));
    }
    return {};
}

QString quotedCell(QString text)
{
    const bool needsQuotes = std::any_of(
        text.cbegin(), text.cend(), [](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r' || c == u'"'; });
    return needsQuotes ? QString(u'"' + text.replace(u'"', "\"\""_L1) + u'"') : text;
}

} // namespace

std::unique_ptr<Operation> startExport(ExportJob job)
{
    auto operation = std::make_unique<Operation>(job.title);
    operation->start();
    // The watcher lives in the operation, so nothing reports to one that is gone; the promise carries the progress
    // over.
    auto* watcher = new QFutureWatcher<Result<void>>(operation.get());
    QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, operation.get(),
        [target = operation.get()](int permille) { target->setProgress(permille / 1000.0); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, operation.get(),
        [target = operation.get(), watcher] { target->finish(watcher->result()); });
    const CancellationToken token = operation->cancellation();
    watcher->setFuture(QtConcurrent::run([job = std::move(job), token](QPromise<Result<void>>& promise) {
        promise.setProgressRange(0, 1000);
        promise.addResult(
            write(job, token, [&promise](double part) { promise.setProgressValue(static_cast<int>(part * 1000)); }));
    }));
    return operation;
}

QByteArray rowsAsText(
    const ResultSnapshot& snapshot, const RowIndex& rows, const ExportOptions& options, const CancellationToken& token)
{
    const auto writer = makeRowWriter(snapshot.schema(), options);
    std::string out;
    std::size_t done = 0;
    writer->header(out);
    for (const quint32 row : rows) {
        writer->row(out, snapshot.row(row));
        if (++done % progressStep == 0 && token.isCancelled()) {
            return {};
        }
    }
    writer->footer(out);
    return QByteArray::fromStdString(out);
}

QString cellsAsText(const ResultSnapshot& snapshot, const RowIndex& rows, const std::vector<int>& columns,
    bool withHeader, const CancellationToken& token)
{
    const ValueFormatter formatter(snapshot.schema());
    QString out;
    const auto separator = [&out](std::size_t column) {
        if (column > 0) {
            out += u'\t';
        }
    };
    if (withHeader) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            separator(i);
            out += quotedCell(snapshot.schema().columns[static_cast<std::size_t>(columns[i])].name);
        }
        out += u'\n';
    }
    std::size_t done = 0;
    for (const quint32 row : rows) {
        const RowRef cells = snapshot.row(row);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            separator(i);
            const CellView cell = cells.cell(columns[i]);
            out += cell.isNull ? u"NULL"_s : quotedCell(formatter.text(columns[i], cell));
        }
        out += u'\n';
        if (++done % progressStep == 0 && token.isCancelled()) {
            return {};
        }
    }
    // One line, or one cell, goes into a text field without a line break behind it.
    if (out.endsWith(u'\n')) {
        out.chop(1);
    }
    return out;
}

} // namespace millrace
