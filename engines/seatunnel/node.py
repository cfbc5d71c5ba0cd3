# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts, watches and stops the one process of a local SeaTunnel."""

import json
import os
import shutil
import time
import urllib.error
import urllib.request

from engines.common import ports as network
from engines.common import processes
from engines.common.errors import EXIT_TIMEOUT, EngineError
from engines.common.locking import lock, read_json, write_file, write_json
from engines.seatunnel import config

ATTEMPTS = 5
PORT_SIGNS = ("Address already in use", "BindException", "is already in use", "Cannot bind to a given address")


class PortTaken(Exception):
    """Somebody took our port between the moment we looked and the moment the node bound it."""


class System:
    """The edges to the machine; tests put their own in their place."""

    def spawn(self, arguments, output, environment, directory):
        return processes.spawn(arguments, output, environment, directory)

    def get(self, url, timeout=5.0):
        """The JSON at an address, or None when it does not answer with any."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never send loopback through a proxy
        try:
            with opener.open(url, timeout=timeout) as response:
                return json.load(response)
        except (OSError, ValueError, urllib.error.URLError):
            return None

    def free_port(self):
        return network.free_ports(1)[0]

    def stop(self, pids, mark):
        return processes.stop(pids, mark)

    def marked(self, mark):
        return processes.find_marked(mark)

    def is_ours(self, pid, mark):
        return processes.is_ours(pid, mark)

    def sleep(self, seconds):
        time.sleep(seconds)


class Node:
    """One instance in its home. Every change happens under the home's lock."""

    def __init__(self, version, home, progress, system=None):
        self.version = version
        self.home = home
        self.progress = progress
        self.system = system or System()

    # What is there

    def state(self):
        value = read_json(self.home.state)
        return value if isinstance(value, dict) else {}

    def status(self):
        """The state file's content with `state` (running, degraded, stopped) and, for the process, `alive`."""
        state = self.state()
        listed = [dict(process, alive=self.system.is_ours(process["pid"], self.home.mark))
                  for process in state.get("processes", [])]
        if not any(process["alive"] for process in listed):
            return {"state": "stopped", "version": state.get("version", self.version), "home": self.home.path}
        return dict(state, state="running" if self._answers(state) else "degraded", processes=listed)

    def _answers(self, state):
        return isinstance(self.system.get(state["v1"] + "/hazelcast/rest/maps/running-jobs"), list)

    # Changes

    def start(self, java, distribution, wanted_port=None, timeout=180.0):
        """Starts it if it does not run and returns its description; what runs well is left alone."""
        with self._locked():
            status = self.status()
            if status["state"] == "running":
                if status["version"] != self.version:
                    raise EngineError("other-version", f"SeaTunnel {status['version']} is running in {self.home.path}. "
                                      f"Stop it first, or give SeaTunnel {self.version} another home.")
                self.progress.step("ready", f"SeaTunnel {self.version} is already running", 1.0)
                return self.state()
            self._stop_all()
            self._set_logs_aside()
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    return self._start_once(java, distribution, wanted_port, timeout)
                except PortTaken as taken:
                    if wanted_port or attempt == ATTEMPTS:
                        raise EngineError("port-taken", "The port was taken by another program while SeaTunnel started "
                                          f"({attempt} of {ATTEMPTS} tries).", str(taken)) from taken
                    self.progress.step("retry", "The port was taken by another program; trying another one")
        raise AssertionError("unreachable")

    def stop(self):
        """Ends what this home started and returns it; nothing to end is no failure."""
        with self._locked():
            return self._stop_all()

    def _locked(self):
        return lock(self.home.lock, lambda: self.progress.step(
            "wait-lock", "Another start or stop of this SeaTunnel is under way; waiting for it"))

    def _start_once(self, java, distribution, wanted_port, timeout):
        if wanted_port:
            network.require_free(wanted_port, "member")
        port = wanted_port or self.system.free_port()
        config.write(self.home, port, distribution, write_file)
        state = {
            "version": self.version,
            "v1": f"http://{network.HOST}:{port}",
            "home": self.home.path,
            "checkpoints": self.home.checkpoints,
            "java": {"path": java.path, "version": java.version},
            "processes": [],
        }
        try:
            self.progress.step("start", "Starting the node", 0.1)
            running = self.system.spawn(config.command(java.path, self.home, distribution), self.home.output,
                                        config.environment(os.environ), self.home.tmp)
            state["processes"].append({"name": "node", "pid": running.pid, "log": self.home.log})
            write_json(self.home.state, state)
            self._wait_ready(state, running, timeout)
        except BaseException:
            self._stop_all()
            raise
        self.progress.step("ready", f"SeaTunnel {self.version} is ready", 1.0)
        return state

    def _wait_ready(self, state, running, timeout):
        deadline = time.monotonic() + timeout
        while not self._answers(state):
            if running.poll() is not None:
                end = self._log_ends()
                if any(sign in end for sign in PORT_SIGNS):
                    raise PortTaken(end)
                raise EngineError("process-ended", f"SeaTunnel ended with status {running.returncode} while it was "
                                  f"starting. Its log is {self.home.log}", end)
            if time.monotonic() >= deadline:
                raise EngineError("start-timeout", f"SeaTunnel did not answer within {timeout:.0f} seconds.",
                                  self._log_ends(), EXIT_TIMEOUT)
            self.progress.step("wait", "Waiting for the node", 0.5)
            self.system.sleep(0.1)

    def _log_ends(self):
        parts = []
        for path in (self.home.output, self.home.log):
            text = processes.tail(path)
            if text:
                parts.append(f"--- {path}\n{text}")
        return "\n".join(parts)

    def _stop_all(self):
        listed = [process["pid"] for process in self.state().get("processes", [])]
        # The one in the list, and one that was started just before its starter was killed.
        pids = list(dict.fromkeys(listed + self.system.marked(self.home.mark)))
        ended = self.system.stop(pids, self.home.mark) if pids else []
        try:
            os.unlink(self.home.state)
        except FileNotFoundError:
            pass
        shutil.rmtree(self.home.tmp, ignore_errors=True)
        return [{"name": "node", "pid": pid} for pid in ended]

    def _set_logs_aside(self):
        # The failure of a start is told from its log, which therefore holds this start alone.
        if os.path.isdir(self.home.logs):
            shutil.rmtree(self.home.old_logs, ignore_errors=True)
            os.rename(self.home.logs, self.home.old_logs)
