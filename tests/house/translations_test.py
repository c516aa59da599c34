# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the window has its Korean: each qsTr() of qml/ (and tr() of app/) is found in app/i18n, translated, with
the same places for what is filled in; nothing there is left over; and no text for people escapes translation."""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

root = pathlib.Path(sys.argv[1])
CALL = re.compile(r'\bqsTr\(\s*"((?:[^"\\]|\\.)*)"')
# Words put straight into a property that people read. Names, units and signs alone need no translation.
PLAIN = re.compile(r'\b(?:text|title|placeholderText|Accessible\.name|Accessible\.description)\s*:\s*"((?:[^"\\]|\\.)*)"')
SAME_EVERYWHERE = {"English", "한국어", "en · ko", "GiB", "Skywright"}


def plain(text):
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


faults = []
wanted = set()
for path in sorted((root / "qml").glob("**/*.qml")):
    source = path.read_text(encoding="utf-8")
    for text in CALL.findall(source):
        wanted.add((path.stem, plain(text)))
    for text in PLAIN.findall(source):
        if re.search(r"[A-Za-z가-힣]{2}", text) and text not in SAME_EVERYWHERE:
            faults.append(f"{path.relative_to(root)}: \"{text}\" is not given to qsTr()")

held = {}
words = root / "app" / "i18n" / "skywright_ko.ts"
for context in tree.parse(words).getroot().iter("context"):
    for message in context.iter("message"):
        translation = message.find("translation")
        done = translation.get("type") is None and bool((translation.text or "").strip())
        held[(context.find("name").text, message.find("source").text)] = translation.text if done else None

for where, text in sorted(wanted):
    korean = held.get((where, text))
    if korean is None:
        faults.append(f"{where}.qml: \"{text}\" has no Korean in {words.relative_to(root)}")
    elif sorted(re.findall(r"%\d", text)) != sorted(re.findall(r"%\d", korean)):
        faults.append(f"{where}.qml: \"{text}\" and \"{korean}\" fill in different things")
for where, text in sorted(held.keys() - wanted):
    faults.append(f"{words.relative_to(root)}: {where}.qml does not say \"{text}\" any more")

print("\n".join(faults) if faults else f"{len(wanted)} texts, all in both languages")
sys.exit(1 if faults else 0)
