# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not stand in a file. Each rule gives findings, `file:line: sentence`, for one path and its text."""

import re

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
CODE = (".cpp", ".h")
WITH_LICENCE = CODE + (".py", ".sh", ".cmake", "CMakeLists.txt")


def _lines(path, text, pattern, sentence, keep=lambda line: True):
    return [f"{path}:{number}: {sentence}: {line.strip()}"
            for number, line in enumerate(text.splitlines(), 1) if keep(line) and pattern.search(line)]


def licence(path, text):
    """Sources and scripts name their licence at the top; a shebang may stand above it."""
    is_script = text.startswith("#!")
    if not path.endswith(WITH_LICENCE) and not is_script:
        return []
    top = text.splitlines()[:2 if is_script else 1]
    return [] if any(LICENCE in line for line in top) else [f"{path}:1: the line with {LICENCE} is missing"]


HEX_COLOUR = re.compile(r'"[^"]*#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9a-zA-Z_])')
MIXED_COLOUR = re.compile(r"\bQColor\s*[({]\s*(?:0x)?[0-9a-fA-F]+\s*,|\bqRgba?\s*\(\s*(?:0x)?[0-9a-fA-F]+\s*,")
NAMED_COLOUR = re.compile(r"\bQt::(?:dark|light)?(?:red|green|blue|cyan|magenta|yellow|gray|Red|Green|Blue|Cyan|Magenta|"
                          r"Yellow|Gray|black|white)\b")


def colours(path, text):
    """Colours come from the themes in resources/themes; code uses their names."""
    if not path.endswith(CODE):
        return []
    sentence = "a colour outside resources/themes"
    return sorted({finding for pattern in (HEX_COLOUR, MIXED_COLOUR, NAMED_COLOUR)
                   for finding in _lines(path, text, pattern, sentence)})


# Put together from parts, so that this file does not find itself.
MACHINE_PATHS = re.compile("(?<![\\w./])/(?:" + "|".join(["wo" + "rk/", "ro" + "ot/", "Us" + "ers/"]) + ")")
HOSTS = re.compile("|".join(["py" + r"pi\.", "python" + "hosted", r"repo1?\.maven", "central\\.sona" + "type",
                             "proxy\\.gol" + "ang", r"deb\.deb" + "ian", "npm" + r"js\.", "crates" + r"\.io"]))


def machines(path, text):
    """Nothing of one machine, and no registry by its host: the ordinary clients know where to go."""
    return (_lines(path, text, MACHINE_PATHS, "a path of one machine")
            + _lines(path, text, HOSTS, "the host of a registry"))


UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X)\b")


def unfinished(path, text):
    return _lines(path, text, UNFINISHED, "unfinished work") if path.endswith(WITH_LICENCE) else []


WAITS = re.compile(r"\bQTest::q(?:Sleep|Wait)\s*\(|\bQThread::(?:m|u)?sleep\s*\(|\bsleep_for\s*\(")
SKIPS = re.compile(r"\bQSKIP\s*\(|\bQEXPECT_FAIL\s*\(|@unittest\.skip|\bself\.skipTest\s*\(")


def tests(path, text):
    """Tests wait for what they need and never for a time, and none is skipped."""
    if not path.startswith("tests/") or path.startswith("tests/repo/") or not path.endswith((".cpp", ".h", ".py")):
        return []
    return _lines(path, text, WAITS, "a fixed wait") + _lines(path, text, SKIPS, "a skipped test")


NESTED = re.compile(r"\bprocessEvents\s*\(|\bQCoro::waitFor\s*\(|(?<![:\w.>])sender\s*\(\s*\)|"
                    r"\bSIGNAL\s*\(|\bSLOT\s*\(")


def re_entrance(path, text):
    """No nested event loop, no sender() and no connection by text in the product."""
    if not path.endswith(CODE) or path.startswith(("tests/", "bench/")):
        return []
    return _lines(path, text, NESTED, "an event loop in an event loop, sender() or a connection by text",
                  lambda line: not line.lstrip().startswith(("//", "*")))
