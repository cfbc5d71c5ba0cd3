# SPDX-License-Identifier: GPL-3.0-or-later
"""Lengths of files and functions. The budgets are a smell test: above them a file is listed, far above them it fails."""

import re

SOURCE_BUDGET, SOURCE_LIMIT = 400, 600
HEADER_BUDGET = 150
FUNCTION_BUDGET = 60
WINDOW, WINDOW_LIMIT = "mainwindow.cpp", 300


def functions(text):
    """(name, line, length) of each function whose body's brace stands alone at the line's start, as the format has it."""
    found = []
    lines = text.splitlines()
    begin = None
    for number, line in enumerate(lines):
        if line == "{" and number > 0:
            begin = number
        elif line.startswith("}") and begin is not None:
            match = None
            above = begin - 1
            while above >= 0 and lines[above].strip() and not lines[above].startswith(("}", "//", "#")):
                match = re.search(r"([~\w:<>]+(?:operator\S+)?)\s*\(", lines[above]) or match
                above -= 1
            if match:
                found.append((match.group(1), begin + 1, number - begin + 1))
            begin = None
    return found


def check(path, text):
    """(failures, remarks) for one file."""
    length = len(text.splitlines())
    failures, remarks = [], []
    name = path.rsplit("/", 1)[-1]
    if name == WINDOW and length > WINDOW_LIMIT:
        failures.append(f"{path}: {length} lines; the main window only places things and has at most {WINDOW_LIMIT}")
    if path.endswith(".cpp") and length > SOURCE_LIMIT:
        failures.append(f"{path}: {length} lines; a source file has at most {SOURCE_LIMIT}")
    elif path.endswith(".cpp") and length > SOURCE_BUDGET:
        remarks.append(f"{path}: {length} lines (budget {SOURCE_BUDGET})")
    elif path.endswith(".h") and length > HEADER_BUDGET:
        remarks.append(f"{path}: {length} lines (budget {HEADER_BUDGET})")
    for function, line, size in functions(text):
        if size > FUNCTION_BUDGET:
            remarks.append(f"{path}:{line}: {function} has {size} lines (budget {FUNCTION_BUDGET})")
    return failures, remarks
