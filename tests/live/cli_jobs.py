# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on a real Flink: a job is submitted, seen, given a savepoint, stopped with one and started from it.

usage: cli_jobs.py MILLRACE      MILLRACE_LIVE_FLINK_JSON names the description of the Flink
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

MILLRACE = sys.argv.pop(1)
with open(os.environ["MILLRACE_LIVE_FLINK_JSON"], encoding="utf-8") as description:
    FLINK = json.load(description)
JOBS = ["--system", "flink", "--url", FLINK["jobManager"]]
GATEWAY = ["--gateway", FLINK["gateway"]]
SCRIPT = """SET 'execution.checkpointing.interval' = '1 s';
SET 'pipeline.name' = 'counted by the command line';
CREATE TEMPORARY TABLE events (k INT) WITH ('connector' = 'datagen', 'rows-per-second' = '10',
  'fields.k.min' = '1', 'fields.k.max' = '3');
CREATE TEMPORARY TABLE counts (k INT, n BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO counts SELECT k, COUNT(*) FROM events GROUP BY k;
"""


def run(*arguments):
    done = subprocess.run([MILLRACE, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=150,
                          check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class CommandLine(unittest.TestCase):
    def succeed(self, *arguments):
        status, output, errors = run(*arguments)
        self.assertEqual(status, 0, f"{arguments}: {errors}{output}")
        return output

    def state_of(self, job):
        jobs = json.loads(self.succeed("jobs", *JOBS, "--format", "json"))
        return next(each["state"] for each in jobs if each["id"] == job)

    def wait_for_tasks(self, job):
        """A job is running before its tasks are, and only then can it take a savepoint."""
        for _ in range(300):
            overview = json.loads(self.succeed("call", *JOBS, "jobs.overview"))
            tasks = next(each["tasks"] for each in overview["jobs"] if each["jid"] == job)
            if 0 < tasks["total"] == tasks["running"]:
                return
            time.sleep(0.1)
        self.fail("the tasks never ran")

    def test_life_of_a_job(self):
        with tempfile.TemporaryDirectory() as folder:
            script = os.path.join(folder, "counts.sql")
            with open(script, "w", encoding="utf-8") as file:
                file.write(SCRIPT)
            job = json.loads(self.succeed("submit", script, *GATEWAY, "--format", "json"))["id"]
            listed = json.loads(self.succeed("jobs", *JOBS, "--format", "json"))
            mine = next(each for each in listed if each["id"] == job)
            self.assertEqual(list(mine), ["id", "name", "state", "rawState", "system", "connection", "start",
                                          "durationMs"])
            self.assertEqual((mine["name"], mine["system"]), ("counted by the command line", "flink"))
            self.wait_for_tasks(job)
            first = json.loads(self.succeed("savepoint", job, *JOBS, "--format", "json"))["location"]
            second = json.loads(self.succeed("savepoint", job, "--stop", *JOBS, "--format", "json"))["location"]
            self.assertNotEqual(first, second)
            self.assertEqual(self.state_of(job), "finished")
            again = json.loads(self.succeed("submit", script, *GATEWAY, "--from-savepoint", second, "--format",
                                            "json"))["id"]
            self.assertIn(second, self.succeed("job", again, *JOBS))
            self.assertIn(second, self.succeed("savepoints", *JOBS, "--format", "json"))
            self.assertIn("jobmanager", self.succeed("logs", again, *JOBS, "--list").lower())
            self.succeed("cancel", again, *JOBS)
            self.assertEqual(self.state_of(again), "cancelled")

    def test_calls_and_refusals(self):
        self.assertIn("jobs", json.loads(self.succeed("call", *JOBS, "jobs.overview")))
        status, _, errors = run("job", "0" * 32, *JOBS)
        self.assertEqual(status, 1)
        self.assertIn("does not know this job", errors)
        status, _, errors = run("call", *JOBS, "no.such.call")
        self.assertEqual(status, 2)
        self.assertIn("no.such.call", errors)
        status, _, _ = run("jobs", "--system", "flink", "--url", "http://127.0.0.1:1")
        self.assertEqual(status, 3)


if __name__ == "__main__":
    unittest.main()
