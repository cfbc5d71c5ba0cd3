# SPDX-License-Identifier: GPL-3.0-or-later
"""Progress for people (text) or for the desktop program (one JSON object a line), always on stderr."""

import json
import sys
import time


class Progress:
    """Reports stages. A fraction is between 0 and 1, or None while the length of the work is unknown."""

    def __init__(self, style="text", stream=None):
        self.style = style
        self.stream = stream if stream is not None else sys.stderr
        self._last = (None, None, 0.0)

    def step(self, stage, message, fraction=None):
        if self.style == "none" or self._is_repetition(stage, message, fraction):
            return
        if self.style == "json":
            self._write({"stage": stage, "message": message, "fraction": fraction})
            return
        percent = f" {int(fraction * 100)} %" if fraction and stage.startswith("download") else ""
        self._line(f"{message}{percent}")

    def failed(self, error):
        if self.style == "json":
            self._write({"stage": "error", "message": error.message, "fraction": None, "code": error.code,
                         "detail": error.detail, "status": error.status})
            return
        self._line(f"error: {error.message}")
        if error.detail:
            self._line(error.detail)

    def _is_repetition(self, stage, message, fraction):
        # A download reports many times a second; a terminal wants far fewer lines than a progress bar does.
        pause = 0.2 if self.style == "json" else 2.0
        last_stage, last_message, last_time = self._last
        now = time.monotonic()
        same = stage == last_stage and message == last_message
        if same and fraction != 1 and now - last_time < pause:
            return True
        self._last = (stage, message, now)
        return False

    def _write(self, value):
        self._line(json.dumps(value))

    def _line(self, text):
        try:
            print(text, file=self.stream, flush=True)
        except (BrokenPipeError, ValueError):
            self.style = "none"  # nobody reads any more; the work itself goes on
