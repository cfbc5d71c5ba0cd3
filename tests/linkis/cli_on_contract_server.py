# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on the contract server of Linkis: every documented call by its name, the life of tasks, the traps.

usage: cli_on_contract_server.py MILLRACE
"""

import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests/contract/linkis"))
from running import RunningGateway  # noqa: E402

MILLRACE = sys.argv.pop(1)
with open(os.path.join(ROOT, "resources/openapi/linkis.json"), encoding="utf-8") as openapi:
    CALLS = {call["operationId"]: (path, method.upper(), call)
             for path, item in json.load(openapi)["paths"].items() for method, call in item.items()}


def run(info, *arguments, body=None, secret=None, token=None, engine="jdbc-4"):
    environment = {**os.environ, "MILLRACE_SECRET": secret or info["password"]}
    options = ["--system", "linkis", "--url", info["url"], "--user", info["user"]]
    if arguments[0] in ("submit", "run"):
        options += ["--engine", engine]
    if token:
        del environment["MILLRACE_SECRET"]
        environment["MILLRACE_TOKEN"] = token
        options.append("--token")
    command = [MILLRACE, arguments[0], *options, *arguments[1:]]
    with tempfile.TemporaryDirectory() as folder:
        if body is not None:
            path = os.path.join(folder, "body.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(body, file)
            command += ["--body", path]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, timeout=120,
                              check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def call_of(name):
    """Arguments and body with which a documented call can be made."""
    path, _, call = CALLS[name]
    arguments = [f"{parameter}=x" for parameter in re.findall(r"{([^}]+)}", path)]
    arguments += [f"{parameter['name']}=1" for parameter in call.get("parameters", [])
                  if parameter["in"] == "query" and parameter.get("required")]
    content = call.get("requestBody", {}).get("content", {})
    body = content.get("application/json", {}).get("example")
    if "multipart/form-data" in content:
        arguments += [f"{field}={__file__ if field == 'file' else '/tmp/x'}"
                      for field in content["multipart/form-data"]["schema"].get("required", [])]
    return arguments, body


class CommandLine(unittest.TestCase):
    def test_every_documented_call(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "requests")
            with RunningGateway("--record", log) as gateway, concurrent.futures.ThreadPoolExecutor(2) as pool:
                def call(name):
                    arguments, body = call_of(name)
                    return name, run(gateway.info, "call", name, *arguments, body=body)
                results = list(pool.map(call, CALLS))
            with open(log, encoding="utf-8") as file:
                seen = {request["operation"] for request in map(json.loads, file)}
        self.assertEqual(seen, set(CALLS))
        for name, (status, output, errors) in results:
            self.assertIn(status, (0, 1), f"{name}: {errors}{output}")
            self.assertNotIn("timestamp", output, name)

    def test_submit_sends_the_documented_body(self):
        _, body = call_of("entrance.submit")
        body["labels"]["userCreator"] = "hadoop-IDE"
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "requests")
            with RunningGateway("--record", log) as gateway:
                status, output, errors = run(gateway.info, "call", "entrance.submit", body=body)
                self.assertEqual(status, 0, errors + output)
            with open(log, encoding="utf-8") as file:
                sent = [json.loads(request["body"]) for request in map(json.loads, file)
                        if request["operation"] == "entrance.submit"]
        self.assertEqual(sent, [body])
        self.assertEqual(set(body), {"executionContent", "params", "source", "labels"})

    def test_life_of_a_task(self):
        with RunningGateway() as gateway, tempfile.TemporaryDirectory() as folder:
            script = os.path.join(folder, "forever.sql")
            with open(script, "w", encoding="utf-8") as file:
                file.write("select 1 -- sleep forever\n")
            status, output, errors = run(gateway.info, "submit", script, "--format", "json")
            self.assertEqual(status, 0, errors)
            task = json.loads(output)["id"]
            status, output, errors = run(gateway.info, "jobs", "--format", "json")
            self.assertEqual(status, 0, errors)
            self.assertEqual([(job["id"], job["system"]) for job in json.loads(output)], [(task, "linkis")])
            status, output, errors = run(gateway.info, "job", task, "--format", "json")
            self.assertEqual(status, 0, errors)
            self.assertNotIn("jdbc.url", output)
            status, output, errors = run(gateway.info, "cancel", task)
            self.assertEqual(status, 0, errors)
            status, output, errors = run(gateway.info, "cancel", task)
            self.assertNotEqual(status, 0)
            self.assertIn("ended already", errors)
            status, output, errors = run(gateway.info, "logs", task)
            self.assertEqual(status, 0, errors)
            self.assertIn("header-less line", output)

    def test_all_results_are_printed(self):
        with RunningGateway() as gateway:
            status, output, errors = run(gateway.info, "run", "-e", "select /* all kinds */ 1", "--format", "csv")
            self.assertEqual(status, 0, errors)
            tables = [table.splitlines() for table in output.replace("\r\n", "\n").strip().split("\n\n")]
            self.assertEqual([table[0] for table in tables], ["id,v,d", "text", "html", "picture"])
            self.assertEqual(tables[0][1:], ["1,NULL,0.0000", "2,,", '3,"",1.50'])  # NULL, and what looks like it
            self.assertIn("<script>alert('never run')</script>", tables[2])

    def test_any_engine_can_be_set(self):
        with RunningGateway() as gateway:
            status, output, errors = run(gateway.info, "run", "-e", "echo; echo", "--set", "engine=shell-1", "--format", "csv")
            self.assertEqual(status, 0, errors)
            self.assertEqual(output.split(), ["text", "line-1", "line-2"])

    def test_a_failed_task_keeps_what_it_wrote(self):
        with RunningGateway() as gateway:
            status, output, errors = run(gateway.info, "run", "-e", "select /* fail */ 1", "--format", "json")
            self.assertEqual(status, 1)
            self.assertEqual(len(json.loads(output)), 3)
            self.assertIn("table nope not found", errors)

    def test_long_logs_and_long_code(self):
        with RunningGateway() as gateway:
            code = "echo 'log 400000 lines' # " + "x" * 5_000_000
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "long.sh")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(code)
                status, output, errors = run(gateway.info, "submit", path, "--format", "json", engine="shell-1")
            self.assertEqual(status, 0, errors)
            task = json.loads(output)["id"]
            for _ in range(6):
                run(gateway.info, "job", task)
            status, output, errors = run(gateway.info, "logs", task)  # 40 MB: more than openLog gives
            self.assertEqual(status, 0, errors)
            self.assertGreater(output.count("\n"), 400_000)

    def test_params_are_never_shown(self):
        with RunningGateway() as gateway:
            _, body = call_of("entrance.submit")
            body["labels"]["userCreator"] = "hadoop-IDE"
            body["params"]["configuration"]["runtime"]["wds.linkis.jdbc.password"] = "clear-text"
            run(gateway.info, "call", "entrance.submit", body=body)
            for arguments in (("jobs",), ("job", "1"), ("call", "jobhistory.get", "id=1"), ("call", "jobhistory.list")):
                status, output, errors = run(gateway.info, *arguments)
                self.assertEqual(status, 0, errors)
                self.assertNotIn("clear-text", output + errors)

    def test_refused_results_say_what_to_do(self):
        with RunningGateway("--trap", "refuse-results") as gateway:
            status, _, errors = run(gateway.info, "run", "-e", "select 1")
            self.assertEqual(status, 1)
            self.assertIn("linkis.entrance.enable.hdfs.res.dir.private", errors)

    def test_a_kill_that_does_nothing_is_told(self):
        with RunningGateway("--trap", "kill-lies") as gateway, tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "forever.sql")
            with open(path, "w", encoding="utf-8") as file:
                file.write("select 1 -- sleep forever\n")
            _, output, _ = run(gateway.info, "submit", path, "--format", "json")
            status, _, errors = run(gateway.info, "cancel", json.loads(output)["id"])
            self.assertNotEqual(status, 0)
            self.assertIn("lives", errors)

    def test_sessions_that_end_are_made_anew(self):
        with RunningGateway("--trap", "expire") as gateway:
            for _ in range(3):
                status, _, errors = run(gateway.info, "jobs", "--format", "json")
                self.assertEqual(status, 0, errors)

    def test_encrypted_login(self):
        for trap in ("encrypt", "encrypt-1024"):
            with RunningGateway("--trap", trap) as gateway:
                status, _, errors = run(gateway.info, "jobs", "--format", "json")
                self.assertEqual(status, 0, errors)

    def test_token(self):
        with RunningGateway() as gateway:
            status, _, errors = run(gateway.info, "call", "variable.listGlobalVariable", token=gateway.info["token"])
            self.assertEqual(status, 0, errors)

    def test_refusals(self):
        for trap, word in (("dead-backend", "does not answer"), ("web-page", "web page"), ("unregistered", "not registered"),
                           ("empty", "answered nothing"), ("framework", "Unsupported Media Type"), ("cut", "whole JSON"),
                           ("no-address", "no such address"), ("sso", "https://sso.example/login")):
            with RunningGateway("--trap", trap) as gateway:
                status, _, errors = run(gateway.info, "jobs")
                self.assertNotEqual(status, 0)
                self.assertIn(word, errors)
        with RunningGateway() as gateway:
            status, _, errors = run(gateway.info, "jobs", secret="wrong-secret")
            self.assertNotEqual(status, 0)
            self.assertIn("wrong user name", errors)
            self.assertNotIn("wrong-secret", errors)

    def test_referer(self):
        with RunningGateway("--trap", "referer") as gateway:
            status, _, errors = run(gateway.info, "jobs", "--format", "json")
            self.assertEqual(status, 0, errors)


if __name__ == "__main__":
    unittest.main()
