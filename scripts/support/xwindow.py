# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a window on a virtual screen with the keyboard and takes pictures of it: for screenshots, not for tests.

usage: xwindow.py [--size WxH] [--step STEP]… -- PROGRAM ARGUMENT…

The program runs under Xvfb; then the steps are done in their order:

    window              wait until a window is there, let it fill the screen, focus it
    key:KEYS            press keys as xdotool names them, for example key:ctrl+Return
    type:TEXT           type a text
    click:X,Y           click at a point of the screen
    settle[:SECONDS]    wait until the picture has not changed for a moment, at most so long (default 20)
    pause:SECONDS       let a live picture run on
    picture:FILE.png    take a picture of the whole screen
    close               close the window by its own key and wait for the end of the program

Exit status: 0 when every step was done and the program neither failed to start nor crashed.
"""

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time


class Failed(Exception):
    """A step did not succeed; the sentence says why."""


@contextlib.contextmanager
def virtual_screen(size):
    """An X server on a free display; gives the environment that leads to it."""
    read, write = os.pipe()
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp",
                                   "-dpi", "96"], stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=[write])
        os.close(write)
        try:
            with os.fdopen(read) as stream:
                number = stream.readline().strip()
            if not number:
                log.seek(0)
                raise Failed(f"Xvfb did not start: {log.read().decode(errors='replace')}")
            environment = dict(os.environ, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", LIBGL_ALWAYS_SOFTWARE="1")
            environment.pop("WAYLAND_DISPLAY", None)
            yield environment
        finally:
            server.terminate()
            server.wait()


class Window:
    """The program under test and the hands and eyes on it."""

    def __init__(self, command, environment, log, size):
        self.environment = environment
        self.size = size
        self.log = log
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)
        self.id = None

    def tool(self, *words):
        result = subprocess.run(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, check=False)
        return result.stdout if result.returncode == 0 else b""

    def require_alive(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with status {self.process.returncode}")

    def window(self):
        """Waits for the largest visible window of the program."""
        deadline = time.monotonic() + 60
        while True:
            self.require_alive()
            ids = self.tool("xdotool", "search", "--onlyvisible", "--name", ".").split()
            if ids:
                self.id = max(ids, key=self._area).decode()
                # There is no window manager: place, size and focus are given by hand.
                width, height = self.size.split("x")
                self.tool("xdotool", "windowmove", self.id, "0", "0", "windowsize", "--sync", self.id, width, height)
                self.tool("xdotool", "windowfocus", "--sync", self.id)
                return
            if time.monotonic() > deadline:
                raise Failed("no window appeared within 60 seconds")
            time.sleep(0.05)

    def _area(self, identifier):
        words = self.tool("xdotool", "getwindowgeometry", "--shell", identifier.decode()).decode().split()
        values = dict(word.split("=", 1) for word in words if "=" in word)
        return int(values.get("WIDTH", 0)) * int(values.get("HEIGHT", 0))

    def picture(self, path):
        self.require_alive()
        folder = os.path.dirname(os.path.abspath(path))
        os.makedirs(folder, exist_ok=True)
        temporary = os.path.join(folder, f".{os.path.basename(path)}")
        self.tool("import", "-window", "root", temporary)
        colours = self.tool("identify", "-format", "%k", temporary).decode().strip()
        if not colours.isdigit() or int(colours) < 16:
            raise Failed(f"the picture for {path} is blank")
        os.replace(temporary, path)

    def settle(self, seconds):
        """Two looks, half a second apart, that see the same; the cursor's blinking is no change if it is short."""
        deadline = time.monotonic() + seconds
        seen = []
        while time.monotonic() < deadline:
            self.require_alive()
            seen = (seen + [hashlib.sha256(self.tool("import", "-window", "root", "rgb:-")).digest()])[-6:]
            if len(seen) == 6 and len(set(seen)) <= 2 and seen[-1] in seen[:-1]:
                return
            time.sleep(0.25)

    def close(self):
        self.tool("xdotool", "key", "ctrl+q")
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=15)
        if self.process.poll() is None:
            raise Failed("the program did not end within 15 seconds after ctrl+q")
        if self.process.returncode != 0:
            raise Failed(f"the program ended with status {self.process.returncode}")

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def step(self, text):
        name, _, value = text.partition(":")
        if name == "window":
            self.window()
        elif name == "key":
            self.tool("xdotool", "key", "--clearmodifiers", value)
        elif name == "type":
            self.tool("xdotool", "type", "--delay", "10", value)
        elif name == "click":
            x, y = value.split(",")
            self.tool("xdotool", "mousemove", "--sync", x, y, "click", "1")
        elif name == "settle":
            self.settle(float(value or 20))
        elif name == "pause":
            time.sleep(float(value))
        elif name == "picture":
            self.picture(value)
        elif name == "close":
            self.close()
        else:
            raise Failed(f"unknown step {text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="1600x1000")
    parser.add_argument("--step", action="append", default=[])
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    missing = [tool for tool in ("Xvfb", "xdotool", "import", "identify") if not shutil.which(tool)]
    if missing:
        print(f"xwindow: {', '.join(missing)} is missing; run scripts/setup", file=sys.stderr)
        return 3
    with tempfile.TemporaryFile() as log:
        try:
            with virtual_screen(options.size) as environment:
                window = Window(options.command, environment, log, options.size)
                try:
                    for step in options.step:
                        window.step(step)
                finally:
                    window.end()
        except Failed as failure:
            log.seek(0)
            print(f"xwindow: {failure}\n{log.read().decode(errors='replace')[-2000:]}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
