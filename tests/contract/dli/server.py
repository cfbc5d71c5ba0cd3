# SPDX-License-Identifier: GPL-3.0-or-later
"""A service that answers as Huawei Data Lake Insight does: it checks every signature itself, knows the documented calls
with their required fields, keeps jobs that move on with time, and shows every shape of error on request.

usage: server.py OPENAPI DATA [--fault OPERATION=CASE …] [--record FILE] [--skew SECONDS]
                               [--tables N] [--token-life SECONDS] [--token-uses N]

While it serves, a line "fault OPERATION=CASE", "clear" or "skew SECONDS" on its input changes what it does.
It prints {"url", "accessKey", "secretKey", "token", "project"} and serves until its input ends.
"""

import argparse
import hashlib
import hmac
import json
import os
import re
import sys
import threading
import time
from datetime import datetime, timezone
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from state import Refused, Service  # noqa: E402  (beside this file)

ACCESS_KEY = "QTWAOYTTINDUT2QVKYUC"
SECRET_KEY = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc"
TOKEN = "a-token-of-the-contract-server"
PROJECT = "48cc2c48765f481480c7db940d6409d1"
ALGORITHM = "SDK-HMAC-SHA256"
MOST_SKEW = 15 * 60


def signature(method, target, headers, names, body, secret):
    """The signature of a request as it arrived, made from the rules of the signing guide alone."""
    path, _, query = target.partition("?")
    canonical_path = quote(unquote(path), safe="/~")
    canonical_path += "" if canonical_path.endswith("/") else "/"
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    canonical_query = "&".join(f"{quote(k, safe='~')}={quote(v, safe='~')}" for k, v in pairs)
    block = "".join(f"{name}:{headers.get(name, '').strip()}\n" for name in names)
    canonical = "\n".join([method, canonical_path, canonical_query, block, ";".join(names),
                           hashlib.sha256(body).hexdigest()])
    date = headers.get("x-sdk-date", "")
    text = "\n".join([ALGORITHM, date, hashlib.sha256(canonical.encode()).hexdigest()])
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


class Calls:
    """The documented calls: which one a request is, and whether it has what that one needs."""

    def __init__(self, openapi):
        self.calls = []
        for template, item in openapi["paths"].items():
            path = template.split("#")[0]
            pattern = re.compile("^" + re.sub(r"\\{([^}]+)\\}", "([^/]+)", re.escape(path)) + "$")
            names = re.findall(r"{([^}]+)}", path)
            for method, call in item.items():
                self.calls.append((method.upper(), pattern, names, call))

    def find(self, method, path):
        # A literal segment wins over a parameter: …/jobs/run is no job named run.
        found = []
        for known, pattern, names, call in self.calls:
            match = pattern.match(path)
            if known == method and match:
                found.append((len(names), dict(zip(names, map(unquote, match.groups()))), call))
        return min(found, key=lambda each: each[0])[1:] if found else (None, None)


