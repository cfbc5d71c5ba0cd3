# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scripts with `millrace run` and with Flink's own SQL client on the same gateway: both must print the same.

usage: cli_tableau.py MILLRACE      (MILLRACE_LIVE_FLINK_JSON names the description of the Flink)
"""

import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
sys.path.insert(0, ROOT)
sys.dont_write_bytecode = True

from engines.flink import config  # noqa: E402
from engines.flink.layout import RELEASES, Home  # noqa: E402

HEAD = "SET 'sql-client.execution.result-mode' = 'tableau';\n"

SCRIPTS = {
    "batch": """
SET 'execution.runtime-mode' = 'batch';
SELECT 1 AS a, CAST(NULL AS INT) AS b, '订单' AS c, '' AS d, 'NULL' AS e;
SELECT * FROM (VALUES (1, 'x'), (2, 'y')) AS t(a, b) WHERE a > 5;
SELECT 'a text of more than thirty characters is cut' AS txt, '一二三四五六七八九十一二三四五六七八九十' AS cjk;
SELECT TRUE AS t, CAST(1 AS TINYINT) AS i1, CAST(2 AS SMALLINT) AS i2, 9223372036854775807 AS i8, CAST(1.5 AS DECIMAL(38, 18)) AS d;
SELECT CAST(0.1 AS FLOAT) AS f, CAST(1.0E300 AS DOUBLE) AS g, CAST(1 AS DOUBLE) AS g1, CAST(1.0E10 AS DOUBLE) AS g10;
SELECT DATE '2024-02-29' AS d, TIME '01:02:03' AS t, TIMESTAMP '2024-03-31 02:30:00' AS ts0, TIMESTAMP '2024-03-31 02:30:00.123456789' AS ts9;
SELECT TO_TIMESTAMP_LTZ(0, 3) AS ltz;
SELECT X'0aff' AS b, CAST('abc' AS CHAR(5)) AS c, INTERVAL '1 02:03:04.567' DAY TO SECOND AS ds, INTERVAL '1-02' YEAR TO MONTH AS ym;
SELECT ARRAY[1, CAST(NULL AS INT), 2] AS a, MAP['k', 1] AS m, ROW(1, 'x', CAST(NULL AS INT)) AS r, ARRAY[ROW('x', 1.50)] AS ar;
SET 'table.local-time-zone' = 'Asia/Shanghai';
SELECT TO_TIMESTAMP_LTZ(0, 3) AS ltz;
SET 'sql-client.display.print-time-cost' = 'false';
SET 'table.display.max-column-width' = '10';
SELECT 'a text that is cut' AS txt;
""",
    "streaming": """
SELECT a, COUNT(*) AS c FROM (VALUES (1), (1), (2)) AS t(a) GROUP BY a;
SELECT a FROM (VALUES (1)) AS t(a) WHERE a > 1;
SELECT CAST(NULL AS INT) AS i, CAST(NULL AS STRING) AS s, '中文' AS c, TRUE AS b, CAST(1.50 AS DECIMAL(10, 3)) AS d;
SELECT * FROM (VALUES (TIMESTAMP '2024-03-31 02:30:00.5', DATE '2024-01-01', TIME '10:00:00')) AS t(ts, d, tm);
SELECT CAST(1 AS DOUBLE) AS g, CAST(2 AS TINYINT) AS i1, ARRAY['x', NULL] AS a, 'one and two and three and four and five' AS long;
""",
    "statements": """
