# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that answers as recorded Dinky servers of 0.7 and 1.x do: a login that a second one ends, tenants, a tree of
tasks, jobs that run until they are ended, rows that grow, and the nasty parts on switches. What has no state is
answered with the recording of the same call.

usage: server.py OPENAPI RECORDINGS --dialect 0.7|1.x [--trap NAME …] [--record FILE]

It prints {"url", "user", "password", "tenant"} and serves until its input ends. A line "+NAME" or "-NAME" there
switches a trap on or off.
"""

import argparse
import datetime
import itertools
import json
import os
import queue
import re
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote

USER, PASSWORD = "admin", "dinky123!@#"
FINAL = ("FINISHED", "CANCELED", "FAILED")
TRAPS = {
    "no-tenant": "open calls know no tenant: executeSql dies, cancel and savepoint answer Task Not Exist",
    "lying-cancel": "a cancel answers true and does nothing",
    "silent-savepoint": "savepoints fail with code 0",
    "expire": "each login ends after six calls",
    "miss": "each second getJobData answers success false",
    "web-page": "a proxy answers with a web page",
    "cut": "answers are cut in the middle",
    "foreign-tenant": "the tenant is not one of the user any more: an empty body, and the login is gone",
    "slow": "submitting and the first explain take ten seconds",
    "no-push": "nobody pushes events",
}
STACK = "\n\tat org.dinky.service.impl.TaskServiceImpl.executeJob(TaskServiceImpl.java:195)\n\tat java.base/java.lang.Thread.run(Thread.java:840)"
NO_TABLE = "Object 'nope' not found"
NOT_INSERT = "org.apache.flink.table.api.TableException: Only insert statement is supported now."


class Refused(Exception):
    """A refusal with its code of 1.x; 0.7 says 1 to all but a missing login."""

    def __init__(self, message, code=1, http=200, data=None):
        super().__init__(message)
        self.message, self.code, self.http, self.data = message, code, http, data


def thrown(message):
    return Refused(message, 5, data=f"java.lang.RuntimeException: {message}{STACK}")


def now(iso=False):
    moment = datetime.datetime.now()
    return moment.isoformat() + "123" if iso else moment.strftime("%Y-%m-%d %H:%M:%S")


def statements(text):
    """As both versions take a text apart: a ; alone is no separator."""
    return [part.strip() for part in re.split(r";[ ]*\r?\n", text or "") if part.strip().rstrip(";")]


class Dinky:
    """The state behind the calls."""

    def __init__(self, openapi, recordings, dialect, traps):
        self.dialect, self.old, self.traps = dialect, dialect == "0.7", set(traps)
        self.lock = threading.Lock()
        self.token, self.left = None, 0
        self.ids = itertools.count(2)
        self.nodes, self.tasks, self.jobs, self.savepoints, self.history = {}, {}, {}, [], {}
        self.versions, self.console, self.processes, self.subscribers, self.topics = [], "", {}, {}, {}
        self.explained = False
        self.clusters = {1: self.cluster(1, "flink", "127.0.0.1:8081")}
        self.calls, self.recorded = {}, {}
        for path, item in openapi["paths"].items():
            for method, call in item.items():
                if call["x-millrace-dialect"] == dialect:
                    pattern = re.sub(r"\\{([^}]+)\\}", r"(?P<\1>[^/]+)", re.escape(path.split("#")[0]))
                    self.calls[(method.upper(), pattern)] = call
        with open(os.path.join(recordings, f"{dialect}.jsonl"), encoding="utf-8") as file:
            for each in map(json.loads, file):
                answer = each["json"]
                if each["status"] == 200 and isinstance(answer, dict) and answer.get("code", 0) == 0:
                    self.recorded.setdefault((each["method"], each["path"]), answer)

    @staticmethod
    def cluster(number, name, hosts):
        return {"id": number, "name": name, "alias": name, "type": "standalone", "hosts": hosts, "tenantId": 1,
                "jobManagerHost": hosts, "version": "1.18.1", "status": 1, "enabled": True, "autoRegisters": False}

    # Jobs.

    def start(self, name, statement, address, task=None, use_result=False, rows=100):
        jid = uuid.uuid4().hex
        number = next(self.ids)
        job = {"id": number, "jid": jid, "name": name, "taskId": task, "status": "RUNNING", "historyId": number,
               "clusterId": 1, "createTime": now(), "statement": statement, "address": address,
               "rows": 0, "most": rows, "useResult": use_result, "looks": 0}
        self.jobs[jid] = job
        self.history[str(number)] = job
        return job

    def instance(self, job):
        live = job["status"] not in FINAL
        row = {"id": job["id"], "tenantId": 1, "name": job["name"], "taskId": job["taskId"], "step": 1,
               "clusterId": job["clusterId"], "jid": job["jid"], "status": job["status"], "historyId": job["historyId"],
               "error": None, "createTime": job["createTime"], "updateTime": now(), "type": "standalone",
               "failedRestartCount": None, "duration": 5 if self.old else 5311}
        row["finishTime"] = now() if not live else None if self.old else "1970-01-01 00:00:00"
        return row

    def last_of(self, task):
        runs = [job for job in self.jobs.values() if job["taskId"] == task]
        return runs[-1] if runs else None

    def task(self, number):
        task = self.tasks.get(int(number))
        if not task:
            raise Refused("Task Not Exist")
        return task

    def known(self, number):
        """The task as an open call finds it, on a thread without a tenant."""
        if "no-tenant" in self.traps:
            raise Refused("Task Not Exist")
        return self.task(number)

    def end(self, job, status="CANCELED"):
        if "lying-cancel" not in self.traps:
            job["status"] = status

    def result_of(self, job, success=True, error=None):
        short = {"jobManagerAddress": job["address"] if job else None, "status": "SUCCESS" if success else "FAILED",
                 "success": success, "jobId": job["jid"] if job else None, "error": error, "startTime": now(True),
                 "endTime": now(True)}
        return short, {"id": job["id"] if job else None, "jobConfig": {}, "statement": job["statement"] if job else "",
                       "jobInstanceId": job["id"] if job else None, "result": None, **short}

    def savepoint_of(self, job, kind):
        if job["status"] in FINAL or "silent-savepoint" in self.traps:
            if not self.old and job["status"] in FINAL:
                raise thrown("[Assertion failed] - this argument is required; it must not be null")
            text = json.dumps({"class": "java.util.concurrent.CompletionException", "stack-trace":
                               f"java.util.concurrent.CompletionException: Could not find Flink job ({job['jid']})" + STACK})
            return self.savepoint_answer([], text)
        path = f"file:/savepoints/savepoint-{job['jid'][:6]}-{len(self.savepoints) + 1:012x}"
        self.savepoints.append({"id": len(self.savepoints) + 1, "taskId": job["taskId"], "name": kind, "type": kind,
                                "path": path, "createTime": now(True)})
        status = {"trigger": "RUN", "stop": "STOP", "cancel": "CANCEL"}[kind]
        if kind != "trigger":
            self.end(job, "FINISHED" if kind == "stop" else "CANCELED")
        return self.savepoint_answer([{"jobId": job["jid"], "savePoint": path, "status": status}], None)

    @staticmethod
    def savepoint_answer(infos, problem):
        return {"type": "YARN_PER_JOB", "startTime": now(True), "endTime": None, "exceptionMsg": problem, "appId": None,
                "jobInfos": infos or None, "webURL": None, "jids": None, "success": False, "error": problem}

    # Statements.

    def nap(self, seconds):
        """Takes time without keeping the others waiting."""
        self.lock.release()
        try:
            time.sleep(seconds)
        finally:
            self.lock.acquire()

    def step(self, task, line, status="RUNNING"):
        """A line of the console of a submission, pushed whole each time as the server does."""
        process = self.processes[task]
        process["log"] += line + "\n"
        process["status"] = status
        self.push(f"/TOPIC/PROCESS_CONSOLE/FlinkSubmit/{task}", process)

    def push(self, topic, data):
        for key, queue_ in self.subscribers.items():
            if topic in self.topics.get(key, []):
                queue_.put(json.dumps({"sessionKey": key, "topic": topic, "data": data}, ensure_ascii=False))

    def submit_with_console(self, number, run):
        stamp = now()
        lines = [f"{stamp}.378 INFO  org.dinky.service.impl.TaskServiceImpl(188): Start check and config task, task:{number}",
                 f"{stamp}.412 INFO  org.dinky.service.impl.TaskServiceImpl(208): Start submit flink job, 作业 {number}"]
        self.console += f"Initializing Flink job config... task {number}\n"
        self.processes[number] = {"key": str(uuid.uuid4()), "title": "FlinkSubmit", "log": "", "type": "FLINK_SUBMIT",
                                  "status": "INITIALIZING", "startTime": now(True), "endTime": None, "time": 0,
                                  "lastUpdateStep": None, "children": [], "threadId": 76}
        self.step(number, f"Start Process:FlinkSubmit/{number}")
        for line in lines:
            self.step(number, line)
            self.nap(2 if "slow" in self.traps else 0.15)
        try:
            result = run()
        except Refused as refused:
            self.step(number, f"Process Step SUBMIT_EXECUTE exit with status:FAILED\n{refused.message}", "FAILED")
            self.console += f"{refused.message}\n"
            raise
        self.step(number, "Process Step SUBMIT_EXECUTE exit with status:FINISHED")
        self.step(number, f"Process FlinkSubmit/{number} exit with status:FINISHED", "FINISHED")
        self.console += f"Execute Flink SQL succeed, job {result['jobId']}\n"
        return result

    def explain(self, body):
        if "slow" in self.traps and not self.explained:
            self.nap(10)
        self.explained = True
        if not self.old and (body.get("dialect") or "").lower() != "flinksql":
            raise thrown(f"Not support dialect: {body.get('dialect')}")
        rows = []
        for index, text in enumerate(statements(body.get("statement")), 1):
            error = None
            if re.match(r"(?i)selec\b", text):
                error = "org.apache.flink.table.api.SqlParserException: SQL parse failed. Non-query expression " \
                        "encountered in illegal context" + STACK
            elif "nope" in text:
                line = text[:text.index("nope")].count("\n") + 1
                column = text.index("nope") - (text.rfind("\n", 0, text.index("nope")) + 1) + 1
                error = f"org.apache.flink.table.api.ValidationException: SQL validation failed. From line {line}, " \
                        f"column {column} to line {line}, column {column + 3}: {NO_TABLE}" + STACK
            elif ";" in text:
                error = "org.apache.flink.table.api.TableException: only single statement supported" + STACK
            kind = "DDL" if re.match(r"(?i)(create|drop|set|use|alter)", text) else "Modify DML"
            rows.append({"index": index, "type": kind, "sql": text, "parse": None, "error": error,
                         "explain": None if error else "== Optimized Execution Plan ==\nTableSourceScan(table=[[a]])\n",
                         "parseTrue": error is None, "explainTrue": error is None, "explainTime": now(True)})
            if error:
                break
        return rows

    def plan(self, body, path):
        if not re.search(r"(?i)insert\s+into", body.get("statement") or ""):
            raise thrown(NOT_INSERT)
        if not self.old and path == "getJobPlan" and not body.get("dialect"):
            raise thrown("Not support dialect: null")
        recorded = self.recorded[("POST", f"/openapi/{path}")]
        return recorded.get("datas", recorded.get("data"))

    def select(self, jid):
        job = self.jobs.get(jid) if self.old else self.history.get(jid)
        if not self.old and not jid.isdigit():
            raise thrown(f'For input string: "{jid}"')
        if not job or not job["useResult"]:
            return {"success": False, "startTime": None, "endTime": None, "time": 0, "error": None, "rowData": None,
                    "total": 0, "currentCount": None, "columns": None, "destroyed": True, "jobId": jid}
        job["looks"] += 1
        if "miss" in self.traps and job["looks"] % 2 == 1:
            return {"success": False, "rowData": None, "columns": None, "destroyed": False, "jobId": jid}
        finite = "few" in job["statement"]
        job["rows"] = min(job["rows"] + 2, 5 if finite else 10**6, job["most"])
        if finite and job["rows"] == 5 and job["status"] == "RUNNING":
            job["status"] = "FINISHED"
        def row(n):
            if not job.get("log"):
                return {"id": n + 1, "v": n + 0.5, "b": "true", "nul": ""}
            # Each row comes, and is replaced once.
            return {"op": ["+I", "-U", "+U"][n % 3], "id": n // 3 + 1, "v": n // 3 + (1.5 if n % 3 == 2 else 0.5),
                    "b": "true", "nul": ""}
        rows = [row(n) for n in range(job["rows"])]
        ended = job["status"] in FINAL
        return {"success": True, "startTime": None, "endTime": now(True) if ended and not self.old else None, "time": 0,
                "error": None, "rowData": rows, "total": 0, "currentCount": None, "destroyed": False, "jobId": jid,
                "columns": (["op"] if job.get("log") else []) + ["id", "v", "b", "nul"]}

    def run(self, body, address, task=None):
        text = body.get("statement") or ""
        if "nope" in text:
            return None, f"{now(True)}: Exception in executing FlinkSQL:\n{text}\nError message:\n " + \
                f"org.apache.flink.table.api.ValidationException: SQL validation failed. {NO_TABLE}" + STACK
        job = self.start(body.get("jobName") or body.get("name") or "job", text, address, task,
                         body.get("useResult", False), body.get("maxRowNum") or 100)
        job["log"] = body.get("useChangeLog", False)
        return job, None


class Handlers:
    """One method for each call with state, by its name; the others are answered from the recordings."""

    def __init__(self, dinky):
        self.d = dinky

    # The OpenAPI of 0.6 and 0.7.

    def old_cancel(self, _query, body):
        if not body.get("address"):
            raise thrown('java.lang.NullPointerException: Cannot invoke "com.dlink.executor.EnvironmentSetting.getAddress()"')
        if body["jobId"] in self.d.jobs:
            self.d.end(self.d.jobs[body["jobId"]])
        return True

    def old_explainSql(self, _query, body):
        rows = self.d.explain(body)
        return {"correct": all(row["parseTrue"] for row in rows), "total": len(rows), "sqlExplainResults": rows}

    def old_executeSql(self, _query, body):
        if "no-tenant" in self.d.traps:
            raise thrown("Column 'tenant_id' cannot be null")
        if not body.get("address") and body["type"] in ("local", "standalone", "yarn-session", "kubernetes-session"):
            raise thrown('java.lang.NullPointerException: Cannot invoke "com.dlink.executor.EnvironmentSetting.getAddress()"')
        job, error = self.d.run(body, body.get("address"))
        return self.d.result_of(job, not error, error)[0]

    def old_executeJar(self, _query, body):
        if not body.get("gatewayConfig"):
            raise thrown("GatewayConfig 不能为空")
        return self.d.result_of(None, False, "The configuration directory '/opt/src' does not describe an existing directory")[0]

    def old_getJobData(self, query, _body):
        return self.d.select(query["jobId"])

    def old_savepoint(self, _query, body):
        job = self.d.jobs.get(body["jobId"], {"jid": body["jobId"], "status": "CANCELED", "taskId": None})
        return self.d.savepoint_of(job, body["savePointType"])

    def old_savepointTask(self, _query, body):
        job = self.d.last_of(int(body["taskId"]))
        if job and body.get("type") == "canceljob":
            self.d.end(job)
        elif job:
            self.d.savepoint_of(job, body.get("type", "trigger"))
        return True

    def submitTask(self, query, body):
        task = self.d.task(query.get("id") or body.get("id") or 0)
        job, error = self.d.run({**task, "jobName": task["name"]}, "127.0.0.1:8081", task["id"])
        if error and not self.d.old:
            raise thrown("java.lang.Exception: " + error.split(": ", 1)[1])
        result = self.d.result_of(job, not error, error)[1]
        if error:
            raise Refused(error, data=result)
        return result

    def task_submit(self, query, body):
        return self.d.submit_with_console(int(query["id"]), lambda: self.submitTask(query, body))

    def old_submitTask(self, query, body):
        return self.d.submit_with_console(int(query["id"]), lambda: self.submitTask(query, body))

    def restartTask(self, query, _body):
        job = self.d.last_of(int(query["id"]))
        if job and job["status"] not in FINAL:
            self.d.savepoint_of(job, "cancel")
        return self.submitTask(query, {})

    task_restart = selectSavePointRestartTask = restartTask

    def getJobInstanceByTaskId(self, query, _body):
        job = self.d.last_of(self.d.task(query.get("id") or query.get("taskId"))["id"])
        return self.d.instance(job) if job else None

    jobInstance_byTask = getJobInstanceByTaskId

    def getJobInstance(self, query, _body):
        job = self.d.history.get(query["id"])
        if not job:
            raise Refused("Job Instance Not Exist")
        return self.d.instance(job)

    # The OpenAPI of 1.x.

    def explainSql(self, _query, body):
        return self.d.explain(body)

    task_explainSql = explainSql

    def getJobPlan(self, _query, body):
        return self.d.plan(body, "getJobPlan")

    def getStreamGraph(self, _query, body):
        return self.d.plan(body, "getStreamGraph")

    def cancel(self, query, _body):
        job = self.d.last_of(self.d.known(query["id"])["id"])
        if not job:
            raise Refused("Job Instance Not Exist")
        self.d.end(job)
        return True

    def task_cancel(self, query, _body):
        job = self.d.last_of(self.d.task(query["id"])["id"])
        if not job:
            raise Refused("Job Instance Not Exist")
        self.d.end(job)

    def savepoint(self, query, _body):
        kind = query["savePointType"].lower()
        task = self.d.known(query["taskId"])
        if kind not in ("trigger", "stop", "cancel"):
            raise thrown(f"No enum constant org.dinky.gateway.enums.SavePointType.{kind.upper()}")
        job = self.d.last_of(task["id"])
        if not job:
            raise thrown("[Assertion failed] - this argument is required; it must not be null")
        return self.d.savepoint_of(job, kind)

    def task_savepoint(self, query, _body):
        job = self.d.last_of(self.d.task(query["taskId"])["id"])
        if not job:
            raise Refused("Job Instance Not Exist")
        return self.d.savepoint_of(job, query["savePointType"].lower())

    def savepointTask(self, _query, body):
        kind = body.get("type", "trigger")
        return self.savepoint({"taskId": body["taskId"], "savePointType": "trigger" if kind == "canceljob" else kind}, {})

    def exportSql(self, query, _body):
        raise Message(self.d.known(query["id"])["statement"])

    def getTaskLineage(self, query, _body):
        self.d.task(query["id"])

    # Logged in.

    def task_get(self, query, _body):
        return self.d.task(query["id"])

    def task_save(self, _query, body):
        if not body.get("name"):
            raise Refused("Field: name, Name cannot be null", 6, 400)
        task = self.d.task(body["id"])
        if task.get("step") == 2:
            raise Refused("Task is online, modification is prohibited")
        task.update(body)

    def task_publish(self, query, _body):
        task = self.d.task(query.get("taskId") or query["id"])
        task["step"] = int(query.get("lifeCycle", 4))
        known = [each for each in self.d.versions if each["taskId"] == task["id"]]
        if task["step"] in (2, 4) and (not known or known[-1]["statement"] != task["statement"]):
            self.d.versions.append({"id": len(self.d.versions) + 1, "taskId": task["id"], "name": task["name"],
                                    "dialect": "FlinkSql", "type": "standalone", "statement": task["statement"],
                                    "versionId": len(known) + 1, "createTime": now()})

    def task_versions(self, query, body):
        number = int(query.get("taskId") or body["taskId"])
        rows = [each for each in self.d.versions if each["taskId"] == number]
        if self.d.old:
            raise Page({"total": 0, "success": True, "current": 1, "pageSize": 100, "data": rows})
        return rows

    def task_deleteVersion(self, query, _body):
        self.d.versions = [each for each in self.d.versions if each["id"] != int(query["id"])]

    def task_rollback(self, _query, body):
        number = int(body.get("taskId") or body["id"])
        for each in self.d.versions:
            if (each["taskId"], each["versionId"]) == (number, body["versionId"]):
                self.d.task(number)["statement"] = each["statement"]
                return
        raise Refused("Task version Not Exist")

    def studio_getLineage(self, _query, body):
        if not re.search(r"(?i)insert\s+into", body.get("statement") or ""):
            return {"tables": [], "relations": []}
        recorded = self.d.recorded[("POST", "/api/studio/getLineage")]
        return recorded.get("datas", recorded.get("data"))

    def old_getTaskLineage(self, query, _body):
        return self.studio_getLineage({}, self.d.task(query["id"]))

    def sse_subscribe(self, _query, body):
        if body["sessionKey"] not in self.d.subscribers:
            return ["SESSION_INVALID"]
        self.d.topics[body["sessionKey"]] = body["topics"]
        return body["topics"]

    def process_console(self, _query, _body):
        return self.d.console

    def task_offLine(self, query, _body):
        self.d.task(query["id"])["step"] = 2

    def task_debug(self, _query, body):
        if re.match(r"(?i)\s*(show|desc)", statements(body["statement"])[-1]):
            raise Refused("The JobID or JobManagerAddress is null. ")
        if body.get("type") == "standalone" and not body.get("clusterId"):
            raise Refused("The clusterId not exists!")
        job, error = self.d.run(body, "127.0.0.1:8081")
        if error:
            raise thrown("java.lang.Exception: " + error.split(": ", 1)[1])
        return self.d.result_of(job)[1]

    def studio_getJobData(self, query, _body):
        return self.d.select(query["jobId"])

    def studio_executeSql(self, _query, body):
        _, result = self.d.result_of(None)
        rows = [{"catalog name": "default_catalog"}]
        return {**result, "result": {"success": True, "rowData": rows, "total": 1, "columns": ["catalog name"]}}

    def catalogue_tree(self, _query, _body):
        if self.d.old:
            return list(self.d.nodes.values())

        def below(parent):
            return [{**node, "children": below(node["id"]), "task": self.d.tasks.get(node["taskId"])}
                    for node in self.d.nodes.values() if node["parentId"] == parent]
        return below(0)

    def add(self, name, parent, leaf, kind=None, task=None):
        if any(node["name"] == name and node["isLeaf"] == leaf for node in self.d.nodes.values()):
            raise Refused("Task is existed")
        number = next(self.d.ids)
        if leaf:
            self.d.tasks[number] = {**(task or {}), "id": number, "name": name, "dialect": kind, "step": 1,
                                    "statement": (task or {}).get("statement", "")}
        self.d.nodes[number] = {"id": number, "name": name, "parentId": parent, "taskId": number if leaf else None,
                                "type": kind, "isLeaf": leaf, "enabled": True, "tenantId": 1}
        return self.d.nodes[number]

    def catalogue_save(self, _query, body):
        if body.get("id"):
            self.d.nodes[body["id"]]["name"] = body["name"]
            return None
        made = self.add(body["name"], body["parentId"], False)
        return None if self.d.old else made

    def catalogue_saveTask(self, _query, body):
        if body.get("id"):
            node = self.d.nodes[body["id"]]
            node["name"] = self.d.tasks[node["taskId"]]["name"] = body["name"]
            return node
        return self.add(body["name"], body["parentId"], True, body["dialect"], body.get("task"))

    def catalogue_rename(self, _query, body):
        self.d.nodes[body["id"]]["name"] = body["name"]

    def catalogue_move(self, query, body):
        node = self.d.nodes[int(query.get("originCatalogueId") or body["id"])]
        node["parentId"] = int(query.get("targetParentId") or body.get("parentId") or 0)
        return True

    def catalogue_copy(self, _query, body):
        self.add(body["name"] + "_copy", body["parentId"], True, body["type"], self.d.tasks[body["taskId"]])

    def catalogue_delete(self, query, body):
        for number in body if self.d.old else [int(query["id"])]:
            if any(node["parentId"] == number for node in self.d.nodes.values()):
                raise Refused("Folder Not Empty, Can Not Delete")
            job = self.d.last_of(self.d.nodes[number]["taskId"])
            if job and job["status"] not in FINAL and job["taskId"]:
                raise Refused("Task is running, cannot delete, please stop the task first")
            self.d.tasks.pop(self.d.nodes.pop(number)["taskId"], None)

    def jobInstance_list(self, _query, body):
        rows = [self.d.instance(job) for job in reversed(self.d.jobs.values())]
        start = (body["current"] - 1) * body["pageSize"]
        shown = rows[start:start + body["pageSize"]]
        raise Page({"total": 0 if self.d.old else len(rows), "success": True, "current": body["current"],
                    "pageSize": body["pageSize"], "data": shown})

    def jobInstance_detail(self, query, _body):
        job = self.d.history[query["id"]]
        recorded = self.d.recorded[("GET", "/api/jobInstance/getJobInfoDetail")]
        info = dict(recorded.get("data") or recorded["datas"])
        info["instance"] = self.d.instance(job)
        info["history"] = {**info["history"], "statement": job["statement"]}
        return info

    jobInstance_refresh = jobInstance_detail

    def history_list(self, _query, body):
        rows = [{"id": job["id"], "tenantId": 1, "clusterId": 1, "jobId": job["jid"], "jobName": job["name"],
                 "jobManagerAddress": job["address"], "status": 2, "statement": job["statement"], "type": "standalone",
                 "error": None, "startTime": job["createTime"], "endTime": None, "taskId": job["taskId"]}
                for job in reversed(self.d.jobs.values()) if job["taskId"] == body.get("taskId")]
        raise Page({"total": 0 if self.d.old else len(rows), "success": True, "current": 1, "pageSize": 50, "data": rows})

    def savepoint_list(self, query, _body):
        number = int(query.get("taskId") or query.get("taskID"))
        return [each for each in self.d.savepoints if each["taskId"] == number]

    def cluster_list(self, _query, _body):
        return list(self.d.clusters.values())

    def cluster_save(self, _query, body):
        if not body.get("hosts"):
            raise thrown('Cannot invoke "String.split(String)" because "hosts" is null')
        number = next(self.d.ids)
        self.d.clusters[number] = self.d.cluster(number, body["name"], body["hosts"])

    def process_get(self, query, _body):
        task = int(query["processName"].split("/")[1])
        job = self.d.last_of(task)
        if not job:
            return None
        return self.d.processes.get(task)

    def flink_job(self, values, _body):
        job = self.d.jobs.get(values["jobId"])
        raise Page({"jid": values["jobId"], "state": job["status"] if job else "UNKNOWN"})

    def flink_cancel(self, values, _body):
        if values["jobId"] in self.d.jobs:
            self.d.end(self.d.jobs[values["jobId"]])
        raise Page({})


class Page(Exception):
    """An answer that has an envelope of its own, or none."""

    def __init__(self, body):
        super().__init__()
        self.body = body


class Message(Exception):
    """A payload that stands in msg."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, http, body, headers=()):
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        if "cut" in self.server.dinky.traps and len(data) > 20:
            data = data[:len(data) // 2]
        self.send_response_only(http)
        kind = "text/html" if data.startswith(b"<") else "application/json;charset=UTF-8"
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def good(self, data, message="Successfully", headers=()):
        old = self.server.dinky.old
        body = {"datas" if old else "data": data, "code": 0, "msg": message, "time": now()}
        self.answer(200, body if old else {**body, "success": True}, headers)

    def refuse(self, refused):
        old = self.server.dinky.old
        if refused.http == 404:
            self.answer(404, {"timestamp": now(), "status": 404, "error": "Not Found", "path": self.path.split("?")[0]})
            return
        code = refused.code if not old else 401 if refused.http == 401 else 1
        data = refused.data if not old or isinstance(refused.data, dict) else None
        body = {"datas" if old else "data": data, "code": code, "msg": refused.message, "time": now()}
        self.answer(refused.http, body if old else {**body, "success": False})

    def log_in(self, body):
        dinky = self.server.dinky
        if (body.get("username"), body.get("password")) != (USER, PASSWORD):
            raise Refused("UserName Or Password Not Correct", 7)
        dinky.token = str(uuid.uuid4())  # the one before is dead
        dinky.left = 6 if "expire" in dinky.traps else 10**9
        tenants = [{"id": 1, "tenantCode": "DefaultTenant"}, {"id": 2, "tenantCode": "Second"}]
        name = "satoken" if dinky.old else "token"
        headers = [("Set-Cookie", f"{name}={dinky.token}; Path=/; Max-Age=36000")]
        if not dinky.old:
            headers.append(("token", dinky.token))
        self.good({"user": {"id": 1, "username": USER}, "roleList": [], "tenantList": tenants, "currentTenant": None,
                   "tokenInfo": {"tokenName": name, "tokenValue": None}}, "Login Successfully", headers)

    def check_login(self, headers):
        """False when an answer has been given already: a tenant of others."""
        dinky = self.server.dinky
        cookies = dict(re.findall(r"([\w]+)=([^;\s]+)", headers.get("cookie", "")))
        name = "satoken" if dinky.old else "token"
        token = cookies.get(name) or headers.get(name)
        if not token:
            raise Refused("Can Not Read Token", 7, 401)
        if token != dinky.token or dinky.left <= 0:
            raise Refused("Invalid Token", 7, 401)
        dinky.left -= 1
        if "foreign-tenant" in dinky.traps:
            dinky.token = None
            self.answer(200, b"")
            return False
        if cookies.get("tenantId") not in ("1", "2"):
            dinky.token = None
            self.answer(200, b"")
            return False
        return True

    def stream(self, key):
        """Pushes events until the other side goes."""
        dinky = self.server.dinky
        if "no-push" in dinky.traps:
            raise Refused("", 0, 404)
        events = dinky.subscribers[key] = queue.Queue()
        self.send_response_only(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        dinky.lock.release()
        try:
            self.chunk(b"retry:1000\n\n")
            self.chunk(b'data:{"sessionKey":"' + key.encode() + b'","topic":"HEART_BEAT","data":"heart"}\n\n')
            while True:
                try:
                    self.chunk(b"data:" + events.get(timeout=9).encode() + b"\n\n")
                except queue.Empty:
                    self.chunk(b'data:{"topic":"HEART_BEAT","data":"heart"}\n\n')
        except OSError:
            self.close_connection = True
        finally:
            dinky.lock.acquire()
            dinky.subscribers.pop(key, None)

    def chunk(self, data):
        # In two parts, cut where a character may be.
        half = len(data) * 2 // 3
        for part in (data[:half], data[half:]):
            self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            self.wfile.flush()

    def find(self, path):
        dinky, others = self.server.dinky, False
        for (method, pattern), call in dinky.calls.items():
            match = re.fullmatch(pattern, path)
            if match and method == self.command:
                return call, {name: unquote(value) for name, value in match.groupdict().items()}
            others = others or bool(match)
        if others:
            raise thrown(f"Request method '{self.command}' not supported")
        raise Refused("", 0, 404)

    def dispatch(self, path, query, headers, raw):
        dinky = self.server.dinky
        if "web-page" in dinky.traps:
            self.answer(200, b"<html><title>Portal</title></html>")
            return
        call, values = self.find(path)
        name = call["x-millrace-operation"]
        try:
            body = json.loads(raw) if raw else {}
        except ValueError:
            raise thrown(f"JSON parse error: Unexpected character ('{chr(raw[0])}' (code {raw[0]}))") from None
        if name == "login":
            self.log_in(body)
            return
        if name == "tenants":
            self.good([{"id": 1, "tenantCode": "DefaultTenant"}, {"id": 2, "tenantCode": "Second"}])
            return
        if path.startswith("/api/") and not self.check_login(headers):
            return
        if name == "sse.connect":
            self.stream(query["sessionKey"])
            return
        for parameter in call.get("parameters", []):
            if parameter["in"] == "query" and parameter["required"] and parameter["name"] not in query:
                raise thrown(f"Required request parameter '{parameter['name']}' is not present")
        if call.get("requestBody", {}).get("required") and not raw:
            raise thrown("Required request body is missing")
        plain = name.replace(".", "_")
        handlers = self.server.handlers
        method = (getattr(handlers, "old_" + plain, None) if dinky.old else None) or getattr(handlers, plain, None)
        if method:
            try:
                self.good(method({**query, **values}, body))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise thrown(f"java.lang.NullPointerException: {error!r}") from error
            except Page as page:
                self.answer(200, page.body)
            except Message as message:
                self.good(None, str(message))
            return
        if name == "outLogin":
            dinky.token = None
        recorded = dinky.recorded.get((self.command, path))
        if recorded:
            self.answer(200, recorded)
        else:
            self.good(None)

    def handle_call(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        raw = self.rfile.read(int(headers.get("content-length") or 0))
        path, _, text = self.path.partition("?")
        query = {name: values[-1] for name, values in parse_qs(text, keep_blank_values=True).items()}
        self.server.record({"method": self.command, "path": path, "query": text, "headers": dict(self.headers.items()),
                            "body": raw.decode(errors="replace")})
        try:
            with self.server.dinky.lock:
                self.dispatch(path, query, headers, raw)
        except Refused as refused:
            self.refuse(refused)

    do_GET = do_POST = do_PUT = do_DELETE = handle_call


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("openapi")
    parser.add_argument("recordings")
    parser.add_argument("--dialect", choices=("0.7", "1.x"), required=True)
    parser.add_argument("--trap", action="append", default=[], choices=sorted(TRAPS), help="; ".join(
        f"{name}: {what}" for name, what in TRAPS.items()))
    parser.add_argument("--record", help="append each request as a line of JSON")
    given = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with open(given.openapi, encoding="utf-8") as file:
        server.dinky = Dinky(json.load(file), given.recordings, given.dialect, given.trap)
    server.handlers = Handlers(server.dinky)
    lock = threading.Lock()

    def record(request):
        if given.record:
            with lock, open(given.record, "a", encoding="utf-8") as file:
                file.write(json.dumps(request, ensure_ascii=False) + "\n")

    server.record = record
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.server_address[1]}", "user": USER, "password": PASSWORD,
                      "tenant": "DefaultTenant"}), flush=True)
    # "+NAME" and "-NAME" on the input switch a trap while the server runs.
    for line in sys.stdin:
        name = line.strip()[1:]
        if name in TRAPS:
            (server.dinky.traps.add if line.startswith("+") else server.dinky.traps.discard)(name)


if __name__ == "__main__":
    main()
