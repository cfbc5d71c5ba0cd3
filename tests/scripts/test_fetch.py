# SPDX-License-Identifier: GPL-3.0-or-later
"""A release is in the cache whole or not at all, whatever happens on the way."""

import io
import os
import shutil
import sys
import tarfile
import threading
import unittest
import zipfile

from support import FAKES, FolderTest
from engines.common import fetch as downloads
from engines.common.errors import EngineError
from engines.flink import fetch
from engines.flink.layout import Release

WHEEL = Release("2.9.9", "pyflink", 1000)
SOURCE = Release("1.9.9", "apache-flink-libraries-1.9.9/deps", 1000)
FILES = {"lib/flink-dist-2.9.9.jar": os.urandom(5000), "lib/log4j.jar": b"log", "opt/flink-python-2.9.9.jar": b"py",
         "bin/bash-java-utils.jar": b"bin"}


def wheel(root, files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{root}/{name}", content)
        archive.writestr("flink.dist-info/METADATA", "x")
    return stream.getvalue()


def source(root, files):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(f"{root}/{name}")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def gateway_jar(name=fetch.GATEWAY_CLASS):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "class")
    return stream.getvalue()


class FakeFetcher:
    """Hands out prepared answers, each a file's bytes or an error, and counts what is asked for."""

    def __init__(self, packages, gateways=None, name="flink.whl"):
        self.packages, self.gateways, self.name = list(packages), list(gateways or [gateway_jar()]), name
        self.asked = []

    def package(self, release, folder, progress):
        self.asked.append("package")
        return self._store(folder, self.name, self.packages.pop(0))

    def gateway(self, release, folder, progress, repository=None):
        self.asked.append("gateway" if repository is None else "gateway again")
        return self._store(folder, "gateway.jar", self.gateways.pop(0))

    @staticmethod
    def _store(folder, name, answer):
        os.makedirs(folder, exist_ok=True)
        if isinstance(answer, Exception):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(b"half")
            raise answer
        with open(os.path.join(folder, name), "wb") as file:
            file.write(answer)
        return os.path.join(folder, name)


CUT = EngineError("download", "the network is gone")


