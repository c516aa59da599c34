# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every include of model/ and app/ and fails on an arrow that the design does not allow."""
import pathlib
import re
import sys

GROUND = ["base", "catalog", "diagram", "topology"]
MODEL = {
    "base": [],
    "catalog": ["base"],
    "diagram": ["base", "catalog"],
    "topology": ["base", "catalog", "diagram"],
    "edit": GROUND,
    "network": GROUND,
    "cost": GROUND,
    "layout": GROUND,
    "resilience": GROUND + ["network"],
    "simulation": GROUND + ["network"],
    "picture": GROUND + ["layout"],
    "store": GROUND + ["edit"],
    "checks": GROUND + ["network", "resilience", "cost", "edit"],
}
MODEL["exchange"] = [layer for layer in MODEL] # all of model/ but store
MODEL["exchange"].remove("store")

EVERY_MODEL = list(MODEL)
APP = {
    "session": [],
    "paint": [],
    "cli": ["paint"],
    "canvas": ["paint", "session"],
    "lists": ["session"],
    "charts": ["session"],
}
APP_MAIN = list(APP) # app/main.cpp and what stands beside it

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w*/.*|q[a-z]+\.h)$")


def faults(root: pathlib.Path):
    for source in sorted(list(root.glob("model/**/*.h")) + list(root.glob("model/**/*.cpp"))):
        layer = source.relative_to(root / "model").parts[0]
        for quote, target in INCLUDE.findall(source.read_text(encoding="utf-8")):
            if QT.match(target):
                yield f"{source.relative_to(root)}: model/ never sees Qt, but includes {target}"
            head = target.split("/")[0]
            if quote == '"' and head != layer and head in MODEL and head not in MODEL[layer]:
                yield f"{source.relative_to(root)}: {layer} may not include {target}"
            if quote == '"' and head in APP and head not in MODEL:
                yield f"{source.relative_to(root)}: model/ may not include {target} of app/"
    for source in sorted(list(root.glob("app/**/*.h")) + list(root.glob("app/**/*.cpp"))):
        parts = source.relative_to(root / "app").parts
        layer = parts[0] if len(parts) > 1 else "main"
        allowed = APP_MAIN if layer == "main" else APP.get(layer)
        if allowed is None:
            yield f"{source.relative_to(root)}: app/{layer} is not in the design"
            continue
        for quote, target in INCLUDE.findall(source.read_text(encoding="utf-8")):
            head = target.split("/")[0]
            if quote == '"' and "/" in target and head in APP and head != layer and head not in allowed:
                yield f"{source.relative_to(root)}: app/{layer} may not include {target}"


def names_clash(root: pathlib.Path):
    seen = {}
    for header in sorted(root.glob("app/**/*.h")):
        other = seen.setdefault(header.name, header)
        if other != header:
            yield f"{header.relative_to(root)}: a header in app/ needs a name of its own, {other.relative_to(root)} has it"


root = pathlib.Path(sys.argv[1])
found = list(faults(root)) + list(names_clash(root))
print("\n".join(found) if found else "every include follows the layers")
sys.exit(1 if found else 0)
