# SPDX-License-Identifier: GPL-3.0-or-later
"""A display of its own with the program on it, and hands: mouse and keyboard from outside (xdotool). Whatever the program
says on its error stream fails the test, as does a crash."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time


class Failed(Exception):
    pass


class Desk:
    def __init__(self, program, command_line):
        if not shutil.which("Xvfb") or not shutil.which("xdotool"):
            print("Xvfb or xdotool is not there")
            sys.exit(77)
        self.program = program
        self.command_line = command_line
        self.home = pathlib.Path(tempfile.mkdtemp())
        (self.home / "run").mkdir(mode=0o700)
        display = next(n for n in range(90, 190) if not pathlib.Path(f"/tmp/.X{n}-lock").exists())
        self.environment = dict(
            os.environ, DISPLAY=f":{display}", QT_QUICK_BACKEND="software", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
            XDG_RUNTIME_DIR=str(self.home / "run"), XDG_CONFIG_HOME=str(self.home / "config"),
            XDG_STATE_HOME=str(self.home / "state"), HOME=str(self.home))
        self.screen = subprocess.Popen(["Xvfb", f":{display}", "-screen", "0", "1600x1000x24"],
                                       stderr=subprocess.DEVNULL)
        self.log = open(self.home / "log", "w+")
        self.window = None
        time.sleep(0.5)

    def run(self, play):
        code = 1
        try:
            play(self)
            self.quiet()
            code = 0
        except Failed as why:
            print("FAILED:", why)
            self.log.seek(0)
            print(self.log.read())
            if shutil.which("import"):
                subprocess.run(["import", "-window", "root", "blackbox_failed.png"], env=self.environment, check=False)
        finally:
            if self.window and self.window.poll() is None:
                self.window.kill()
                self.window.wait()
            self.screen.terminate()
            self.screen.wait()
            shutil.rmtree(self.home, ignore_errors=True)
        sys.exit(code)

    # The program
    def start(self, *arguments):
        self.window = subprocess.Popen([self.program, *arguments], env=self.environment, stdout=self.log,
                                       stderr=self.log)
        self.wait(lambda: self.title() or self.window.poll() is not None, "no window came", 20)
        self.alive()
        time.sleep(1.5)

    def kill(self):
        self.window.send_signal(signal.SIGKILL)
        self.window.wait()

    def alive(self):
        if self.window.poll() is not None:
            raise Failed("the program ended")

    def quiet(self):
        self.log.seek(0)
        if [line for line in self.log.read().splitlines() if line.strip()]:
            raise Failed("it said something")

    def title(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Skywright"], env=self.environment,
                               capture_output=True, text=True).stdout.split()
        return subprocess.run(["xdotool", "getwindowname", found[0]], env=self.environment, capture_output=True,
                              text=True).stdout.strip() if found else ""

    # Hands
    def hands(self, *words, pause=0.15):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, stdout=subprocess.DEVNULL)
        time.sleep(pause)

    def keys(self, *names):
        for name in names:
            self.hands("key", name)

    def type(self, words):
        self.hands("type", "--delay", "50", words)

    def drag(self, x0, y0, x1, y1):
        self.hands("mousemove", x0, y0)
        self.hands("mousedown", 1)
        self.hands("mousemove", (x0 + x1) // 2, (y0 + y1) // 2)
        self.hands("mousemove", x1, y1)
        self.hands("mousemove", x1 + 1, y1)
        self.hands("mouseup", 1, pause=0.4)

    def place(self, words):
        """By keyboard: what a search finds goes to the selected container, or the one around it."""
        self.keys("slash")
        self.type(words)
        time.sleep(0.4)
        self.keys("Return")
        time.sleep(0.4)
        self.keys("Escape", "Escape")

    def carry(self, words, x, y):
        """By mouse: the first of what a search in the palette finds, onto the canvas."""
        self.keys("slash")
        self.type(words)
        time.sleep(0.4)
        self.drag(124, 142, x, y)
        self.keys("slash")
        self.keys("Escape", "Escape")

    def name(self, words):
        self.type(words)
        self.keys("Return")

    def find(self, words):
        self.keys("ctrl+f")
        self.type(words)
        time.sleep(0.4)
        self.keys("Return")

    def connect_to(self, words):
        self.keys("ctrl+Return")
        time.sleep(0.3)
        self.type(words)
        time.sleep(0.4)
        self.keys("Return")
        time.sleep(0.3)

    def save_as(self, name):
        """In the file dialog a name can be typed at once."""
        path = self.home / name
        self.keys("ctrl+shift+s")
        time.sleep(1.5)
        self.keys("ctrl+a")
        self.type(str(path))
        self.keys("Return")
        self.wait(path.exists, f"{name} was not saved")
        time.sleep(0.5)
        return path

    # What is there
    def wait(self, true, why, seconds=10):
        for _ in range(seconds * 10):
            if true():
                return
            time.sleep(0.1)
        raise Failed(why)

    def snapshot(self):
        return "\n".join(f.read_text(errors="replace")
                         for f in (self.home / "state" / "skywright" / "recovery").glob("*") if f.is_file())

    def read(self, path):
        """The project as JSON, by the command line program."""
        out = self.home / "read.json"
        done = subprocess.run([self.command_line, "convert", str(path), str(out)],
                              env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"{path} cannot be read: {done.stdout}{done.stderr}")
        return json.loads(out.read_text())


def expect(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: {found!r}, expected {wanted!r}")


def services(project):
    """{service: how many}"""
    count = {}
    for element in project["elements"]:
        count[element["service"]] = count.get(element["service"], 0) + 1
    return count


def element_named(project, name):
    for element in project["elements"]:
        if element.get("name") == name:
            return element
    raise Failed(f"nothing is called {name}")