SHOW CATALOGS;
SHOW JARS;
SHOW CURRENT DATABASE;
CREATE TEMPORARY TABLE src (a INT, b STRING COMMENT '名') WITH ('connector' = 'datagen', 'number-of-rows' = '2');
CREATE TEMPORARY TABLE snk (a INT, b STRING) WITH ('connector' = 'blackhole');
DESCRIBE src;
SHOW CREATE TABLE src;
SHOW TABLES;
EXPLAIN SELECT * FROM src;
INSERT INTO snk SELECT * FROM src;
BEGIN STATEMENT SET;
INSERT INTO snk SELECT * FROM src;
INSERT INTO snk SELECT * FROM src WHERE a > 0;
END;
EXECUTE STATEMENT SET BEGIN INSERT INTO snk SELECT * FROM src; END;
SET 'table.dml-sync' = 'true';
INSERT INTO snk SELECT * FROM src;
RESET 'table.dml-sync';
USE CATALOG default_catalog;
DROP TEMPORARY TABLE snk;
QUIT;
SELECT 2;
""",
    "syntax error": "SELECT 1;\nSELECT FROM WHERE;\nSELECT 2;\n",
    "unknown table": "SELECT * FROM nowhere;\nSELECT 2;\n",
    # In streaming mode the head of the table may or may not be out when the job fails.
    "failing job": "SET 'execution.runtime-mode' = 'batch';\nSELECT 1 / (a - a) FROM (VALUES (1)) AS t(a);\nSELECT 2;\n",
}

FAILING = ("syntax error", "unknown table", "failing job")


def gateway_environment(instance):
    """What the gateway's process was started with: it names the distribution."""
    pid = next(each["pid"] for each in instance["processes"] if each["name"] == "gateway")
    with open(f"/proc/{pid}/environ", "rb") as file:
        pairs = (each.split(b"=", 1) for each in file.read().split(b"\0") if b"=" in each)
        return {key.decode(): value.decode() for key, value in pairs}


def client_output(text):
    """The SQL client's output without colours, banner, prompts and the statements that it repeats behind them."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    text = text[text.index("Flink SQL> "):text.rindex("\nShutting down the session")]
    lines = []
    for line in text.split("\n"):
        if line.startswith("Flink SQL> "):
            line = line[len("Flink SQL> "):]
            begin = re.search(r"\[INFO\]|\[ERROR\]|\+--|Empty set|Received a total", line)
            line = line[begin.start():] if begin else line
        if line != "[INFO] Exiting Flink SQL CLI Client...":
            lines.append(line)
    return comparable("\n".join(lines))


def comparable(text):
    text = re.sub(r" \(\d+\.\d+ seconds\)", " (TIME)", text)
    text = re.sub(r"\b[0-9a-f]{32}\b", "JOB", text)
    return text.rstrip("\n").split("\n")


def our_output(out, err):
    """What goes to stdout, then the failure; not the line with the place, which is ours alone."""
    lines = [line for line in err.split("\n") if not re.match(r"\S+:\d+:\d+: ", line)]
    return comparable(out + "\n".join(lines))


def main():
    millrace = sys.argv[1]
    with open(os.environ["MILLRACE_LIVE_FLINK_JSON"], encoding="utf-8") as file:
        instance = json.load(file)
    own = gateway_environment(instance)
    distribution = os.path.dirname(own["FLINK_LIB_DIR"])
    environment = config.environment(os.environ, Home(instance["home"]), distribution)
    failures = 0
    for name, script in SCRIPTS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "script.sql")
            with open(path, "w", encoding="utf-8") as file:
                # An empty line before a statement makes the client repeat it behind another prompt.
                file.write(HEAD + script.lstrip())
            command = config.sql_client_command(
                instance["java"]["path"], RELEASES[instance["version"]], distribution, instance["gateway"], path)
            command[1:1] = ["-Dfile.encoding=UTF-8", f"-Duser.home={folder}"]
            client = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=True)
            ours = subprocess.run([millrace, "run", "--gateway", instance["gateway"], "-f", path],
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False)
        expected = client_output(client.stdout.decode())
        actual = our_output(ours.stdout.decode(), ours.stderr.decode())
        status = 1 if name in FAILING else 0
        if actual == expected and ours.returncode == status and status == any("[ERROR]" in line for line in expected):
            print(f"{name}: {len(actual)} lines are the same")
            continue
        failures += 1
        print(f"{name}: ours ended with {ours.returncode}, {status} was due")
        print("\n".join(difflib.unified_diff(expected, actual, "SQL client", "millrace", lineterm="", n=1)))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
