# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Millrace: its benchmark binaries, and the command line on a real gateway beside a bare fetch loop and beside
Flink's own SQL client. Prints a Markdown document; progress goes to stderr.

usage: bench.py BUILD [--repeat N] [--rows N] [--only live|window|micro]…
"""

import argparse
import datetime
import glob
import http.client
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

import xwindow

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
sys.path.insert(0, ROOT)
sys.dont_write_bytecode = True

from engines.common.java import find_java  # noqa: E402
from engines.flink import config  # noqa: E402
from engines.flink.layout import RELEASES, Home, cache_folder  # noqa: E402

VERSION = "2.3.0"
# As wide as an ordinary row: a number, a text of 20 characters, a floating number; about 95 bytes of JSON each.
ROWS = """SET 'execution.runtime-mode' = 'batch';
SET 'sql-client.execution.result-mode' = 'tableau';
CREATE TEMPORARY TABLE numbers (id BIGINT, name STRING, amount DOUBLE) WITH (
    'connector' = 'datagen', 'number-of-rows' = '{rows}', 'rows-per-second' = '100000000',
    'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '{rows}', 'fields.name.length' = '20');
SELECT * FROM numbers;
"""
ONE = """SET 'sql-client.execution.result-mode' = 'tableau';
SHOW CATALOGS;
"""


def say(text):
    print(f"== {text}", file=sys.stderr, flush=True)


def measure(command, environment=None, output=subprocess.DEVNULL):
    """Wall seconds, processor seconds and peak resident megabytes of a command, which has to succeed."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, env=environment)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        raise SystemExit(f"bench: {command[0]} ended with {process.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024}


def median(name, repeat, run):
    results = []
    for number in range(repeat):
        say(f"{name} ({number + 1} of {repeat})")
        results.append(run())
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def fetch_loop(gateway, rows):
    """Asks for every page of the same SELECT and looks at nothing but the link to the next one."""
    connection = http.client.HTTPConnection(gateway.split("//")[1])

    def call(method, path, body=None):
        connection.request(method, path, json.dumps(body) if body is not None else None,
                           {"Content-Type": "application/json"})
        return connection.getresponse().read()

    session = json.loads(call("POST", "/v1/sessions", {"properties": {}}))["sessionHandle"]
    statements = [part.strip() for part in ROWS.format(rows=rows).split(";\n") if part.strip()]
    received = size = 0
    for statement in statements:
        operation = json.loads(call("POST", f"/v1/sessions/{session}/statements",
                                    {"statement": statement}))["operationHandle"]
        path = f"/v1/sessions/{session}/operations/{operation}/result/0?rowFormat=JSON"
        while path:
            page = call("GET", path)
            count = page.count(b'"kind":')
            link = page.rfind(b'"nextResultUri":"')
            path = page[link + 17:page.index(b'"', link + 17)].decode() if link >= 0 else None
            if statement.startswith("SELECT"):
                received += count
                size += len(page)
            if path and count < 1000:
                time.sleep(0.02)
    call("DELETE", f"/v1/sessions/{session}")
    if received != rows:
        raise SystemExit(f"bench: the fetch loop received {received} rows instead of {rows}")
    return size


class Live:
    """The program on one gateway: the command line beside its two measures, and the window while rows stream in."""

    def __init__(self, build, repeat, rows):
        self.build = build
        self.program = os.path.join(build, "bin", "millrace")
        self.home = Home(os.path.realpath(os.path.join(build, "bench", "flink")))
        self.repeat, self.rows = repeat, rows
        self.release = RELEASES[VERSION]
        self.distribution = os.path.join(cache_folder(), f"flink-{VERSION}")

    def flink(self, command):
        output = subprocess.run([sys.executable, os.path.join(ROOT, "scripts", "local-flink"), command, "--version",
                                 VERSION, "--home", self.home.path, "--json", "--progress", "none"],
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout
        return json.loads(output)

    def __enter__(self):
        say("starting a Flink")
        self.gateway = self.flink("start")["gateway"]
        return self

    def __exit__(self, *_):
        self.flink("stop")

    def command_line(self):
        with tempfile.TemporaryDirectory() as folder:
            return self._table(self.gateway, folder)

    def window(self, rows=1000000):
        result = probe(self.build, "stream", self.gateway, str(rows))
        return [f"| {rows:,} rows stream into the window | {result['seconds']:.1f} s; event loop gap p99 "
                f"{result['p99Ms']:.1f} ms, longest {result['maxMs']:.1f} ms; {result['residentMb']:.0f} MB resident |"]

    def _table(self, gateway, folder):
        lines = ["| what | wall | CPU of the client | peak memory |", "|---|---|---|---|"]
        scripts = {}
        for name, text in (("rows", ROWS.format(rows=self.rows)), ("one", ONE)):
            scripts[name] = os.path.join(folder, f"{name}.sql")
            with open(scripts[name], "w", encoding="utf-8") as file:
                file.write(text)
        say("warming the Flink up")
        fetch_loop(gateway, self.rows)
        self._check(gateway, scripts["rows"])
        loop = [sys.executable, "-B", os.path.realpath(__file__), "--fetch-loop", gateway, "--rows", str(self.rows), "-"]
        lines.append(self._line(f"{self.rows:,} rows: bare fetch loop", loop))
        for name, title in (("rows", f"{self.rows:,} rows to stdout as tableau"), ("one", "one statement")):
            lines.append(self._line(f"{title}: Millrace", [self.program, "run", "-f", scripts[name], "--gateway", gateway,
                                                           "--format", "tableau"]))
            lines.append(self._line(f"{title}: Flink's SQL client", self._sql_client(gateway, scripts[name]),
                                    config.environment(os.environ, self.home, self.distribution)))
        return lines

    def _check(self, gateway, script):
        """The rows have to be there: quick and wrong is no result."""
        output = subprocess.run([self.program, "run", "-f", script, "--gateway", gateway, "--format", "tableau"],
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout
        if f"{self.rows} rows in set" not in output[-200:].decode() or output.count(b"\n") < self.rows:
            raise SystemExit(f"bench: not all rows were printed: …{output[-200:].decode()}")

    def _sql_client(self, gateway, script):
        return config.sql_client_command(find_java().path, self.release, self.distribution, gateway, script)

    def _line(self, title, command, environment=None):
        result = median(title, self.repeat, lambda: measure(command, environment))
        return f"| {title} | {result['wall']:.2f} s | {result['cpu']:.2f} s | {result['rss']:.0f} MB |"


def probe(build, *words):
    """Runs window_probe on a virtual screen with a profile of its own."""
    say(f"window_probe {words[0]}")
    with tempfile.TemporaryDirectory() as folder, xwindow.virtual_screen("1600x1000") as environment:
        environment.update({"HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data",
                            "XDG_STATE_HOME": folder + "/state", "XDG_CACHE_HOME": folder + "/cache",
                            "XDG_RUNTIME_DIR": folder,
                            "MILLRACE_BENCH_BEGIN": str(time.monotonic_ns())})
        output = subprocess.run([os.path.join(build, "bin", "window_probe"), *words], env=environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout
    return json.loads(output)


def window(build, repeat):
    """Start and memory of the window with five scripts open."""
    samples = sorted(glob.glob(os.path.join(ROOT, "resources", "samples", "*.sql")))[:5]
    probe(build, "start", samples[0])  # brings the files of the program into the system's cache
    starts = [probe(build, "start", samples[0]) for _ in range(max(repeat, 5))]
    memory = probe(build, "memory", *samples)
    times = sorted(start["startMs"] for start in starts)
    return [f"| start to a window that took a letter | median {statistics.median(times):.0f} ms, longest "
            f"{times[-1]:.0f} ms |",
            f"| resident memory, {memory['tabs']} tabs, no results | {memory['residentMb']:.0f} MB |"]


def micro(build):
    """The benchmark binaries' own tables."""
    lines = ["| benchmark | time | CPU | rate |", "|---|---|---|---|"]
    loops = ["", "What keeps the event loop of the window busy, and what takes its own lines to tell:", "",
             "| benchmark | measured |", "|---|---|"]
    for binary in sorted(glob.glob(os.path.join(build, "bin", "bench_*"))):
        say(os.path.basename(binary))
        output = subprocess.run([binary, "--benchmark_format=json"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                env=dict(os.environ, QT_QPA_PLATFORM="offscreen"), check=True).stdout
        try:
            entries = json.loads(output)["benchmarks"]
        except ValueError:
            # Not of the benchmark library: it measures an event loop and prints its own lines.
            loops += plain_rows(os.path.basename(binary), output.decode())
            continue
        for entry in entries:
            if entry.get("run_type") == "aggregate" and entry.get("aggregate_name") != "median":
                continue
            lines.append(f"| {entry['name']} | {entry['real_time']:.3g} {entry['time_unit']} | "
                         f"{entry['cpu_time']:.3g} {entry['time_unit']} | {rate(entry)} |")
    return lines + loops


def plain_rows(binary, output):
    """Lines as they were printed, "what it is   p50  1.2 ms   max  3 ms", as rows: columns are two spaces apart, and a
    line without a name goes on with the row above."""
    rows = []
    for line in filter(str.strip, output.splitlines()):
        line = re.sub(r"\b(p\d+|max)\s+", r"\1 ", line.rstrip())
        what, *figures = re.split(r"\s{2,}|:\s+", line.strip())
        if rows and line.startswith(" " * 20):
            rows[-1][1].extend([what, *figures])
        else:
            rows.append((f"{binary.removeprefix('bench_')}: {what}", figures))
    return [f"| {what} | {', '.join(figures)} |" for what, figures in rows]


def rate(entry):
    parts = []
    if "bytes_per_second" in entry:
        parts.append(f"{entry['bytes_per_second'] / 1e6:,.0f} MB/s")
    if "items_per_second" in entry:
        parts.append(f"{entry['items_per_second'] / 1e6:,.2f} M/s")
    known = {"name", "run_name", "run_type", "repetitions", "repetition_index", "threads", "iterations", "real_time",
             "cpu_time", "time_unit", "family_index", "per_family_instance_index", "bytes_per_second",
             "items_per_second", "label", "aggregate_name", "aggregate_unit"}
    parts += [f"{key} {value:.3g}" for key, value in entry.items()
              if key not in known and isinstance(value, (int, float))]
    if entry.get("label"):
        parts.append(entry["label"])
    return ", ".join(parts)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    with open("/proc/meminfo", encoding="utf-8") as file:
        memory = int(file.readline().split()[1]) / 1048576
    return f"{os.cpu_count()} × {model}, {memory:.0f} GB, Linux {platform.release().split('-')[0]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--rows", type=int, default=500000)
    parser.add_argument("--only", action="append", choices=("micro", "live", "window"))
    parser.add_argument("--fetch-loop", metavar="GATEWAY", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.fetch_loop:
        fetch_loop(options.fetch_loop, options.rows)
        return
    parts = options.only or ["live", "window", "micro"]
    print(f"Measured by `scripts/bench` on {datetime.date.today().isoformat()}: {machine()}; "
          f"medians of {options.repeat} runs.")
    rows_of_window = window(options.build, options.repeat) if "window" in parts else []
    if "live" in parts:
        with Live(options.build, options.repeat, options.rows) as live:
            print(f"\n## The command line on Flink {VERSION}\n", *live.command_line(), sep="\n")
            rows_of_window += live.window() if "window" in parts else []
    if rows_of_window:
        print("\n## The window\n", "| what | measured |", "|---|---|", *rows_of_window, sep="\n")
    if "micro" in parts:
        print("\n## Parts\n", *micro(options.build), sep="\n")


if __name__ == "__main__":
    main()
