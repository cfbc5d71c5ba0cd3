# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on the contract server of Data Lake Insight: every documented call by its name, each request held
against the recorded one of the service's own library, the life of jobs, and the faults.

usage: cli_on_contract_server.py MILLRACE
"""

import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
import unittest
from urllib.parse import parse_qsl, unquote

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests/contract/dli"))
from running import RunningService, recorded_requests  # noqa: E402

MILLRACE = sys.argv.pop(1)
with open(os.path.join(ROOT, "resources/openapi/dli.json"), encoding="utf-8") as openapi:
    CALLS = {call["operationId"]: (path, method.upper(), call)
             for path, item in json.load(openapi)["paths"].items() for method, call in item.items()}


def run(info, *arguments, body=None, secret=None, token=None):
    environment = {**os.environ, "MILLRACE_SECRET": secret or info["secretKey"]}
    options = ["--system", "dli", "--url", info["url"], "--project", info["project"]]
    if token:
        options.append("--token")
        environment["MILLRACE_TOKEN"] = token
    else:
        options += ["--access-key", info["accessKey"]]
    command = [MILLRACE, arguments[0], *options, *arguments[1:]]
    with tempfile.TemporaryDirectory() as folder:
        if body is not None:
            path = os.path.join(folder, "body.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(body)
            command += ["--body", path]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, timeout=120,
                              check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def arguments_of(recorded):
    """NAME=VALUE arguments that make the recorded request."""
    path, _, call = CALLS[recorded["operation"]]
    template, sent = path.split("/"), recorded["request"]["path"].split("/")
    values = [f"{name[1:-1]}={unquote(value)}" for name, value in zip(template, sent)
              if name.startswith("{") and name != "{project_id}"]
    values += [f"{name}={value}" for name, value in parse_qsl(recorded["request"]["query"], keep_blank_values=True)]
    headers = [p["name"] for p in call.get("parameters", []) if p["in"] == "header"]
    values += [f"{name}={recorded['request']['headers'][name]}" for name in headers
               if name in recorded["request"]["headers"]]
    return values


class CommandLine(unittest.TestCase):
    def test_every_documented_call(self):
        recorded = {}
        for each in recorded_requests():
            if each["variant"] == "minimal" or each["operation"] not in recorded:
                recorded[each["operation"]] = each
        # The library has no call for one cluster; the manual has.
        self.assertEqual(set(CALLS) - set(recorded), {"show_cluster"})
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "requests")
            with RunningService("--record", log) as service, concurrent.futures.ThreadPoolExecutor(2) as pool:
                def call(each):
                    return each, run(service.info, "call", each["operation"], *arguments_of(each),
                                     body=each["request"]["body"])
                results = list(pool.map(call, recorded.values()))
            with open(log, encoding="utf-8") as file:
                seen = {request["operation"]: request for request in map(json.loads, file)}
        for each, (status, output, errors) in results:
            name, sent = each["operation"], each["request"]
            # What is not there is refused with 400, and the command fails with the body on stdout.
            self.assertIn(status, (0, 1), f"{name}: {errors}{output}")
            self.assertNotIn("APIGW", output, name)
            json.loads(output)
            got = seen[name]
            self.assertEqual((got["method"], got["path"], got["query"], got["body"]),
                             (sent["method"], sent["path"], sent["query"], sent["body"] or ""), name)

    def test_wrong_use_sends_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "requests")
            with RunningService("--record", log) as service:
                for arguments in (["show_table", "database_name=db1"], ["list_queues", "nonsense=1"],
                                  ["show_table", "database_name=db1", "table_name=.."], ["no_such_call"],
                                  ["check_sql"]):
                    status, _, errors = run(service.info, "call", *arguments)
                    self.assertEqual(status, 2, (arguments, errors))
                    self.assertTrue(errors.startswith("millrace"), errors)
            self.assertFalse(os.path.exists(log))

    def test_repeated_key_makes_a_list(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "requests")
            with RunningService("--record", log) as service:
                status, _, errors = run(service.info, "call", "list_sql_jobs", "job_types=QUERY", "job_types=DDL")
                self.assertEqual(status, 0, errors)
            with open(log, encoding="utf-8") as file:
                self.assertEqual(json.loads(file.readline())["query"], "job_types=DDL&job_types=QUERY")

    def test_token(self):
        with RunningService() as service:
            status, _, errors = run(service.info, "call", "list_queues", token=service.info["token"])
            self.assertEqual(status, 0, errors)
            status, output, _ = run(service.info, "call", "list_queues", token="stale")
            self.assertEqual(status, 1)
            self.assertIn("APIGW.0307", output)

    def test_life_of_a_flink_job(self):
        with RunningService() as service, tempfile.TemporaryDirectory() as folder:
            script = os.path.join(folder, "orders.sql")
            with open(script, "w", encoding="utf-8") as file:
                file.write("INSERT INTO b SELECT * FROM c;\n")
            status, output, errors = run(service.info, "submit", script, "--format", "json")
            self.assertEqual(status, 0, errors)
            job = json.loads(output)["id"]
            status, output, errors = run(service.info, "job", job, "--format", "json")
            self.assertEqual(status, 0, errors)
            status, output, errors = run(service.info, "jobs", "--format", "json")
            self.assertEqual(status, 0, errors)
            listed = json.loads(output)
            self.assertEqual([set(each) for each in listed], [
                {"id", "name", "state", "rawState", "system", "connection", "start", "durationMs"}])
            self.assertEqual((listed[0]["id"], listed[0]["name"], listed[0]["system"]), (job, "orders", "dli"))
            status, output, errors = run(service.info, "savepoint", job, "--target", "bucket/dir/", "--format", "json")
            self.assertEqual(status, 0, errors)
            self.assertEqual(json.loads(output)["location"], "obs://bucket/dir/savepoint-1")
            status, output, errors = run(service.info, "savepoint", job, "--stop", "--format", "json")
            self.assertEqual(status, 0, errors)
            self.assertIn(f"jobs/savepoint/{job}/", json.loads(output)["location"])
            status, output, errors = run(service.info, "cancel", job)
            self.assertEqual(status, 1)
            self.assertIn("not running", errors)

    def test_sql(self):
        with RunningService() as service:
            environment = {**os.environ, "MILLRACE_SECRET": service.info["secretKey"]}
            del environment
            status, output, errors = run(service.info, "call", "create_sql_job",
                                         body='{"sql": "select 1 as a", "queue_name": "nowhere"}')
            self.assertEqual(status, 1)
            self.assertIn("There is no queue named nowhere", output + errors)

    def test_run_and_explain_on_an_address(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "requests")
            with RunningService("--record", log) as service:
                status, output, errors = run(service.info, "run", "-e", "USE db1; SELECT c1 FROM t1;",
                                             "--set", "queue=queue1", "--set", "spark.a=1", "--format", "csv")
                self.assertEqual((status, errors), (0, ""), output)
                self.assertIn("张三", output)
                status, output, errors = run(service.info, "run", "-e", "SHOW DATABASES")
                self.assertEqual(status, 0, errors)
                self.assertIn("db1", output)
                self.assertNotIn("Job ID", output)
                status, output, errors = run(service.info, "run", "-e", "SELECT 1", "--set", "queue=nowhere")
                self.assertEqual(status, 1, errors)
                self.assertIn("There is no queue named nowhere", output + errors)
                status, output, errors = run(service.info, "run", "-e", "SELECT fail")
                self.assertEqual(status, 1, errors)
                self.assertIn("Division by zero (DLI.0999)", errors)
                status, _, errors = run(service.info, "run", "-e", "SELECT 1", "--set", "engine=hive")
                self.assertEqual(status, 2)
                self.assertIn("spark, hetuEngine", errors)
                status, output, errors = run(service.info, "explain", "-e", "SELECT 1")
                self.assertEqual(status, 0, errors)
                self.assertIn("QUERY", output)
                status, output, errors = run(service.info, "explain", "-e", "SELECT syntax error")
                self.assertEqual(status, 1)
                self.assertIn("-e:1:8: error:", errors)
            with open(log, encoding="utf-8") as file:
                sent = [json.loads(json.loads(line)["body"]) for line in file if "submit-job" in line]
        self.assertEqual(sent[0], {"sql": "SELECT c1 FROM t1", "currentdb": "db1", "queue_name": "queue1",
                                   "conf": ["spark.a = 1"]})

    def test_password_login_renews_its_token(self):
        # Once a token holds for a moment only, so that each call needs another one; once it is refused in the middle of
        # a run although its time is not over.
        for options in (("--token-life", "0.5"), ("--token-uses", "2")):
            with self.subTest(options=options):
                self.run_with_password(*options)

    def run_with_password(self, *options):
        with RunningService(*options) as service, tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "HOME": home, "MILLRACE_SECRET_LAKE": "right",
                           **{f"XDG_{name}_HOME": os.path.join(home, name) for name in ("CONFIG", "DATA", "STATE")}}

            def plain(*arguments):
                done = subprocess.run([MILLRACE, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                                      env=environment, timeout=120, check=False)
                return done.returncode, done.stdout.decode(), done.stderr.decode()

            url = service.info["url"]
            status, _, errors = plain("connections", "add", "lake", "--system", "dli", "--url", url,
                                      "--set", f"iamEndpoint={url}", "--set", "signIn=password", "--set", "account=acme",
                                      "--set", "user=ada")
            self.assertEqual(status, 0, errors)
            status, output, errors = plain("run", "--connection", "lake", "-e", "SELECT 1")
            self.assertEqual(status, 0, errors)
            self.assertIn("张三", output)
            for folder, _, names in os.walk(home):
                for name in names:
                    with open(os.path.join(folder, name), "rb") as file:
                        self.assertNotIn(b"a-token-of-the-contract-server", file.read(), name)

    def test_faults(self):
        with RunningService("--fault", "list_queues=gateway") as service:
            status, output, errors = run(service.info, "call", "list_queues")
            self.assertEqual(status, 1)
            self.assertIn("APIGW.0301", output)
            self.assertNotIn(service.info["secretKey"], output + errors)
        with RunningService("--skew", "1300") as service:
            status, _, errors = run(service.info, "jobs")
            self.assertEqual(status, 3)
            self.assertIn("minute", errors)
        with RunningService() as service:
            status, _, errors = run(service.info, "jobs", secret="wrong-secret")
            self.assertEqual(status, 3)
            self.assertIn("access key", errors)
            self.assertNotIn("wrong-secret", errors)


if __name__ == "__main__":
    unittest.main()
