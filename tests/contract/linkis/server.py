# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway that answers as recorded Linkis servers do: sessions that end, tasks that move on each time somebody looks,
logs that grow, result files, and the nasty parts on switches.

usage: server.py OPENAPI [--trap NAME …] [--record FILE]

It prints {"url", "user", "password", "token"} and serves until its input ends.
"""

import argparse
import base64
import json
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote

USER, PASSWORD, TOKEN = "hadoop", "hadoop", "CONTRACT-TOKEN"
COOKIE = "linkis_user_session_ticket_id_v1"
PREFIX = "/api/rest_j/v1"
FINAL = ("Succeed", "Failed", "Cancelled", "Timeout")
TRAPS = {
    "encrypt": "passwords must come encrypted",
    "expire": "each session ends after eight calls",
    "behind": "the history stays behind the entrance for three looks",
    "amnesia": "the entrance forgets a task as soon as it runs",
    "reuse": "the entrance answers for another, finished task until the history is final",
    "referer": "calls without a Referer of this gateway are refused",
    "dead-backend": "every service but the login is down",
    "web-page": "a proxy answers with a web page",
    "echo": "refusals echo the whole request",
}


class Refused(Exception):
    def __init__(self, status, http, message, data=None):
        super().__init__(message)
        self.status, self.http, self.message, self.data = status, http, message, data or {}


def coded(code, text):
    """An error as thrown by Linkis itself."""
    return Refused(1, 400, f"error code(错误码): {code}, error message(错误信息): {text}.",
                   {"errorMsg": {"level": 2, "errCode": code, "desc": text, "ip": "localhost", "port": 9104,
                                 "serviceKind": "linkis-cg-entrance"}})


class Task:
    def __init__(self, number, user, body, trap):
        content, labels = body["executionContent"], body["labels"]
        self.number, self.user = number, user
        self.code = content["code"]
        self.engine = labels["engineType"]
        self.creator = labels.get("userCreator", f"{user}-IDE").split("-", 1)[1]
        kind = self.engine.split("-")[0]
        self.short = f"{self.creator}_{user}_{kind}_{number - 1}"
        self.exec_id = f"exec_id018014linkis-cg-entrancelocalhost:9104{self.short}"
        self.run_type = content.get("runType") or kind
        self.params = body.get("params", {})
        self.created = int(time.time()) * 1000
        last = "Failed" if "fail" in self.code else "Succeed"
        running = ["Running"] * (1000 if "sleep forever" in self.code else 2)
        self.ahead = ["Scheduled", *running, last]
        self.state = "Inited"
        self.row_state = "Inited"
        self.lag = 3 if trap == "behind" else 0
        self.lines = [f"2026-11-22 20:25:12.025 INFO Job with jobId : {number} submitted", "", "header-less line",
                      "2026-11-22 20:25:13.025 WARN careful", "2026-11-22 20:25:14.025 ERROR something"]

    def look(self):
        """One look at the entrance: the task moves on."""
        if self.ahead and self.state not in FINAL:
            self.state = self.ahead.pop(0)
        return self.state

    def row(self, with_code):
        if self.state not in FINAL or self.lag <= 0:
            self.row_state = self.state
        elif self.state in FINAL:
            self.lag -= 1
        final = self.row_state in FINAL
        failed = self.row_state == "Failed"
        return {"taskID": self.number, "instance": "localhost:9104", "execId": self.short, "umUser": self.user,
                "executeUser": self.user, "engineInstance": "localhost:36081",
                "executionCode": self.code if with_code else None, "progress": "1.0" if final else "0.0",
                "logPath": f"file:///var/linkis/{self.user}/log/IDE/2026-11-22/{self.number}.log",
                "resultLocation": f"file:///var/linkis/result/2026-11-22/IDE/{self.user}/{self.number}",
                "status": self.row_state, "createdTime": self.created, "updatedTime": self.created + 4351,
                "engineType": self.engine.split("-")[0], "errCode": 0 if self.row_state == "Succeed" else None,
                "errDesc": "21304, Task is Failed,errorMsg: table nope not found" if failed else "",
                "executeApplicationName": self.engine.split("-")[0], "requestApplicationName": self.creator,
                "runType": self.run_type, "paramsJson": json.dumps(self.params), "costTime": 4351,
                "strongerExecId": self.exec_id, "sourceJson": "{}", "sourceTailor": "", "engineStartTime": None,
                "labels": [f"userCreator:{self.user}-{self.creator}", f"engineType:{self.engine}"], "canRetry": False,
                "metrics": "{}", "subJobs": None}


class Gateway:
    """The state behind the calls."""

    def __init__(self, openapi, traps):
        self.traps = set(traps)
        self.lock = threading.Lock()
        self.tasks = {}
        self.sessions = {}
        self.variables = []
        self.files = {"file:///var/linkis/hadoop/": {}, "file:///var/linkis/hadoop/d1": {},
                      "file:///var/linkis/hadoop/d1/t.sql": "select 1;\n-- 中文 comment\nselect 2;\n"}
        self.serial = 0
        self.calls = []
        for path, item in openapi["paths"].items():
            pattern = re.compile("^" + re.sub(r"\\{([^}]+)\\}", "([^/]+)", re.escape(path)) + "$")
            for method, call in item.items():
                self.calls.append((method.upper(), pattern, re.findall(r"{([^}]+)}", path), call))

    def find(self, method, path):
        known = False
        for verb, pattern, names, call in sorted(self.calls, key=lambda each: len(each[2])):
            match = pattern.match(path)
            if match:
                known = True
                if verb == method:
                    return call["operationId"], dict(zip(names, map(unquote, match.groups()))), call
        return ("405" if known else "404"), {}, None

    # Tasks.

    def task(self, values, query):
        number = query.get("taskID")
        for task in self.tasks.values():
            if task.exec_id == values["execID"]:
                if "amnesia" in self.traps and task.state == "Running":
                    task.look()
                    return None, number
                return task, number
        if not values["execID"].startswith("exec_id"):
            raise Refused(1, 200, f'NumberFormatException: For input string: "{values["execID"]}"', {"stack": "java…"})
        return None, number

    def entrance_submit(self, user, _values, _query, body):
        content, labels = body.get("executionContent", {}), body.get("labels")
        if content.get("code") is None:
            raise coded(20010, "the code cannot be null")
        if not content["code"].strip():
            raise coded(20007, "the code is empty")
        if not labels:
            raise coded(20008, "labels are empty")
        if "engineType" not in labels:
            raise coded(20009, "engineType is needed")
        if labels.get("userCreator", "a-b").count("-") != 1:
            raise coded(50079, "userCreator must hold one dash")
        if labels.get("userCreator", f"{user}-IDE").split("-")[0].lower() != user:
            raise coded(50080, "the user of userCreator is another")
        if "rm -rf" in content["code"]:
            self.serial += 1
            raise coded(50081, "the script holds rm -rf")
        self.serial += 1
        task = Task(self.serial, user, body, "behind" if "behind" in self.traps else None)
        self.tasks[self.serial] = task
        return {"taskID": task.number, "execID": task.exec_id}

    def entrance_execute(self, user, _values, _query, body):
        if not body.get("executionCode"):
            raise coded(20007, "executionCode or scriptPath is needed")
        labels = body.get("labels") or {"engineType": body.get("executeApplicationName", "spark") + "-1",
                                        "userCreator": f"{user}-{body.get('requestApplicationName', 'IDE')}"}
        return self.entrance_submit(user, {}, {}, {
            "executionContent": {"code": body["executionCode"], "runType": body.get("runType", "sql")},
            "labels": labels, "params": body.get("params", {})})

    def entrance_status(self, _user, values, query, _body):
        task, number = self.task(values, query)
        if "reuse" in self.traps and task and task.state not in FINAL:
            task.look()
            return {"status": "Succeed", "execID": values["execID"]}
        if task:
            return {"status": task.look(), "execID": task.exec_id}
        if number and int(number) in self.tasks:
            return {"status": self.tasks[int(number)].row(False)["status"], "execID": values["execID"]}
        if number:
            return {"status": "Cancelled", "execID": values["execID"]}
        raise Refused(1, 400, "Get job by ID error and cannot find the corresponding job")

    def entrance_log(self, _user, values, query, _body):
        task, _ = self.task(values, query)
        if not task:
            raise Refused(1, 400, "The job you just executed has ended, please download the log file")
        start = max(0, int(query.get("fromLine", 0)) - 1) if int(query.get("fromLine", 0)) > 0 else 0
        have = task.lines if task.state in FINAL else task.lines[:2]
        size = int(query.get("size", 100))
        piece = have[start:start + (size if size >= 0 else 10000)]
        levels = [[line for line in piece if f" {level} " in line] for level in ("ERROR", "WARN")]
        rest = [line for line in piece if line and " ERROR " not in line and " WARN " not in line]
        texts = ["\n".join(lines) for lines in (*levels, rest, [line for line in piece if line])]
        asked = int(query.get("fromLine", 0))
        following = asked if not piece else start + len(piece) + 1
        return {"fromLine": following, "log": texts if query.get("distinctLevel") != "false" else texts[3],
                "execID": values["execID"]}

    def entrance_progress(self, _user, values, query, _body):
        task, _ = self.task(values, query)
        if not task:
            raise Refused(1, 400, "The job corresponding to the ID is empty and cannot obtain the progress")
        return {"progress": 1.0 if task.state in FINAL else 0.5, "execID": task.exec_id,
                "progressInfo": [{"id": "stage-1", "succeedTasks": 1, "failedTasks": 0, "runningTasks": 1,
                                  "totalTasks": 2}]}

    def entrance_progressWithResource(self, *given):
        return {**self.entrance_progress(*given), "yarnResource": None}

    def entrance_kill(self, user, values, query, _body):
        task, number = self.task(values, query)
        if not task and number:
            if int(number) in self.tasks:
                self.tasks[int(number)].state = "Cancelled"
            return {}
        if not task:
            raise Refused(1, 400, "Get job by ID error and cannot kill the corresponding job")
        if task.user != user:
            raise Refused(1, 400, "You have no permission to kill this job")
        if task.state in ("Succeed", "Failed"):
            raise Refused(1, 400, "An exception occurred while killing the job", {"stack": "120001"})
        task.state, task.ahead = "Cancelled", []
        return {"execID": task.exec_id}

    def entrance_killJobs(self, user, _values, _query, body):
        if len(body["idList"]) != len(body["taskIDList"]):
            raise Refused(1, 400, "The length of id list and taskId list are not equal")
        messages = []
        for exec_id, number in zip(body["idList"], body["taskIDList"]):
            self.entrance_kill(user, {"execID": exec_id}, {"taskID": number}, {})
            messages.append({"method": "/api/entrance/kill", "status": 0, "message": "Successfully killed", "data": {}})
        return {"messages": messages}

    # History: rows of one second stand in no fixed order, so pages repeat and lose some.

    def jobhistory_get(self, _user, values, _query, _body):
        task = self.tasks.get(int(values["id"]) if values["id"].isdigit() else -1)
        if not task:
            raise Refused(1, 400, "The corresponding job was not found, or there may be no permission to view the job")
        task.look()  # time goes on also for those who only look here
        return {"task": task.row(False)}

    def jobhistory_list(self, user, _values, query, _body):
        rows = [task.row(True) for task in sorted(self.tasks.values(), key=lambda task: -task.number)
                if task.user == user]
        if query.get("taskID"):
            rows = [row for row in rows if row["taskID"] == int(query["taskID"])]
        if query.get("status"):
            rows = [row for row in rows if row["status"] in query["status"].split(",")]
        page, size = max(1, int(query.get("pageNow", 1))), int(query.get("pageSize", 20))
        shown = rows[(page - 1) * size:page * size] or rows[-size:]
        return {"totalPage": len(rows), "tasks": shown}

    # Files and result sets.

    def filesystem_getDirFileTrees(self, _user, _values, query, _body):
        path = query.get("path", "").rstrip("/")
        if "://" not in path:
            raise coded(80025, "the path has no scheme")
        match = re.search(r"/result/.*/(\d+)$", path)
        if match:
            task = self.tasks.get(int(match.group(1)))
            if not task or "no result" in task.code:
                return {"dirFileTrees": None}
            names = ["1_0.dolphin"] if task.engine.startswith("shell") else ["_10.dolphin", "_2.dolphin", "_0.dolphin"] \
                if "many sets" in task.code else ["_0.dolphin"]
        else:
            names = [known[len(path) + 1:] for known in self.files
                     if known.startswith(path + "/") and "/" not in known[len(path) + 1:] and known != path + "/"]
        children = [{"name": name, "path": f"{path}/{name}", "properties": {"size": "183",
                     "modifytime": "1795379118861"}, "children": None, "isLeaf": "." in name, "parentPath": path}
                    for name in names]
        return {"dirFileTrees": {"name": path.rsplit("/", 1)[1], "path": path, "properties": None,
                                 "children": children, "isLeaf": False, "parentPath": None}}

    def rows_of(self, path):
        task = self.tasks.get(int(re.search(r"/(\d+)/[^/]*$", path).group(1)))
        count = int((re.search(r"rows (\d+)", task.code) or [0, 3])[1])
        if task.engine.startswith("shell"):
            return None, [["line-1"], ["line-2"]]
        metadata = [{"columnName": name, "comment": "", "dataType": kind}
                    for name, kind in (("id", "int"), ("v", "string"), ("d", "decimal"))]
        odd = [["1", "NULL", "0.0000"], ["2", None, None], ["3", "", "1.50"]]
        return metadata, (odd + [[str(n), f"row {n}", "1.0"] for n in range(4, count + 1)])[:count]

    def filesystem_openFile(self, _user, _values, query, _body):
        path = query.get("path", "")
        if not path:
            raise coded(80004, "the path is empty")
        size, page = int(query.get("pageSize", 5000)), max(1, int(query.get("page", 1)))
        if size > 100000:
            raise coded(80034, "pageSize is over 100000")
        if path in self.files:
            return {"metadata": {"variable": {"a": "1"}}, "totalPage": 0, "totalLine": 3, "page": 1,
                    "type": "script/text", "fileContent": [[self.files[path]]]}
        if not path.endswith(".dolphin"):
            raise Refused(1, 400, f"operation failed(操作失败)s！the reason(原因)：IOException: path {path} not exists.",
                          {"errorMsg": {"errCode": 0, "desc": f"IOException: path {path} not exists."}})
        metadata, rows = self.rows_of(path)
        shown = rows[(page - 1) * size:page * size]
        if query.get("nullValue") != "LINKIS_NULL":
            shown = [["NULL" if cell is None else cell for cell in row] for row in shown]
        answer = {"metadata": metadata or "NULL", "totalPage": 0, "totalLine": len(shown), "page": page,
                  "type": "2" if metadata else "1", "fileContent": shown}
        return {**answer, "totalColumn": len(metadata)} if metadata else answer

    def filesystem_openLog(self, _user, _values, query, _body):
        number = int(re.search(r"/(\d+)\.log$", query.get("path", "/0.log")).group(1))
        if number not in self.tasks:
            raise Refused(1, 400, "IOException: log not exists.")
        lines = [line for line in self.tasks[number].lines if line]
        return {"log": ["", "", "", "\n".join(lines) + "\n"]}

    def filesystem_getUserRootPath(self, user, _values, query, _body):
        if query.get("pathType") == "hdfs":
            raise coded(80012, "there is no HDFS")
        return {"userLocalRootPath": f"file:///var/linkis/{user}/"}

    def filesystem_createNewDir(self, _user, _values, _query, body):
        self.files[body["path"]] = {}
        return {}

    def filesystem_saveScript(self, _user, _values, _query, body):
        if body["path"] not in self.files:
            raise coded(80013, "the file does not exist")
        self.files[body["path"]] = body["scriptContent"]
        return {}

    def filesystem_deleteDirOrFile(self, _user, _values, _query, body):
        self.files.pop(body["path"], None)
        return {}

    # The rest that a workbench asks for.

    def variable_listGlobalVariable(self, *_):
        return {"globalVariables": self.variables}

    def variable_saveGlobalVariable(self, _user, _values, _query, body):
        if any(not each.get("key") or not each.get("value") for each in body["globalVariables"]):
            raise coded(10000, "a key or a value is blank")
        self.variables = [{"keyID": n, "valueID": n, **each} for n, each in enumerate(body["globalVariables"])]
        return {}

    def configuration_getCategory(self, *_):
        children = [{"categoryId": 5 + n, "labelId": 17, "categoryName": name, "childCategory": [], "level": 2}
                    for n, name in enumerate(("spark-3.2.1", "hive-3.1.3", "shell-1", "jdbc-4"))]
        return {"Category": [{"categoryId": 2, "labelId": 2, "categoryName": "IDE", "childCategory": children}]}

    def linkisManager_rm_engines(self, *_):
        if not self.tasks:
            return {}
        return {"engines": [{"usedResource": {"memory": 402653184, "cores": 1, "instances": 1}, "engineType": "shell",
                             "engineStatus": "Unlock", "applicationName": "linkis-cg-engineconn", "creator": "IDE",
                             "engineInstance": "localhost:36081"}]}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, http, body, headers=(), content_type="application/json;charset=UTF-8"):
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.send_response_only(http)
        for name, value in (("Content-Type", content_type), ("Content-Length", str(len(data))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def good(self, data, headers=()):
        method = self.path.split("?")[0].replace("/rest_j/v1", "")
        self.answer(200, {"method": method, "status": 0, "message": "OK", "data": data}, headers)

    def user_of(self, headers):
        if headers.get("token-code"):
            if headers["token-code"] == TOKEN and headers.get("token-user"):
                return headers["token-user"].lower()
            raise Refused(-1, 401, "Token Authentication Failed, token: …, reason: not found")
        match = re.search(COOKIE + r"=([^;\s]+)", headers.get("cookie", ""))
        session = self.server.gateway.sessions.get(match.group(1)) if match else None
        if session and session["left"] > 0:
            session["left"] -= 1
            return session["user"]
        raise Refused(-1, 401, "errCode: 11002 ,desc: You are not logged in, please login first(您尚未登录，请先登录)!")

    def login(self, body):
        gateway = self.server.gateway
        password = body.get("password") or body.get("passwdEncrypt") or ""
        if "encrypt" in gateway.traps:
            password = self.server.decrypt(password)
        if not body.get("userName") or not password:
            raise Refused(1, 400, "User name can not be empty(用户名不能为空)" if not body.get("userName")
                          else "Password can not be blank(密码不能为空)")
        if (body["userName"], password) != (USER, PASSWORD):
            raise Refused(1, 400, "wrong user name or password(用户名或密码错误)！", {"sessionTimeOut": 3600000})
        ticket = f"ticket+{len(gateway.sessions)}=="
        gateway.sessions[ticket] = {"user": USER, "left": 8 if "expire" in gateway.traps else 10**9}
        self.good({"userName": USER, "isAdmin": True, "sessionTimeOut": 3600000, "enableWatermark": True},
                  [("Set-Cookie", f"{COOKIE}={ticket}; Path=/")])

    def user_call(self, name, headers, body):
        gateway = self.server.gateway
        if name == "user.publicKey":
            encrypts = "encrypt" in gateway.traps
            self.good({"enableSSL": False, "enableLoginEncrypt": encrypts,
                       **({"publicKey": self.server.public_key} if encrypts else {})})
        elif name == "user.login":
            self.login(body)
        elif name == "user.logout":
            match = re.search(COOKIE + r"=([^;\s]+)", headers.get("cookie", ""))
            gateway.sessions.pop(match.group(1) if match else "", None)
            self.good({}, [("Set-Cookie", f"{COOKIE}=; Path=/; Max-Age=0")])
        elif name in ("user.userInfo", "user.heartbeat", "user.baseinfo"):
            try:
                self.good({"userName": self.user_of({**headers, "token-code": ""})})
            except Refused as refused:
                if name == "user.userInfo":
                    raise Refused(1, 400, "login failed! reason: NonLoginException: errCode: 11002") from refused
                raise
        else:
            self.good({})

    def download(self, gateway, query):
        if not query.get("path", "").endswith(".dolphin"):
            self.answer(200, "error(错误):errCode: 80011 ,desc: the file does not exist".encode(),
                        content_type="text/plain; charset=utf-8")
            return
        metadata, rows = gateway.rows_of(query["path"])
        table = [[column["columnName"] for column in metadata], *rows] if metadata else rows
        text = "\n".join(",".join("NULL" if not cell else cell for cell in row) for row in table)
        self.answer(200, text.encode(), [("Content-Disposition", "attachment;filename=结果.csv".encode().decode("latin-1"))],
                    "text/plain;charset=utf-8")

    def handle_call(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        raw = self.rfile.read(int(headers.get("content-length") or 0))
        path, _, text = self.path.partition("?")
        query = {name: values[-1] for name, values in parse_qs(text, keep_blank_values=True).items()}
        gateway = self.server.gateway
        name, values, call = gateway.find(self.command, path)
        self.server.record({"method": self.command, "path": path, "query": query, "headers": dict(self.headers.items()),
                            "body": raw.decode(errors="replace"), "operation": name})
        try:
            with gateway.lock:
                self.dispatch(gateway, name, values, call, query, headers, raw)
        except Refused as refused:
            data = dict(refused.data)
            if "echo" in gateway.traps:
                data["data"] = raw.decode(errors="replace")
            self.answer(refused.http, {"method": path, "status": refused.status, "message": refused.message,
                                       "data": data})

    def dispatch(self, gateway, name, values, call, query, headers, raw):
        path = self.path.split("?")[0]
        if "web-page" in gateway.traps:
            self.answer(200, b"<html><title>Portal</title></html>", content_type="text/html")
            return
        if self.command in ("POST", "PUT", "DELETE") and not raw:
            self.answer(200, b"")  # the gateway drops calls without a body
            return
        if name in ("404", "405"):
            if not path.startswith(PREFIX):
                self.answer(404, {"method": path, "data": [], "message": "Not Found", "status": 404})
            else:
                self.answer(int(name), {"timestamp": int(time.time() * 1000), "status": int(name), "path": path,
                                        "error": "Not Found" if name == "404" else "Method Not Allowed"})
            return
        origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        if "referer" in gateway.traps and not headers.get("referer", "").startswith(origin):
            raise Refused(2, 412, "referer为空,不能继续访问")
        try:
            body = json.loads(raw) if raw and "json" in headers.get("content-type", "") else {}
        except ValueError:
            raise Refused(1, 400, "EOFException: End of input") from None
        if name.startswith("user."):
            self.user_call(name, headers, body)
            return
        user = self.user_of(headers)
        if "dead-backend" in gateway.traps and not name.startswith("gateway."):
            self.answer(500, {"method": path, "data": [], "status": 500,
                              "message": f"Internal Server Error, with request path:{path}"})
            return
        if name.startswith("filesystem.resultset"):
            self.download(gateway, query)
            return
        for parameter in call.get("parameters", []):
            if parameter["in"] == "query" and parameter.get("required") and parameter["name"] not in query:
                raise Refused(1, 400, f"Required parameter {parameter['name']} is not present")
        handler = getattr(gateway, name.replace(".", "_").replace("-", "_"), None)
        try:
            data = handler(user, values, query, body) if handler else {}
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise Refused(1, 400, f"operation failed(操作失败)s！the reason(原因)：{error!r}",
                          {"errorMsg": {"errCode": 0, "desc": repr(error)}}) from error
        self.good(data)

    do_GET = do_POST = do_PUT = do_DELETE = handle_call


def keys(server):
    """A pair of keys for encrypted logins, made by the openssl command."""
    import subprocess
    private = subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
                             capture_output=True, check=True).stdout
    public = subprocess.run(["openssl", "pkey", "-pubout", "-outform", "DER"], input=private, capture_output=True,
                            check=True).stdout
    server.public_key = base64.b64encode(public).decode()

    def decrypt(text):
        import os
        import tempfile
        with tempfile.TemporaryDirectory() as folder:
            key = os.path.join(folder, "key.pem")
            with open(key, "wb") as file:
                file.write(private)
            done = subprocess.run(["openssl", "pkeyutl", "-decrypt", "-inkey", key], capture_output=True, check=False,
                                  input=base64.b64decode(text))
        return done.stdout.decode() if done.returncode == 0 else ""

    server.decrypt = decrypt


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("openapi")
    parser.add_argument("--trap", action="append", default=[], choices=sorted(TRAPS), help="; ".join(
        f"{name}: {what}" for name, what in TRAPS.items()))
    parser.add_argument("--record", help="append each request as a line of JSON")
    given = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with open(given.openapi, encoding="utf-8") as file:
        server.gateway = Gateway(json.load(file), given.trap)
    if "encrypt" in given.trap:
        keys(server)
    lock = threading.Lock()

    def record(request):
        if given.record:
            with lock, open(given.record, "a", encoding="utf-8") as file:
                file.write(json.dumps(request, ensure_ascii=False) + "\n")

    server.record = record
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.server_address[1]}", "user": USER, "password": PASSWORD,
                      "token": TOKEN}), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
