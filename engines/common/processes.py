# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that outlive us, told apart from all others by a mark in their command line."""

import os
import signal
import subprocess
import time


def command_line(pid, proc="/proc"):
    """The arguments of a running process; empty when it is gone or only waits to be reaped."""
    try:
        with open(os.path.join(proc, str(pid), "cmdline"), "rb") as file:
            return [part.decode(errors="surrogateescape") for part in file.read().split(b"\0") if part]
    except OSError:
        return []


def is_ours(pid, mark, proc="/proc"):
    """Whether a process carries the mark as an argument of its own: a pid may have been given to somebody else."""
    return mark in command_line(pid, proc)


def find_marked(mark, proc="/proc"):
    """Pids of all processes of this user with the mark."""
    pids = []
    for entry in os.listdir(proc):
        if entry.isdigit() and is_ours(entry, mark, proc):
            try:
                owner = os.stat(os.path.join(proc, entry)).st_uid
            except OSError:
                continue
            if owner == os.getuid():
                pids.append(int(entry))
    return sorted(pids)


def spawn(arguments, output, environment, directory):
    """Starts a process in a session of its own: neither Ctrl+C nor a closed terminal reaches it."""
    with open(output, "ab") as stream:
        return subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT,
                                env=environment, cwd=directory, start_new_session=True)


def stop(pids, mark, patience=10.0, proc="/proc", kill=os.kill, sleep=time.sleep, clock=time.monotonic):
    """Ends the marked processes among the pids, gently and then not; returns those that it ended."""
    ours = [pid for pid in pids if is_ours(pid, mark, proc)]
    _signal(ours, signal.SIGTERM, mark, proc, kill)
    if not _wait_gone(ours, mark, patience, proc, sleep, clock):
        _signal(ours, signal.SIGKILL, mark, proc, kill)
        _wait_gone(ours, mark, patience, proc, sleep, clock)
    return ours


def _signal(pids, number, mark, proc, kill):
    for pid in pids:
        if is_ours(pid, mark, proc):
            try:
                kill(pid, number)
            except ProcessLookupError:
                pass


def _wait_gone(pids, mark, patience, proc, sleep, clock):
    deadline = clock() + patience
    while any(is_ours(pid, mark, proc) for pid in pids):
        if clock() >= deadline:
            return False
        sleep(0.05)
    return True


def tail(path, lines=20, limit=64 * 1024):
    """The last lines of a text file; empty when there is none."""
    try:
        with open(path, "rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - limit))
            return "\n".join(file.read().decode(errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
