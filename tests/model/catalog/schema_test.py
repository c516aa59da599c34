# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every data file of the catalog against the schema beside it: schema_test.py CATALOG_FOLDER"""
import json
import pathlib
import sys

import jsonschema

catalog = pathlib.Path(sys.argv[1])
schema = json.loads((catalog / "schema" / "catalog.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
wrong = 0
checked = 0
for file in sorted((catalog / "data").rglob("*.json")):
    folder = file.parent.name
    kind = {"services": "service", "tables": "table", "explanations": "explanation"}.get(folder, file.stem)
    if kind not in schema["definitions"]:
        print(f"{file}: the schema has no definition \"{kind}\"")
        wrong += 1
        continue
    document = json.loads(file.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator({**schema, "$ref": f"#/definitions/{kind}"})
    for error in sorted(validator.iter_errors(document), key=lambda each: list(map(str, each.absolute_path))):
        print(f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        wrong += 1
    checked += 1
# A schema that accepts anything would pass, too: these must be refused.
good = json.loads((catalog / "data" / "services" / "ec2.json").read_text(encoding="utf-8"))
for field, value in [("traits", ["hero"]), ("roles", ["hero"]), ("size", [40]), ("parents", []), ("name", {"en": "x"}), ("colour", "red"),
                     ("properties", [{"key": "x", "type": "integr", "label": {"en": "x", "ko": "x"}}]),
                     ("properties", [{"key": "x", "type": "bool", "label": {"en": "x", "ko": "x"}, "default": True}])]:
    validator = jsonschema.Draft7Validator({**schema, "$ref": "#/definitions/service"})
    if validator.is_valid({**good, field: value}):
        print(f"the schema accepts a service whose {field} is {value}")
        wrong += 1
# The page of the folder lists every service.
page = (catalog / "README.md").read_text(encoding="utf-8")
for file in sorted((catalog / "data" / "services").glob("*.json")):
    if f"\n| `{file.stem}` |" not in page:
        print(f"{catalog / 'README.md'}: the table of services has no row for {file.stem}")
        wrong += 1
print(f"{checked} files checked, {wrong} mistakes")
sys.exit(1 if wrong or checked == 0 else 0)
