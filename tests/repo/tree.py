# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the repository, as the rules see them."""

import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
# The folders of the product; the rules for its code hold there.
PRODUCT = ("app", "widgets", "models", "results", "sql", "logs", "backends", "storage", "core")
SKIPPED = {".git", ".cache", ".idea", ".vscode", "build", "__pycache__"}


def files(*suffixes, folders=("",)):
    """Paths, relative to the root, of all files below the folders that end in one of the suffixes (or all)."""
    found = []
    for folder in folders:
        for root, names, entries in os.walk(os.path.join(ROOT, folder)):
            names[:] = sorted(name for name in names if name not in SKIPPED)
            for entry in sorted(entries):
                if not suffixes or entry.endswith(suffixes):
                    found.append(os.path.relpath(os.path.join(root, entry), ROOT))
    return found


def read(path):
    """The text of a file, or None when it is no text."""
    with open(os.path.join(ROOT, path), "rb") as file:
        data = file.read()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def report(findings):
    return "\n" + "\n".join(findings)
