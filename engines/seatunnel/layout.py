# SPDX-License-Identifier: GPL-3.0-or-later
"""Which SeaTunnel releases can be had, what they are made of, and where everything lies on disk."""

import os
from dataclasses import dataclass

from engines.common.folders import state_folder

GROUP = "org.apache.seatunnel"
# The newest release whose jars are all there.
RELEASES = ("2.3.8",)
DEFAULT_VERSION = RELEASES[0]

# The engine brings what it needs; the others stand alone.
ENGINE = "seatunnel-engine-server"
HADOOP = "seatunnel-hadoop3-3.1.4-uber"
CONNECTORS = ("connector-fake", "connector-console", "seatunnel-transforms-v2")
TRANSFORMS = ("Copy", "FieldMapper", "Filter", "FilterRowKind", "JsonPath", "Replace", "Split", "Sql")


def default_home(version, environment=None):
    """The folder of the one local SeaTunnel that a user has of each version."""
    return os.path.join(state_folder(environment), f"seatunnel-{version}")


@dataclass(frozen=True)
class Home:
    """The folders and files of one instance. Several instances run side by side, each with a home of its own."""

    path: str

    @property
    def config(self):
        return os.path.join(self.path, "config")

    @property
    def connectors(self):
        return os.path.join(self.path, "connectors")

    @property
    def logs(self):
        return os.path.join(self.path, "logs")

    @property
    def old_logs(self):
        return os.path.join(self.path, "logs.previous")

    @property
    def tmp(self):
        return os.path.join(self.path, "tmp")

    @property
    def checkpoints(self):
        return os.path.join(self.path, "checkpoints")

    @property
    def state(self):
        return os.path.join(self.path, "instance.json")

    @property
    def lock(self):
        return os.path.join(self.path, "lock")

    @property
    def mark(self):
        """The argument that tells this instance's process from all others."""
        return f"-Dmillrace.home={self.path}"

    @property
    def log(self):
        return os.path.join(self.logs, "seatunnel.log")

    @property
    def output(self):
        return os.path.join(self.logs, "node.out")