def check(call, query, body):
    """Refuses what the call does not know or lacks."""
    known = {p["name"]: p for p in call.get("parameters", []) if p["in"] == "query"}
    for name in query:
        if name not in known:
            raise Refused(400, "DLI.0001", f"Unknown parameter {name}.")
    for name, parameter in known.items():
        if parameter.get("required") and name not in query:
            raise Refused(400, "DLI.0001", f"Parameter {name} is missing.")
    schema = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    if not isinstance(body, dict):
        raise Refused(400, "DLI.0001", "The body is no JSON object.")
    for name in schema.get("required", []):
        if name not in body:
            raise Refused(400, "DLI.0001", f"Field {name} is missing.")
    for name in body:
        if schema.get("properties") and name not in schema["properties"]:
            raise Refused(400, "DLI.0001", f"Unknown field {name}.")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, headers=()):
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.send_response_only(status)
        self.send_header("Date", formatdate(time.time() + self.server.options.skew, usegmt=True))
        given = {name.lower() for name, _ in headers}
        if "content-type" not in given:
            self.send_header("Content-Type", "application/json")
        if "x-request-id" not in given:
            self.send_header("X-Request-Id", f"req-{next(self.server.counter):04d}")
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, refused):
        self.answer(refused.status, {"error_code": refused.code, "error_msg": refused.message})

    def check_login(self, headers, body):
        if headers.get("x-auth-token"):
            until = self.server.tokens.get(headers["x-auth-token"])
            if until is None:
                raise Refused(401, "APIGW.0307", "Incorrect IAM authentication information: the token is not known.")
            used = self.server.uses[headers["x-auth-token"]] = self.server.uses.get(headers["x-auth-token"], 0) + 1
            if until < time.time() or used > self.server.options.token_uses:
                raise Refused(401, "APIGW.0307", "The token must be updated")
            return
        text = headers.get("authorization", "")
        match = re.fullmatch(rf"{ALGORITHM} Access=(\S+), SignedHeaders=(\S+), Signature=(\w+)", text)
        if not match:
            raise Refused(401, "APIGW.0301", "Incorrect IAM authentication information: no signature.")
        key, names, signed = match.groups()
        names = names.split(";")
        if names != sorted(names) or "host" not in names or "x-sdk-date" not in names:
            raise Refused(401, "APIGW.0301", "Incorrect IAM authentication information: headers are not signed.")
        try:
            sent = datetime.strptime(headers.get("x-sdk-date", ""), "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
        except ValueError:
            raise Refused(401, "APIGW.0301", "Incorrect IAM authentication information: no date.") from None
        if abs(sent.timestamp() - (time.time() + self.server.options.skew)) > MOST_SKEW:
            raise Refused(401, "APIGW.0303", "Incorrect app authentication information: the request is too old.")
        right = signature(self.command, self.path, headers, names, body, SECRET_KEY)
        if key != ACCESS_KEY or not hmac.compare_digest(right, signed):
            raise Refused(401, "APIGW.0301",
                          "Incorrect IAM authentication information: verify aksk signature fail")

    def identity(self, headers, body):
        """IAM: projects and tokens."""
        path = self.path.partition("?")[0]
        if path == "/v3/auth/tokens" and self.command == "POST":
            user = json.loads(body)["auth"]["identity"]["password"]["user"]
            if user["password"] != "right":
                self.answer(401, {"error": {"code": 401, "message": "The username or password is wrong.",
                                            "title": "Unauthorized"}})
                return True
            token = f"{TOKEN}-{len(self.server.tokens)}"
            life = self.server.options.token_life
            self.server.tokens[token] = time.time() + life
            until = datetime.fromtimestamp(min(self.server.tokens[token], 32e9), timezone.utc)
            self.answer(201, {"token": {"expires_at": until.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                                        "project": {"id": PROJECT}}}, [("X-Subject-Token", token)])
            return True
        if path == "/v3/projects":
            self.check_login(headers, body)
            self.answer(200, {"projects": [{"id": PROJECT, "name": "cn-north-4"}]})
            return True
        return False

    def handle_call(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length") or 0))
        try:
            if self.identity(headers, body):
                return
            path, _, query_text = self.path.partition("?")
            values, call = self.server.calls.find(self.command, path)
            name = call["operationId"] if call else None
            self.server.record({"method": self.command, "path": path, "query": query_text,
                                "headers": dict(self.headers.items()), "body": body.decode(errors="replace"),
                                "operation": name})
            self.check_login(headers, body)
            if not call:
                raise Refused(404, "APIGW.0101", "The API does not exist or has not been published.")
            if values.pop("project_id") != PROJECT or headers.get("x-project-id", PROJECT) != PROJECT:
                raise Refused(403, "DLI.0016", "The role of the project is not right.")
            if headers.get("content-type", "").split(";")[0] != "application/json":
                raise Refused(415, "DLI.0001", "Content-Type must be application/json.")
            if self.fault(name):
                return
            query = parse_qsl(query_text, keep_blank_values=True)
            sent = json.loads(body) if body else {}
            check(call, dict(query), sent)
            status, answer = self.server.service.answer(name, values, query, sent)
            self.answer(status, answer)
        except Refused as refused:
            self.refuse(refused)
        except (KeyError, ValueError, TypeError) as error:
            self.answer(400, {"error_code": "DLI.0001", "error_msg": f"Cannot read the request: {error!r}"})

    def fault(self, name):
        faults = self.server.faults.get(name) or self.server.faults.get("*")
        if not faults:
            return False
        case = faults.pop(0) if len(faults) > 1 else faults[0]
        if case == "none":
            return False
        sent = self.server.errors[case]
        self.answer(sent["status"], sent["body"].encode(), list(sent["headers"].items()))
        return True

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = handle_call


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("openapi")
    parser.add_argument("data")
    parser.add_argument("--fault", action="append", default=[], metavar="OPERATION=CASE",
                        help="answer with a case of errors.json; several of one call come in turn, the last one stays")
    parser.add_argument("--record", help="append each request as a line of JSON")
    parser.add_argument("--token-life", type=float, default=24 * 3600.0, help="how long a made token holds, in seconds")
    parser.add_argument("--token-uses", type=int, default=10**9, help="after how many calls a token must be updated")
    parser.add_argument("--tables", type=int, default=0, help="how many tables the database big has")
    parser.add_argument("--port", type=int, default=0, help="where to listen; any free one by itself")
    parser.add_argument("--skew", type=int, default=0, help="how far this server's clock is ahead, in seconds")
    return parser.parse_args()


def follow(server, words):
    """What may be said while it serves: fault OPERATION=CASE, which may have spaces; clear; skew SECONDS."""
    if words[:1] == ["fault"]:
        operation, _, case = " ".join(words[1:]).partition("=")
        server.faults.setdefault(operation, []).append(case)
    elif words[:1] == ["skew"]:
        server.options.skew = int(words[1])
    elif words[:1] == ["clear"]:
        server.faults.clear()


def main():
    given = options()
    server = ThreadingHTTPServer(("127.0.0.1", given.port), Handler)
    server.daemon_threads = True
    with open(given.openapi, encoding="utf-8") as file:
        server.calls = Calls(json.load(file))
    samples, seeds = {}, {}
    with open(os.path.join(given.data, "responses.jsonl"), encoding="utf-8") as file:
        for line in file:
            sample = json.loads(line)
            if sample["file"].startswith("show_table.seed"):
                seeds[sample["file"].removesuffix(".json").removeprefix("show_table.")] = json.loads(sample["body"])
            elif sample["file"] == "preview_table.seed.json":
                seeds["preview_table"] = json.loads(sample["body"])
            elif sample["file"] in ("list_clusters.seed.json", "check_upload_id.seed.json"):
                samples[sample["file"].removesuffix(".seed.json")] = json.loads(sample["body"])
            elif ".seed" not in sample["file"]:
                samples[sample["file"].removesuffix(".json")] = json.loads(sample["body"])
    with open(os.path.join(given.data, "errors.json"), encoding="utf-8") as file:
        server.errors = {each["case"]: each["response"] for each in json.load(file)["errors"]}
    server.faults = {}
    for fault in given.fault:
        operation, _, case = fault.partition("=")
        server.faults.setdefault(operation, []).append(case)
    server.options = given
    server.service = Service(samples, seeds, given.tables)
    server.tokens = {TOKEN: time.time() + 1e9}
    server.uses = {}
    server.counter = iter(range(1, 10**9))
    lock = threading.Lock()

    def record(request):
        if given.record:
            with lock, open(given.record, "a", encoding="utf-8") as file:
                file.write(json.dumps(request, ensure_ascii=False) + "\n")

    server.record = record
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.server_address[1]}", "accessKey": ACCESS_KEY,
                      "secretKey": SECRET_KEY, "token": TOKEN, "project": PROJECT}), flush=True)
    for line in sys.stdin:
        follow(server, line.split())
        print(json.dumps({"said": line.strip()}), flush=True)


if __name__ == "__main__":
    main()
