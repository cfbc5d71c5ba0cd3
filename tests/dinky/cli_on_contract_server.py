# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on the contract server of Dinky, in both dialects: every documented call by its name, each request
held against the document, SQL with its rows, plans, the life of tasks and jobs, and the faults.

usage: cli_on_contract_server.py MILLRACE
"""

import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MILLRACE = os.path.abspath(sys.argv.pop(1))
OPENAPI = os.path.join(ROOT, "resources/openapi/dinky.json")
DATA = os.path.join(ROOT, "tests/data/dinky")
with open(OPENAPI, encoding="utf-8") as openapi:
    CALLS = [(path.split("#")[0], method.upper(), call)
             for path, item in json.load(openapi)["paths"].items() for method, call in item.items()]
with open(os.path.join(DATA, "documented.jsonl"), encoding="utf-8") as documented:
    DOCUMENTED = [json.loads(line) for line in documented]
QUERY = "CREATE TABLE few (id INT) WITH ('connector'='datagen');\nSELECT * FROM few;\n"
INSERT = "CREATE TABLE o (id INT) WITH ('connector'='datagen');\nINSERT INTO p SELECT 1;\n"


class Server:
    """The contract server in a process of its own, and a home for the command line beside it."""

    def __init__(self, dialect, *options, login=True):
        self.dialect, self.options, self.login = dialect, options, login

    def __enter__(self):
        self.home = tempfile.TemporaryDirectory()
        self.log = os.path.join(self.home.name, "requests")
        self.process = subprocess.Popen(
            [sys.executable, "-B", os.path.join(ROOT, "tests/contract/dinky/server.py"), OPENAPI, DATA, "--dialect",
             self.dialect, "--record", self.log, *self.options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.info = json.loads(self.process.stdout.readline())
        self.environment = {**os.environ, "HOME": self.home.name, "MILLRACE_SECRET": self.info["password"],
                            "MILLRACE_SECRET_D": self.info["password"],
                            **{f"XDG_{name}_HOME": os.path.join(self.home.name, name.lower())
                               for name in ("CONFIG", "DATA", "CACHE", "STATE")}}
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.home.cleanup()

    def seen(self):
        if not os.path.exists(self.log):
            return []
        with open(self.log, encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def file(self, name, text):
        path = os.path.join(self.home.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def plain(self, *arguments):
        done = subprocess.run([MILLRACE, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                              env=self.environment, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def run(self, command, *arguments, login=None):
        user = ["--user", self.info["user"]] if (self.login if login is None else login) else []
        return self.plain(command, "--system", "dinky", "--url", self.info["url"], "--flink-address", "127.0.0.1:8081",
                          *user, *arguments)

    def call(self, operation, *values, body=None, login=None):
        given = ["--body", self.file(f"body-{operation}.json", json.dumps(body))] if body is not None else []
        status, output, errors = self.run("call", operation, *values, *given, login=login)
        assert status == 0, (operation, errors, output)
        answer = json.loads(output)
        return answer.get("data", answer.get("datas"))

    def save(self):
        status, _, errors = self.plain("connections", "add", "d", "--system", "dinky", "--url", self.info["url"], "--set",
                                       f"user={self.info['user']}", "--set", "flinkAddress=127.0.0.1:8081")
        assert status == 0, errors

    def make_task(self, name="orders", statement=INSERT):
        if self.dialect == "0.7":
            made = self.call("catalogue.saveTask", body={"parentId": 0, "name": name, "alias": name,
                                                          "dialect": "FlinkSql", "isLeaf": True})
            self.call("task.save", body={"id": made["taskId"], "name": name, "statement": statement})
        else:
            made = self.call("catalogue.saveTask", body={
                "parentId": 0, "name": name, "type": "FlinkSql", "dialect": "FlinkSql",
                "task": {"name": name, "statement": statement}})
        return str(made["taskId"])


def example_of(call):
    """The values and the body that the description gives for a call."""
    values = []
    for parameter in call.get("parameters", []):
        example = parameter.get("example", (parameter["schema"].get("enum") or ["1"])[0])
        if parameter["required"] or example not in ("", None):
            values.append(f"{parameter['name']}={example}")
    if "requestBody" not in call:
        return values, None
    media = call["requestBody"]["content"]["application/json"]
    return values, media["example"] if "example" in media else next(iter(media["examples"].values()))["value"]


class Documented(unittest.TestCase):
    def test_every_call_of_the_document(self):
        self.assertEqual(len(DOCUMENTED), 14)
        with Server("0.7", login=False) as server:
            for each in DOCUMENTED:
                arguments = [value for value in each["query"].split("&") if value]
                if each["body"] is not None:
                    arguments += ["--body", server.file("body.json", json.dumps(each["body"]))]
                status, output, errors = server.run("call", each["operation"], *arguments)
                self.assertEqual(status, 0, (each["entry"], errors))
                json.loads(output)
                sent = server.seen()[-1]
                self.assertEqual((sent["method"], sent["path"], sent["query"]),
                                 (each["method"], each["path"], each["query"]), each["entry"])
                self.assertEqual(json.loads(sent["body"]) if sent["body"] else None, each["body"], each["entry"])

    def test_the_description_has_the_documented_bodies(self):
        for each in DOCUMENTED:
            if each["body"] is None:
                continue
            call = next(call for path, method, call in CALLS if call["x-millrace-operation"] == each["operation"]
                        and call["x-millrace-dialect"] == "0.7")
            media = call["requestBody"]["content"]["application/json"]
            examples = [media["example"]] if "example" in media else [e["value"] for e in media["examples"].values()]
            self.assertIn(each["body"], examples, each["entry"])

    def every_call(self, dialect, count):
        calls = [(path, method, call) for path, method, call in CALLS if call["x-millrace-dialect"] == dialect]
        self.assertEqual(len(calls), count)
        # Logins end one another: each call has a server that is logged into once and not out of.
        with Server(dialect) as server:
            for path, method, call in calls:
                name = call["x-millrace-operation"]
                if name == "sse.connect":
                    continue  # a stream that ends with its reader: submitting reads it
                values, body = example_of(call)
                if body is not None:
                    values += ["--body", server.file("body.json", json.dumps(body))]
                status, output, errors = server.run("call", name, *values)
                self.assertEqual(status, 0, (name, errors, output))
                sent = server.seen()[-1]
                self.assertEqual(sent["method"], method, name)
                self.assertNotIn("language", json.dumps(sent["headers"]).lower().replace("accept-language", ""), name)
                expected = path
                for value in values:
                    expected = expected.replace("{" + value.split("=")[0] + "}", value.split("=", 1)[-1])
                self.assertEqual(sent["path"].replace("%3A", ":"), expected, name)
                self.assertEqual(json.loads(sent["body"]) if sent["body"] else None, body, name)

    def test_every_call_of_0_7(self):
        self.every_call("0.7", 66)

    def test_every_call_of_1_x(self):
        self.every_call("1.x", 74)

    def test_calls_that_1_x_dropped_are_named(self):
        with Server("1.x", login=False) as server:
            for name in ("executeSql", "executeJar", "getJobData"):
                given = ["jobId=1"] if name == "getJobData" else ["--body", server.file("body.json", "{}")]
                status, output, errors = server.run("call", name, *given)
                self.assertEqual(status, 1, errors)
                self.assertEqual(json.loads(output)["path"], "/openapi/" + name)


class Sql(unittest.TestCase):
    def rows(self, dialect, *options, statement=QUERY, sets=()):
        given = [part for each in (("clusterId=1"), *sets) for part in ("--set", each)]
        with Server(dialect, *options) as server:
            server.save()
            status, output, errors = server.plain("run", "--connection", "d", "--format", "jsonl", "-f",
                                                  server.file("a.sql", statement), *given)
            return status, output, errors, server.seen()

    def test_rows(self):
        for dialect in ("0.7", "1.x"):
            status, output, errors, seen = self.rows(dialect)
            self.assertEqual(status, 0, (dialect, errors, output))
            rows = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
            self.assertEqual([row.get("id") for row in rows if row.get("id")], [1, 2, 3, 4, 5], output)
            run = next(each for each in seen if each["path"].endswith(("/executeSql", "/debugTask")))
            body = json.loads(run["body"])
            self.assertIn(";\r\nSELECT", body["statement"])
            self.assertTrue(body["useResult"])

    def test_rows_that_are_missed_now_and_then(self):
        status, output, errors, _ = self.rows("1.x", "--trap", "miss")
        self.assertEqual(status, 0, errors)
        self.assertEqual(output.count('"id"'), 5, output)

    def test_the_cap_ends_the_job(self):
        status, output, errors, seen = self.rows("0.7", statement="SELECT * FROM many;", sets=("maxRowNum=6",))
        self.assertEqual(status, 0, errors)
        self.assertEqual(output.count('"id"'), 6, output)
        self.assertEqual([each["path"] for each in seen if each["path"].endswith("/cancel")], ["/openapi/cancel"])

    def test_an_insert_names_its_job(self):
        for dialect in ("0.7", "1.x"):
            status, output, errors, _ = self.rows(dialect, statement=INSERT)
            self.assertEqual(status, 0, errors)
            self.assertRegex(output + errors, r"[0-9a-f]{32}")

    def test_faults(self):
        for dialect in ("0.7", "1.x"):
            status, output, errors, _ = self.rows(dialect, statement="SELECT *\nFROM nope;")
            self.assertEqual(status, 1, (dialect, output))
            self.assertIn("nope", errors)
            self.assertNotIn("\tat ", errors)
        status, _, errors, _ = self.rows("0.7", "--trap", "no-tenant", statement=INSERT)
        self.assertEqual(status, 1)
        self.assertIn("tenant", errors)

    def test_show(self):
        status, output, errors, _ = self.rows("0.7", statement="SHOW CATALOGS;")
        self.assertEqual(status, 0, errors)
        self.assertIn("default_catalog", output)
        status, _, errors, _ = self.rows("1.x", statement="SHOW CATALOGS;")
        self.assertEqual(status, 1)
        self.assertIn("SHOW", errors)

    def test_explain(self):
        for dialect in ("0.7", "1.x"):
            with Server(dialect) as server:
                server.save()
                status, output, errors = server.plain("explain", "--connection", "d", "--format", "json", "-f",
                                                      server.file("a.sql", INSERT))
                self.assertEqual(status, 0, (dialect, errors))
                graph = json.loads(output)
                self.assertGreater(len(graph["nodes"]), 1)
                self.assertTrue({"/openapi/explainSql", "/openapi/getStreamGraph", "/openapi/getJobPlan"}
                                <= {each["path"] for each in server.seen()})
                status, _, errors = server.plain("explain", "--connection", "d", "-f",
                                                 server.file("b.sql", "INSERT INTO a\nSELECT * FROM nope;"))
                self.assertEqual(status, 1)
                self.assertIn(":2:15", errors)


class Jobs(unittest.TestCase):
    def test_life_of_a_task(self):
        for dialect in ("0.7", "1.x"):
            with Server(dialect) as server:
                task = server.make_task()
                script = server.file("orders.sql", "")
                status, output, errors = server.run("submit", script, "--set", f"taskId={task}", "--format", "json")
                self.assertEqual(status, 0, (dialect, errors))
                self.assertEqual(json.loads(output)["id"], task)
                # The console as it went on: pushed, or asked for.
                self.assertIn("Start submit flink job, 作业" if dialect == "1.x" else "Execute Flink SQL succeed", errors)
                status, _, errors = server.run("submit", script, "--set", f"taskId={task}")
                self.assertEqual(status, 2, errors)
                self.assertIn("runs already", errors)
                status, output, errors = server.run("jobs", "--format", "json")
                self.assertEqual(status, 0, errors)
                listed = json.loads(output)
                self.assertEqual([(each["id"], each["state"]) for each in listed], [(task, "running")])
                status, output, errors = server.run("job", task, "--format", "json")
                self.assertEqual(status, 0, errors)
                self.assertEqual(json.loads(output)["rawState"], "RUNNING")
                status, output, errors = server.run("savepoint", task, "--format", "json")
                self.assertEqual(status, 0, errors)
                self.assertTrue(json.loads(output)["location"].startswith("file:/savepoints/"))
                source = ["--source", "Console of the submission"] if dialect == "1.x" else []
                status, output, errors = server.run("logs", task, *source)
                self.assertEqual(status, 0, errors)
                self.assertTrue(output)
                status, _, errors = server.run("cancel", task)
                self.assertEqual(status, 0, (dialect, errors))
                status, _, errors = server.run("cancel", task)
                self.assertNotEqual(status, 0)
                self.assertIn("ended already", errors)

    def test_without_a_login(self):
        for dialect in ("0.7", "1.x"):
            with Server(dialect) as server:
                task = server.make_task()
                script = server.file("orders.sql", "")
                status, _, errors = server.run("submit", script, "--set", f"taskId={task}", login=False)
                self.assertEqual(status, 0, errors)
                status, output, errors = server.run("savepoint", task, "--stop", "--format", "json", login=False)
                self.assertEqual(status, 0, (dialect, errors))
                self.assertIn("savepoint-", json.loads(output)["location"])
                status, _, errors = server.run("jobs", login=False)
                self.assertEqual(status, 3)
                self.assertIn("user", errors)
                paths = [each["path"] for each in server.seen()]
                self.assertIn("/openapi/savepoint", paths)

    def test_a_text_becomes_a_job(self):
        for dialect in ("0.7", "1.x"):
            with Server(dialect) as server:
                script = server.file("orders.sql", INSERT)
                status, output, errors = server.run("submit", script, "--format", "json")
                self.assertEqual(status, 0, (dialect, errors))
                made = json.loads(output)
                self.assertEqual(made["name"], "orders")
                status, _, errors = server.run("cancel", made["id"])
                self.assertEqual(status, 0, (dialect, errors))

    def test_lies(self):
        with Server("0.7", "--trap", "silent-savepoint") as server:
            script = server.file("orders.sql", INSERT)
            _, output, _ = server.run("submit", script, "--format", "json")
            job = json.loads(output)["id"]
            status, _, errors = server.run("savepoint", job)
            self.assertNotEqual(status, 0)
            self.assertIn("Could not find Flink job", errors)
        with Server("0.7", "--trap", "lying-cancel") as server:
            script = server.file("orders.sql", INSERT)
            _, output, _ = server.run("submit", script, "--format", "json")
            status, _, errors = server.run("cancel", json.loads(output)["id"])
            self.assertNotEqual(status, 0)
            self.assertIn("lives on", errors)
        with Server("1.x", "--trap", "no-tenant") as server:
            task = server.make_task()
            server.run("submit", server.file("a.sql", ""), "--set", f"taskId={task}")
            status, _, errors = server.run("savepoint", task, login=False)
            self.assertEqual(status, 1)
            self.assertIn("tenant defect", errors)
            status, _, errors = server.run("cancel", task)
            self.assertEqual(status, 0, errors)


class Logins(unittest.TestCase):
    def test_token_and_tenant_go_as_cookies(self):
        for dialect, name in (("0.7", "satoken"), ("1.x", "token")):
            with Server(dialect) as server:
                status, _, errors = server.run("jobs", "--tenant", "Second")
                self.assertEqual(status, 0, errors)
                sent = server.seen()[-1]
                cookie = next(value for key, value in sent["headers"].items() if key.lower() == "cookie")
                self.assertRegex(cookie, f"^{name}=[0-9a-f-]+; tenantId=2$")

    def test_a_tenant_of_others_is_not_tried(self):
        for dialect in ("0.7", "1.x"):
            with Server(dialect) as server:
                status, _, errors = server.run("jobs", "--tenant", "Nobody")
                self.assertEqual(status, 3)
                self.assertIn("DefaultTenant (1), Second (2)", errors)

    def test_a_login_that_ends_is_made_again(self):
        with Server("1.x", "--trap", "expire") as server:
            server.save()
            for _ in range(3):
                status, _, errors = server.run("jobs")
                self.assertEqual(status, 0, errors)
            task = server.make_task()
            status, _, errors = server.run("job", task)
            self.assertIn("never ran", errors)

    def test_a_wrong_password(self):
        with Server("1.x") as server:
            server.environment["MILLRACE_SECRET"] = "wrong-password"
            status, _, errors = server.run("jobs")
            self.assertEqual(status, 3)
            self.assertIn("login of admin", errors)
            self.assertNotIn("wrong-password", errors)

    def test_foreign_pages(self):
        for trap in ("web-page", "cut"):
            with Server("1.x", "--trap", trap) as server:
                status, _, errors = server.run("jobs")
                self.assertNotEqual(status, 0)
                self.assertTrue(errors.startswith("millrace"), errors)


if __name__ == "__main__":
    unittest.main()
