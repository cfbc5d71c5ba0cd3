# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the tools share. Importing it puts the repository's root on the path."""

import io
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FAKES = os.path.join(HERE, "fakes")
sys.path.insert(0, ROOT)

from engines.common.progress import Progress  # noqa: E402


class FolderTest(unittest.TestCase):
    """A test with an empty folder of its own, whose name holds a space as a user's may."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="millrace test ")
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        self.told = io.StringIO()
        self.progress = Progress("text", self.told)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, content, mode=0o644):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb" if isinstance(content, bytes) else "w") as file:
            file.write(content)
        os.chmod(path, mode)
        return path
