# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a Java that is new enough."""

import glob
import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from engines.common.errors import EXIT_MISSING, EngineError

MINIMUM = 17


@dataclass(frozen=True)
class Java:
    path: str
    version: str

    @property
    def major(self):
        return major_version(self.version)


def major_version(text):
    """The feature release of a version text: 17 for 17.0.15, 8 for 1.8.0_402, 0 when it is none."""
    match = re.match(r"(?:1\.)?(\d+)", text)
    return int(match.group(1)) if match else 0


def parse_version(output):
    """The version in what `java -version` prints, or an empty text."""
    match = re.search(r'version "([^"]+)"', output)
    return match.group(1) if match else ""


def candidates(environment):
    """Paths of java programs in the order of preference: JAVA_HOME, PATH, then what Debian installs."""
    paths = []
    if environment.get("JAVA_HOME"):
        paths.append(os.path.join(environment["JAVA_HOME"], "bin", "java"))
    on_path = shutil.which("java", path=environment.get("PATH", ""))
    if on_path:
        paths.append(on_path)
    root = environment.get("MILLRACE_JVM_ROOT", "/usr/lib/jvm")
    paths += sorted(glob.glob(os.path.join(root, "*", "bin", "java")), reverse=True)
    return list(dict.fromkeys(path for path in paths if os.access(path, os.X_OK)))


def probe(path):
    """The Java at a path, or None when it does not run."""
    try:
        result = subprocess.run([path, "-version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = parse_version(result.stdout.decode(errors="replace"))
    return Java(path, version) if version else None


def find_java(environment=None, minimum=MINIMUM, what="Flink"):
    """The first Java that is new enough; otherwise an error that says what was found and what to install."""
    environment = os.environ if environment is None else environment
    found = []
    for path in candidates(environment):
        java = probe(path)
        if java and java.major >= minimum:
            return java
        found.append(f"{path} is Java {java.version}" if java else f"{path} does not run")
    seen = "; ".join(found) if found else "none was found"
    raise EngineError(
        "no-java",
        f"Java {minimum} or newer is needed to run {what} here ({seen}). Install it with: "
        "sudo apt-get install default-jre-headless",
        "Looked at JAVA_HOME, PATH and /usr/lib/jvm.", EXIT_MISSING)
