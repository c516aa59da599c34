#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_icons.py accepts the icons of the program and names file, fault and remedy of each kind of breach."""
import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOP / "packaging" / "icons"))
import check_icons  # noqa: E402

ROOT = ('<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" color="#ED7100" data-form="tile" '
        'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">')
BOX = '<rect x="3.5" y="3.5" width="17" height="17" rx="2"/>'


def icon(body=BOX, root=ROOT, title="<title>Thing</title>", first=check_icons.SPDX):
    return f"{first}{root}\n  {title}\n  {body}\n</svg>\n"


def run(*files):
    """Exit code and text of a check of a folder with these (name, content) files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        kept, sys.argv, out = sys.argv, ["check_icons.py", folder], io.StringIO()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                code = check_icons.main()
        finally:
            sys.argv = kept
        return code, out.getvalue()


class CheckIcons(unittest.TestCase):
    def refused(self, expected, *files):
        code, text = run(*files)
        self.assertEqual(code, 1, text)
        self.assertIn(expected, text)

    def test_good_icons_pass(self):
        ui = icon(root=ROOT.replace(' color="#ED7100" data-form="tile"', ""))
        curve = icon('<path d="M3.5 12a8.5 8.5 0 1 0 17 0C20.5 6 18 3.5 12 3.5s-8.5 2.5 -8.5 8.5z"/>')
        code, text = run(("ec2.svg", icon()), ("ec2.spot.svg", curve), ("ui/plus.svg", ui))
        self.assertEqual((code, text), (0, "check_icons: 3 icons, 0 breaches\n"))

    def test_no_icons_is_said(self):
        code, text = run()
        self.assertEqual(code, 2)
        self.assertIn("no icons under", text)

    def test_what_the_picture_cannot_read_is_refused(self):
        for body, expected in (
                ('<ellipse cx="12" cy="12" rx="8" ry="8"/>', "<ellipse> is not drawn"),
                (f"<g>{BOX}</g>", "<g> is not drawn"),
                ('<text x="4" y="12">A</text>', "<text> is not drawn"),
                (BOX.replace("<rect", '<rect transform="rotate(3)"'), "<rect> has"),
                (BOX.replace("<rect", '<rect style="fill:red"'), "<rect> has"),
                (BOX.replace("<rect", '<rect fill="currentColor" stroke="none"'), "only a dot may"),
                ('<circle cx="12" cy="12" r="8" fill="#FF0000" stroke="none"/>', "only a dot may"),
                ('<circle cx="12" cy="12"/>', "<circle> has"),
                ('<circle cx="12" cy="12" r="50%"/>', "not a plain decimal number"),
                ('<path d="M4 4q8 16 16 0"/>', "path command 'q'"),
                ('<path d="M4 4a8 8 0 0116 16"/>', "has 5 numbers"),
                ('<path d="L4 4"/>', "begins with M"),
                ('<path d=""/>', "begins with M"),
                ('<path d="M4 4L1e3 4"/>', "it takes 2 or a multiple"),
                ('<polyline points="4 4 20"/>', "at least two points"),
                ("", "draws nothing")):
            with self.subTest(body=body):
                self.refused(expected, ("ec2.svg", icon(body)))

    def test_place_and_size(self):
        for body, expected in (
                (BOX.replace('"3.5"', '"1"', 1), "leaves the 2.5 px margin"),
                ('<path d="M3.5 12A2 8.5 0 0 1 20.5 12"/>', "leaves the 2.5 px margin"),
                (BOX.replace('width="17"', 'width="14"'), "off the grid's"),
                ('<circle cx="12" cy="12" r="4"/>', "smaller than 14 px")):
            with self.subTest(body=body):
                self.refused(expected, ("ec2.svg", icon(body)))

    def test_wrapping(self):
        self.refused("SPDX", ("ec2.svg", icon(first="")))
        self.refused("title", ("ec2.svg", icon(title="")))
        self.refused("not XML", ("ec2.svg", icon().replace("</svg>", "")))
        self.refused("not XML", ("ec2.svg", icon(title="<title>&nbsp;</title>")))
        self.refused("doctype", ("ec2.svg", icon().replace("<svg", "<!DOCTYPE svg><svg")))
        self.refused("SVG namespace", ("ec2.svg", icon().replace("http://www.w3.org/2000/svg", "http://example.org")))
        self.refused("data-form", ("ec2.svg", icon(root=ROOT.replace("tile", "round"))))
        self.refused("category colours", ("ec2.svg", icon(root=ROOT.replace("#ED7100", "#123456"))))
        self.refused("stroke-width", ("ec2.svg", icon(root=ROOT.replace("1.5", "2"))))
        self.refused("too busy", ("ec2.svg", icon(BOX * 60)))
        self.refused("ec2.svg:", ("ec2.svg", b"\xff\xfe\x00"))

    def test_names_and_twins(self):
        disc = icon('<circle cx="12" cy="12" r="8.5"/>')
        self.refused("lower case", ("EC2.svg", icon()))
        self.refused("drawn exactly like ec2.svg", ("ec2.svg", icon()), ("s3.svg", icon(title="<title>Other</title>")))
        self.refused("has the same key", ("ec2.svg", icon()), ("group/ec2.svg", disc))
        self.refused("no icon of its own", ("ec2.spot.svg", icon()))
        self.refused("icons lie in", ("more/ec2.svg", icon()))

    def test_the_icons_of_the_program(self):
        kept, sys.argv, out = sys.argv, ["check_icons.py"], io.StringIO()
        try:
            with contextlib.redirect_stdout(out):
                code = check_icons.main()
        finally:
            sys.argv = kept
        self.assertEqual(code, 0, out.getvalue())


if __name__ == "__main__":
    unittest.main()
