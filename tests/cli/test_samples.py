# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample projects are good examples: laid out on the grid, nothing covers anything, named in both languages."""
import json
import unittest

from program import SAMPLES, run

GRID, TILE, CAPTION_WIDTH, CAPTION = 8, 40, 112, 54  # as in layout/metrics.h
HEADER, ZONE_HEADER = 32, 24


class Drawing:
    def __init__(self, path, catalog):
        document = json.loads(path.read_text())
        self.elements = {one["id"]: one for one in document["elements"]}
        self.links = document.get("links", [])
        self.scenarios = document.get("scenarios", [])
        self.project = document["project"]
        self.frames = document["layout"]["elements"]
        self.catalog = catalog

    def service(self, name):
        return self.catalog[self.elements[name]["service"]]

    def has(self, name, trait):
        return trait in self.service(name)["traits"]

    def parents(self, name):
        while "parent" in self.elements[name]:
            name = self.elements[name]["parent"]
            yield name

    def frame(self, name):
        x, y, width, height = self.frames[name]
        for parent in self.parents(name):
            x, y = x + self.frames[parent][0], y + self.frames[parent][1]
        return x, y, width, height

    def body(self, name):
        """The frame, with the caption below a tile."""
        x, y, width, height = self.frame(name)
        if (width, height) != (TILE, TILE):
            return x, y, width, height
        return x + width // 2 - CAPTION_WIDTH // 2, y, CAPTION_WIDTH, height + CAPTION

    def on_border(self, name):
        return self.service(name)["scope"] == "vpc" and self.has(name, "router") and self.frames[name][0] == -TILE // 2


def cover(a, b):
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.catalog = {}
        for key in sorted({one["service"] for path in SAMPLES for one in json.loads(path.read_text())["elements"]}):
            cls.catalog[key] = json.loads(run("catalog", key, "--format", "json").out)

    def each(self):
        for path in SAMPLES:
            with self.subTest(path.stem):
                yield Drawing(path, self.catalog)

    def test_say_what_they_are(self):
        for drawing in self.each():
            for field in ("name", "description"):
                self.assertEqual(set(drawing.project[field]), {"en", "ko"})
            self.assertTrue(drawing.project["goals"])
            self.assertTrue(drawing.scenarios)
            for one in [*drawing.scenarios, *[e for e in drawing.elements.values() if "name" in e], *[e for e in drawing.links if "name" in e]]:
                self.assertEqual(set(one["name"]), {"en", "ko"}, one["id"])

    def test_everything_that_is_drawn_has_its_place_on_the_grid(self):
        for drawing in self.each():
            for name in drawing.elements:
                service = drawing.elements[name]["service"]
                if service in ("certificate", "iam-role"):
                    continue  # placed by itself unless it would stand in the way
                hidden = drawing.has(name, "config") or service == "security-group"
                self.assertEqual(name in drawing.frames, not hidden, name)
            for name, frame in drawing.frames.items():
                numbers = frame[1:] if drawing.on_border(name) else frame
                self.assertTrue(all(number % GRID == 0 for number in numbers), (name, frame))

    def test_everything_is_inside_its_parent_below_the_header(self):
        for drawing in self.each():
            for name in drawing.frames:
                if "parent" not in drawing.elements[name] or drawing.on_border(name):
                    continue
                parent = drawing.elements[name]["parent"]
                x, y, width, height = drawing.body(name)
                left, top, across, down = drawing.frame(parent)
                header = ZONE_HEADER if drawing.elements[parent]["service"] == "az" else HEADER
                self.assertTrue(left + GRID <= x and x + width <= left + across - GRID and top + header <= y and y + height <= top + down - GRID, (name, parent))

    def test_nothing_covers_anything(self):
        for drawing in self.each():
            names = sorted(drawing.frames)
            for i, one in enumerate(names):
                for other in names[i + 1:]:
                    if one in drawing.parents(other) or other in drawing.parents(one):
                        continue
                    pair = [(one, other), (other, one)]
                    # What spans subnets is drawn over them, and a fleet's frame over the instances that picture it.
                    if any("spans" in drawing.elements[a] and drawing.has(b, "container") for a, b in pair):
                        continue
                    if any(a in drawing.elements[b].get("groups", []) for a, b in pair):
                        continue
                    self.assertFalse(cover(drawing.body(one), drawing.body(other)), (one, other))


if __name__ == "__main__":
    unittest.main()
