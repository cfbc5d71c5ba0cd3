# SPDX-License-Identifier: GPL-3.0-or-later
"""Free ports on the loopback address."""

import random
import socket

from engines.common.errors import EngineError

HOST = "127.0.0.1"
# Below the range from which the kernel takes ports for outgoing connections, so that none of those can take ours
# between the moment when we look and the moment when the engine binds.
FIRST, LAST = 20000, 32000


def is_free(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_ports(count, chooser=None):
    """Different free ports, chosen at random so that engines which start together seldom meet."""
    chooser = chooser or random.SystemRandom()
    ports = []
    for _ in range(200 * count):
        port = chooser.randint(FIRST, LAST)
        if port not in ports and is_free(port):
            ports.append(port)
            if len(ports) == count:
                return ports
    raise EngineError("no-port", f"No free port between {FIRST} and {LAST} was found on {HOST}.")


def require_free(port, purpose):
    """Fails when a port that the user asked for is in use."""
    if not is_free(port):
        raise EngineError("port-taken", f"Port {port} on {HOST} for the {purpose} is in use by another program. "
                          "Choose another one, or leave it out to get a free one.")
