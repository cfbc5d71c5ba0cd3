# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts, watches and stops the three processes of a local Flink."""

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
from engines.flink import config

ATTEMPTS = 5
PORT_SIGNS = ("Address already in use", "BindException", "Could not start rest endpoint on any port",
              "Could not bind to")
TITLES = {"jobmanager": "JobManager", "taskmanager": "TaskManager", "gateway": "SQL Gateway"}


class PortTaken(Exception):
    """Somebody took one of our ports between the moment we looked and the moment Flink bound it."""


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

    def free_ports(self, count):
        return network.free_ports(count)

    def stop(self, pids, mark):
        return processes.stop(pids, mark)

    def marked(self, mark):
        return processes.find_marked(mark)

    def is_ours(self, pid, mark):
        return processes.is_ours(pid, mark)

    def sleep(self, seconds):
        time.sleep(seconds)


class Cluster:
    """One instance in its home. Every change happens under the home's lock."""

    def __init__(self, release, home, progress, system=None):
        self.release = release
        self.home = home
        self.progress = progress
        self.system = system or System()

    # What is there

    def state(self):
        value = read_json(self.home.state)
        return value if isinstance(value, dict) else {}

    def status(self):
        """The state file's content with `state` (running, degraded, stopped) and, for each process, `alive`."""
        state = self.state()
        listed = [dict(process, alive=self.system.is_ours(process["pid"], self.home.mark))
                  for process in state.get("processes", [])]
        alive = sum(process["alive"] for process in listed)
        if not alive:
            return {"state": "stopped", "version": state.get("version", self.release.version), "home": self.home.path}
        missing = self._missing(state)
        healthy = alive == len(config.NAMES) and not missing
        return dict(state, state="running" if healthy else "degraded", missing=missing, processes=listed)

    def _missing(self, state):
        """The names of what does not answer."""
        missing = []
        overview = self.system.get(state["jobManager"] + "/overview") if state.get("jobManager") else None
        if not isinstance(overview, dict) or "flink-version" not in overview:
            missing += ["jobmanager", "taskmanager"]
        elif not overview.get("taskmanagers") or not overview.get("slots-total"):
            missing.append("taskmanager")
        info = self.system.get(state["gateway"] + "/v1/info") if state.get("gateway") else None
        if not isinstance(info, dict) or "productName" not in info:
            missing.append("gateway")
        return missing

    # Changes

    def start(self, java, distribution, wanted_ports=None, timeout=180.0):
        """Starts what is not running and returns its description; what runs well is left alone."""
        with self._locked():
            status = self.status()
            if status["state"] == "running":
                self._require_same(status)
                self.progress.step("ready", f"Flink {status['version']} is already running", 1.0)
                return self.state()
            self._stop_all()
            self._set_logs_aside()
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    return self._start_once(java, distribution, wanted_ports or {}, timeout)
                except PortTaken as taken:
                    if wanted_ports or attempt == ATTEMPTS:
                        raise EngineError("port-taken", "A port was taken by another program while Flink started "
                                          f"({attempt} of {ATTEMPTS} tries).", str(taken)) from taken
                    self.progress.step("retry", "A port was taken by another program; trying other ones")
        raise AssertionError("unreachable")

    def stop(self):
        """Ends what this home started and returns it; nothing to end is no failure."""
        with self._locked():
            return self._stop_all()

    def _locked(self):
        return lock(self.home.lock, lambda: self.progress.step(
            "wait-lock", "Another start or stop of this Flink is under way; waiting for it"))

    def _require_same(self, status):
        if status["version"] != self.release.version:
            raise EngineError("other-version", f"Flink {status['version']} is running in {self.home.path}. "
                              f"Stop it first, or give Flink {self.release.version} another home.")

    def _start_once(self, java, distribution, wanted, timeout):
        ports = self._choose_ports(wanted)
        config.write(self.home, ports, write_file)
        state = {
            "version": self.release.version,
            "gateway": f"http://{network.HOST}:{ports['gateway']}",
            "jobManager": f"http://{network.HOST}:{ports['rest']}",
            "home": self.home.path,
            "checkpoints": self.home.checkpoints,
            "savepoints": self.home.savepoints,
            "java": {"path": java.path, "version": java.version},
            "processes": [],
        }
        try:
            running = self._spawn_all(java, distribution, ports, state)
            self._wait_ready(state, running, timeout)
        except BaseException:
            self._stop_all()
            raise
        self.progress.step("ready", f"Flink {self.release.version} is ready", 1.0)
        return state

    def _choose_ports(self, wanted):
        for purpose, port in wanted.items():
            network.require_free(port, {"rest": "JobManager", "gateway": "SQL Gateway"}[purpose])
        names = ("rest", "rpc", "gateway")
        return dict(zip(names, self.system.free_ports(len(names))), **wanted)

    def _spawn_all(self, java, distribution, ports, state):
        running = {}
        environment = config.environment(os.environ, self.home, distribution)
        for index, name in enumerate(config.NAMES):
            self.progress.step("start", f"Starting the {TITLES[name]}", index / 6)
            arguments = config.command(name, java.path, self.release, self.home, distribution, ports)
            running[name] = self.system.spawn(arguments, self.home.output(name), environment, self.home.tmp)
            state["processes"].append({"name": name, "pid": running[name].pid, "log": self.home.log(name)})
            write_json(self.home.state, state)
        return running

    def _wait_ready(self, state, running, timeout):
        deadline = time.monotonic() + timeout
        while True:
            for name, process in running.items():
                if process.poll() is not None:
                    self._raise_ended(name, process.returncode)
            missing = self._missing(state)
            if not missing:
                return
            titles = ", ".join(TITLES[name] for name in missing)
            if time.monotonic() >= deadline:
                raise EngineError("start-timeout", f"Flink did not answer within {timeout:.0f} seconds; still missing: "
                                  f"{titles}.", self._log_ends(missing), EXIT_TIMEOUT)
            answered = len(config.NAMES) - len(missing)
            self.progress.step("wait", f"Waiting for the {titles}", (3 + answered) / 6)
            self.system.sleep(0.1)

    def _raise_ended(self, name, status):
        end = self._log_ends([name])
        if any(sign in end for sign in PORT_SIGNS):
            raise PortTaken(end)
        raise EngineError("process-ended", f"The {TITLES[name]} ended with status {status} while it was starting. "
                          f"Its log is {self.home.log(name)}", end)

    def _log_ends(self, names):
        parts = []
        for name in names:
            for path in (self.home.output(name), self.home.log(name)):
                text = processes.tail(path)
                if text:
                    parts.append(f"--- {path}\n{text}")
        return "\n".join(parts)

    def _stop_all(self):
        listed = self.state().get("processes", [])
        names = {process["pid"]: process["name"] for process in listed}
        # Those in the list, and those that were started just before their starter was killed.
        pids = list(dict.fromkeys(list(names) + self.system.marked(self.home.mark)))
        ended = self.system.stop(pids, self.home.mark) if pids else []
        try:
            os.unlink(self.home.state)
        except FileNotFoundError:
            pass
        shutil.rmtree(self.home.tmp, ignore_errors=True)
        return [{"name": names.get(pid, "unlisted"), "pid": pid} for pid in ended]

    def _set_logs_aside(self):
        # The failure of a start is told from its log, which therefore holds this start alone.
        if os.path.isdir(self.home.logs):
            shutil.rmtree(self.home.old_logs, ignore_errors=True)
            os.rename(self.home.logs, self.home.old_logs)
