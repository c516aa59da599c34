#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every drawing in icons/ to the rules of icons/README.md; prints each breach with its file and remedy.

usage: check_icons.py [ICONS_FOLDER]      exit code 0: all good, 1: breaches, 2: the folder cannot be read
"""
import math
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SPDX = "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
SVG = "{http://www.w3.org/2000/svg}"
ROOT = {
    "width": "24", "height": "24", "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor",
    "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round",
}
FORMS = ("tile", "line")
PALETTE = {  # category and group colours of the program
    "#ED7100", "#7AA116", "#C925D1", "#8C4FFF", "#DD344C", "#E7157B", "#01A88D", "#00A4A6", "#7D8998", "#232F3E",
}
GEOMETRY = {
    "path": {"d"}, "circle": {"cx", "cy", "r"}, "rect": {"x", "y", "width", "height", "rx"},
    "line": {"x1", "y1", "x2", "y2"}, "polyline": {"points"}, "polygon": {"points"},
}
OPTIONAL = {"rect": {"rx"}}
DOT = {"fill": "currentColor", "stroke": "none"}  # the one change of paint an element may make
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?\.svg")
NUMBER = re.compile(r"[-+]?(?:\d+\.\d+|\.\d+|\d+)")
MARGIN = 2.5        # px from the edge of the grid to the centre of any stroke
OFF_CENTRE = 0.75   # px between the middle of a drawing and the middle of the grid
SMALLEST = 14.0     # px: the longer side of a drawing of icons/ and icons/group/
MOST_BYTES = 2000
STEPS = 24          # points per curve when measuring


class Breach(Exception):
    pass


def numbers(text):
    rest = NUMBER.sub(" ", text)
    if rest.replace(",", " ").strip():
        raise Breach(f"'{text}' holds something that is not a plain decimal number")
    return [float(value) for value in NUMBER.findall(text)]


def arc_points(start, rx, ry, turn, large, sweep, end):
    """Points of an elliptical arc, by the conversion in appendix B.2.4 of SVG 2."""
    if rx == 0 or ry == 0 or start == end:
        return [end]
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, -sin * dx + cos * dy
    rx, ry = abs(rx), abs(ry)
    grow = (x / rx) ** 2 + (y / ry) ** 2
    if grow > 1:
        rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
    below = (rx * y) ** 2 + (ry * x) ** 2
    scale = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below))
    if large == sweep:
        scale = -scale
    cx, cy = scale * rx * y / ry, -scale * ry * x / rx
    mx = cos * cx - sin * cy + (start[0] + end[0]) / 2
    my = sin * cx + cos * cy + (start[1] + end[1]) / 2
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    if sweep and last < first:
        last += 2 * math.pi
    if not sweep and last > first:
        last -= 2 * math.pi
    points = []
    for step in range(1, STEPS + 1):
        angle = first + (last - first) * step / STEPS
        ex, ey = rx * math.cos(angle), ry * math.sin(angle)
        points.append((mx + cos * ex - sin * ey, my + sin * ex + cos * ey))
    return points


def cubic_points(p0, p1, p2, p3):
    points = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3
        points.append(tuple(a * p0[i] + b * p1[i] + c * p2[i] + d * p3[i] for i in (0, 1)))
    return points


def path_points(data):
    """Every point a path passes; refuses what the program's own reader does not read."""
    at, begun, points, last_control = (0.0, 0.0), (0.0, 0.0), [], None
    pieces = re.findall(r"([A-Za-z])([^A-Za-z]*)", data)
    if "".join(letter + rest for letter, rest in pieces) != data or not pieces or pieces[0][0] not in "Mm":
        raise Breach("a path begins with M and holds only commands and numbers")
    takes = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
    for letter, rest in pieces:
        command = letter.upper()
        if command not in takes:
            raise Breach(f"path command '{letter}': only M L H V C S A Z are read; draw it with C or A")
        values, count = numbers(rest), takes[command]
        if (count == 0 and values) or (count and (not values or len(values) % count)):
            raise Breach(f"path command '{letter}' has {len(values)} numbers; it takes {count} or a multiple")
        for begin in range(0, max(len(values), 1), max(count, 1)):
            args = values[begin:begin + count]
            ox, oy = at if letter.islower() else (0.0, 0.0)
            control = None
            if command == "Z":
                at = begun
            elif command == "H":
                at = (args[0] + ox, at[1])
            elif command == "V":
                at = (at[0], args[0] + oy)
            elif command in "ML":
                at = (args[0] + ox, args[1] + oy)
                if command == "M" and begin == 0:
                    begun = at
            elif command == "A":
                if args[3] not in (0, 1) or args[4] not in (0, 1):
                    raise Breach("the two flags of an arc are written as separate 0 or 1")
                end = (args[5] + ox, args[6] + oy)
                points += arc_points(at, args[0], args[1], args[2], args[3], args[4], end)
                at = end
            else:
                xy = [(args[i] + ox, args[i + 1] + oy) for i in range(0, count, 2)]
                if command == "S":
                    mirrored = (2 * at[0] - last_control[0], 2 * at[1] - last_control[1]) if last_control else at
                    xy.insert(0, mirrored)
                points += cubic_points(at, *xy)
                control, at = xy[1], xy[2]
            last_control = control
            points.append(at)
    return points


