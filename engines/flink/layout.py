# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Flink releases can be had, where their parts come from, and where everything lies on disk."""

import os
from dataclasses import dataclass

from engines.common.folders import cache_folder, state_folder  # noqa: F401  (the former is asked for here)

PACKAGE = "apache-flink-libraries"
GATEWAY_GROUP = "org.apache.flink"
GATEWAY_ARTIFACT = "flink-sql-gateway"


@dataclass(frozen=True)
class Release:
    version: str
    root: str  # the folder inside the package that holds lib, opt and plugins
    size: int  # bytes of the package, for the progress bar only

    @property
    def major(self):
        return int(self.version.split(".")[0])

    @property
    def gateway_jar(self):
        return f"{GATEWAY_ARTIFACT}-{self.version}.jar"


# The package of 1.x is a source archive, that of 2.x a wheel.
RELEASES = {
    "2.3.0": Release("2.3.0", "pyflink", 329139814),
    "1.20.3": Release("1.20.3", "apache-flink-libraries-1.20.3/deps", 231679075),
}
DEFAULT_VERSION = "2.3.0"


def default_home(version, environment=None):
    """The folder of the one local Flink that a user has of each version."""
    return os.path.join(state_folder(environment), f"flink-{version}")


@dataclass(frozen=True)
class Home:
    """The folders and files of one instance. Several instances run side by side, each with a home of its own."""

    path: str

    @property
    def conf(self):
        return os.path.join(self.path, "conf")

    @property
    def logs(self):
        return os.path.join(self.path, "log")

    @property
    def old_logs(self):
        return os.path.join(self.path, "log.previous")

    @property
    def tmp(self):
        return os.path.join(self.path, "tmp")

    @property
    def checkpoints(self):
        return os.path.join(self.path, "checkpoints")

    @property
    def savepoints(self):
        return os.path.join(self.path, "savepoints")

    @property
    def state(self):
        return os.path.join(self.path, "instance.json")

    @property
    def lock(self):
        return os.path.join(self.path, "lock")

    @property
    def mark(self):
        """The argument that tells this instance's processes from all others."""
        return f"-Dmillrace.home={self.path}"

    def log(self, name):
        # A folder for each, because the JobManager and the TaskManager offer every file beside their own log.
        return os.path.join(self.logs, name, f"{name}.log")

    def output(self, name):
        return os.path.join(self.logs, name, f"{name}.out")
