# SPDX-License-Identifier: GPL-3.0-or-later
"""The command `local-seatunnel`."""

import argparse
import json
import os
import signal
import sys

from engines.common.errors import EXIT_FAILED, EXIT_INTERRUPTED, EngineError, Interrupted
from engines.common.folders import cache_folder
from engines.common.java import find_java
from engines.common.progress import Progress
from engines.seatunnel import fetch
from engines.seatunnel.layout import DEFAULT_VERSION, RELEASES, Home, default_home
from engines.seatunnel.node import Node

EPILOG = """\
start prints one JSON object: version, v1 (the member's address), home, checkpoints, java and
processes [{name, pid, log}]. status prints the same with state (running, degraded, stopped) and, for the
process, alive. stop prints {home, stopped [{name, pid}]}. Progress and errors go to stderr.

Exit status: 0 done; 1 it failed (status: not running); 2 wrong usage; 3 Java or Maven is missing;
4 timed out; 130 interrupted.
"""


def parser():
    result = argparse.ArgumentParser(prog="local-seatunnel", description="A SeaTunnel node on this machine, for trying "
                                     "things.", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = result.add_subparsers(dest="command", required=True, metavar="start|stop|status|fetch")
    for name, text in (("start", "start it, or do nothing if it runs"), ("stop", "stop what start started"),
                       ("status", "say whether it runs"), ("fetch", "only download it")):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("--version", choices=list(RELEASES), default=DEFAULT_VERSION,
                             help=f"the release (default: {DEFAULT_VERSION})")
        command.add_argument("--home", metavar="DIR", help="folder of this instance (default: one for each version)")
        command.add_argument("--json", action="store_true", help="print the JSON on one line")
        command.add_argument("--progress", choices=("text", "json", "none"), default="text",
                             help="how progress is told on stderr")
        if name == "start":
            command.add_argument("--port", type=port, metavar="N", help="port of the member (default: a free one)")
            command.add_argument("--timeout", type=float, default=180.0, metavar="S",
                                 help="seconds to wait until it answers (default: 180)")
    return result


def port(text):
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port")
    return number


def _interrupt(number, frame):
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)  # the clean-up that follows is not to be cut short
    raise Interrupted()


def run(options, progress):
    """Does what the command line says; returns the value to print and the exit status."""
    home = Home(os.path.realpath(options.home or default_home(options.version)))
    node = Node(options.version, home, progress)
    if options.command == "stop":
        return {"home": home.path, "stopped": node.stop()}, 0
    if options.command == "status":
        status = node.status()
        return status, 0 if status["state"] == "running" else EXIT_FAILED
    if options.command == "fetch":
        return {"version": options.version, "folder": fetch.ensure(options.version, cache_folder(), progress)}, 0
    java = find_java(what="SeaTunnel")
    progress.step("java", f"Using Java {java.version} at {java.path}")
    distribution = fetch.ensure(options.version, cache_folder(), progress)
    return node.start(java, distribution, options.port, options.timeout), 0


def main(arguments=None):
    options = parser().parse_args(arguments)
    progress = Progress(options.progress)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        value, status = run(options, progress)
    except EngineError as error:
        progress.failed(error)
        return error.status
    except (Interrupted, KeyboardInterrupt):
        progress.failed(EngineError("interrupted", "Interrupted; what was started is stopped.", status=EXIT_INTERRUPTED))
        return EXIT_INTERRUPTED
    except OSError as error:
        progress.failed(EngineError("system", f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")))
        return EXIT_FAILED
    print(json.dumps(value) if options.json else json.dumps(value, indent=2))
    return status


if __name__ == "__main__":
    sys.exit(main())
