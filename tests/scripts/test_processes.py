# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes are ended by pid, and only while their command line still carries our mark."""

import os
import signal
import subprocess
import sys
import unittest

from support import FolderTest
from engines.common import processes

SLEEPER = "import sys, time; print('up', flush=True); time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SLEEPER


class Processes(FolderTest):
    def setUp(self):
        super().setUp()
        self.mark = f"-Dmillrace.home={self.folder}"

    def start(self, program, mark):
        process = subprocess.Popen([sys.executable, "-c", program, mark], stdout=subprocess.PIPE)
        self.addCleanup(self.end, process)
        self.assertEqual(process.stdout.readline(), b"up\n")
        return process

    def end(self, process):
        process.kill()
        process.wait()
        process.stdout.close()

    def test_only_marked_ones_are_ended(self):
        ours = self.start(SLEEPER, self.mark)
        other_home = self.start(SLEEPER, self.mark + "-2")
        ended = processes.stop([ours.pid, other_home.pid, os.getpid()], self.mark)
        self.assertEqual(ended, [ours.pid])
        self.assertEqual(ours.wait(), -signal.SIGTERM)
        self.assertIsNone(other_home.poll())

    def test_a_stubborn_one_is_killed(self):
        ours = self.start(STUBBORN, self.mark)
        processes.stop([ours.pid], self.mark, patience=0.2)
        self.assertEqual(ours.wait(), -signal.SIGKILL)

    def test_a_pid_that_is_given_to_another_program_between_the_two_signals_is_left_alone(self):
        proc = self.path("proc")
        sent = []

        def reused(pid, number):
            sent.append((pid, number))
            self.write("proc/4711/cmdline", b"/usr/bin/editor\0letter.txt\0")

        self.write("proc/4711/cmdline", b"java\0" + self.mark.encode() + b"\0")
        processes.stop([4711], self.mark, patience=0, proc=proc, kill=reused, sleep=lambda seconds: None)
        self.assertEqual(sent, [(4711, signal.SIGTERM)])

    def test_the_mark_is_a_whole_argument(self):
        self.write("proc/1/cmdline", b"java\0" + self.mark.encode() + b"x\0")
        self.write("proc/2/cmdline", b"grep\0x" + self.mark.encode() + b"\0")
        self.write("proc/3/cmdline", b"java\0" + self.mark.encode() + b"\0")
        self.write("proc/self/cmdline", b"java\0" + self.mark.encode() + b"\0")
        self.assertEqual(processes.find_marked(self.mark, self.path("proc")), [3])

    def test_a_process_that_only_waits_to_be_reaped_is_gone(self):
        ours = self.start(SLEEPER, self.mark)
        ours.kill()
        os.waitid(os.P_PID, ours.pid, os.WEXITED | os.WNOWAIT)
        self.assertFalse(processes.is_ours(ours.pid, self.mark))

    def test_tail(self):
        path = self.write("log", "".join(f"line {number}\n" for number in range(100000)))
        self.assertEqual(processes.tail(path, 2), "line 99998\nline 99999")
        self.assertEqual(processes.tail(self.path("none")), "")
        self.assertEqual(processes.tail(self.write("bad", b"\xff\n")), "\ufffd")


if __name__ == "__main__":
    unittest.main()
