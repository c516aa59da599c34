# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever it is given: one clear line that names file, place and remedy, the exit code for the kind, nothing changed."""
import os
import random
import resource
import signal
import subprocess
import time
import unittest

from program import CLI, HEAD, SAMPLES, SANITIZED, InFolder, bound_by_permissions

READERS = (["info", "{}"], ["validate", "{}"], ["convert", "{}", "out.skyw"], ["convert", "{}", "out.json"])


class CannotBeRead(InFolder):
    def everywhere(self, name, says, **options):
        for reader in READERS:
            self.refused(3, *[part.format(name) for part in reader], says=[name, *([says] if isinstance(says, str) else says)], **options)

    def test_missing(self):
        self.everywhere("missing.skyw", "no such file")

    def test_folder(self):
        (self.folder / "folder.skyw").mkdir()
        self.everywhere("folder.skyw", "folder")

    def test_no_permission(self):
        self.put("secret.skyw", "x").chmod(0o000)
        self.everywhere("secret.skyw", "may not read it", preexec=bound_by_permissions)

    def test_empty(self):
        for name in ("empty.skyw", "empty.json"):
            self.put(name, "")
            self.everywhere(name, "the file is empty")

    def test_of_another_program(self):
        for name, data in (("a.skyw", b"\x7fELF\x02\x01\x01" + bytes(64)), ("a.json", b"PK\x03\x04" + bytes(64)), ("b.skyw", b"hello\n"),
                           ("b.json", b'{"name": "left-pad"}'), ("c.json", b"<html></html>"), ("d.json", b"[1, 2]")):
            self.put(name, data)
            self.everywhere(name, [])

    def test_newer_format(self):
        self.put("newer.json", '{"format": "skywright", "formatVersion": 99, "hologram": {}}')
        self.everywhere("newer.json", ["99", "newer version"])
        self.ok("new", "-t", "single-server", "-o", "now.skyw")
        first, rest = (self.folder / "now.skyw").read_text().split("\n", 1)
        self.put("newer.skyw", first.replace(" 1", " 99") + "\n" + rest)
        self.everywhere("newer.skyw", ["99", "or later"])

    def test_truncated(self):
        self.ok("new", "-t", "three-tier-web", "-o", "whole.skyw")
        whole = (self.folder / "whole.skyw").read_bytes()
        text = SAMPLES[-1].read_bytes()
        for part in (0.1, 0.5, 0.9, 0.999):
            self.put("cut.skyw", whole[: int(len(whole) * part)])
            self.refused(3, "info", "cut.skyw", says="cut.skyw")
            self.put("cut.json", text[: int(len(text) * part)])
            self.refused(3, "info", "cut.json", says=["cut.json: line ", "column ", "the file ends in the middle"])

    def test_flipped_bits(self):
        self.ok("new", "-t", "single-server", "-o", "whole.skyw")
        whole = (self.folder / "whole.skyw").read_bytes()
        chance = random.Random(2)
        for _ in range(60):
            data = bytearray(whole)
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            self.put("flipped.skyw", bytes(data))
            self.refused(3, "validate", "flipped.skyw", says="flipped.skyw")

    def test_flipped_bits_in_json_never_crash(self):
        whole = SAMPLES[0].read_bytes()
        chance = random.Random(3)
        for _ in range(60):
            data = bytearray(whole)
            for _ in range(chance.randrange(1, 6)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            self.put("flipped.json", bytes(data))
            done = self.run_here("validate", "flipped.json")
            self.assertIn(done.returncode, (0, 1, 3), done.err)

    def test_absurd_counts(self):
        self.put("names.json", "{" + HEAD + ', "project": {"name": "' + "n" * 200 + '"}}')
        self.everywhere("names.json", ["project.name", "128"])
        self.put("text.json", "{" + HEAD + ', "elements": [{"id": "n", "service": "note", "text": "' + "x" * 70000 + '"}]}')
        self.everywhere("text.json", ["elements[0].text", "64 KiB"])
        many = ", ".join('{"id": "e%d", "service": "note"}' % i for i in range(100001))
        self.put("many.json", "{" + HEAD + ', "elements": [' + many + "]}")
        self.refused(3, "info", "many.json", says=["many.json: elements: 100001 entries are too many.", "100000"])

    def test_meaning(self):
        group = '{"id": "%s", "service": "generic-group", "parent": "%s"}'
        for name, members, says in (
                ("loop", '"elements": [%s, %s]' % (group % ("a", "b"), group % ("b", "a")), ["elements[0].parent", "inside itself"]),
                ("twice", '"elements": [{"id": "web", "service": "ec2"}, {"id": "web", "service": "s3"}]', ["elements[1].id: 'web'", "elements[0]"]),
                ("nowhere", '"elements": [{"id": "web", "service": "ec2"}], "links": [{"id": "l", "from": "web", "to": "wib"}]',
                 ["links[0].to: no element 'wib'; nearest: 'web'."]),
                ("parent", '"elements": [{"id": "vpc-1", "service": "vpc"}, {"id": "s", "service": "subnet", "parent": "vpc-9"}]',
                 ["elements[1].parent: no element 'vpc-9'; nearest: 'vpc-1'."]),
                ("nan", '"elements": [{"id": "a", "service": "ec2"}], "layout": {"elements": {"a": [NaN, 0, 40, 40]}}', ["line 1, column ", "NaN"]),
                ("comma", '"elements": [,]', ["line 1, column "]), ("key", '"elements": [], "elements": []', ["'elements' is given twice"]),
                ("far", '"elements": [{"id": "a", "service": "ec2"}], "layout": {"elements": {"a": [1e9, 0, 40, 40]}}', ["layout.elements.a[0]"])):
            self.put(name + ".json", "{" + HEAD + ", " + members + "}")
            self.everywhere(name + ".json", says)

    def test_a_hundred_megabytes_of_brackets(self):
        limit = 3 * 100_000_000 if not SANITIZED else None

        def little_memory():
            if limit:
                resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

        brackets = b"[" * 100_000_000
        for name, data in (("deep.json", b'{"x":' + brackets), ("deep.skyw", brackets), ("wide.json", b"{" + HEAD.encode() + b', "elements": [' + b"[]," * 33_000_000),
                           ("text.json", b'{"' + b"x" * 100_000_000)):
            self.put(name, data)
            start = time.monotonic()
            self.refused(3, "info", name, says=name, preexec=little_memory)
            self.assertLess(time.monotonic() - start, 20)
            (self.folder / name).unlink()

    def test_the_standard_input(self):
        self.refused(3, "info", "-", stdin=b"nonsense", says="(stdin)")
        self.refused(3, "info", "-", stdin=b"", says="(stdin)")


class CannotBeWritten(InFolder):
    def test_no_such_folder(self):
        self.refused(4, "convert", SAMPLES[0], "no/such/out.json", says="no/such")
        self.refused(4, "convert", SAMPLES[0], "no/such/out.skyw", says="no/such")
        self.refused(4, "new", "-o", "no/such/out.skyw", says="no/such")

    def test_a_folder_of_that_name(self):
        (self.folder / "out.json").mkdir()
        (self.folder / "out.skyw").mkdir()
        self.refused(4, "convert", SAMPLES[0], "out.json", says="out.json")
        self.refused(4, "convert", SAMPLES[0], "out.skyw", says="out.skyw")

    def test_a_folder_that_may_not_be_written(self):
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "out.json").write_text("mine")
        closed.chmod(0o555)
        self.refused(4, "convert", SAMPLES[0], "closed/out.json", says="closed", preexec=bound_by_permissions)
        self.refused(4, "convert", SAMPLES[0], "closed/new.skyw", says="closed", preexec=bound_by_permissions)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_an_output_that_is_full(self):
        with open("/dev/full", "wb") as full:
            done = self.run_here("catalog", stdout=full)
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.err, r"\Askywright-cli: [^\n]+\n\Z")


class CutOff(InFolder):
    def test_nobody_reads_the_output(self):
        process = subprocess.Popen([CLI, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        self.assertEqual(process.wait(timeout=60), 5)
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()

    def test_interrupted_while_it_waits(self):
        process = subprocess.Popen([CLI, "convert", "-", "out.json"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder)
        process.stdin.write(b'{"format":')
        process.stdin.flush()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=60), 5)
        process.stdin.close()
        process.stderr.close()
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
