# SPDX-License-Identifier: GPL-3.0-or-later
"""A contract server in a process of its own."""

import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


class RunningGateway:
    """Starts the server for the time of a with statement; info is what it printed."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-B", os.path.join(HERE, "server.py"), os.path.join(ROOT, "resources/openapi/linkis.json"),
             *self.options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.info = json.loads(self.process.stdout.readline())
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()
