# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks that move on, their logs and their result sets. What a task does is written in its code:

    fail                 it fails, and keeps the result sets it has
    refuse               an interceptor refuses it: a row in the history and no task id
    sleep forever        it runs until it is killed
    take 20 s            it runs for so long, in stages
    rows 5000            so many rows
    many sets, all kinds, all types, html, picture, prohibited, wide, no result: what it brings
    log 100000 lines     so long a log
"""

import json
import re
import time

FINAL = ("Succeed", "Failed", "Cancelled", "Timeout")
# Six bars.
PICTURE = ("iVBORw0KGgoAAAANSUhEUgAAAPAAAAB4CAIAAABD1OhwAAABsElEQVR42u3SQQ4AERBFQXvHdBVXNrF0B2HSqOTvX7"
           "RK7etm1yw5gQFtBrQZ0GZAG9BmQJsBbQa0GdAGtBnQZkCbAW0GtAFtBrQZ0GZAmwEdcbnU3QPagAbagAbagAYaaKCB"
           "BhpoAxpoAxpooIEGGmiggQYaaAMaaAMaaKCBBhpooIEGGmgDGmgDGmiggQYaaKBDgn7tg4EGGmiggQYaaB/svUD7YO"
           "8FGmiggQYaaKCBBtoHey/QPth7gQb6v/defGeggQYaaKCBBhpooIEGGmiggQYaaKCBBhpooIEGGmiggQYaaKCBBhpo"
           "oIEGGmiggQYa6MgfDDTQYAENNFhAA60LNNC6QIMFNNBgAQ00WEADrQs00LpAg6W7YEDrAg20LtBA6wLtg3WB9sFAA6"
           "0LNNC6QAOtC7QP1gXaBwMNtC7QQOsCDbQu0D5Ydw60Q+sC7dC6QOvqAq2rC7Qu0A6tC7RD6wKtqwu0ri7QukA7tC7Q"
           "Dq0LtK4u0Lq6QOsC7dC6QDu0LtC6ukDr6gKtC7RD6wLt0LpA6+oCrQu0Q+sC7dC6QPtgXaB1dYHWBdqhdc/vDlWMtb"
           "BToq8KAAAAAElFTkSuQmCC")
HTML = "<table class=\"report\">\n  <tr><th>shop</th><th>revenue</th></tr>\n  <tr><td>Berlin</td><td>8842</td></tr>\n" \
       "</table>\n<script>alert('never run')</script>"
TYPES = [("b", "boolean"), ("ti", "tinyint"), ("si", "short"), ("i", "int"), ("l", "long"), ("f", "float"),
         ("d", "double"), ("dec", "decimal"), ("s", "string"), ("dt", "date"), ("ts", "timestamp"), ("bin", "binary"),
         ("arr", "array"), ("m", "map"), ("v", "void")]
TYPE_ROWS = [["true", "1", "-32768", "2147483647", "9223372036854775807", "1.5", "0.0000001", "12345678901234567890.12",
              "NULL", "2024-01-01", "2024-01-01 12:34:56.789", "a\u0000b", "[1,2]", "{\"k\":1}", None],
             [None] * 14 + [None],
             ["false", "-1", "0", "-2147483648", "-9223372036854775808", "-0.0", "100000000000000000000", "0.00", "",
              "1970-01-01", "1970-01-01 00:00:00.0", "", "[]", "{}", None]]


class Rows:
    """Rows that are made when somebody looks: a million of them cost nothing."""

    ODD = [["1", "NULL", "0.0000"], ["2", None, None], ["3", "", "1.50"]]

    def __init__(self, count):
        self.count = count

    def __getitem__(self, piece):
        first, last, _ = piece.indices(self.count)
        return [self.ODD[n] if n < 3 else [str(n + 1), f"row {n + 1}", f"{n}.25"] for n in range(first, last)]


class Lines:
    """The log of a task; the long ones are made when somebody looks."""

    def __init__(self, number, extra):
        self.head = [f"2026-11-22 20:25:12.025 INFO Job with jobId : {number} submitted", "", "header-less line",
                     "2026-11-22 20:25:13.025 WARN careful", "2026-11-22 20:25:14.025 ERROR something",
                     "\tat org.example.Engine.run(Engine.java:42)"]
        self.extra = extra

    def __len__(self):
        return len(self.head) + self.extra

    def __getitem__(self, piece):
        first, last, _ = piece.indices(len(self))
        made = [f"2026-11-22 20:25:15.025 INFO line {n} of a long log, as engines write them when they are talkative"
                for n in range(max(0, first - len(self.head)), max(0, last - len(self.head)))]
        return self.head[first:last] + made

    def bytes(self):
        return sum(len(line) + 1 for line in self.head) + self.extra * 100


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
        self.source = body.get("source", {})
        self.created = int(time.time()) * 1000
        self.last = "Failed" if re.search(r"\bfail\b", self.code) else "Succeed"
        self.error = "21304, Task is Failed,errorMsg: table nope not found"
        running = ["Running"] * (1000 if "sleep forever" in self.code else 2)
        self.ahead = ["Scheduled", *running, self.last]
        taken = re.search(r"take (\d+) s", self.code)
        self.seconds = int(taken[1]) if taken else None
        self.state = "Inited"
        self.row_state = "Inited"
        self.lag = 3 if trap == "behind" else 0
        long_log = re.search(r"log (\d+) lines", self.code)
        self.lines = Lines(number, int(long_log[1]) if long_log else 0)

    def elapsed(self):
        return time.time() - self.created / 1000

    def look(self):
        """One look at the entrance: the task moves on."""
        if self.state in FINAL:
            return self.state
        if self.seconds is not None:
            self.state = "Running" if self.elapsed() < self.seconds else self.last
        elif self.ahead:
            self.state = self.ahead.pop(0)
        return self.state

    def progress(self):
        """Overall, and of three stages."""
        if self.state in FINAL:
            return 1.0, []
        done = min(0.99, self.elapsed() / self.seconds) if self.seconds else 0.5
        stages = [{"id": f"stage-{n + 1}", "succeedTasks": max(0, min(10, int(done * 30) - n * 10)), "failedTasks": 0,
                   "runningTasks": 2 if int(done * 3) == n else 0, "totalTasks": 10} for n in range(3)]
        return done, stages

    def row(self, with_code):
        if self.state not in FINAL or self.lag <= 0:
            self.row_state = self.state
        elif self.state in FINAL:
            self.lag -= 1
        final = self.row_state in FINAL
        failed = self.row_state == "Failed"
        refused = self.exec_id is None
        return {"taskID": self.number, "instance": "localhost:9104", "execId": None if refused else self.short,
                "umUser": self.user, "executeUser": self.user,
                "engineInstance": "NULL" if refused else "localhost:36081",
                "executionCode": self.code if with_code else None, "progress": "1.0" if final else "0.0",
                "logPath": None if refused else f"file:///var/linkis/{self.user}/log/IDE/2026-11-22/{self.number}.log",
                "resultLocation": None if refused else
                f"file:///var/linkis/result/2026-11-22/IDE/{self.user}/{self.number}",
                "status": self.row_state, "createdTime": self.created, "updatedTime": self.created + 4351,
                "engineType": self.engine.split("-")[0],
                "errCode": 0 if self.row_state == "Succeed" else 31001 if self.row_state == "Cancelled" else None,
                "errDesc": self.error if failed else "用户主动kill任务" if self.row_state == "Cancelled" else "",
                "executeApplicationName": self.engine.split("-")[0], "requestApplicationName": self.creator,
                "runType": self.run_type, "paramsJson": json.dumps(self.params),
                "costTime": 4351 if final else int(self.elapsed() * 1000),
                "strongerExecId": self.exec_id or "exec_id018014linkis-cg-entrancelocalhost:9104null",
                "sourceJson": json.dumps({**self.source, "requestIP": "127.0.0.1"}), "sourceTailor": "",
                "engineStartTime": None, "canRetry": False, "metrics": self.metrics(), "subJobs": None,
                "labels": [f"userCreator:{self.user}-{self.creator}", f"codeType:{self.run_type}",
                           f"engineType:{self.engine}"]}

    def metrics(self):
        def at(seconds):
            return time.strftime("%Y-%m-%dT%H:%M:%S+0000", time.gmtime(self.created / 1000 + seconds))
        steps = {"submitTime": at(0), "scheduleTime": at(0), "requestECTime": at(1), "jobToECTIme": at(1),
                 "runningTime": at(1), "engineInstance": "localhost:36081"}
        return json.dumps({**steps, "completeTime": at(4)} if self.row_state in FINAL else steps)

    def sets(self):
        """File names in the order in which the server lists them, which is none."""
        if "no result" in self.code:
            return []
        if self.engine.startswith("shell"):
            return ["1_0.dolphin"]
        if "many sets" in self.code or "all kinds" in self.code:
            return ["_10.dolphin", "_2.dolphin", "_0.dolphin", "_1.dolphin"]
        return ["_0.dolphin"]

    def kind_of(self, name):
        if "all kinds" in self.code:
            return {"_0.dolphin": "table", "_1.dolphin": "text", "_2.dolphin": "html", "_10.dolphin": "picture"}[name]
        if self.engine.startswith("shell"):
            return "text"
        return next((kind for kind in ("html", "picture", "prohibited") if kind in self.code), "table")

    def content(self, name):
        """The answer of openFile but for the page: type, metadata, rows."""
        kind = self.kind_of(name)
        if kind == "text":
            count = int((re.search(r"rows (\d+)", self.code) or [0, 2])[1])
            return {"type": "1"}, "NULL", [[f"line-{n + 1}"] for n in range(count)]
        if kind == "html":
            return {"type": "5"}, None, [[HTML]]
        if kind == "picture":
            return {"type": "4"}, "NULL", [[PICTURE]]
        if kind == "prohibited":
            return {"type": "2", "display_prohibited": True, "zh_msg": "结果集单元格超过最大长度",
                    "en_msg": "a cell is longer than 10000 bytes and cannot be shown"}, None, []
        if "all types" in self.code:
            columns, rows = TYPES, TYPE_ROWS
        elif "wide" in self.code:
            columns, rows = [(f"c{n}", "int") for n in range(300)], [[str(n) for n in range(300)]]
            return {"type": "2", "column_limit_display": True, "en_msg": "only 300 of 12000 columns are shown",
                    "totalColumn": 300}, columns, rows
        else:
            columns = [("id", "int"), ("v", "string"), ("d", "decimal")]
            rows = Rows(int((re.search(r"rows (\d+)", self.code) or [0, 3])[1]))
        return {"type": "2", "totalColumn": len(columns)}, columns, rows
