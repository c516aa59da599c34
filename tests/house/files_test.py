# SPDX-License-Identifier: GPL-3.0-or-later
"""The files themselves: the top level, licence lines, names, and marks of unfinished work."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
TOP = {"CMakeLists.txt", "CMakePresets.json", "README.md", "README.ko.md", "LICENSE", "app", "qml", "model", "icons",
       "projects", "tests", "packaging"}
SOURCE = {".cpp", ".h", ".qml", ".cmake", ".sh", ".py"}
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")

listed = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True)
if listed.returncode != 0:
    print("not a git checkout: nothing to look at")
    sys.exit(0)

faults = []
for name in listed.stdout.splitlines():
    path = root / name
    if not path.is_file():
        continue
    top = name.split("/")[0]
    if top not in TOP and not top.startswith("."):
        faults.append(f"{name}: does not belong at the top level")
    if path.suffix in SOURCE or path.name == "CMakeLists.txt":
        text = path.read_text(encoding="utf-8")
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(text.splitlines()[:3]):
            faults.append(f"{name}: no SPDX line at its head")
        if UNFINISHED.search(text):
            faults.append(f"{name}: a mark of unfinished work")
    if path.suffix in {".cpp", ".h"} and not re.fullmatch(r"[a-z0-9_]+", path.stem):
        faults.append(f"{name}: C++ files are snake_case")
    if path.suffix == ".qml" and not re.fullmatch(r"([A-Z][A-Za-z0-9]*|tst_[a-z0-9_]+)", path.stem):
        faults.append(f"{name}: QML files are PascalCase")

print("\n".join(faults) if faults else "every file is in order")
sys.exit(1 if faults else 0)
