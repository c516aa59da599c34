#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds part of a three-tier architecture with mouse and keyboard, from outside, on a display of its own; then kills the
program and has it bring the work back. Any warning of Qt or QML fails. Needs Xvfb and xdotool (else it is skipped)."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
if not shutil.which("Xvfb") or not shutil.which("xdotool"):
    print("Xvfb or xdotool is not there")
    sys.exit(77)

home = pathlib.Path(tempfile.mkdtemp())
(home / "run").mkdir(mode=0o700)
display = next(n for n in range(90, 190) if not pathlib.Path(f"/tmp/.X{n}-lock").exists())
environment = dict(os.environ, DISPLAY=f":{display}", QT_QUICK_BACKEND="software", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
                   XDG_RUNTIME_DIR=str(home / "run"), XDG_CONFIG_HOME=str(home / "config"),
                   XDG_STATE_HOME=str(home / "state"), HOME=str(home))
screen = subprocess.Popen(["Xvfb", f":{display}", "-screen", "0", "1600x1000x24"], stderr=subprocess.DEVNULL)
log = open(home / "log", "w+")
window = None


def fail(why):
    print("FAILED:", why)
    log.seek(0)
    print(log.read())
    finish(1)


def finish(code):
    if window and window.poll() is None:
        window.kill()
        window.wait()
    screen.terminate()
    screen.wait()
    shutil.rmtree(home, ignore_errors=True)
    sys.exit(code)


def hands(*words):
    subprocess.run(["xdotool", *map(str, words)], env=environment, check=True, stdout=subprocess.DEVNULL)
    time.sleep(0.15)


def start(*arguments):
    global window
    window = subprocess.Popen([program, *arguments], env=environment, stdout=log, stderr=log)
    for _ in range(100):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Skywright"], env=environment,
                               capture_output=True, text=True).stdout.split()
        if found:
            time.sleep(1.5)
            return found[0]
        if window.poll() is not None:
            fail("the program ended at once")
        time.sleep(0.1)
    fail("no window came")


def title():
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Skywright"], env=environment,
                           capture_output=True, text=True).stdout.split()
    return subprocess.run(["xdotool", "getwindowname", found[0]], env=environment, capture_output=True,
                          text=True).stdout.strip() if found else ""


def drag(x0, y0, x1, y1):
    hands("mousemove", x0, y0)
    hands("mousedown", 1)
    hands("mousemove", (x0 + x1) // 2, (y0 + y1) // 2)
    hands("mousemove", x1, y1)
    hands("mousemove", x1 + 1, y1)
    hands("mouseup", 1)
    time.sleep(0.3)


def search_and_place(words):
    hands("key", "slash")
    hands("type", "--delay", "40", words)
    time.sleep(0.3)
    hands("key", "Return")
    time.sleep(0.3)
    hands("key", "Escape")
    hands("key", "Escape")


time.sleep(0.5)
start("--new")

# By mouse: a Region, a VPC in it, a zone, a public subnet, a server.
drag(124, 172, 300, 90)
drag(50, 245, 420, 190)
drag(198, 172, 560, 280)
drag(124, 245, 620, 350)
drag(50, 490, 700, 440)
hands("type", "--delay", "60", "web-1")
hands("key", "Return")
time.sleep(0.3)
if not title().startswith("•"):
    fail(f"the title does not say that something changed: {title()!r}")

# By keyboard: what a search finds goes to the selected container or the one around it.
search_and_place("alb")
hands("type", "--delay", "60", "front")
hands("key", "Return")

# Undo and redo all of it.
for _ in range(12):
    hands("key", "ctrl+z")
for _ in range(12):
    hands("key", "ctrl+y")
time.sleep(1.6)  # the recovery snapshot is at most a second behind

window.send_signal(signal.SIGKILL)
window.wait()
left = list((home / "state" / "skywright" / "recovery").glob("*"))
snapshots = [f.read_text(errors="replace") for f in left if f.is_file()]
text = "\n".join(snapshots)
for word in ("region", "vpc", "az", "subnet", "ec2", "web-1", "alb", "front", "internet-gateway"):
    if word not in text:
        fail(f"'{word}' is not in what was drawn:\n{text}")

# The next start offers it, and Restore brings it back.
start("--new")
hands("key", "Tab")
hands("key", "Tab")
hands("key", "Return")
time.sleep(1.0)
log.seek(0)
said = [line for line in log.read().splitlines() if line.strip()]
if said:
    fail("it said something")
if window.poll() is not None:
    fail("it ended")
print("built, undone, redone, killed and offered back")
finish(0)
