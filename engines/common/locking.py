# SPDX-License-Identifier: GPL-3.0-or-later
"""One writer at a time for a folder, and files that are whole or not there."""

import contextlib
import fcntl
import json
import os
import time

from engines.common.errors import EXIT_TIMEOUT, EngineError


@contextlib.contextmanager
def lock(path, on_wait=None, timeout=900.0):
    """Holds an exclusive lock on a file; calls on_wait once if somebody else has it. It ends with its holder."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    deadline = time.monotonic() + timeout
    with open(path, "a+b") as file:
        waited = False
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not waited and on_wait:
                    on_wait()
                waited = True
                if time.monotonic() >= deadline:
                    raise EngineError("locked", "Another start or stop of the same engine does not come to an end.",
                                      path, EXIT_TIMEOUT) from None
                time.sleep(0.1)
        yield


def write_file(path, text):
    """Replaces a file at once: a reader sees the old text or the new one, never a part."""
    temporary = f"{path}.{os.getpid()}.new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def write_json(path, value):
    write_file(path, json.dumps(value, indent=2) + "\n")


def read_json(path):
    """The value in a file, or None when there is no readable one."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None
