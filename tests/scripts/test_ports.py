# SPDX-License-Identifier: GPL-3.0-or-later
"""Free ports are really free, different, and inside the range that the kernel leaves alone."""

import socket
import unittest

import support  # noqa: F401  (puts the repository on the path)
from engines.common import ports
from engines.common.errors import EngineError


class Chooser:
    """Proposes given ports one after the other."""

    def __init__(self, proposals):
        self.proposals = iter(proposals)

    def randint(self, first, last):
        return next(self.proposals)


class Ports(unittest.TestCase):
    def setUp(self):
        self.taken = socket.create_server((ports.HOST, 0))
        self.addCleanup(self.taken.close)
        self.port = self.taken.getsockname()[1]

    def test_a_listening_port_is_not_free(self):
        self.assertFalse(ports.is_free(self.port))
        self.taken.close()
        self.assertTrue(ports.is_free(self.port))

    def test_taken_and_repeated_proposals_are_passed_over(self):
        first, second = ports.free_ports(2)
        chosen = ports.free_ports(2, Chooser([self.port, first, first, second]))
        self.assertEqual(chosen, [first, second])

    def test_range(self):
        for port in ports.free_ports(20):
            self.assertTrue(ports.FIRST <= port <= ports.LAST)

    def test_no_free_port_is_an_error_and_no_endless_search(self):
        with self.assertRaises(EngineError) as caught:
            ports.free_ports(1, Chooser([self.port] * 1000))
        self.assertEqual(caught.exception.code, "no-port")

    def test_a_required_port_that_is_taken_is_named(self):
        with self.assertRaises(EngineError) as caught:
            ports.require_free(self.port, "SQL Gateway")
        self.assertEqual(caught.exception.code, "port-taken")
        self.assertIn(f"Port {self.port}", caught.exception.message)
        self.assertIn("SQL Gateway", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
