# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays pip or Maven; FAKE_DOWNLOAD says how it goes."""

import os
import sys
import time


def option(name):
    for index, word in enumerate(sys.argv):
        if word == name:
            return sys.argv[index + 1]
        if word.startswith(name + "="):
            return word[len(name) + 1:]
    raise SystemExit(f"{name} is missing in {sys.argv}")


def write(path, size):
    with open(path, "wb") as file:
        file.write(b"x" * size)


mode = os.environ["FAKE_DOWNLOAD"]
if mode == "good":
    write(os.path.join(os.environ["TMPDIR"], "flink.whl"), 50)
    time.sleep(0.3)
    write(os.path.join(option("--dest"), "flink.whl"), 100)
elif mode == "cut":
    print("Collecting flink==1")
    write(os.path.join(option("--dest"), "flink.whl"), 50)
    print("ERROR: Exception: Connection broken: IncompleteRead(50 bytes read, 50 more expected)", file=sys.stderr)
    sys.exit(2)
elif mode == "unknown":
    print("ERROR: No matching distribution found for flink==1", file=sys.stderr)
    sys.exit(1)
elif mode == "hang":
    with open(os.environ["FAKE_PID"] + ".new", "w", encoding="utf-8") as file:
        file.write(str(os.getpid()))
    os.rename(os.environ["FAKE_PID"] + ".new", os.environ["FAKE_PID"])
    time.sleep(600)
elif mode == "maven":
    write(os.path.join(option("-DoutputDirectory"), "b-1.jar"), 10)
elif mode == "maven-cut":
    print("[ERROR] Could not transfer artifact a:b:jar:1: Premature end of Content-Length delimited message body")
    sys.exit(1)
