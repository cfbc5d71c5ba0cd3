# SPDX-License-Identifier: GPL-3.0-or-later
"""Failures that a person can act on."""

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_MISSING = 3
EXIT_TIMEOUT = 4
EXIT_INTERRUPTED = 130


class EngineError(Exception):
    """One sentence or two for the user, a stable code for programs, and the long text behind it."""

    def __init__(self, code, message, detail="", status=EXIT_FAILED):
        super().__init__(message)
        self.code = code
        self.message = message
        self.detail = detail
        self.status = status


class Interrupted(Exception):
    """The user, or the program that started us, asked to stop."""
