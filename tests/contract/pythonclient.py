# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that others wrote, from the Python package index, kept in the user's cache."""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
from engines.common.fetch import pip_command  # noqa: E402
from engines.common.folders import cache_folder  # noqa: E402


def folder_with(*packages):
    """The folder to put first in sys.path; fetched once. A half-done download leaves nothing behind."""
    name = "-".join(package.replace("==", "-") for package in packages)
    folder = os.path.join(os.path.dirname(cache_folder()), "python", name)
    if not os.path.isdir(folder):
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with tempfile.TemporaryDirectory(dir=os.path.dirname(folder)) as scratch:
            target = os.path.join(scratch, "packages")
            subprocess.run([*pip_command(), "install", "--quiet", "--no-input", "--target", target, *packages],
                           check=True)
            os.rename(target, folder)
    return folder
