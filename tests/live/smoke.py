# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the Flink of the live tests answers: opens a session of its SQL Gateway and runs SELECT 1.

usage: smoke.py INSTANCE.json VERSION
"""

import json
import sys
import time
import urllib.request


def call(method, url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method, headers={"Content-Type": "application/json"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as response:
        return json.load(response)


def run_statement(gateway, statement, properties=None):
    """All rows of a statement, in a session of its own."""
    session = call("POST", f"{gateway}/v1/sessions", {"properties": properties or {}})["sessionHandle"]
    base = f"{gateway}/v1/sessions/{session}"
    operation = call("POST", f"{base}/statements", {"statement": statement})["operationHandle"]
    rows, token = [], 0
    deadline = time.monotonic() + 120
    while True:
        page = call("GET", f"{base}/operations/{operation}/result/{token}?rowFormat=JSON")
        if page["resultType"] == "EOS":
            break
        if page["resultType"] == "NOT_READY":
            if time.monotonic() > deadline:
                raise TimeoutError(f"{statement} did not end")
            time.sleep(0.05)
            continue
        rows += [row["fields"] for row in page["results"]["data"]]
        token = int(page["nextResultUri"].split("/result/")[1].split("?")[0])
    call("DELETE", f"{base}/operations/{operation}/close")
    call("DELETE", base)
    return rows


def main():
    path, version = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        instance = json.load(file)
    info = call("GET", instance["gateway"] + "/v1/info")
    assert info["version"] == version, info
    overview = call("GET", instance["jobManager"] + "/overview")
    assert overview["taskmanagers"] == 1 and overview["slots-total"] == 8, overview
    rows = run_statement(instance["gateway"], "SELECT 1", {"execution.runtime-mode": "batch"})
    assert rows == [[1]], rows
    print(f"Flink {version} at {instance['gateway']} answers SELECT 1 with {rows}")


if __name__ == "__main__":
    main()