def element_points(tag, get):
    if tag == "path":
        return path_points(get["d"])
    if tag in ("polyline", "polygon"):
        values = numbers(get["points"])
        if len(values) < 4 or len(values) % 2:
            raise Breach(f"{tag} needs at least two points of two numbers")
        return list(zip(values[::2], values[1::2]))
    value = {key: numbers(text) for key, text in get.items() if key not in DOT}
    for key, found in value.items():
        if len(found) != 1:
            raise Breach(f"{tag} {key}='{get[key]}' is not one number")
    one = {key: found[0] for key, found in value.items()}
    if tag == "circle":
        return [(one["cx"] - one["r"], one["cy"] - one["r"]), (one["cx"] + one["r"], one["cy"] + one["r"])]
    if tag == "rect":
        return [(one["x"], one["y"]), (one["x"] + one["width"], one["y"] + one["height"])]
    return [(one["x1"], one["y1"]), (one["x2"], one["y2"])]


def check_attributes(root, service):
    wanted = dict(ROOT)
    if service:
        if root.get("data-form") not in FORMS:
            raise Breach(f"data-form is '{root.get('data-form')}'; it is tile or line")
        if root.get("color") not in PALETTE:
            raise Breach(f"color '{root.get('color')}' is not one of the category colours")
        wanted["data-form"], wanted["color"] = root.get("data-form"), root.get("color")
    if dict(root.attrib) != wanted:
        odd = sorted(set(root.attrib.items()) ^ set(wanted.items()))
        raise Breach(f"the svg element differs from the one in README.md at {odd}")


def check_file(path, service):
    """Returns the drawing without its wrapping, for the comparison of twins."""
    if not NAME.fullmatch(path.name):
        raise Breach("a file is named by service key, or key.preset, in lower case: ec2.svg, subnet.public.svg")
    text = path.read_text(encoding="utf-8")
    if not text.startswith(SPDX):
        raise Breach("the first line is not the SPDX line")
    if len(text.encode()) > MOST_BYTES:
        raise Breach(f"{len(text.encode())} bytes; an icon that needs more than {MOST_BYTES} is too busy for 16 px")
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?" in text:
        raise Breach("holds a doctype, entity or processing instruction; remove it")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Breach(f"is not XML: {error}") from None
    if root.tag != SVG + "svg":
        raise Breach("the root is not an svg element of the SVG namespace")
    check_attributes(root, service)
    children = list(root)
    if not children or children[0].tag != SVG + "title" or not (children[0].text or "").strip():
        raise Breach("the first element is not a title with the thing's name")
    points, drawn = [], []
    for child in children[1:]:
        tag = child.tag.replace(SVG, "")
        if tag not in GEOMETRY:
            raise Breach(f"<{tag}> is not drawn; use path, circle, rect, line, polyline or polygon")
        if len(child) or (child.text or "").strip():
            raise Breach(f"<{tag}> has content")
        keys, paint = set(child.attrib), {key: child.get(key) for key in DOT if key in child.attrib}
        if paint and (paint != DOT or tag != "circle"):
            raise Breach(f"<{tag}> changes its paint; only a dot may: a circle with fill=currentColor and stroke=none")
        geometry = keys - set(paint)
        if not geometry <= GEOMETRY[tag] or not GEOMETRY[tag] - OPTIONAL.get(tag, set()) <= geometry:
            raise Breach(f"<{tag}> has {sorted(keys)}; it takes {sorted(GEOMETRY[tag])} and no others")
        points += element_points(tag, child.attrib)
        drawn.append((tag, tuple(sorted(child.attrib.items()))))
    if not points:
        raise Breach("draws nothing")
    check_place(points, service)
    return tuple(drawn)


def check_place(points, service):
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    box = f"x {left:.2f}..{right:.2f}, y {top:.2f}..{bottom:.2f}"
    if min(left, top) < MARGIN - 0.005 or max(right, bottom) > 24 - MARGIN + 0.005:
        raise Breach(f"leaves the {MARGIN} px margin: {box}")
    if not service:
        return
    if abs((left + right) / 2 - 12) > OFF_CENTRE or abs((top + bottom) / 2 - 12) > OFF_CENTRE:
        raise Breach(f"its middle is more than {OFF_CENTRE} px off the grid's: {box}")
    if max(right - left, bottom - top) < SMALLEST:
        raise Breach(f"is smaller than {SMALLEST:g} px: {box}")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "icons"
    files = sorted(folder.rglob("*.svg"))
    if not files:
        print(f"check_icons: no icons under {folder}; give the folder as the first argument", file=sys.stderr)
        return 2
    breaches, names, twins = [], {}, {}
    for path in files:
        place = path.relative_to(folder).as_posix()
        service = not place.startswith("ui/")
        try:
            if place.count("/") > 1 or (path.parent != folder and path.parent.name not in ("group", "ui")):
                raise Breach("icons lie in icons/, icons/group/ and icons/ui/ only")
            drawn = check_file(path, service)
            if service and path.name in names:
                raise Breach(f"{names[path.name]} has the same key; one of them goes")
            if service and drawn in twins:
                raise Breach(f"is drawn exactly like {twins[drawn]}")
            if service:
                names[path.name], twins[drawn] = place, place
        except (Breach, OSError, UnicodeDecodeError) as error:
            breaches.append(f"icons/{place}: {error}")
    for name, place in sorted(names.items()):
        key = name.split(".")[0] + ".svg"
        if key not in names:
            breaches.append(f"icons/{place}: a variant of '{key[:-4]}', which has no icon of its own")
    for line in breaches:
        print(line)
    print(f"check_icons: {len(files)} icons, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
