#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sheets on which the icons are judged by eye, as PNG.

overview.png       every icon as tile 48 and 16, as line art 24 and 16, with its name
services-NN.png    every service icon at 16, 32, 64 and 256 px, tile and line art, on white and on black
ui.png             the window's icons at 24, 20 and 16 px, light and dark

usage: make_sheet.py [--out FOLDER] [KEY...]     with keys: only these, in one services-00.png
Needs rsvg-convert (Debian: librsvg2-bin).
"""
import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
SIZES = (16, 32, 64, 256)
INK = {"light": "#1A1E26", "dark": "#E9EBF0"}
PAPER = {"light": "#FFFFFF", "dark": "#000000"}
PER_SHEET = 8
FONT = "Noto Sans, Noto Sans CJK KR, sans-serif"


class Icon:
    def __init__(self, path, folder):
        text = path.read_text(encoding="utf-8")
        self.place = path.relative_to(folder).as_posix()
        self.key = path.stem
        self.group = self.place.startswith("group/")
        self.ui = self.place.startswith("ui/")
        self.title = re.search(r"<title>(.*?)</title>", text).group(1)
        color = re.search(r'<svg[^>]* color="([^"]*)"', text)
        self.color = color.group(1) if color else INK["light"]
        self.body = text[text.index("</title>") + len("</title>"):text.index("</svg>")].strip()

    def line(self, x, y, size, color):
        body = self.body.replace("currentColor", color)
        return (f'<svg x="{x}" y="{y}" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" stroke="{color}" '
                f'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">{body}</svg>')

    def tile(self, x, y, size):
        radius = 0 if self.group else (size * 0.125 if size <= 32 else size * 0.15)
        glyph = size * 0.7
        inset = (size - glyph) / 2
        return (f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="{radius}" fill="{self.color}"/>'
                + self.line(x + inset, y + inset, glyph, "#FFFFFF"))


def words(x, y, text, size=12, color="#4A5261", anchor="start"):
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x}" y="{y}" font-family="{FONT}" font-size="{size}" fill="{color}" text-anchor="{anchor}">{text}</text>'


def box(x, y, width, height, fill):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>'


def overview(icons):
    columns, cell_width, cell_height = 6, 250, 72
    rows = -(-len(icons) // columns)
    width, height = 24 + columns * cell_width, 24 + rows * cell_height
    parts = [box(0, 0, width, height, "#ECEEF2")]
    for index, icon in enumerate(icons):
        x, y = 24 + index % columns * cell_width, 24 + index // columns * cell_height
        parts += [icon.tile(x, y, 48), icon.line(x + 58, y, 24, icon.color), icon.line(x + 92, y + 4, 16, INK["light"]),
                  icon.tile(x + 118, y + 4, 16), words(x + 58, y + 43, icon.key)]
    return width, height, parts


def services(icons):
    row_height, half = 296, 820
    width, height = half * 2, row_height * len(icons)
    parts = [box(0, 0, half, height, PAPER["light"]), box(half, 0, half, height, PAPER["dark"])]
    for index, icon in enumerate(icons):
        y = index * row_height
        for left, theme in ((0, "light"), (half, "dark")):
            color = "#D5D9E0" if icon.color == "#232F3E" and theme == "dark" else icon.color
            x = left + 16
            parts.append(words(x, y + 24, icon.place[:-4], 13, INK[theme]))
            for size, dx, dy in ((16, 0, 48), (32, 32, 40), (64, 80, 24 + 16)):
                parts += [icon.tile(x + dx, y + dy, size), icon.line(x + dx, y + dy + 120, size, color)]
            parts += [icon.tile(x + 240, y + 24, 256), icon.line(x + 520, y + 24, 256, color)]
    return width, height, parts


def window(icons):
    columns, cell_width, cell_height = 8, 130, 64
    half = -(-len(icons) // columns) * cell_height + 24
    width, height = 24 + columns * cell_width, half * 2
    parts = [box(0, 0, width, half, "#F7F8FA"), box(0, half, width, half, "#1B1E25")]
    for top, theme in ((0, "light"), (half, "dark")):
        for index, icon in enumerate(icons):
            x, y = 24 + index % columns * cell_width, top + 20 + index // columns * cell_height
            parts += [icon.line(x, y, 24, INK[theme]), icon.line(x + 36, y + 2, 20, INK[theme]),
                      icon.line(x + 68, y + 4, 16, INK[theme]), words(x, y + 42, icon.key, 11, INK[theme])]
    return width, height, parts


def render(sheet, path):
    width, height, parts = sheet
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
           + "".join(parts) + "</svg>")
    done = subprocess.run(["rsvg-convert", "--format", "png", "--output", str(path)], input=svg.encode(), capture_output=True)
    if done.returncode:
        sys.exit(f"make_sheet: rsvg-convert could not draw {path.name}: {done.stderr.decode().strip()}")
    print(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--icons", type=Path, default=TOP / "icons", help="folder of the icons")
    parser.add_argument("--out", type=Path, default=TOP / "build" / "icons", help="folder for the sheets")
    parser.add_argument("keys", nargs="*", help="only these services")
    options = parser.parse_args()
    if not shutil.which("rsvg-convert"):
        sys.exit("make_sheet: rsvg-convert is missing; install it with: apt-get install librsvg2-bin")
    icons = [Icon(path, options.icons) for path in sorted(options.icons.rglob("*.svg"))]
    if not icons:
        sys.exit(f"make_sheet: no icons under {options.icons}")
    shown = sorted((icon for icon in icons if not icon.ui), key=lambda icon: (not icon.group, icon.key))
    if options.keys:
        unknown = sorted(set(options.keys) - {icon.key for icon in shown})
        if unknown:
            sys.exit(f"make_sheet: no icon for {', '.join(unknown)}")
        shown = [icon for icon in shown if icon.key in options.keys]
    options.out.mkdir(parents=True, exist_ok=True)
    if not options.keys:
        for old in options.out.glob("services-*.png"):
            old.unlink()
        render(overview(shown), options.out / "overview.png")
        render(window([icon for icon in icons if icon.ui]), options.out / "ui.png")
    for number, first in enumerate(range(0, len(shown), PER_SHEET)):
        render(services(shown[first:first + PER_SHEET]), options.out / f"services-{number:02}.png")


if __name__ == "__main__":
    main()
