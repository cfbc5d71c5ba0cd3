// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is kept busy while a million rows stream into the results pane, while they are scrolled,
// sorted, filtered and selected. A thread sends the GUI thread a stamped event each millisecond; how late each arrives
// is what a person would wait for a key to show. Rows come in pages of the gateway's size, as fast as the writer can.
#include "models/sortfiltermodel.h"
#include "widgets/common/theme.h"
#include "widgets/results/resultgrid.h"
#include "widgets/results/resultspane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int pageRows = 5000;
constexpr int pages = 200;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Measures how late events reach the thread it lives in.
class Probe : public QObject {
public:
    Probe()
    {
        m_thread = std::thread([this] {
            while (!m_stop) {
                // One at a time: a stall must count once, not once a millisecond.
                if (!m_underWay.exchange(true)) {
                    m_sent = Clock::now();
                    QMetaObject::invokeMethod(this, &Probe::arrived, Qt::QueuedConnection);
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
    }

    ~Probe() override
    {
        m_stop = true;
        m_thread.join();
    }

    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;

    /// Forgets what was measured, and what is still under way.
    void reset()
    {
        QCoreApplication::processEvents();
        m_late.clear();
    }

    void print(const char* what)
    {
        std::sort(m_late.begin(), m_late.end());
        const auto at = [this](double part) {
            return m_late.empty() ? 0.0
                                  : m_late[static_cast<std::size_t>(part * static_cast<double>(m_late.size() - 1))];
        };
        std::printf("%-52s p50 %6.2f ms   p99 %6.2f ms   max %6.2f ms   (%zu events)\n", what, at(0.5), at(0.99),
            at(1.0), m_late.size());
        std::fflush(stdout);
    }

private:
    void arrived()
    {
        m_late.push_back(millisecondsSince(m_sent));
        m_underWay = false;
    }

    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_underWay = false;
    Clock::time_point m_sent;
    std::vector<double> m_late;
};

LogicalType type(TypeRoot root, int precision = -1, int scale = -1)
{
    return {.root = root, .precision = precision, .scale = scale};
}

ResultSchema schema()
{
    ResultSchema schema;
    schema.isQuery = true;
    schema.timeZone = u"UTC"_s;
    schema.columns = {{u"id"_s, type(TypeRoot::BigInt)}, {u"shop"_s, type(TypeRoot::VarChar, 2147483647)},
        {u"amount"_s, type(TypeRoot::Decimal, 12, 2)}, {u"price"_s, type(TypeRoot::Double)},
        {u"quantity"_s, type(TypeRoot::Integer)}, {u"paid"_s, type(TypeRoot::Boolean)},
        {u"order_time"_s, type(TypeRoot::Timestamp, 3)}, {u"day"_s, type(TypeRoot::Date)},
        {u"country"_s, type(TypeRoot::VarChar, 2147483647)}, {u"note"_s, type(TypeRoot::VarChar, 2147483647)}};
    return schema;
}

RowBatch page(const std::vector<ResultColumn>& columns, int number)
{
    RowBatch batch(columns);
    batch.reserve(pageRows);
    batch.setArrivedAt(1'700'000'000'000 + number);
    char text[64];
    bool fits = true;
    for (int i = 0; i < pageRows; ++i) {
        const int id = number * pageRows + i;
        const auto mixed = static_cast<unsigned>(id) * 2654435761U;
        const auto put = [&](int column, const char* format, auto... values) {
            const int length = std::snprintf(text, sizeof text, format, values...);
            fits = fits && batch.appendText(column, {text, static_cast<std::size_t>(length)});
        };
        fits = fits && batch.appendInteger(0, id);
        put(1, "shop %u", mixed % 5000);
        put(2, "%u.%02u", mixed % 100000, mixed % 100);
        put(3, "%u.%u", mixed % 1000, mixed % 7);
        fits = fits && batch.appendInteger(4, mixed % 50) && batch.appendInteger(5, mixed % 2);
        put(6, "2026-03-17T%02u:%02u:%02u.%03u", mixed % 24, mixed % 60, (mixed >> 8) % 60, mixed % 1000);
        put(7, "2026-03-%02u", 1 + mixed % 28);
        put(8, "%s", mixed % 3 ? "Deutschland" : "中国");
        if (mixed % 10 == 0) {
            batch.appendNull(9);
        } else {
            put(9, "note number %u of this row", mixed % 9973);
        }
        batch.endRow(RowKind::Insert);
    }
    if (!fits) {
        std::fprintf(stderr, "a cell did not fit its column\n");
        std::exit(1);
    }
    return batch;
}

void spin(const std::function<bool()>& done)
{
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toDouble() * 4096 / 1e6 : 0;
}

void stream(ResultStore& store, std::chrono::milliseconds pause)
{
    const std::vector<ResultColumn> columns = schema().columns;
    for (int number = 0; number < pages; ++number) {
        store.append(page(columns, number));
        std::this_thread::sleep_for(pause);
    }
}

/// Streams a million rows into a pane and prints how late events were meanwhile.
void benchStreaming(Probe& probe, ResultsPane& pane, ResultsPane::Mode mode, const QString& id, const char* what,
    std::chrono::milliseconds pause)
{
    const auto store = std::make_shared<ResultStore>();
    store->begin(schema());
    pane.setMode(mode);
    pane.setResult(
        {.id = id, .title = id, .state = RunState::Running, .store = store, .isQuery = true, .streaming = true});
    qint64 shown = 0;
    const auto watching = QObject::connect(
        &pane, &ResultsPane::rowsArrived, &pane, [&shown](const QString&, qint64 rows) { shown = rows; });
    probe.reset();
    const auto start = Clock::now();
    std::thread writer([&store, pause] { stream(*store, pause); });
    spin([&shown] { return shown == qint64{pages} * pageRows; });
    const double elapsed = millisecondsSince(start);
    writer.join();
    QObject::disconnect(watching);
    probe.print(what);
    std::printf("%-52s %.0f ms, %.2f M rows/s, store %.0f MB + %.0f MB on disk, process %.0f MB\n", "", elapsed,
        pages * pageRows / elapsed / 1000.0, static_cast<double>(store->memoryBytes()) / 1e6,
        static_cast<double>(store->spilledBytes()) / 1e6, residentMegabytes());
}

ResultGrid* visibleGrid(const QWidget& pane)
{
    for (ResultGrid* grid : pane.findChildren<ResultGrid*>()) {
        if (grid->isVisible()) {
            return grid;
        }
    }
    return nullptr;
}

/// Each step scrolls and paints; what a person sees as smooth is under 16.7 ms.
void benchScrolling(ResultGrid& grid)
{
    std::vector<double> frames;
    QScrollBar* bar = grid.verticalScrollBar();
    for (int i = 0; i < 400; ++i) {
        const auto start = Clock::now();
        bar->setValue(i % 2 ? bar->value() + 72 : bar->maximum() / 400 * i);
        grid.viewport()->repaint();
        frames.push_back(millisecondsSince(start));
    }
    std::sort(frames.begin(), frames.end());
    std::printf("%-52s p50 %6.2f ms   p99 %6.2f ms   max %6.2f ms   a frame\n", "scroll 1 M rows by steps and jumps",
        frames[200], frames[396], frames[399]);
}

void benchArranging(Probe& probe, ResultGrid& grid, const char* what, const GridArrangement& arrangement)
{
    bool done = false;
    const auto watching =
        QObject::connect(grid.gridModel(), &SortFilterModel::arranged, &grid, [&done] { done = true; });
    probe.reset();
    const auto start = Clock::now();
    grid.gridModel()->setArrangement(arrangement);
    spin([&done] { return done; });
    grid.viewport()->repaint();
    const double elapsed = millisecondsSince(start);
    QElapsedTimer settle;
    settle.start();
    spin([&settle] { return settle.elapsed() > 100; });
    QObject::disconnect(watching);
    probe.print(what);
    std::printf("%-52s %.0f ms until it shows, %d rows\n", "", elapsed, grid.gridModel()->rowCount());
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    applyTheme(application);
    ResultsPane pane;
    pane.resize(1288, 400);
    pane.show();
    Probe probe;
    benchStreaming(probe, pane, ResultsPane::Mode::Changelog, u"a"_s, "stream 1 M x 10 into the changelog, following",
        std::chrono::milliseconds(0));
    benchStreaming(
        probe, pane, ResultsPane::Mode::Table, u"b"_s, "stream 1 M x 10 into the table", std::chrono::milliseconds(5));
    ResultGrid* grid = visibleGrid(pane);
    benchScrolling(*grid);
    benchArranging(probe, *grid, "filter 1 M x 10 by a text", {.filter = {.text = u"number 99"_s}});
    benchArranging(probe, *grid, "back to all rows", {});
    benchArranging(probe, *grid, "sort 1 M by BIGINT, descending", {.sort = {{.column = 0, .descending = true}}});
    benchArranging(probe, *grid, "sort 1 M by STRING", {.sort = {{.column = 1}}});
    benchArranging(probe, *grid, "sort 1 M by DECIMAL", {.sort = {{.column = 2}}});
    benchArranging(probe, *grid, "back to the order of arrival", {});
    probe.reset();
    bool summed = false;
    QObject::connect(grid, &ResultGrid::selectionSummaryChanged, grid, [&summed] { summed = true; });
    grid->selectAll();
    spin([&summed] { return summed; });
    probe.print("select all 10 M cells and add their numbers");
    return 0;
}
