# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running the program, and a folder that must stay as it is."""
import ctypes
import hashlib
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CLI = os.environ.get("SKYWRIGHT_CLI", str(SOURCE / "build/core/bin/skywright-cli"))
VERSION = re.search(r"VERSION ([0-9.]+) DESCRIPTION", (SOURCE / "CMakeLists.txt").read_text()).group(1)
SANITIZED = bool(os.environ.get("SKYWRIGHT_SANITIZERS"))
SAMPLES = sorted((SOURCE / "projects").glob("*.json"))
HEAD = '"format": "skywright", "formatVersion": 1'


def run(*arguments, stdin=b"", cwd=None, lang="C.UTF-8", preexec=None, stdout=subprocess.PIPE):
    """The finished process; its output as text in .out and .err."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": lang}
    done = subprocess.run([CLI, *map(str, arguments)], input=stdin, stdout=stdout, stderr=subprocess.PIPE, cwd=cwd,
                          env=environment, preexec_fn=preexec, timeout=120)
    done.out = (done.stdout or b"").decode()
    done.err = done.stderr.decode()
    return done


LIBC = ctypes.CDLL(None)


def bound_by_permissions():
    """Before a program starts: root gives up what lets it read and write against permissions (two capabilities)."""
    if os.getuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if LIBC.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
                raise OSError("root cannot give up a capability")


def contents(folder):
    """Everything in a folder: names, bytes, permissions, times."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        status = path.lstat()
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and os.access(path, os.R_OK) else ""
        found[str(path)] = (status.st_mode, status.st_size, status.st_mtime_ns, digest)
    return found


class InFolder(unittest.TestCase):
    """A fresh folder for each test; runs happen inside it."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="skywright-cli-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        os.chmod(self.folder, 0o755)

    def run_here(self, *arguments, **options):
        return run(*arguments, cwd=self.folder, **options)

    def put(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def ok(self, *arguments, **options):
        done = self.run_here(*arguments, **options)
        self.assertEqual((done.returncode, done.err), (0, ""), arguments)
        return done.out

    def refused(self, code, *arguments, says=(), **options):
        """One line on the error stream, the exit code, nothing printed, nothing changed on disk."""
        before = contents(self.folder)
        done = self.run_here(*arguments, **options)
        self.assertEqual(done.returncode, code, (arguments, done.err))
        self.assertEqual(done.out, "", arguments)
        self.assertRegex(done.err, r"\Askywright-cli: [^\n]+\n\Z", arguments)
        for part in (says,) if isinstance(says, str) else says:
            self.assertIn(part, done.err)
        self.assertEqual(contents(self.folder), before, arguments)
        return done.err
