# SPDX-License-Identifier: GPL-3.0-or-later
"""The configuration and the command lines of a local Flink."""

import json
import os
import unittest

from support import FolderTest
from engines.common.locking import write_file
from engines.flink import config
from engines.flink.layout import RELEASES, Home, cache_folder, default_home

PORTS = {"rest": 20001, "rpc": 20002, "gateway": 20003}


def megabytes(text):
    return int(text.rstrip("m"))


class Configuration(FolderTest):
    def setUp(self):
        super().setUp()
        self.home = Home(self.path("my home"))
        self.release = RELEASES["2.3.0"]
        for name in ("lib/flink-dist-2.3.0.jar", "lib/log4j-api.jar", "opt/flink-python-2.3.0.jar",
                     "opt/flink-sql-client-2.3.0.jar", "opt/flink-sql-gateway-2.3.0.jar"):
            self.write(os.path.join("flink", name), "jar")

    def command(self, name):
        return config.command(name, "/usr/bin/java", self.release, self.home, self.path("flink"), PORTS)

    def test_written_file_reads_back(self):
        config.write(self.home, PORTS, write_file)
        with open(os.path.join(self.home.conf, "config.yaml"), encoding="utf-8") as file:
            values = {key: json.loads(value) for key, value in (line.split(": ", 1) for line in file)}
        self.assertEqual(values, config.settings(self.home, PORTS))
        self.assertEqual(values["rest.port"], 20001)
        self.assertEqual(values["jobmanager.rpc.port"], 20002)
        self.assertEqual(values["sql-gateway.endpoint.rest.port"], 20003)
        self.assertEqual(values["taskmanager.numberOfTaskSlots"], 8)
        self.assertIs(values["rest.flamegraph.enabled"], True)
        self.assertEqual(values["execution.checkpointing.savepoint-dir"], "file://" + self.home.savepoints)
        self.assertTrue(os.path.isdir(self.home.savepoints) and os.path.isdir(self.home.checkpoints))

    def test_nothing_listens_on_other_addresses(self):
        values = config.settings(self.home, PORTS)
        for key in ("jobmanager.bind-host", "taskmanager.bind-host", "rest.bind-address",
                    "sql-gateway.endpoint.rest.bind-address"):
            self.assertEqual(values[key], "127.0.0.1", key)

    def test_the_gateway_is_not_told_the_port_of_the_job_manager(self):
        self.assertNotIn("rest.bind-port", config.settings(self.home, PORTS))

    def test_memory_pools_fit_the_limits_of_the_virtual_machine(self):
        memory = {key.removeprefix("taskmanager.memory."): value for key, value in config.TASK_MANAGER_MEMORY.items()}
        heap = megabytes(memory["task.heap.size"]) + megabytes(memory["framework.heap.size"])
        self.assertIn(f"-Xmx{heap}m", config.JVM["taskmanager"])
        direct = sum(megabytes(memory[key]) for key in ("task.off-heap.size", "framework.off-heap.size", "network.max"))
        limit = next(flag for flag in config.JVM["taskmanager"] if flag.startswith("-XX:MaxDirectMemorySize="))
        self.assertLessEqual(direct, megabytes(limit.split("=")[1]))

    def test_every_process_carries_the_mark_of_its_home(self):
        for name in config.NAMES:
            self.assertIn(f"-Dmillrace.home={self.home.path}", self.command(name))

    def test_class_paths(self):
        def jars(name):
            words = self.command(name)
            return {os.path.basename(path) for path in words[words.index("-cp") + 1].split(":")}
        self.assertEqual(jars("jobmanager"), {"flink-dist-2.3.0.jar", "log4j-api.jar"})
        self.assertEqual(jars("gateway"), {"flink-dist-2.3.0.jar", "log4j-api.jar", "flink-sql-gateway-2.3.0.jar",
                                           "flink-python-2.3.0.jar"})

    def test_gateway_port_and_configuration_folder(self):
        self.assertEqual(self.command("gateway")[-1], "-Dsql-gateway.endpoint.rest.port=20003")
        self.assertEqual(self.command("taskmanager")[-2:], ["--configDir", self.home.conf])
        environment = config.environment({"PATH": "/bin", "FLINK_HOME": "/other", "_JAVA_OPTIONS": "-Xmx9g"},
                                         self.home, self.path("flink"))
        self.assertEqual(environment["FLINK_CONF_DIR"], self.home.conf)
        self.assertEqual(environment["FLINK_PLUGINS_DIR"], self.path("flink", "plugins"))
        self.assertNotIn("FLINK_HOME", environment)
        self.assertNotIn("_JAVA_OPTIONS", environment)


class Folders(unittest.TestCase):
    def test_cache(self):
        home = os.path.expanduser("~")
        for environment, folder in [
            ({"MILLRACE_ENGINE_CACHE": "/c", "XDG_CACHE_HOME": "/x"}, "/c"),
            ({"XDG_CACHE_HOME": "/x"}, "/x/millrace/engines"),
            ({"XDG_CACHE_HOME": "relative"}, home + "/.cache/millrace/engines"),
            ({}, home + "/.cache/millrace/engines"),
        ]:
            with self.subTest(environment=environment):
                self.assertEqual(cache_folder(environment), folder)

    def test_each_version_has_a_home(self):
        self.assertEqual(default_home("1.20.3", {"XDG_STATE_HOME": "/s"}), "/s/millrace/flink-1.20.3")
        self.assertEqual(default_home("2.3.0", {}), os.path.expanduser("~") + "/.local/state/millrace/flink-2.3.0")


if __name__ == "__main__":
    unittest.main()
