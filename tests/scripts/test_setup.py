# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/setup installs what is missing and nothing else; dpkg-query and apt-get are played by shell scripts."""

import os
import shutil
import subprocess
import unittest

from support import ROOT, FolderTest

QUERY = """#!/bin/sh
cat "$FAKE_INSTALLED"
exit 1
"""
APT = """#!/bin/sh
echo "$*" >>"$FAKE_LOG"
[ ! -e "$FAKE_FAIL" ] || { rm "$FAKE_FAIL"; exit 100; }
"""


class Setup(FolderTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(os.path.join(ROOT, "scripts"), self.path("scripts"), ignore=shutil.ignore_patterns("__pycache__"))
        self.write("scripts/packages.txt", "# comment\ng++\n\ncmake # why\njre | openjdk | other\n")
        self.write("bin/dpkg-query", QUERY, 0o755)
        for name in ("apt-get", "sudo"):
            self.write(f"bin/{name}", APT if name == "apt-get" else '#!/bin/sh\nexec "$@"\n', 0o755)

    def setup_script(self, installed, *words):
        self.write("installed", "".join(f"{name} installed\n" for name in installed))
        environment = {"PATH": self.path("bin") + ":" + os.environ["PATH"], "FAKE_INSTALLED": self.path("installed"),
                       "FAKE_LOG": self.path("log"), "FAKE_FAIL": self.path("fail")}
        result = subprocess.run([self.path("scripts", "setup"), *words], env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        calls = []
        if os.path.exists(self.path("log")):
            with open(self.path("log"), encoding="utf-8") as file:
                calls = [line.split("Timeout=300 ")[1].strip() for line in file]
            os.unlink(self.path("log"))
        return result.returncode, result.stdout, [call for call in calls if call != "update"]

    def test_nothing_missing(self):
        self.assertEqual(self.setup_script(["g++", "cmake", "jre"])[::2], (0, []))

    def test_any_of_the_alternatives_will_do(self):
        self.assertEqual(self.setup_script(["g++", "cmake", "other"])[::2], (0, []))

    def test_missing_ones_are_installed_by_their_first_name(self):
        status, _, calls = self.setup_script(["cmake"])
        self.assertEqual((status, calls), (0, ["install -y --no-install-recommends g++ jre"]))

    def test_a_failed_install_is_tried_once_more(self):
        self.write("fail", "")
        status, _, calls = self.setup_script(["cmake", "jre"])
        self.assertIn((status, len(calls)), [(0, 2), (100, 0)])

    def test_check_only_lists(self):
        self.assertEqual(self.setup_script(["cmake"], "--check"), (1, "g++\njre\n", []))
        self.assertEqual(self.setup_script(["cmake", "g++", "jre"], "--check")[::2], (0, []))

    def test_the_real_list_names_each_package_once(self):
        with open(os.path.join(ROOT, "scripts", "packages.txt"), encoding="utf-8") as file:
            names = [word for line in file for word in line.split("#")[0].replace("|", " ").split()]
        self.assertEqual(len(names), len(set(names)))
        self.assertIn("qt6-base-dev", names)


if __name__ == "__main__":
    unittest.main()
