# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a Java that is new enough, and saying what to install when there is none."""

import os
import unittest

from support import FolderTest
from engines.common import java
from engines.common.errors import EngineError


class Versions(unittest.TestCase):
    def test_output_of_java_version(self):
        for output, version, major in [
            ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime', "17.0.15", 17),
            ('java version "1.8.0_402"', "1.8.0_402", 8),
            ('Picked up _JAVA_OPTIONS: -Xmx1g\nopenjdk version "21" 2023-09-19', "21", 21),
            ('openjdk version "24-ea" 2025-03-18', "24-ea", 24),
            ("command not found", "", 0),
        ]:
            with self.subTest(output=output):
                self.assertEqual(java.parse_version(output), version)
                self.assertEqual(java.major_version(version), major)


class Finding(FolderTest):
    def java(self, folder, version):
        script = f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n"
        return self.write(os.path.join(folder, "bin", "java"), script, 0o755)

    def environment(self, **values):
        return dict({"PATH": "", "MILLRACE_JVM_ROOT": self.path("jvm")}, **values)

    def test_java_home_comes_first(self):
        chosen = self.java("home", "21.0.1")
        self.java("path", "17.0.2")
        found = java.find_java(self.environment(JAVA_HOME=self.path("home"), PATH=self.path("path", "bin")))
        self.assertEqual((found.path, found.version, found.major), (chosen, "21.0.1", 21))

    def test_an_old_one_is_passed_over(self):
        self.java("home", "1.8.0_402")
        chosen = self.java("path", "17.0.2")
        found = java.find_java(self.environment(JAVA_HOME=self.path("home"), PATH=self.path("path", "bin")))
        self.assertEqual(found.path, chosen)

    def test_installed_but_not_on_the_path(self):
        self.java("jvm/java-11", "11.0.2")
        chosen = self.java("jvm/java-17", "17.0.2")
        self.assertEqual(java.find_java(self.environment()).path, chosen)

    def test_none_says_what_to_install(self):
        with self.assertRaises(EngineError) as caught:
            java.find_java(self.environment())
        self.assertEqual((caught.exception.code, caught.exception.status), ("no-java", 3))
        self.assertIn("none was found", caught.exception.message)
        self.assertIn("apt-get install default-jre-headless", caught.exception.message)

    def test_only_unusable_ones_are_listed(self):
        old = self.java("path", "11.0.2")
        broken = self.write("home/bin/java", "no program", 0o755)
        with self.assertRaises(EngineError) as caught:
            java.find_java(self.environment(JAVA_HOME=self.path("home"), PATH=self.path("path", "bin")))
        self.assertIn(f"{old} is Java 11.0.2", caught.exception.message)
        self.assertIn(f"{broken} does not run", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
