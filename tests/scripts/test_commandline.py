# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/local-flink as it is called, on processes that play Flink (fakes/java)."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import unittest

from support import FAKES, ROOT, FolderTest
from engines.common.locking import write_json
from engines.common.processes import find_marked
from engines.flink.fetch import MANIFEST

SCRIPT = os.path.join(ROOT, "scripts", "local-flink")


class CommandLine(FolderTest):
    def setUp(self):
        super().setUp()
        self.home = self.path("home")
        jar = "lib/flink-dist-2.3.0.jar"
        self.write(f"cache/flink-2.3.0/{jar}", "jar")
        write_json(self.path("cache/flink-2.3.0", MANIFEST), {"version": "2.3.0", "files": {jar: 3}})
        self.environment = {"PATH": FAKES + ":" + os.environ["PATH"], "HOME": self.folder,
                            "MILLRACE_JVM_ROOT": self.path("none"), "MILLRACE_ENGINE_CACHE": self.path("cache")}
        self.addCleanup(self.leave_nothing)

    def leave_nothing(self):
        subprocess.run([sys.executable, SCRIPT, "stop", "--home", self.home], env=self.environment,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    def popen(self, *words, **environment):
        return subprocess.Popen([sys.executable, SCRIPT, *words], env=dict(self.environment, **environment),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def call(self, *words, **environment):
        process = self.popen(*words, "--home", self.home, **environment)
        output, errors = process.communicate(timeout=100)
        return process.returncode, json.loads(output) if output else None, errors

    def running(self, home=None):
        return find_marked(f"-Dmillrace.home={home or self.home}")

    def wait_for(self, condition):
        deadline = time.monotonic() + 30
        while not condition():
            self.assertLess(time.monotonic(), deadline, "it did not happen within 30 seconds")
            time.sleep(0.01)

    def test_start_status_stop(self):
        status, first, _ = self.call("start")
        self.assertEqual(status, 0)
        self.assertEqual(set(first), {"version", "gateway", "jobManager", "home", "checkpoints", "savepoints", "java",
                                      "processes"})
        self.assertEqual((first["version"], first["home"]), ("2.3.0", self.home))
        self.assertEqual([process["name"] for process in first["processes"]], ["jobmanager", "taskmanager", "gateway"])
        self.assertEqual(sorted(process["pid"] for process in first["processes"]), self.running())
        for process in first["processes"]:
            self.assertTrue(os.path.isfile(process["log"]))

        status, again, errors = self.call("start")
        self.assertEqual((status, again), (0, first), "a second start changes nothing")
        self.assertIn("already running", errors)

        status, told, _ = self.call("status", "--json")
        self.assertEqual((status, told["state"], told["missing"]), (0, "running", []))
        self.assertEqual([process["alive"] for process in told["processes"]], [True] * 3)

        status, stopped, _ = self.call("stop")
        self.assertEqual((status, stopped["stopped"]),
                         (0, [{"name": p["name"], "pid": p["pid"]} for p in first["processes"]]))
        self.assertEqual(self.running(), [])
        self.assertEqual(self.call("status")[:2], (1, {"state": "stopped", "version": "2.3.0", "home": self.home}))
        self.assertEqual(self.call("stop")[:2], (0, {"home": self.home, "stopped": []}))

    def test_a_dead_process_is_seen_and_repaired(self):
        _, first, _ = self.call("start")
        os.kill(first["processes"][2]["pid"], signal.SIGKILL)
        self.wait_for(lambda: len(self.running()) == 2)
        status, told, _ = self.call("status")
        self.assertEqual((status, told["state"], told["missing"]), (1, "degraded", ["gateway"]))
        status, second, _ = self.call("start")
        self.assertEqual(status, 0)
        self.assertEqual(sorted(process["pid"] for process in second["processes"]), self.running())

    def test_what_a_killed_start_left_behind_is_found(self):
        self.call("start")
        os.unlink(os.path.join(self.home, "instance.json"))
        self.assertEqual(len(self.running()), 3)
        _, stopped, _ = self.call("stop")
        self.assertEqual(len(stopped["stopped"]), 3)
        self.assertEqual(self.running(), [])

    def test_homes_are_apart(self):
        other = self.path("home2")
        self.assertEqual(self.call("start")[0], 0)
        process = self.popen("start", "--home", other)
        self.assertEqual((process.communicate(timeout=100), process.returncode)[1], 0)
        self.call("stop")
        self.assertEqual((len(self.running()), len(self.running(other))), (0, 3))
        self.popen("stop", "--home", other).communicate(timeout=100)
        self.assertEqual(self.running(other), [])

    def test_a_process_that_dies_is_named_with_its_log_and_the_others_are_stopped(self):
        status, output, errors = self.call("start", FAKE_JAVA="gateway=dies")
        self.assertEqual((status, output), (1, None))
        self.assertIn("The SQL Gateway ended with status 1", errors)
        self.assertIn("the reason of its death", errors)
        self.assertEqual(self.running(), [])

    def test_errors_for_programs(self):
        _, _, errors = self.call("start", "--progress", "json", FAKE_JAVA="taskmanager=dies")
        lines = [json.loads(line) for line in errors.splitlines()]
        self.assertEqual(lines[0]["stage"], "java")
        self.assertEqual((lines[-1]["stage"], lines[-1]["code"], lines[-1]["status"]), ("error", "process-ended", 1))
        self.assertIn("TaskManager", lines[-1]["message"])
        for line in lines[:-1]:
            self.assertEqual(set(line), {"stage", "message", "fraction"})

    def test_a_port_taken_at_the_last_moment_is_tried_again(self):
        status, output, errors = self.call("start", FAKE_JAVA="gateway=port-once")
        self.assertEqual(status, 0, errors)
        self.assertIn("A port was taken", errors)
        self.assertEqual(sorted(process["pid"] for process in output["processes"]), self.running())

    def test_a_given_port_that_is_taken_is_an_error(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            status, _, errors = self.call("start", "--gateway-port", str(port))
        self.assertEqual(status, 1)
        self.assertIn(f"Port {port}", errors)
        self.assertEqual(self.running(), [])

    def test_silence_times_out(self):
        status, _, errors = self.call("start", "--timeout", "1", FAKE_JAVA="gateway=silent")
        self.assertEqual(status, 4)
        self.assertIn("still missing: SQL Gateway", errors)
        self.assertEqual(self.running(), [])

    def test_an_interrupt_while_starting_stops_what_was_started(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.popen("start", "--home", self.home, FAKE_JAVA="gateway=silent")
            self.wait_for(lambda: len(self.running()) == 3)
            process.send_signal(number)
            _, errors = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 130, errors)
            self.assertEqual(self.running(), [])

    def test_two_starts_at_once_make_one_instance(self):
        starts = [self.popen("start", "--home", self.home) for _ in range(2)]
        outputs = [process.communicate(timeout=100) for process in starts]
        self.assertEqual([process.returncode for process in starts], [0, 0], outputs)
        self.assertEqual(json.loads(outputs[0][0]), json.loads(outputs[1][0]))
        self.assertEqual(len(self.running()), 3)

    def test_another_version_in_the_same_home_is_refused(self):
        self.call("start")
        self.write("cache/flink-1.20.3/lib/flink-dist.jar", "jar")
        write_json(self.path("cache/flink-1.20.3", MANIFEST), {"files": {"lib/flink-dist.jar": 3}})
        status, _, errors = self.call("start", "--version", "1.20.3")
        self.assertEqual(status, 1)
        self.assertIn("Flink 2.3.0 is running in", errors)
        self.assertEqual(len(self.running()), 3)

    def test_no_java(self):
        for values, text in [({"PATH": self.path("none")}, "none was found"),
                             ({"FAKE_JAVA_VERSION": "11.0.2"}, "is Java 11.0.2")]:
            status, output, errors = self.call("start", **values)
            if "PATH" not in values and status == 0:
                self.fail("a too old Java was taken")
            self.assertEqual((status, output), (3, None))
            self.assertIn(text, errors)
            self.assertIn("apt-get install default-jre-headless", errors)

    def test_wrong_usage(self):
        for words in ([], ["restart"], ["start", "--version", "9"], ["start", "--gateway-port", "70000"]):
            process = self.popen(*words)
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 2, words)

    def test_a_home_that_cannot_be_made_is_an_error(self):
        file = self.write("file", "")
        process = self.popen("start", "--home", os.path.join(file, "home"))
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1)
        self.assertIn("Not a directory", errors)


if __name__ == "__main__":
    unittest.main()
