# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway that answers as recorded Linkis servers do: sessions that end, tasks that move on (tasks.py), logs that
grow, result files, files and engines and data sources (services.py), and the nasty parts on switches.

usage: server.py OPENAPI [--trap NAME …] [--record FILE] [--port N]

It prints {"url", "user", "password", "token"} and serves until its input ends. A line "+NAME" or "-NAME" on its input
sets a trap or takes it away.
"""

import argparse
import base64
import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from refused import Refused, coded  # noqa: E402
from services import Services, number_in, recorded_answers  # noqa: E402
from tasks import FINAL, Task  # noqa: E402

USERS = {"hadoop": "hadoop", "tester": "tester"}
USER, PASSWORD, TOKEN = "hadoop", "hadoop", "CONTRACT-TOKEN"
COOKIE = "linkis_user_session_ticket_id_v1"
PREFIX = "/api/rest_j/v1"
TOO_LONG_FOR_OPEN = 30 * 1024 * 1024
TRAPS = {
    "encrypt": "passwords must come encrypted, with a key of 2048 bits",
    "encrypt-1024": "the same with a key of 1024 bits, as 1.7.0 has it",
    "expire": "each session ends after eight calls",
    "logged-out": "all sessions that are there now end at once",
    "behind": "the history stays behind the entrance for three looks",
    "amnesia": "the entrance forgets a task as soon as it runs",
    "reuse": "the entrance answers for another, finished task until the history is final",
    "restarted": "the entrance was restarted: its tasks are cancelled in the history",
    "disagree": "the history says Cancelled while the job goes on",
    "timeout": "tasks end as Timeout",
    "referer": "calls without a Referer of this gateway are refused",
    "address": "the gateway does not let this address in",
    "sso": "logins are made elsewhere",
    "dead-backend": "every service but the login is down",
    "dead-entrance": "the entrance is down and the history is not",
    "unregistered": "the services are not registered",
    "web-page": "a proxy answers with a web page",
    "cut": "answers are cut in their middle",
    "empty": "answers are empty",
    "framework": "the framework's own error instead of an answer",
    "no-address": "the gateway's own page for an unknown address",
    "echo": "refusals echo the whole request",
    "stack": "refusals carry a Java stack",
    "slow": "each answer takes two seconds",
    "log-text": "logs are one text instead of four",
    "log-gone": "the entrance has no logs any more",
    "no-progress": "there is no progress to tell",
    "unstable": "pages of the history repeat rows and lose others",
    "refuse-results": "result folders are not the user's to read",
    "kill-lies": "a kill is said to be done and does nothing",
    "full": "the queue of the entrance is full",
}


class Gateway(Services):
    """The state behind the calls."""

    def __init__(self, openapi, traps):
        super().__init__()
        self.traps = set(traps)
        self.lock = threading.RLock()
        self.tasks = {}
        self.sessions = {}
        self.serial = 0
        self.calls = []
        for path, item in openapi["paths"].items():
            pattern = re.compile("^" + re.sub(r"\\{([^}]+)\\}", "([^/]+)", re.escape(path)) + "$")
            for method, call in item.items():
                self.calls.append((method.upper(), pattern, re.findall(r"{([^}]+)}", path), call))
        self.recorded = recorded_answers(self.calls)

    def set_trap(self, line):
        """"+name" or "-name"."""
        sign, name = line[:1], line[1:].strip()
        with self.lock:
            if sign == "+" and name == "logged-out":
                self.sessions.clear()
            elif sign == "+" and name == "restarted":
                for task in self.tasks.values():
                    if task.state not in FINAL:
                        task.state, task.ahead, task.seconds = "Cancelled", [], None
            elif sign == "+" and name in TRAPS:
                self.traps.add(name)
            elif sign == "-":
                self.traps.discard(name)

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
        if number and number.isdigit() and int(number) in self.tasks:
            self.tasks[int(number)].look()
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
        if "full" in self.traps:
            raise coded(12001, "The submission job failed and the queue is full(队列已满)")
        self.serial += 1
        task = Task(self.serial, user, body, "behind" if "behind" in self.traps else None)
        self.tasks[self.serial] = task
        if "rm -rf" in task.code or "refuse" in task.code.split():
            # No task id in the answer, and still a row in the history.
            task.exec_id, task.state, task.ahead = None, "Failed", []
            task.error = "Shell code contains blacklisted code(shell中包含黑名单代码)"
            raise coded(50081, task.error)
        if task.engine.split("-")[0] not in ("spark", "hive", "shell", "jdbc", "python", "flink") or "-" not in task.engine:
            task.last, task.error = "Failed", "31002, 您提交的EngineTypeLabel没有对应的引擎版本"
            task.ahead = ["Scheduled", "Failed"]
        if "timeout" in self.traps:
            task.last, task.ahead = "Timeout", ["Scheduled", "Running", "Timeout"]
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
        if not task or "log-gone" in self.traps:
            raise Refused(1, 400, "The job you just executed has ended, please download the log file")
        try:
            asked = int(query.get("fromLine", 0))
        except ValueError:
            raise Refused(1, 400, f'NumberFormatException: For input string: "{query["fromLine"]}"') from None
        start = max(0, asked - 1)
        have = task.lines[:] if len(task.lines) < 100 else task.lines
        visible = len(have) if task.state in FINAL else min(2 + int(task.elapsed() * 2), len(have))
        size = int(query.get("size", 100))
        piece = have[start:min(visible, start + (size if size >= 0 else 10000))]
        levels = [[line for line in piece if f" {level} " in line] for level in ("ERROR", "WARN")]
        rest = [line for line in piece if line and " ERROR " not in line and " WARN " not in line]
        texts = ["\n".join(lines) for lines in (*levels, rest, [line for line in piece if line])]
        following = asked if not piece else start + len(piece) + 1
        bare = query.get("distinctLevel") == "false" or "log-text" in self.traps
        return {"fromLine": following, "log": texts[3] if bare else texts, "execID": values["execID"]}

    def entrance_progress(self, _user, values, query, _body):
        task, _ = self.task(values, query)
        if not task or "no-progress" in self.traps:
            raise Refused(1, 400, "The job corresponding to the ID is empty and cannot obtain the progress")
        done, stages = task.progress()
        return {"progress": done, "execID": task.exec_id, "progressInfo": stages}

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
        if task.user != user and user != USER:
            raise Refused(1, 400, "You have no permission to kill this job(您没有权限终止该任务)")
        if "kill-lies" in self.traps:
            return {"execID": task.exec_id}
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
        if task.user != _user and _user != USER:
            raise Refused(1, 400, "The corresponding job was not found, or there may be no permission to view the job")
        task.look()  # time goes on also for those who only look here
        row = task.row(False)
        if "disagree" in self.traps and row["status"] == "Running":
            row["status"] = "Cancelled"
        return {"task": row}

    def jobhistory_list(self, user, _values, query, _body):
        for task in self.tasks.values():
            if task.seconds is not None:
                task.look()
        rows = [task.row(True) for task in sorted(self.tasks.values(), key=lambda task: -task.number)
                if task.user == user or (user == USER and query.get("isAdminView") == "true")]
        if query.get("taskID"):
            rows = [row for row in rows if row["taskID"] == int(query["taskID"])]
        if query.get("status"):
            rows = [row for row in rows if row["status"] in query["status"].split(",")]
        creator = query.get("creator")
        if creator and not re.fullmatch(r"[a-zA-Z0-9._-]+", creator):
            raise coded(21304, "the creator holds what it must not")
        filters = {"requestApplicationName": creator, "executeApplicationName": query.get("executeApplicationName")}
        rows = [row for row in rows if all(not wanted or row[name] == wanted for name, wanted in filters.items())]
        if query.get("startDate"):
            rows = [row for row in rows if row["createdTime"] >= int(query["startDate"])]
        if query.get("endDate"):
            rows = [row for row in rows if row["createdTime"] <= int(query["endDate"])]
        page, size = max(1, int(query.get("pageNow", 1))), int(query.get("pageSize", 20)) or 10 ** 9
        if "unstable" in self.traps and page > 1 and len(rows) > size:
            rows[(page - 1) * size] = rows[(page - 1) * size - 1]  # repeats one row and loses another
        shown = rows[(page - 1) * size:page * size] or rows[-size:]
        return {"totalPage": len(rows), "tasks": shown}

    # Result sets and logs among the files.

    def filesystem_getDirFileTrees(self, user, _values, query, _body):
        path = query.get("path", "").rstrip("/")
        self.check_path(user, path)
        match = re.search(r"/result/.*/(\d+)$", path)
        if match:
            task = self.tasks.get(int(match.group(1)))
            names = task.sets() if task else []
            if not names:
                return {"dirFileTrees": None}
        else:
            names = self.children_of(path)
        children = [{"name": name, "path": f"{path}/{name}", "properties": {"size": "183", "modifytime": "1795379118861"}
                     if "." in name else {}, "children": None, "isLeaf": "." in name, "parentPath": path}
                    for name in names]
        return {"dirFileTrees": {"name": path.rsplit("/", 1)[1], "path": path, "properties": None,
                                 "children": children, "isLeaf": False, "parentPath": None}}

    def set_at(self, path):
        task = self.tasks.get(number_in(path, r"/(\d+)/[^/]*$"))
        if not task or not path.endswith(".dolphin"):
            raise Refused(1, 400, f"operation failed(操作失败)s！the reason(原因)：IOException: path {path} not exists.",
                          {"errorMsg": {"errCode": 0, "desc": f"IOException: path {path} not exists."}})
        return task.content(path.rsplit("/", 1)[1])

    def filesystem_openFile(self, user, _values, query, _body):
        path = query.get("path", "")
        self.check_path(user, path)
        size, page = int(query.get("pageSize", 5000)), max(1, int(query.get("page", 1)))
        if size > 100000:
            raise coded(80034, "pageSize is over 100000")
        if isinstance(self.files.get(path), str):
            return {"metadata": {"variable": {"a": "1"}}, "totalPage": 0, "totalLine": 3, "page": 1,
                    "type": "script/text", "fileContent": [[self.files[path]]]}
        answer, columns, rows = self.set_at(path)
        if answer.get("display_prohibited"):
            return answer
        shown = rows[(page - 1) * size:page * size]
        if query.get("nullValue") != "LINKIS_NULL":
            shown = [["NULL" if cell is None else cell for cell in row] for row in shown]
        metadata = [{"columnName": name, "comment": "", "dataType": kind} for name, kind in columns] \
            if isinstance(columns, list) else columns
        return {**answer, "metadata": metadata, "totalPage": 0, "totalLine": len(shown), "page": page,
                "fileContent": shown}

    def filesystem_fileInfo(self, user, _values, query, _body):
        self.check_path(user, query.get("path"))
        _, columns, rows = self.set_at(query["path"])
        return {"path": query["path"], "colNumber": len(columns) if isinstance(columns, list) else 1,
                "rowNumber": rows.count if hasattr(rows, "count") and not isinstance(rows, list) else len(rows)}

    def log_of(self, path):
        task = self.tasks.get(number_in(path, r"/(\d+)\.log$"))
        if not task:
            raise Refused(1, 400, f"IOException: path {path} not exists.")
        return task.lines

    def filesystem_openLog(self, user, _values, query, _body):
        self.check_path(user, query.get("path"))
        lines = self.log_of(query["path"])
        if lines.bytes() > TOO_LONG_FOR_OPEN:
            raise coded(80033, "The log file is larger than 30 MB: download it(日志文件过大)")
        return {"log": ["", "", "", "\n".join(line for line in lines[:] if line) + "\n"]}


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
        if "sso" in self.server.gateway.traps:
            raise Refused(-1, 401, "You are not logged in, please login first(您尚未登录，请先登录)!",
                          {"enableSSO": True, "SSOURL": "https://sso.example/login"})
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
        bits = self.server.keys.bits(gateway.traps)
        if bits:
            password = self.server.keys.decrypt(bits, password)
        if not body.get("userName") or not password:
            raise Refused(1, 400, "User name can not be empty(用户名不能为空)" if not body.get("userName")
                          else "Password can not be blank(密码不能为空)")
        if "address" in gateway.traps:
            raise Refused(1, 400, "IP 10.0.0.7 is not in the whitelist(IP 不在白名单)")
        if USERS.get(body["userName"]) != password:
            raise Refused(1, 400, "wrong user name or password(用户名或密码错误)！", {"sessionTimeOut": 3600000})
        ticket = f"ticket+{time.time_ns()}=="
        gateway.sessions[ticket] = {"user": body["userName"], "left": 8 if "expire" in gateway.traps else 10**9}
        self.good({"userName": body["userName"], "isAdmin": body["userName"] == USER, "sessionTimeOut": 3600000,
                   "enableWatermark": True},
                  [("Set-Cookie", f"{COOKIE}={ticket}; Path=/")])

    def user_call(self, name, headers, body):
        gateway = self.server.gateway
        if name == "user.publicKey":
            bits = self.server.keys.bits(gateway.traps)
            self.good({"enableSSL": False, "enableLoginEncrypt": bool(bits),
                       **({"publicKey": self.server.keys.public(bits), "debugTime": 1} if bits else {})})
        elif name == "user.login":
            self.login(body)
        elif name == "user.logout":
            match = re.search(COOKIE + r"=([^;\s]+)", headers.get("cookie", ""))
            gateway.sessions.pop(match.group(1) if match else "", None)
            self.good({}, [("Set-Cookie", f"{COOKIE}=; Path=/; Max-Age=0")])
        elif name == "user.proxy":
            query = {key: values[-1] for key, values in parse_qs(self.path.partition("?")[2]).items()}
            match = re.search(COOKIE + r"=([^;\s]+)", headers.get("cookie", ""))
            if not match or match.group(1) not in gateway.sessions or query.get("validationCode") != "code":
                raise Refused(1, 400, "Validation failed(校验失败)")
            gateway.sessions[match.group(1)]["user"] = query["proxyUser"].lower()
            self.good({})
        elif name in ("user.userInfo", "user.heartbeat", "user.baseinfo"):
            try:
                user = self.user_of({**headers, "token-code": ""})
                self.good({"resultSetExportEnable": True, "engineLogOnlyAdminEnable": False,
                           "linkisClusterName": "contract"} if name == "user.baseinfo" else {"userName": user})
            except Refused as refused:
                if name == "user.userInfo":
                    raise Refused(1, 400, "login failed! reason: NonLoginException: errCode: 11002") from refused
                raise
        else:
            self.good({})

    def no_file(self, text):
        """Downloads fail as a good text."""
        self.answer(200, f"error(错误):{text}".encode(), content_type="text/plain; charset=utf-8")

    def download(self, gateway, user, name, query, body):
        path = query.get("path") or body.get("path", "")
        try:
            gateway.check_path(user, path)
            if name == "filesystem.download":
                if isinstance(gateway.files.get(path), str):
                    data = gateway.files[path].encode()
                else:
                    lines = gateway.log_of(path)
                    data = ("\n".join(lines[:]) + "\n").encode()
                self.answer(200, data, [("Content-Disposition", "attachment;filename=" + path.rsplit("/", 1)[1])],
                            "text/plain;charset=utf-8")
                return
            kind = query.get("outputFileType", "csv")
            if kind not in ("csv", "xlsx"):
                self.no_file('Cannot invoke "FsWriter.addMetaData" because "fsWriter" is null')
                return
            _, columns, rows = gateway.set_at(path)
            count = int(query.get("limit", 0)) or 5000
            null = query.get("nullValue", "NULL").replace("BLANK", "")
            separator = query.get("csvSeparator", query.get("csvSeperator", ",")).replace("t", "\t")
            if isinstance(columns, list):
                lines = [[column for column, _ in columns], *rows[:count]]
                text = "".join(separator.join(cell if cell else null for cell in line) + "\n" for line in lines)
            elif kind == "xlsx":
                raise coded(80024, "only tables can be written as Excel")
            else:
                text = "".join(row[0] for row in rows[:count])  # lines are not ended
        except Refused as refused:
            self.no_file(refused.message)
            return
        shown = query.get("outputFileName", "downloadResultset") + "." + kind
        self.answer(200, text.encode(), [("Content-Disposition", f"attachment;filename={shown}".encode().decode("latin-1"))],
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
        if "slow" in gateway.traps:
            time.sleep(2)
        try:
            with gateway.lock:
                self.dispatch(gateway, name, values, call, query, headers, raw)
        except Refused as refused:
            data = dict(refused.data)
            if "stack" in gateway.traps:
                data["stack"] = "org.apache.linkis.LinkisException: at java.base/Thread.run"
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
        if "empty" in gateway.traps and not name.startswith("user."):
            self.answer(200, b"")
            return
        if "framework" in gateway.traps and not name.startswith(("user.", "gateway.")):
            self.answer(415, {"timestamp": int(time.time() * 1000), "status": 415, "error": "Unsupported Media Type",
                              "path": path})
            return
        if "no-address" in gateway.traps:
            self.answer(404, {"method": path, "data": [], "message": "Not Found", "status": 404})
            return
        if "cut" in gateway.traps and not name.startswith("user."):
            self.answer(200, b'{"method":"/api","status":0,"message":"OK","data":{"tasks":[{"taskID":1')
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
        if "unregistered" in gateway.traps and not name.startswith("gateway."):
            service = path.split("/")[4]
            raise Refused(1, 200, f"NoApplicationExistsException: errCode: 10050 ,desc: Application {service} does not exist "
                          "any instances. ,ip: localhost ,port: 9001", {"data": raw.decode(errors="replace")})
        entrance_gone = "dead-entrance" in gateway.traps and name.startswith("entrance.")
        if (entrance_gone or "dead-backend" in gateway.traps) and not name.startswith("gateway."):
            self.answer(500, {"method": path, "data": [], "status": 500,
                              "message": f"Internal Server Error, with request path:{path}"})
            return
        if name.startswith("filesystem.resultset") or name == "filesystem.download":
            self.download(gateway, user, name, query, body)
            return
        for parameter in call.get("parameters", []):
            if parameter["in"] == "query" and parameter.get("required") and parameter["name"] not in query:
                raise Refused(1, 400, f"Required parameter {parameter['name']} is not present")
        handler = getattr(gateway, name.replace(".", "_").replace("-", "_"), None)
        try:
            data = handler(user, values, query, body) if handler else gateway.recorded.get(name, {})
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise Refused(1, 400, f"operation failed(操作失败)s！the reason(原因)：{error!r}",
                          {"errorMsg": {"errCode": 0, "desc": repr(error)}}) from error
        self.good(data)

    do_GET = do_POST = do_PUT = do_DELETE = handle_call


def openssl(*arguments, given=b""):
    import subprocess
    done = subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""


class Keys:
    """Pairs of keys for encrypted logins, made by the openssl command when they are first needed."""

    def __init__(self):
        self.private = {}

    def bits(self, traps):
        return 1024 if "encrypt-1024" in traps else 2048 if "encrypt" in traps else 0

    def key(self, bits):
        if bits not in self.private:
            self.private[bits] = openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}")
        return self.private[bits]

    def public(self, bits):
        return base64.b64encode(openssl("pkey", "-pubout", "-outform", "DER", given=self.key(bits))).decode()

    def decrypt(self, bits, text):
        import tempfile
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "key.pem")
            with open(path, "wb") as file:
                file.write(self.key(bits))
            try:
                return openssl("pkeyutl", "-decrypt", "-inkey", path, given=base64.b64decode(text)).decode()
            except ValueError:
                return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("openapi")
    parser.add_argument("--trap", action="append", default=[], choices=sorted(TRAPS), help="; ".join(
        f"{name}: {what}" for name, what in TRAPS.items()))
    parser.add_argument("--record", help="append each request as a line of JSON")
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", given.port), Handler)
    server.daemon_threads = True
    with open(given.openapi, encoding="utf-8") as file:
        server.gateway = Gateway(json.load(file), given.trap)
    server.keys = Keys()
    lock = threading.Lock()

    def record(request):
        if given.record:
            with lock, open(given.record, "a", encoding="utf-8") as file:
                file.write(json.dumps(request, ensure_ascii=False) + "\n")

    server.record = record
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.server_address[1]}", "user": USER, "password": PASSWORD,
                      "token": TOKEN}), flush=True)
    for line in sys.stdin:
        server.gateway.set_trap(line.strip())


if __name__ == "__main__":
    main()
