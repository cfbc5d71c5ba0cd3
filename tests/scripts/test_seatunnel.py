# SPDX-License-Identifier: GPL-3.0-or-later
"""What a local SeaTunnel is made of: its parts, its configuration, its command line, and how starts end."""

import os
import unittest
from types import SimpleNamespace

from support import FolderTest

from engines.common.errors import EXIT_TIMEOUT, EngineError
from engines.seatunnel import config, fetch
from engines.seatunnel.layout import CONNECTORS, Home, default_home
from engines.seatunnel.node import Node

JAVA = SimpleNamespace(path="/usr/bin/java", version="17.0.15")


class Jars:
    """Plays Maven: puts a jar for each call."""

    def __init__(self, failing=0):
        self.calls = []
        self.failing = failing

    def dependencies(self, pom, folder, transitive, progress, stage, message):
        with open(pom, encoding="utf-8") as file:
            self.calls.append((file.read(), transitive))
        if len(self.calls) == self.failing:
            raise EngineError("download", "cut")
        with open(os.path.join(folder, f"jar{len(self.calls)}.jar"), "w", encoding="utf-8") as jar:
            jar.write("x" * len(self.calls))


class Machine:
    """Plays the machine: a node that answers after some looks, or ends."""

    def __init__(self, answers_after=2, ends_with=None, output=""):
        self.looks = 0
        self.answers_after = answers_after
        self.ends_with = ends_with
        self.output = output
        self.spawned = []
        self.stopped = []
        self.port = 20000

    def spawn(self, arguments, output, environment, directory):
        self.spawned.append(arguments)
        with open(output, "w", encoding="utf-8") as file:
            file.write(self.output)
        status = self.ends_with
        return SimpleNamespace(pid=4242, returncode=status, poll=lambda: status)

    def get(self, url, timeout=5.0):
        self.looks += 1
        return [] if self.ends_with is None and self.looks > self.answers_after else None

    def free_port(self):
        self.port += 1
        return self.port

    def stop(self, pids, mark):
        self.stopped += pids
        return pids

    def marked(self, mark):
        return []

    def is_ours(self, pid, mark):
        return pid == 4242 and pid not in self.stopped

    def sleep(self, seconds):
        pass


class Fetching(FolderTest):
    def test_fetches_once_and_again_when_a_jar_is_damaged(self):
        jars = Jars()
        folder = fetch.ensure("2.3.8", self.folder, self.progress, jars)
        self.assertEqual(len(jars.calls), 3)
        self.assertEqual([transitive for _, transitive in jars.calls], [True, False, False])
        self.assertIn("<classifier>optional</classifier>", jars.calls[1][0])
        for connector in CONNECTORS:
            self.assertIn(connector, jars.calls[2][0])
        fetch.ensure("2.3.8", self.folder, self.progress, jars)
        self.assertEqual(len(jars.calls), 3)
        with open(os.path.join(folder, "lib", "jar1.jar"), "w", encoding="utf-8") as jar:
            jar.write("longer than before")
        fetch.ensure("2.3.8", self.folder, self.progress, jars)
        self.assertEqual(len(jars.calls), 6)

    def test_leaves_nothing_of_a_cut_download(self):
        with self.assertRaises(EngineError):
            fetch.ensure("2.3.8", self.folder, self.progress, Jars(failing=2))
        self.assertFalse(os.path.exists(self.path("seatunnel-2.3.8")))
        self.assertFalse(os.path.exists(self.path("seatunnel-2.3.8.fetching")))


class Configuration(FolderTest):
    def distribution(self):
        for name in ("lib/a.jar", "lib/seatunnel-config-base-2.3.8.jar", "lib/seatunnel-config-shade-2.3.8.jar",
                     "connectors/connector-fake-2.3.8.jar"):
            self.write(f"dist/{name}", "jar")
        self.write("dist/connectors/plugin-mapping.properties", fetch.mapping())
        return self.path("dist")

    def test_the_right_parser_comes_first(self):
        jars = config.class_path(self.distribution()).split(":")
        self.assertTrue(jars[0].endswith("seatunnel-config-shade-2.3.8.jar"))
        self.assertEqual(len(jars), len(set(jars)), 3)

    def test_the_command_line_carries_the_mark_and_the_home(self):
        home = Home(self.path("a home"))
        command = config.command("/usr/bin/java", home, self.distribution())
        self.assertEqual(command[1], home.mark)
        self.assertIn(f"-DSEATUNNEL_HOME={home.path}", command)

    def test_listens_on_this_machine_alone(self):
        home = Home(self.path("home"))
        config.write(home, 20001, self.distribution(), lambda path, text: self.write(path, text))
        with open(os.path.join(home.config, "hazelcast.yaml"), encoding="utf-8") as file:
            text = file.read()
        self.assertIn("port: 20001", text)
        self.assertIn("- 127.0.0.1\n", text)
        self.assertIn("hazelcast.socket.bind.any: false", text)
        self.assertTrue(os.path.exists(os.path.join(home.connectors, "plugin-mapping.properties")))

    def test_takes_no_settings_of_another_one(self):
        environment = config.environment({"SEATUNNEL_HOME": "/x", "JAVA_TOOL_OPTIONS": "-x", "LANG": "C"})
        self.assertEqual(environment, {"LANG": "C"})

    def test_the_home_follows_the_environment(self):
        self.assertEqual(default_home("2.3.8", {"XDG_STATE_HOME": "/state"}), "/state/millrace/seatunnel-2.3.8")


class Starting(FolderTest):
    def node(self, machine):
        self.write("dist/lib/a.jar", "jar")
        self.write("dist/connectors/plugin-mapping.properties", "")
        return Node("2.3.8", Home(self.path("home")), self.progress, machine)

    def test_starts_once_and_stops(self):
        machine = Machine()
        node = self.node(machine)
        state = node.start(JAVA, self.path("dist"))
        self.assertEqual(state["v1"], "http://127.0.0.1:20001")
        self.assertEqual(node.status()["state"], "running")
        self.assertEqual(node.start(JAVA, self.path("dist"))["v1"], state["v1"])
        self.assertEqual(len(machine.spawned), 1)
        self.assertEqual(node.stop(), [{"name": "node", "pid": 4242}])
        self.assertEqual(node.status()["state"], "stopped")
        self.assertEqual(node.stop(), [])

    def test_tells_why_it_ended(self):
        with self.assertRaises(EngineError) as caught:
            self.node(Machine(ends_with=1, output="no such class")).start(JAVA, self.path("dist"))
        self.assertEqual(caught.exception.code, "process-ended")
        self.assertIn("no such class", caught.exception.detail)

    def test_tries_another_port(self):
        machine = Machine(ends_with=1, output="java.net.BindException: Address already in use")
        with self.assertRaises(EngineError) as caught:
            self.node(machine).start(JAVA, self.path("dist"))
        self.assertEqual(caught.exception.code, "port-taken")
        self.assertEqual(len(machine.spawned), 5)

    def test_gives_up_in_time(self):
        machine = Machine(answers_after=10**9)
        with self.assertRaises(EngineError) as caught:
            self.node(machine).start(JAVA, self.path("dist"), timeout=0.05)
        self.assertEqual(caught.exception.status, EXIT_TIMEOUT)
        self.assertIn(4242, machine.stopped)


if __name__ == "__main__":
    unittest.main()
