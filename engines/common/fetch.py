# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloads through pip and Maven, so that the user's mirrors, proxies and certificates count."""

import os
import re
import shutil
import subprocess
import sys
import threading
import time

from engines.common.errors import EXIT_MISSING, EngineError


def pip_command(environment=None, run=subprocess.run):
    """The first Python that has pip, as the start of a command; our own first."""
    environment = os.environ if environment is None else environment
    pythons = [sys.executable, shutil.which("python3", path=environment.get("PATH", "")), "/usr/bin/python3"]
    for python in dict.fromkeys(p for p in pythons if p and os.access(p, os.X_OK)):
        result = run([python, "-m", "pip", "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                     stderr=subprocess.DEVNULL, check=False)
        if result.returncode == 0:
            return [python, "-m", "pip"] + _resume_option(result.stdout.decode(errors="replace"))
    raise EngineError("no-pip", "pip is needed to download Flink and is not installed. Install it with: "
                      "sudo apt-get install python3-pip", status=EXIT_MISSING)


def _resume_option(version_line):
    # From 25.1 on pip goes on where a download was cut; before that it starts the file again.
    match = re.match(r"pip (\d+)\.(\d+)", version_line)
    new = match and (int(match.group(1)), int(match.group(2))) >= (25, 1)
    return ["--resume-retries", "10"] if new else []


def maven_command(environment=None, what="Flink's SQL Gateway"):
    environment = os.environ if environment is None else environment
    maven = shutil.which("mvn", path=environment.get("PATH", ""))
    if not maven:
        raise EngineError("no-maven", f"Maven is needed to download {what} and is not installed. "
                          "Install it with: sudo apt-get install maven", status=EXIT_MISSING)
    return [maven]


def largest_file(folder):
    """Size of the largest file below a folder: the archive that pip is writing."""
    largest = 0
    for root, _, files in os.walk(folder):
        for name in files:
            try:
                largest = max(largest, os.path.getsize(os.path.join(root, name)))
            except OSError:
                pass
    return largest


def run_watched(command, environment, on_tick, interval=0.2):
    """Runs a command to its end and returns its status and output; calls on_tick while it runs.

    When we are interrupted the command ends too.
    """
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               env=environment, start_new_session=True)
    chunks = []
    # A thread reads, so that a command that prints much cannot fill the pipe and stand still.
    reader = threading.Thread(target=lambda: chunks.append(process.stdout.read()), daemon=True)
    reader.start()
    try:
        while process.poll() is None:
            on_tick()
            time.sleep(interval)
    except BaseException:
        _end_group(process)
        raise
    reader.join(timeout=5)
    process.stdout.close()
    return process.returncode, b"".join(chunks).decode(errors="replace")


def _end_group(process):
    for number in (15, 9):
        try:
            os.killpg(process.pid, number)
            process.wait(timeout=3)
            break
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    process.stdout.close()


def error_line(output):
    """The line of pip's or Maven's output that says what went wrong."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    for line in lines:
        match = re.match(r"(?:\[ERROR\]|ERROR:)\s+(.+)", line)
        if match and "Help 1" not in match.group(1):
            return _shortened(match.group(1))
    return _shortened(lines[-1]) if lines else "it printed nothing"


def _shortened(line, limit=300):
    return line if len(line) <= limit else line[:limit - 1] + "…"


# What pip prints when a transfer ended early or brought other bytes than the index promised.
CUT_SIGNS = ("DO NOT MATCH THE HASHES", "IncompleteRead", "Connection broken", "Connection reset", "Read timed out",
             "ProtocolError")
ATTEMPTS = 3


def pip_download(requirement, folder, size, progress, stage, message, run=run_watched, pip=None):
    """Downloads one package into an empty folder and returns the path of its archive; a cut is tried again."""
    temporary = folder + ".tmp"
    pip = pip or pip_command()
    # pip keeps no copy of its own: the archive is large, and what we unpack stays.
    command = pip[:3] + ["download", "--no-deps", "--no-cache-dir", "--disable-pip-version-check", "--no-input",
                         "--progress-bar", "off", "--dest", folder] + pip[3:] + [requirement]
    environment = dict(os.environ, TMPDIR=temporary)

    def tick():
        done = max(largest_file(temporary), largest_file(folder))
        progress.step(stage, message, min(done / size, 0.99) if done and size else None)

    for attempt in range(1, ATTEMPTS + 1):
        for path in (folder, temporary):
            shutil.rmtree(path, ignore_errors=True)
            os.makedirs(path)
        progress.step(stage, message)
        try:
            status, output = run(command, environment, tick)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        files = sorted(os.listdir(folder))
        if status == 0 and files:
            progress.step(stage, message, 1.0)
            return os.path.join(folder, files[0])
        shutil.rmtree(folder, ignore_errors=True)
        if attempt < ATTEMPTS and any(sign in output for sign in CUT_SIGNS):
            progress.step("retry", "The download was cut; trying again")
            continue
        raise download_error(message, output)
    raise AssertionError("unreachable")


# Where the line with ERROR would mislead: without an index every package is unknown.
REASONS = (
    (("CERTIFICATE_VERIFY_FAILED", "unable to find valid certification path"),
     "the server's certificate is not trusted here. If a proxy stands in between, install its authority's certificate."),
    (("NewConnectionError", "Temporary failure in name resolution", "Name or service not known", "UnknownHostException",
      "Connection refused", "Network is unreachable", "ConnectTimeoutError", "ProxyError"),
     "the server could not be reached."),
    (CUT_SIGNS, "the transfer was cut or its bytes were changed on the way."),
)


def download_error(message, output):
    """What the user is told when a download failed."""
    reason = next((reason for signs, reason in REASONS if any(sign in output for sign in signs)), error_line(output))
    return EngineError("download", f"{message} did not succeed: {reason} "
                       "Check the network and start again; what is complete is kept.", output[-4000:])


def maven_download(coordinates, folder, progress, stage, message, run=run_watched, maven=None, repository=None):
    """Copies one artifact, without what it depends on, into a folder and returns its path."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    command = (maven or maven_command()) + [
        "-B", "-q", "dependency:copy", f"-Dartifact={coordinates}", f"-DoutputDirectory={folder}",
        "-Dmdep.overWriteReleases=true", "-Dmaven.wagon.http.retryHandler.count=3"]
    if repository:
        command.append(f"-Dmaven.repo.local={repository}")
    progress.step(stage, message)
    # Maven looks for a project in the working folder: it gets an empty one, by its path.
    status, output = run(command + ["-f", _empty_project(folder)], dict(os.environ), lambda: None)
    jars = sorted(name for name in os.listdir(folder) if name.endswith(".jar"))
    if status != 0 or not jars:
        shutil.rmtree(folder, ignore_errors=True)
        raise download_error(message, output)
    progress.step(stage, message, 1.0)
    return os.path.join(folder, jars[0])


def _empty_project(folder):
    path = os.path.join(folder, "pom.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write('<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
                   "<groupId>millrace</groupId><artifactId>engines</artifactId><version>1</version>"
                   "<packaging>pom</packaging></project>\n")
    return path