class Cache(FolderTest):
    def ensure(self, fetcher, release=WHEEL):
        return fetch.ensure(release, self.path("cache"), self.progress, fetcher)

    def test_wheel(self):
        fetcher = FakeFetcher([wheel("pyflink", FILES)])
        folder = self.ensure(fetcher)
        with open(os.path.join(folder, "lib/flink-dist-2.9.9.jar"), "rb") as file:
            self.assertEqual(file.read(), FILES["lib/flink-dist-2.9.9.jar"])
        self.assertTrue(fetch.is_gateway_jar(os.path.join(folder, "opt/flink-sql-gateway-2.9.9.jar")))
        self.assertTrue(os.path.isdir(os.path.join(folder, "plugins")))
        self.assertEqual(sorted(os.listdir(self.path("cache"))), ["downloads", "flink-2.9.9", "flink-2.9.9.lock"])
        self.assertEqual(os.listdir(self.path("cache", "downloads")), [], "the archives are not kept")
        self.ensure(FakeFetcher([]))  # nothing is asked for again

    def test_source_archive(self):
        fetcher = FakeFetcher([source(SOURCE.root, FILES)], name="flink.tar.gz")
        folder = self.ensure(fetcher, SOURCE)
        self.assertTrue(os.path.exists(os.path.join(folder, "lib/log4j.jar")))

    def test_cut_download_leaves_nothing_and_a_second_run_completes_it(self):
        with self.assertRaises(EngineError):
            self.ensure(FakeFetcher([CUT]))
        self.assertFalse(os.path.exists(self.path("cache", "flink-2.9.9")))
        self.ensure(FakeFetcher([wheel("pyflink", FILES)]))

    def test_a_complete_part_is_not_fetched_again(self):
        first = FakeFetcher([wheel("pyflink", FILES)], [CUT])
        with self.assertRaises(EngineError):
            self.ensure(first)
        second = FakeFetcher([])
        second.gateways = [gateway_jar()]
        self.ensure(second)
        self.assertEqual(second.asked, ["gateway"])

    def test_truncated_archives_are_fetched_anew(self):
        whole = wheel("pyflink", FILES)
        packed = source(SOURCE.root, FILES)
        for release, name, good in [(WHEEL, "f.whl", whole), (SOURCE, "f.tar.gz", packed)]:
            damaged_middle = good[:2000] + bytes(100) + good[2100:]
            for bad in (good[:len(good) // 2], damaged_middle, b"", b"<html>proxy error</html>"):
                with self.subTest(name=name, bad=bad[:20], size=len(bad)):
                    shutil.rmtree(self.path("cache"), ignore_errors=True)
                    fetcher = FakeFetcher([bad, good], name=name)
                    self.assertTrue(fetch.is_complete(self.ensure(fetcher, release)))
                    self.assertEqual(fetcher.asked, ["package", "package", "gateway"])

    def test_an_archive_without_flink_is_not_taken(self):
        with self.assertRaises(EngineError) as caught:
            self.ensure(FakeFetcher([wheel("pyflink", {"lib/other.jar": b"x"})] * 2))
        self.assertEqual(caught.exception.code, "broken-archive")
        self.assertIn("flink-dist", caught.exception.message)

    def test_a_damaged_gateway_is_fetched_past_maven_s_own_copy(self):
        for bad in (b"half a jar", gateway_jar()[:60], gateway_jar("other.class")):
            with self.subTest(bad=bad[:10]):
                shutil.rmtree(self.path("cache"), ignore_errors=True)
                fetcher = FakeFetcher([wheel("pyflink", FILES)], [bad, gateway_jar()])
                self.ensure(fetcher)
                self.assertEqual(fetcher.asked, ["package", "gateway", "gateway again"])

    def test_a_damaged_cache_is_repaired(self):
        folder = self.ensure(FakeFetcher([wheel("pyflink", FILES)]))
        for damage in (lambda: os.unlink(os.path.join(folder, "lib/log4j.jar")),
                       lambda: os.truncate(os.path.join(folder, "lib/flink-dist-2.9.9.jar"), 10),
                       lambda: os.unlink(os.path.join(folder, fetch.MANIFEST)),
                       lambda: os.truncate(os.path.join(folder, fetch.MANIFEST), 20)):
            damage()
            self.assertFalse(fetch.is_complete(folder))
            self.ensure(FakeFetcher([wheel("pyflink", FILES)]))
            self.assertTrue(fetch.is_complete(folder))

    def test_names_that_lead_out_of_the_folder_are_not_written(self):
        archive = self.write("bad.whl", wheel("pyflink", dict(FILES, **{"lib/../../../evil.jar": b"x"})))
        fetch.unpack(archive, "pyflink", self.path("a", "b", "target"))
        found = [name for _, _, names in os.walk(self.folder) for name in names]
        self.assertNotIn("evil.jar", found)

    def test_two_at_once_download_once(self):
        began, go_on = threading.Event(), threading.Event()

        class Slow(FakeFetcher):
            def package(self, release, folder, progress):
                began.set()
                go_on.wait(30)
                return super().package(release, folder, progress)

        slow, second = Slow([wheel("pyflink", FILES)]), FakeFetcher([])
        first_thread = threading.Thread(target=self.ensure, args=(slow,))
        first_thread.start()
        began.wait(30)
        second_thread = threading.Thread(target=self.ensure, args=(second,))
        second_thread.start()
        while "waiting for it" not in self.told.getvalue():
            self.assertTrue(second_thread.is_alive())
        go_on.set()
        first_thread.join(30)
        second_thread.join(30)
        self.assertTrue(fetch.is_complete(self.path("cache", "flink-2.9.9")))
        self.assertEqual((slow.asked, second.asked), (["package", "gateway"], []))

    def test_no_room_on_the_disk_is_told_as_such(self):
        class Full(FakeFetcher):
            def package(self, release, folder, progress):
                raise OSError(28, "No space left on device")

        with self.assertRaises(EngineError) as caught:
            self.ensure(Full([]))
        self.assertEqual(caught.exception.code, "cache")
        self.assertIn("No space left on device", caught.exception.message)


class Commands(FolderTest):
    """pip and Maven themselves, played by fakes/download."""

    def command(self, mode):
        os.environ["FAKE_DOWNLOAD"] = mode
        self.addCleanup(os.environ.pop, "FAKE_DOWNLOAD", None)
        return [sys.executable, "-B", os.path.join(FAKES, "download.py")]

    def pip(self, mode, run=downloads.run_watched):
        return downloads.pip_download("flink==1", self.path("parts"), 100, self.progress, "download",
                                      "Downloading Flink", run, pip=self.command(mode))

    def test_pip_succeeds(self):
        path = self.pip("good")
        self.assertEqual(os.path.basename(path), "flink.whl")
        self.assertIn("Downloading Flink 100 %", self.told.getvalue())
        self.assertFalse(os.path.exists(self.path("parts.tmp")))

    def test_pip_is_cut(self):
        with self.assertRaises(EngineError) as caught:
            self.pip("cut")
        self.assertIn("the transfer was cut", caught.exception.message)
        self.assertIn("start again", caught.exception.message)
        self.assertIn("Connection broken", caught.exception.detail)
        self.assertEqual(self.told.getvalue().count("trying again"), downloads.ATTEMPTS - 1)
        self.assertEqual(os.listdir(self.folder), [], "no half file stays")

    def test_a_cut_once_is_made_good(self):
        outcomes = ["cut", "good"]

        def run(command, environment, tick):
            return downloads.run_watched(command, dict(environment, FAKE_DOWNLOAD=outcomes.pop(0)), tick)

        self.assertEqual(os.path.getsize(self.pip("good", run)), 100)

    def test_other_failures_are_not_repeated(self):
        with self.assertRaises(EngineError) as caught:
            self.pip("unknown")
        self.assertIn("No matching distribution found for flink==1", caught.exception.message)
        self.assertNotIn("trying again", self.told.getvalue())

    def test_an_interrupt_ends_pip(self):
        pids = []

        def tick():
            if os.path.exists(self.path("pid")):
                with open(self.path("pid"), encoding="utf-8") as file:
                    pids.append(int(file.read()))
                raise KeyboardInterrupt

        os.environ["FAKE_PID"] = self.path("pid")
        self.addCleanup(os.environ.pop, "FAKE_PID", None)
        with self.assertRaises(KeyboardInterrupt):
            downloads.run_watched(self.command("hang"), dict(os.environ), tick, interval=0.01)
        self.assertFalse(os.path.exists(f"/proc/{pids[0]}"))

    def test_maven(self):
        path = downloads.maven_download("a:b:1", self.path("jar"), self.progress, "gateway", "Downloading",
                                        maven=self.command("maven"))
        self.assertEqual(os.path.basename(path), "b-1.jar")

    def test_maven_fails(self):
        with self.assertRaises(EngineError) as caught:
            downloads.maven_download("a:b:1", self.path("jar"), self.progress, "gateway", "Downloading",
                                     maven=self.command("maven-cut"))
        self.assertIn("Could not transfer artifact", caught.exception.message)

    def test_missing_tools_name_their_package(self):
        with self.assertRaises(EngineError) as caught:
            downloads.maven_command({"PATH": ""})
        self.assertEqual(caught.exception.status, 3)
        self.assertIn("apt-get install maven", caught.exception.message)

        class Failed:
            returncode = 1

        with self.assertRaises(EngineError) as caught:
            downloads.pip_command({"PATH": ""}, run=lambda *_, **__: Failed)
        self.assertIn("apt-get install python3-pip", caught.exception.message)

    def test_reasons(self):
        for output, reason in [
            ("WARNING: Retrying: SSLError(CERTIFICATE_VERIFY_FAILED)\nERROR: No matching distribution", "not trusted here"),
            ("PKIX: unable to find valid certification path to requested target", "not trusted here"),
            ("WARNING: NewConnectionError\nERROR: No matching distribution", "could not be reached"),
            ("[ERROR] Unknown host: java.net.UnknownHostException: repo", "could not be reached"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "was cut"),
            ("ERROR: No matching distribution found for x", "No matching distribution found for x"),
        ]:
            self.assertIn(reason, downloads.download_error("Downloading", output).message)

    def test_error_line(self):
        for output, line in [
            ("Collecting x\nERROR: No matching distribution found for x\n", "No matching distribution found for x"),
            ("\x1b[31m[ERROR] Failed to execute goal\x1b[0m\n[ERROR] [Help 1] http", "Failed to execute goal"),
            ("\n  last words  \n", "last words"),
            ("", "it printed nothing"),
        ]:
            self.assertEqual(downloads.error_line(output), line)
        self.assertEqual(len(downloads.error_line("x" * 5000)), 300)


if __name__ == "__main__":
    unittest.main()
