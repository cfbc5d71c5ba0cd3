# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings a Flink release into the cache: whole or not at all, and again when it is damaged."""

import gzip
import os
import shutil
import tarfile
import zipfile
import zlib

from engines.common import fetch as downloads
from engines.common.errors import EngineError
from engines.common.locking import lock, read_json, write_json
from engines.flink.layout import GATEWAY_ARTIFACT, GATEWAY_GROUP, PACKAGE

MANIFEST = "complete.json"
GATEWAY_CLASS = "org/apache/flink/table/gateway/SqlGateway.class"
BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, ValueError)


class Fetcher:
    """Where the parts come from; tests put their own in its place."""

    def package(self, release, folder, progress):
        return downloads.pip_download(f"{PACKAGE}=={release.version}", folder, release.size, progress,
                                      "download", f"Downloading Flink {release.version}")

    def gateway(self, release, folder, progress, repository=None):
        return downloads.maven_download(f"{GATEWAY_GROUP}:{GATEWAY_ARTIFACT}:{release.version}", folder, progress,
                                        "download-gateway", f"Downloading the SQL Gateway {release.version}",
                                        repository=repository)


def is_complete(folder):
    """Whether every file of an unpacked release is there with the size that it had when it was unpacked."""
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


def ensure(release, cache, progress, fetcher=None):
    """The folder of an unpacked release; downloads what is missing or damaged. Safe to call from several processes."""
    folder = os.path.join(cache, f"flink-{release.version}")
    if is_complete(folder):
        return folder
    waiting = f"Another start is fetching Flink {release.version}; waiting for it"
    with lock(folder + ".lock", lambda: progress.step("wait-download", waiting), timeout=3600):
        if is_complete(folder):
            return folder
        if os.path.exists(folder):
            progress.step("repair", f"The copy of Flink {release.version} is damaged; fetching it again")
        _build(release, cache, folder, progress, fetcher or Fetcher())
    return folder


def _build(release, cache, folder, progress, fetcher):
    parts = os.path.join(cache, "downloads", release.version)
    os.makedirs(parts, exist_ok=True)
    unpacked = folder + ".unpacking"
    shutil.rmtree(unpacked, ignore_errors=True)
    try:
        _unpacked_package(release, parts, unpacked, progress, fetcher)
        gateway = _gateway(release, parts, progress, fetcher)
        shutil.copyfile(gateway, os.path.join(unpacked, "opt", release.gateway_jar))
        write_json(os.path.join(unpacked, MANIFEST), {"version": release.version, "files": _sizes(unpacked)})
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(unpacked, folder)
    except OSError as error:
        raise EngineError("cache", f"Flink {release.version} could not be stored in {cache}: {error.strerror or error}",
                          repr(error)) from error
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    shutil.rmtree(parts, ignore_errors=True)


def _unpacked_package(release, parts, target, progress, fetcher):
    kept = os.path.join(parts, "package")
    for attempt in (1, 2):
        archives = sorted(os.listdir(kept)) if os.path.isdir(kept) else []
        if not archives:
            _download_to(kept, lambda folder: fetcher.package(release, folder, progress))
            archives = sorted(os.listdir(kept))
        progress.step("unpack", f"Unpacking Flink {release.version}")
        try:
            unpack(os.path.join(kept, archives[0]), release.root, target)
            return
        except BROKEN as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk, not the archive
            shutil.rmtree(target, ignore_errors=True)
            shutil.rmtree(kept, ignore_errors=True)
            if attempt == 2:
                raise EngineError("broken-archive", f"The download of Flink {release.version} was damaged twice "
                                  f"({error}). Check the network or its proxy and start again.") from error
            progress.step("repair", "The downloaded file is damaged; downloading it again")


def _gateway(release, parts, progress, fetcher):
    kept = os.path.join(parts, "gateway")
    for repository in (None, os.path.join(parts, "maven")):
        jars = [name for name in sorted(os.listdir(kept)) if name.endswith(".jar")] if os.path.isdir(kept) else []
        if not jars:
            _download_to(kept, lambda folder: fetcher.gateway(release, folder, progress, repository))
            jars = [name for name in sorted(os.listdir(kept)) if name.endswith(".jar")]
        if is_gateway_jar(os.path.join(kept, jars[0])):
            return os.path.join(kept, jars[0])
        # Maven takes its own copy if it has one, damaged or not: the second time it gets an empty place for copies.
        shutil.rmtree(kept, ignore_errors=True)
        progress.step("repair", "The downloaded SQL Gateway is damaged; downloading it again")
    raise EngineError("broken-archive", f"The download of the SQL Gateway {release.version} was damaged twice. "
                      "Check the network or its proxy and start again.")


def _download_to(kept, download):
    # The name without .part appears only when the download is complete.
    partial = kept + ".part"
    shutil.rmtree(kept, ignore_errors=True)
    download(partial)
    os.rename(partial, kept)


def is_gateway_jar(path):
    try:
        with zipfile.ZipFile(path) as jar:
            return jar.testzip() is None and GATEWAY_CLASS in jar.namelist()
    except BROKEN:
        return False


def unpack(archive, root, target):
    """Takes lib, opt, plugins and bin out of a wheel or a source archive. Raises one of BROKEN for a damaged one."""
    prefix = root + "/"
    if archive.endswith((".whl", ".zip")):
        with zipfile.ZipFile(archive) as file:
            for info in file.infolist():
                if not info.is_dir() and _wanted(info.filename, prefix):
                    with file.open(info) as source:
                        _store(source, target, info.filename[len(prefix):])
    else:
        with gzip.open(archive) as stream:
            with tarfile.open(fileobj=stream, mode="r|") as file:
                for member in file:
                    if member.isfile() and _wanted(member.name, prefix):
                        _store(file.extractfile(member), target, member.name[len(prefix):])
            while stream.read(1024 * 1024):
                pass  # the checksum stands at the very end, behind what tar reads
    if not any(name.startswith("flink-dist") for name in _names(os.path.join(target, "lib"))):
        raise ValueError("it holds no flink-dist")
    for folder in ("opt", "plugins"):
        os.makedirs(os.path.join(target, folder), exist_ok=True)


def _wanted(name, prefix):
    inner = name[len(prefix):] if name.startswith(prefix) else ""
    return inner.split("/")[0] in ("lib", "opt", "plugins", "bin") and ".." not in inner.split("/")


def _store(source, target, name):
    path = os.path.join(target, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        shutil.copyfileobj(source, file, 1024 * 1024)


def _names(folder):
    return os.listdir(folder) if os.path.isdir(folder) else []


def _sizes(folder):
    sizes = {}
    for root, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(root, name)
            sizes[os.path.relpath(path, folder)] = os.path.getsize(path)
    return sizes
