#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the drawings of the gallery as projects that the program opens.

    unfold.py FOLDER              all of them: FOLDER/NET-015-bad.json, FOLDER/NET-015-good.json …
    unfold.py FOLDER NET-015 …    those of these rules
A page without a mended twin of its own has the one that `skywright-cli fix` makes.
"""
import copy
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent


def merge_fields(into, change):
    for key, value in change.items():
        if value is None:
            into.pop(key, None)
        else:
            into[key] = value


def merge(drawing, change):
    merge_fields(drawing["project"], change.get("project", {}))
    for kind in ("elements", "links"):
        for one in change.get(kind, []):
            same = next((each for each in drawing[kind] if each["id"] == one["id"]), None)
            if one.get("gone"):
                drawing[kind].remove(same)
            elif same is not None:
                merge_fields(same, one)
            else:
                drawing[kind].append(copy.deepcopy(one))


def base_drawing(name):
    if not name:
        return {"project": {}, "elements": [], "links": []}
    base = json.loads((HERE / "base" / f"{name}.json").read_text())
    drawing = base_drawing(base.get("base"))
    merge(drawing, base)
    return drawing


def unfold(page, change):
    drawing = base_drawing(change.get("base", page.get("base")))
    merge(drawing, page)
    merge(drawing, change)
    return {"format": "skywright", "formatVersion": 1, **drawing}


def drawings(page):
    """(name, drawing) of each drawing of a page: "bad", "near-2" …"""
    for kind in ("bad", "good", "near", "unset"):
        listed = page.get(kind, [])
        listed = listed if isinstance(listed, list) else [listed]
        for number, change in enumerate(listed, 1):
            yield (kind if len(listed) == 1 else f"{kind}-{number}"), unfold(page, change)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(HERE.glob("*.json")):
        if sys.argv[2:] and path.stem not in sys.argv[2:]:
            continue
        for name, drawing in drawings(json.loads(path.read_text())):
            (folder / f"{path.stem}-{name}.json").write_text(json.dumps(drawing, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
