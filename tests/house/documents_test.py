# SPDX-License-Identifier: GPL-3.0-or-later
"""Every path of the project that a README names must exist: links, pictures, and paths in `code`."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
TOP = ("app", "qml", "model", "icons", "projects", "tests", "packaging", ".ci")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")


def documents():
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "*.md"],
                            capture_output=True, text=True)
    if listed.returncode == 0:
        return [root / line for line in listed.stdout.splitlines()]
    return [path for path in root.glob("**/*.md") if "build" not in path.relative_to(root).parts]


def missing(document: pathlib.Path):
    text = document.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        if "://" not in target and not target.startswith("mailto:") and not (document.parent / target).exists():
            yield target
    for code in CODE.findall(text):
        for word in code.split():
            word = word.rstrip(".,;:").removeprefix("./")
            if "/" not in word or word.split("/")[0] not in TOP or re.search(r"[<>{}*$A-Z…=]|\.\.\.", word.split("/")[-1].split(".")[0]):
                continue
            if not (root / word).exists() and not (document.parent / word).exists():
                yield word


faults = [f"{d.relative_to(root)}: no {m}" for d in documents() for m in missing(d)]
print("\n".join(faults) if faults else "every path named exists")
sys.exit(1 if faults else 0)
