# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts and stops the SeaTunnel of the live tests.

usage: seatunnel_fixture.py start|stop HOME      the description of the instance goes to HOME.json
"""

import os
import subprocess
import sys

SCRIPT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "scripts", "local-seatunnel")


def run(command, home, output):
    subprocess.run([sys.executable, SCRIPT, command, "--home", home, "--json"],
                   stdin=subprocess.DEVNULL, stdout=output, check=True)


def main():
    command, home = sys.argv[1:]
    os.makedirs(home, exist_ok=True)
    # What an interrupted run left behind goes first: tests begin with an empty engine.
    run("stop", home, subprocess.DEVNULL)
    if command == "start":
        with open(home + ".json.new", "wb") as output:
            run("start", home, output)
        os.replace(home + ".json.new", home + ".json")


if __name__ == "__main__":
    main()
