# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of projects: every format and option, read back by other programs, and what cannot be made said plainly."""
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree
import zipfile

from program import CLI, HEAD, SAMPLES, InFolder, run, bound_by_permissions

THREE_TIER = next(path for path in SAMPLES if path.stem == "three-tier-web")
SMALL = next(path for path in SAMPLES if path.stem == "static-site")
SVG = "{http://www.w3.org/2000/svg}"


def has_painter():
    with tempfile.TemporaryDirectory() as folder:
        return run("export", SMALL, "-o", "x.png", cwd=folder).returncode == 0


PAINTER = has_painter()
painted = unittest.skipUnless(PAINTER, "this build has no painter")


def chunks(data):
    """Of a PNG: name and content, in order."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, found = 8, []
    while at < len(data):
        (length,) = struct.unpack(">I", data[at:at + 4])
        found.append((data[at + 4:at + 8].decode(), data[at + 8:at + 8 + length]))
        at += 12 + length
    return found


def grid(columns, rows):
    """A drawing of many things."""
    elements = [{"id": f"n-{x}-{y}", "service": ["s3", "lambda", "sqs"][(x + y) % 3], "name": f"service {x} {y}"}
                for y in range(rows) for x in range(columns)]
    places = {f"n-{x}-{y}": [x * 160, y * 128, 40, 40] for y in range(rows) for x in range(columns)}
    for one in elements:
        one["parent"] = "r"
    region = {"id": "r", "service": "region", "code": "ap-northeast-2"}
    places = {name: [x + 64, y + 64, width, height] for name, (x, y, width, height) in places.items()}
    places["r"] = [0, 0, columns * 160 + 64, rows * 128 + 96]
    return json.dumps({"format": "skywright", "formatVersion": 1, "elements": [region, *elements], "layout": {"elements": places}})


class Pictures(InFolder):
    def picture(self, name, *options, project=SMALL):
        self.ok("export", project, "-o", name, *options)
        return (self.folder / name).read_bytes()

    def size(self, *options, project=SMALL):
        """Width and height of the PNG these options make."""
        return struct.unpack(">II", chunks(self.picture("size.png", "--lang", "en", *options, project=project))[0][1][:8])

    def tree(self, *options, project=SMALL):
        return xml.etree.ElementTree.fromstring(self.picture("tree.svg", *options, project=project))

    def ids(self, *options, project=SMALL):
        return {one.get("id") for one in self.tree(*options, project=project).iter(SVG + "g")} - {None}

    def words(self, *options, project=SMALL):
        return " ".join("".join(one.itertext()) for one in self.tree(*options, project=project).iter(SVG + "text"))


class Formats(Pictures):
    def judged(self, program, *arguments):
        if not shutil.which(program):
            self.skipTest(f"{program} is not installed")
        done = subprocess.run([program, *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, (program, done.stdout))
        return done.stdout.decode()

    def test_svg_of_every_sample_is_drawn_by_another_program(self):
        for sample in SAMPLES:
            self.picture("a.svg", "--legend", "--title", project=sample)
            self.assertEqual(self.judged("rsvg-convert", "-o", "a.png", "a.svg"), "")
            self.assertGreater((self.folder / "a.png").stat().st_size, 5000)

    @painted
    def test_png_of_every_sample_is_sound(self):
        for sample in SAMPLES:
            self.picture("a.png", project=sample)
            self.assertIn("OK: a.png", self.judged("pngcheck", "a.png"))

    @painted
    def test_pdf_of_every_sample_is_sound(self):
        for sample in SAMPLES:
            self.picture("a.pdf", project=sample)
            self.assertIn("No syntax or stream encoding errors", self.judged("qpdf", "--check", "a.pdf"))

    @painted
    def test_pdf_is_drawn_by_another_program(self):
        self.picture("a.pdf", project=THREE_TIER)
        self.judged("pdftoppm", "-png", "-r", "48", "-singlefile", "a.pdf", "drawn")
        self.assertGreater((self.folder / "drawn.png").stat().st_size, 5000)

    def test_svg_has_the_names_of_things(self):
        self.assertIn("Application Load", self.words(project=THREE_TIER))
        self.assertEqual(self.tree(project=THREE_TIER).find(SVG + "title").text, "Three-tier web application")

    def test_suffix_in_capitals(self):
        self.assertTrue(self.picture("A.SVG").startswith(b"<svg"))

    def test_from_the_standard_input_and_for_programs(self):
        told = json.loads(self.ok("export", "-", "-o", "a.svg", "--format", "json", stdin=SMALL.read_bytes()))
        self.assertEqual((told["written"], told["bytes"]), ("a.svg", (self.folder / "a.svg").stat().st_size))

    def test_twice_the_same(self):
        for kind in ("svg", "png", "pdf") if PAINTER else ("svg",):
            first = self.picture("a." + kind, "--numbers", "--title", "--legend", project=THREE_TIER)
            self.assertEqual(first, self.picture("b." + kind, "--numbers", "--title", "--legend", project=THREE_TIER), kind)

    def test_the_project_inside_comes_back_byte_for_byte(self):
        for sample in SAMPLES:
            self.ok("convert", sample, "source.skyw")
            for kind in ("svg", "png") if PAINTER else ("svg",):
                self.ok("export", "source.skyw", "-o", "out." + kind, "--theme", "dark", "--lang", "ko")
                self.ok("convert", "out." + kind, "back.skyw")
                self.assertEqual((self.folder / "source.skyw").read_bytes(), (self.folder / "back.skyw").read_bytes(), (sample, kind))

    @unittest.skipIf(PAINTER, "this build has a painter")
    def test_without_a_painter_that_is_said(self):
        for arguments in (["a.png"], ["a.pdf"], ["a.svg", "--outline"]):
            self.refused(2, "export", SMALL, "-o", *arguments, says=["no painter", "SVG"])


class Options(Pictures):
    def test_theme(self):
        papers = {theme: re.search(rb'<rect [^>]*fill="(#\w+)"', self.picture("a.svg", "--theme", theme)).group(1) for theme in ("light", "dark", "print")}
        self.assertNotEqual(papers["light"], papers["dark"])
        self.assertEqual(papers["print"].lower(), b"#fff" if len(papers["print"]) == 4 else b"#ffffff")

    def test_lang(self):
        self.assertIn("AWS 클라우드", self.words("--lang", "ko"))
        self.assertIn("AWS Cloud", self.words("--lang", "en"))

    @painted
    def test_scale_and_fit(self):
        width, height = self.size("--scale", "1")
        self.assertEqual(self.size(), (2 * width, 2 * height))
        self.assertEqual(self.size("--scale", "3.5"), (-(-width * 7 // 2), -(-height * 7 // 2)))
        self.assertEqual(max(self.size("--fit", "300")), 300)
        self.assertEqual(max(self.size("--fit", "1")), 1)

    @painted
    def test_dpi(self):
        for options, inch in ((["--scale", "1"], 96), ([], 192), (["--dpi", "300"], 300)):
            across, down, metric = struct.unpack(">IIB", dict(chunks(self.picture("a.png", *options)))["pHYs"])
            self.assertEqual((across, metric), (down, 1))
            self.assertEqual(round(across * 0.0254), inch)

    def test_transparent(self):
        self.assertEqual(self.tree("--transparent").findall(SVG + "rect"), [])
        self.assertNotEqual(self.tree().findall(SVG + "rect"), [])
        if PAINTER:
            self.assertEqual([chunks(self.picture("a.png", *options))[0][1][9] for options in ([], ["--transparent"])], [2, 6])

    def test_margin(self):
        plain, wide = self.tree("--margin", "0"), self.tree("--margin", "30")
        self.assertEqual(int(wide.get("width")) - int(plain.get("width")), 60)

    def test_select(self):
        whole = self.ids(project=THREE_TIER)
        part = self.ids("--select", "alb,vpc", project=THREE_TIER)
        self.assertTrue(part < whole)
        self.assertTrue({"vpc", "alb", "web-1", "orders", "orders:standby", "sql"} <= part)
        self.assertFalse({"region", "shoppers", "dynamic"} & part)
        self.assertEqual(self.ids("--select", "shoppers", "--select", "dns", "--no-embed", project=THREE_TIER) & whole, {"shoppers", "dns", "ask"} | {"ask_over"})

    def test_title_legend_and_numbers(self):
        plain = self.ids(project=THREE_TIER)
        self.assertEqual(self.ids("--title", "--legend", project=THREE_TIER) - plain, {"_title", "_legend"})
        numbered = self.words("--numbers", "--lang", "en", project=THREE_TIER).split()
        self.assertTrue({"1", "2", "3", "4", "5", "6"} <= set(numbered))

    def test_no_embed(self):
        self.assertEqual(self.tree("--no-embed").findall(SVG + "metadata"), [])
        self.refused(3, "convert", "tree.svg", "back.skyw", says="tree.svg")
        if PAINTER:
            self.assertNotIn("tEXt", dict(chunks(self.picture("a.png", "--no-embed"))))
            self.refused(3, "convert", "a.png", "back.skyw", says="a.png")

    @painted
    def test_outline(self):
        tree = self.tree("--outline")
        self.assertEqual(list(tree.iter(SVG + "text")), [])
        self.assertEqual(tree.find(SVG + "title").text, "Static site")

    @painted
    def test_for_paper(self):
        for use, box in (("slide", rb"960\.0* 540\.0*"), ("a4", rb"842\.0* 595\.0*")):
            done = self.run_here("export", SMALL, "-o", "a.pdf", "--for", use)
            self.assertEqual(done.returncode, 0)
            self.assertTrue(re.search(rb"/MediaBox \[0 0 " + box + rb"\]", (self.folder / "a.pdf").read_bytes()), use)

    def test_for_warns(self):
        for use, said in (("slide", "10 pt on a slide"), ("a4", "10 pt on A4"), ("readme", "10 px in a README")):
            done = self.run_here("export", THREE_TIER, "-o", "a.svg", "--for", use)
            self.assertEqual((done.returncode, done.out), (0, ""))
            self.assertIn(said, done.err)
            self.assertTrue(all(line.startswith("skywright-cli: ") for line in done.err.splitlines()))
        self.assertIn("슬라이드", self.run_here("export", THREE_TIER, "-o", "a.svg", "--for", "slide", "--lang", "ko").err)

    def test_progress_is_shown_on_terminals_alone(self):
        self.ok("export", SMALL, "-o", "a.svg", "--progress")
        if PAINTER:
            self.ok("export", SMALL, "-o", "a.png", "--progress")


class Icons(Pictures):
    FILES = {"Architecture-Service-Icons_07312025/Arch_Storage/48/Arch_Amazon-Simple-Storage-Service_48.svg": "s3",
             "Architecture-Service-Icons_07312025/Arch_Networking/64/Arch_Amazon-CloudFront_64.svg": "cloudfront",
             "Architecture-Group-Icons_07312025/Region_32.svg": "region"}

    def pack(self, name, **changed):
        """A folder and a zip with AWS's file names; the drawings are made up."""
        with zipfile.ZipFile(self.folder / (name + ".zip"), "w") as archive:
            for file, mark in self.FILES.items():
                svg = changed.get(mark, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><desc>{mark} of a pack</desc><rect width="48" height="48" fill="#123456"/></svg>')
                path = self.folder / name / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(svg)
                archive.writestr(file, svg)

    def test_of_a_folder_and_a_zip(self):
        self.pack("pack")
        ours = self.picture("a.svg")
        folder, archive = self.picture("a.svg", "--icons", "pack"), self.picture("a.svg", "--icons", "pack.zip")
        self.assertEqual(folder, archive)
        self.assertNotEqual(folder, ours)
        self.assertIn(b'id="_icon-users"', folder)  # not in the pack: the project's own
        self.assertNotIn(b'id="_icon-s3"', folder)
        if PAINTER:
            self.assertNotEqual(self.picture("a.png", "--icons", "pack", "--no-embed"), self.picture("a.png", "--no-embed"))
            self.picture("a.pdf", "--icons", "pack.zip")

    def test_that_is_none(self):
        (self.folder / "empty").mkdir()
        self.put("text.zip", "hello")
        with zipfile.ZipFile(self.folder / "other.zip", "w") as archive:
            archive.writestr("readme.txt", "hello")
        for pack, said in (("empty", "No AWS icon"), ("text.zip", "No AWS icon"), ("other.zip", "No AWS icon"), ("missing", "no such icon pack")):
            self.refused(3, "export", SMALL, "-o", "a.svg", "--icons", pack, says=[pack, said, "Asset Package"])

    def test_with_a_broken_drawing(self):
        for broken in ("<svg", "", "<html></html>", "\x00\x01", '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'):
            self.pack("broken", s3=broken)
            for pack in ("broken", "broken.zip"):
                self.refused(3, "export", SMALL, "-o", "a.svg", "--icons", pack, says=[pack, "Arch_Amazon-Simple-Storage-Service_48.svg", "not a sound SVG"])

    def test_of_a_zip_that_is_cut_off(self):
        self.pack("pack")
        whole = (self.folder / "pack.zip").read_bytes()
        for length in (30, len(whole) // 2, len(whole) - 5):
            self.put("cut.zip", whole[:length])
            self.refused(3, "export", SMALL, "-o", "a.svg", "--icons", "cut.zip", says="cut.zip")


class Refused(Pictures):
    def refused_to(self, code, *options, target="a.svg", says=(), **more):
        self.put("a.svg", "mine")
        if PAINTER:
            self.put("a.png", "mine")
        self.refused(code, "export", SMALL, "-o", target, *options, says=says, **more)

    def test_targets(self):
        for target in ("a.gif", "svg", "a.", "-", "a.svg.gz", ".svg/a"):
            self.refused_to(2, target=target, says=[target, ".png, .svg or .pdf"])
        (self.folder / "d.svg").mkdir()
        self.refused_to(4, target="d.svg", says=["d.svg", "folder"])
        self.refused_to(4, target="no/such/a.svg", says="no/such")
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "a.svg").write_text("mine")
        closed.chmod(0o555)
        self.refused_to(4, target="closed/a.svg", says="closed", preexec=bound_by_permissions, stdin=b"")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_a_device(self):
        os.symlink("/dev/full", self.folder / "full.svg")
        self.refused(4, "export", SMALL, "-o", "full.svg", says=["full.svg", "no ordinary file"])

    def test_numbers(self):
        for option, values in (("--scale", ("0", "-1", "8.5", "nan", "inf", "two")), ("--fit", ("0", "-5", "100001", "1e3x", "99999999999999")),
                               ("--dpi", ("0", "-3", "10001")), ("--margin", ("-1", "10001", "nan", "1e300"))):
            for value in values:
                self.refused_to(2, f"{option}={value}", says=option)
                self.refused_to(2, option, value, "--lang", "ko", says=option)

    def test_choices(self):
        self.refused_to(2, "--theme", "pink", says=["--theme", "pink", "dark"])
        self.refused_to(2, "--for", "book", says=["--for", "book", "slide"])

    def test_ids(self):
        self.refused_to(2, "--select", "zzzzzzzz", says=["zzzzzzzz", "convert"])
        self.refused_to(2, "--select", "copyy", says=['"copy"'])
        self.refused_to(2, "--select", "", says='id ""')

    def test_sources(self):
        self.refused(3, "export", "missing.skyw", "-o", "a.svg", says="missing.skyw")
        self.put("empty.json", "{" + HEAD + "}")
        self.refused(3, "export", "empty.json", "-o", "a.svg", says=["empty.json", "nothing to draw"])

    @painted
    def test_a_png_that_is_too_large(self):
        self.put("a.png", "mine")
        self.put("far.json", "{" + HEAD + ', "elements": [{"id": "a", "service": "users"}, {"id": "b", "service": "users"}], '
                 '"layout": {"elements": {"a": [0, 0, 40, 40], "b": [60000, 0, 40, 40]}}}')
        self.refused(2, "export", "far.json", "-o", "a.png", says=["far.json", "100000", "smaller scale"])
        self.ok("export", "far.json", "-o", "a.png", "--fit", "5000")


@painted
class Interrupted(Pictures):
    def started(self, *arguments):
        """The program with a terminal for its errors, once its bar moves."""
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        program = subprocess.Popen([CLI, "export", "big.json", *arguments, "--progress"], cwd=self.folder, stdout=subprocess.PIPE, stderr=theirs,
                                   env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        os.close(theirs)
        self.addCleanup(program.stdout.close)
        said = b""
        while b"%" not in said:
            said += os.read(ours, 4096)
        return program, ours, said

    def test_the_bar_and_ctrl_c(self):
        self.put("big.json", grid(40, 25))
        self.put("a.png", "mine")
        program, terminal, said = self.started("-o", "a.png", "--scale", "8")
        self.assertRegex(said, rb"\r\[#*\.*\] +\d+ %")
        start = time.monotonic()
        program.send_signal(signal.SIGINT)
        self.assertEqual(program.wait(timeout=60), 5)
        self.assertLess(time.monotonic() - start, 30)
        self.assertEqual({path.name: path.stat().st_size for path in self.folder.iterdir() if path.name != "big.json"}, {"a.png": 4})
        try:
            while True:
                more = os.read(terminal, 4096)
                if not more:
                    break
                said += more
        except OSError:  # the other end is closed
            pass
        self.assertIn(b"\r\x1b[K", said)  # the bar is wiped away

    def test_the_bar_is_gone_at_the_end(self):
        shutil.copy(SMALL, self.folder / "big.json")
        program, terminal, said = self.started("-o", "a.png", "--scale", "8")
        while b"\x1b[K" not in said:
            said += os.read(terminal, 4096)
        self.assertEqual(program.wait(timeout=60), 0)
        self.assertTrue(said.endswith(b"\r\x1b[K"), said)


if __name__ == "__main__":
    unittest.main()
