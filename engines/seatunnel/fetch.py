# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings a SeaTunnel release into the cache: whole or not at all, and again when it is damaged."""

import os
import shutil

from engines.common.errors import EngineError
from engines.common.fetch import download_error, maven_command, run_watched
from engines.common.locking import lock, read_json, write_file, write_json
from engines.seatunnel.layout import CONNECTORS, ENGINE, GROUP, HADOOP, TRANSFORMS

MANIFEST = "complete.json"
# An early release of the plug-in leaves the classifier of a dependency out.
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1"


class Fetcher:
    """Where the jars come from; tests put their own in its place."""

    def dependencies(self, pom, folder, transitive, progress, stage, message):
        """Copies what a project depends on into a folder."""
        command = maven_command(what="SeaTunnel") + [
            "-B", "-q", "-ntp", "-f", pom, f"{PLUGIN}:copy-dependencies", "-DincludeScope=runtime",
            f"-DoutputDirectory={folder}", f"-DexcludeTransitive={'false' if transitive else 'true'}",
            "-Dmaven.wagon.http.retryHandler.count=3"]
        progress.step(stage, message)
        status, output = run_watched(command, dict(os.environ), lambda: None)
        if status != 0 or not any(name.endswith(".jar") for name in _names(folder)):
            raise download_error(message, output)


def project(version, artifacts):
    """A project that depends on artifacts ("name" or "name:classifier"), as Maven reads it."""
    parts = ['<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>',
             "<groupId>millrace</groupId><artifactId>engines</artifactId><version>1</version><dependencies>"]
    for artifact in artifacts:
        name, _, classifier = artifact.partition(":")
        parts.append(f"<dependency><groupId>{GROUP}</groupId><artifactId>{name}</artifactId>"
                     f"<version>{version}</version>"
                     + (f"<classifier>{classifier}</classifier>" if classifier else "") + "</dependency>")
    return "".join(parts) + "</dependencies></project>\n"


def is_complete(folder):
    """Whether every jar is there with the size that it had when it was fetched."""
    manifest = read_json(os.path.join(folder, MANIFEST))
    if not isinstance(manifest, dict) or not manifest.get("files"):
        return False
    for name, size in manifest["files"].items():
        try:
            if os.path.getsize(os.path.join(folder, name)) != size:
                return False
        except OSError:
            return False
    return True


def ensure(version, cache, progress, fetcher=None):
    """The folder of a release (lib, connectors); downloads what is missing or damaged. Safe to call at the same time."""
    folder = os.path.join(cache, f"seatunnel-{version}")
    if is_complete(folder):
        return folder
    waiting = f"Another start is fetching SeaTunnel {version}; waiting for it"
    with lock(folder + ".lock", lambda: progress.step("wait-download", waiting), timeout=3600):
        if is_complete(folder):
            return folder
        if os.path.exists(folder):
            progress.step("repair", f"The copy of SeaTunnel {version} is damaged; fetching it again")
        _build(version, cache, folder, progress, fetcher or Fetcher())
    return folder


def _build(version, cache, folder, progress, fetcher):
    parts = folder + ".fetching"
    shutil.rmtree(parts, ignore_errors=True)
    try:
        for place, transitive, artifacts, message in (
                ("lib", True, (ENGINE,), f"Downloading SeaTunnel {version}"),
                ("lib", False, (HADOOP + ":optional",), "Downloading the classes for checkpoint storage"),
                ("connectors", False, CONNECTORS, "Downloading the connectors")):
            os.makedirs(os.path.join(parts, place), exist_ok=True)
            pom = os.path.join(parts, "pom.xml")
            write_file(pom, project(version, artifacts))
            fetcher.dependencies(pom, os.path.join(parts, place), transitive, progress, "download", message)
            os.unlink(pom)
        write_file(os.path.join(parts, "connectors", "plugin-mapping.properties"), mapping())
        write_json(os.path.join(parts, MANIFEST), {"version": version, "files": _sizes(parts)})
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(parts, folder)
    except OSError as error:
        raise EngineError("cache", f"SeaTunnel {version} could not be stored in {cache}: {error.strerror or error}",
                          repr(error)) from error
    finally:
        shutil.rmtree(parts, ignore_errors=True)


def mapping():
    """Which jar holds which plug-in, as the engine looks it up."""
    lines = ["seatunnel.source.FakeSource = connector-fake", "seatunnel.sink.Console = connector-console"]
    lines += [f"seatunnel.transform.{name} = seatunnel-transforms-v2" for name in TRANSFORMS]
    return "\n".join(lines) + "\n"


def _names(folder):
    return os.listdir(folder) if os.path.isdir(folder) else []


def _sizes(folder):
    sizes = {}
    for root, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(root, name)
            sizes[os.path.relpath(path, folder)] = os.path.getsize(path)
    return sizes
