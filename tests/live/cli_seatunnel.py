# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on a real SeaTunnel 2.3.8: the life of a job, and every call of the documentation by its name.

usage: cli_seatunnel.py MILLRACE TEMPLATES      MILLRACE_LIVE_SEATUNNEL_JSON names the engine's description
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

MILLRACE, TEMPLATES = sys.argv[1:3]
with open(os.environ["MILLRACE_LIVE_SEATUNNEL_JSON"], encoding="utf-8") as description:
    TARGET = ["--system", "seatunnel", "--url", json.load(description)["v1"]]

ENCRYPT = {"env": {"parallelism": 1, "shade.identifier": "base64"},
           "source": [{"plugin_name": "MySQL-CDC", "username": "seatunnel", "password": "seatunnel_password"}],
           "transform": [], "sink": [{"plugin_name": "Console"}]}


def millrace(*arguments, body=None):
    """Status, output and errors of one command."""
    with tempfile.TemporaryDirectory() as folder:
        command = [MILLRACE, *arguments]
        if body is not None:
            path = os.path.join(folder, "body.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(body if isinstance(body, str) else json.dumps(body))
            command += ["--body", path]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def template(name):
    with open(os.path.join(TEMPLATES, name), encoding="utf-8") as file:
        return file.read()


class CommandLine(unittest.TestCase):
    def succeed(self, *arguments, body=None):
        status, output, errors = millrace(*arguments, body=body)
        self.assertEqual(status, 0, f"{arguments}: {errors}{output}")
        return output

    def call(self, name, *parameters, body=None):
        """The JSON that a documented call answers."""
        return json.loads(self.succeed("call", *TARGET, name, *parameters, body=body))

    def submitted(self, name, *options):
        output = self.succeed("submit", os.path.join(TEMPLATES, name), *TARGET, "--format", "json", *options)
        answer = json.loads(output)
        return str((answer[0] if isinstance(answer, list) else answer)["id" if "id" in output else "jobId"])

    def wait_for(self, job, *wanted):
        for _ in range(300):
            status = self.call("job-info", f"jobId={job}").get("jobStatus")
            if status in wanted:
                return
            time.sleep(0.1)
        self.fail(f"the job {job} is {status} and never became {wanted}")

    def test_every_documented_call(self):
        started = self.call("submit-job", "jobName=by call", body=template("fake-to-console-streaming.json"))
        self.assertEqual(started["jobName"], "by call")
        job = str(started["jobId"])
        self.wait_for(job, "RUNNING")
        self.assertIn(job, [each["jobId"] for each in self.call("running-jobs")])
        self.assertEqual(self.call("running-job", f"jobId={job}")["jobName"], "by call")
        self.assertEqual(self.call("overview")["projectVersion"], "2.3.8")
        self.assertIn("heap.memory.used", self.call("system-monitoring-information")[0])
        self.assertTrue(self.call("running-threads"))
        self.assertTrue(self.call("thread-dump"))
        stop = '{"jobId": %s, "isStopWithSavePoint": true}' % job
        self.assertEqual(self.call("stop-job", body=stop), {"jobId": job})
        self.wait_for(job, "SAVEPOINT_DONE")
        self.assertIn(job, [each["jobId"] for each in self.call("finished-jobs", "state=SAVEPOINT_DONE")])
        self.assertIn(job, [each["jobId"] for each in self.call("finished-jobs")])
        again = self.call("submit-job", f"jobId={job}", "isStartWithSavePoint=true",
                          body=template("fake-to-console-streaming.json"))
        self.assertEqual(str(again["jobId"]), job)
        self.wait_for(job, "RUNNING")
        self.call("stop-jobs", body='[{"jobId": %s, "isStopWithSavePoint": false}]' % job)
        self.wait_for(job, "CANCELED")

    def test_calls_that_change_little(self):
        encrypted = self.call("encrypt-config", body=ENCRYPT)
        self.assertEqual(encrypted["source"][0]["password"], "c2VhdHVubmVsX3Bhc3N3b3Jk")
        self.assertEqual(self.call("update-tags", body={"team": "a"})["status"], "success")
        self.assertEqual(self.call("update-tags", body="{}")["status"], "success")
        self.assertIn("job_thread_pool", self.succeed("call", *TARGET, "metrics"))
        self.assertIn("# EOF", self.succeed("call", *TARGET, "openmetrics"))
        batch = json.loads(template("fake-to-console-batch.json"))
        started = self.call("submit-jobs", body=[dict(batch, params={"jobName": "one"})])
        self.wait_for(started[0]["jobId"], "FINISHED")

    def test_the_life_of_a_job(self):
        job = self.submitted("fake-to-console-streaming.json")
        self.wait_for(job, "RUNNING")
        jobs = json.loads(self.succeed("jobs", *TARGET, "--format", "json"))
        row = next(each for each in jobs if each["id"] == job)
        self.assertEqual((row["state"], row["rawState"], row["system"]), ("running", "RUNNING", "seatunnel"))
        self.assertIn(job, self.succeed("job", job, *TARGET))
        location = json.loads(self.succeed("savepoint", job, "--stop", *TARGET, "--format", "json"))["location"]
        self.assertEqual(location, job)
        self.assertEqual(self.submitted("fake-to-console-streaming.json", "--from-savepoint", location), job)
        self.wait_for(job, "RUNNING")
        self.succeed("cancel", job, *TARGET)
        self.wait_for(job, "CANCELED")

    def test_what_goes_wrong(self):
        self.assertEqual(millrace("job", "123456789012345678", *TARGET)[0], 1)
        self.assertEqual(millrace("call", *TARGET, "job-info")[0], 2)
        self.assertEqual(millrace("call", *TARGET, "no-such-call")[0], 2)
        status, _, errors = millrace("savepoint", "1", *TARGET)
        self.assertNotEqual(status, 0)
        self.assertIn("only when it stops", errors)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
