# SPDX-License-Identifier: GPL-3.0-or-later
"""Explains every sample and a corpus of statements of all kinds on a real Flink, in every format, and compares plans.

usage: explain.py MILLRACE SOURCE_DIR INSTANCE.json…
"""

import glob
import json
import os
import subprocess
import sys
import tempfile

STATEMENTS = 60  # the corpus has at least so many


def millrace(program, *arguments, status=0):
    done = subprocess.run([program, "explain", *arguments], capture_output=True, text=True, timeout=240)
    assert done.returncode == status, (arguments, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def check_graph(graph, what):
    ids = [node["id"] for node in graph["nodes"]]
    assert ids and len(ids) == len(set(ids)), what
    for node in graph["nodes"]:
        assert sorted(node) == ["description", "id", "parallelism", "type"], (what, node)
        assert node["type"] and node["description"] and node["parallelism"] >= 1, (what, node)
    for edge in graph["edges"]:
        assert sorted(edge) == ["from", "ship", "to"], (what, edge)
        assert edge["from"] in ids and edge["to"] in ids and edge["ship"], (what, edge)


def check_samples(program, source, gateway):
    samples = sorted(glob.glob(os.path.join(source, "resources", "samples", "*.sql")))
    assert samples
    for sample in samples:
        arguments = ["-f", sample, "--gateway", gateway]
        graph = json.loads(millrace(program, *arguments, "--format", "json"))
        assert sorted(graph) == ["edges", "nodes"]
        check_graph(graph, sample)
        text = millrace(program, *arguments)
        for part in ("Abstract Syntax Tree", "Optimized Execution Plan", "Physical Execution Plan"):
            assert f"== {part} ==" in text, (sample, part)
        assert millrace(program, *arguments, "--format", "dot").startswith("digraph")
        assert "<svg" in millrace(program, *arguments, "--format", "svg")


def check_corpus(program, source, gateway):
    corpus = os.path.join(source, "tests", "data", "flink", "plans", "corpus.sql")
    graph = json.loads(millrace(program, "-f", corpus, "--gateway", gateway, "--format", "json"))
    check_graph(graph, corpus)
    statements = {node["id"].split(".")[0] for node in graph["nodes"]}
    assert len(statements) >= STATEMENTS, len(statements)


def check_diff(program, gateway):
    table = ("CREATE TEMPORARY TABLE t (shop INT, dy INT, amount INT) WITH ('connector' = 'datagen');\n"
             "CREATE TEMPORARY TABLE s (k INT, total INT) WITH ('connector' = 'blackhole');\n")
    with tempfile.TemporaryDirectory() as folder:
        old, new = os.path.join(folder, "old.sql"), os.path.join(folder, "new.sql")
        for path, key in ((old, "shop"), (new, "dy")):
            with open(path, "w", encoding="utf-8") as file:
                file.write(table + f"INSERT INTO s SELECT {key}, SUM(amount) FROM t GROUP BY {key};\n")
        same = millrace(program, "--diff", old, old, "--gateway", gateway)
        assert same.startswith("state: compatible\n"), same
        lost = millrace(program, "--diff", old, new, "--gateway", gateway, status=1)
        assert lost.startswith("state: incompatible\n"), lost


def check_errors(program, gateway):
    done = subprocess.run([program, "explain", "-e", "SELECT *\nFROM nowhere", "--gateway", gateway],
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 1 and not done.stdout, done
    assert "-e:2:6: error:" in done.stderr and "nowhere" in done.stderr, done.stderr
    millrace(program, "-e", "SHOW TABLES", "--gateway", gateway, status=2)


def main():
    program, source, *instances = sys.argv[1:]
    for path in instances:
        with open(path, encoding="utf-8") as file:
            gateway = json.load(file)["gateway"]
        check_samples(program, source, gateway)
        check_corpus(program, source, gateway)
        check_diff(program, gateway)
        check_errors(program, gateway)
        print(f"explained on {gateway}")


if __name__ == "__main__":
    main()
