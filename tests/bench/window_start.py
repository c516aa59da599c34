#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the window again and again and measures from the start of the process to the frame that shows its drawing.
    QT_QUICK_BACKEND=software xvfb-run -s "-screen 0 1600x1000x24" tests/bench/window_start.py PROGRAM [PROJECT] [TIMES]"""
import os
import statistics
import subprocess
import sys
import time

program = sys.argv[1]
project = sys.argv[2:3] or ["--new"]
times = int(sys.argv[3]) if len(sys.argv) > 3 else 11
environment = dict(os.environ, QT_LOGGING_RULES="skywright.start=true", QT_FORCE_STDERR_LOGGING="1")
measured = []
used = []
for _ in range(times):
    began = time.monotonic()
    child = subprocess.Popen([program, *project], env=environment, stderr=subprocess.PIPE, text=True)
    for line in child.stderr:
        if "first frame" in line:
            measured.append((time.monotonic() - began) * 1000)
            with open(f"/proc/{child.pid}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            used.append((int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK"))
            break
    child.kill()
    child.wait()
print(f"start to first frame: median {statistics.median(measured):.0f} ms, best {min(measured):.0f} ms, "
      f"CPU {statistics.median(used):.0f} ms ({len(measured)} starts)")
