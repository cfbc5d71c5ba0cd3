# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts and stops the Flink of the live tests.

usage: fixture.py start|stop VERSION HOME      the description of the instance goes to HOME.json
"""

import os
import subprocess
import sys

SCRIPT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "scripts", "local-flink")


def run(command, version, home, output):
    subprocess.run([sys.executable, SCRIPT, command, "--version", version, "--home", home, "--json"],
                   stdin=subprocess.DEVNULL, stdout=output, check=True)


def main():
    command, version, home = sys.argv[1:]
    os.makedirs(home, exist_ok=True)
    # What an interrupted run left behind goes first: tests begin with an empty cluster.
    run("stop", version, home, subprocess.DEVNULL)
    if command == "start":
        with open(home + ".json.new", "wb") as output:
            run("start", version, home, output)
        os.replace(home + ".json.new", home + ".json")


if __name__ == "__main__":
    main()
