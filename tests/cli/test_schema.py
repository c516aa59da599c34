# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema agrees with what the program writes, reads and refuses; judged by an independent validator."""
import json
import unittest

import jsonschema

from program import HEAD, SAMPLES, SOURCE, InFolder, run

EXAMPLE = SOURCE / "tests/model/exchange/web_shop.json"

# What schema and reader must both refuse.
WRONG = (
    '"elements": [{"id": "a"}]',
    '"elements": [{"service": "ec2"}]',
    '"elements": [{"id": "-a", "service": "ec2"}]',
    '"elements": [{"id": "a", "service": "ec2", "instanceTyp": "t3.micro"}]',
    '"elements": [{"id": "a", "service": "ec2", "work": 20}]',
    '"elements": [{"id": "a", "service": "ec2", "work": "20"}]',
    '"elements": [{"id": "a", "service": "ec2", "workers": "many"}]',
    '"elements": [{"id": "a", "service": "ec2", "workers": -1}]',
    '"elements": [{"id": "a", "service": "ec2", "os": "linus"}]',
    '"elements": [{"id": "a", "service": "alb", "listeners": [{"protocol": "https"}]}]',
    '"elements": [{"id": "a", "service": "subnet", "cidr": "10.0.0.0"}]',
    '"links": [{"id": "l", "from": "a"}]',
    '"links": [{"id": "l", "from": "a", "to": "b", "kind": "wire"}]',
    '"links": [{"id": "l", "from": "a", "to": "b", "colour": "red"}]',
    '"project": {"env": "production"}',
    '"project": {"colour": "red"}',
    '"scenarios": [{"id": "s", "workload": [{"from": "a"}]}]',
    '"scenarios": [{"id": "s", "events": [{"do": "explode", "to": "a"}]}]',
    '"layout": {"elements": {"a": [1, 2, 3]}}',
    '"layout": {"elements": {"a": [1.5, 2, 3, 4]}}',
    '"component": []',
)


class Schema(InFolder):
    @classmethod
    def setUpClass(cls):
        cls.full = json.loads(run("schema").out)
        cls.general = json.loads(run("schema", "--general").out)

    def test_is_draft_7(self):
        for schema in (self.full, self.general):
            jsonschema.Draft7Validator.check_schema(schema)
        self.assertEqual(self.general, json.loads((SOURCE / "model/exchange/schema/skywright-1.schema.json").read_text()))

    def test_holds_for_the_samples_and_the_documented_example(self):
        for path in [*SAMPLES, EXAMPLE]:
            written = json.loads(self.ok("convert", path, "-", "--to", "json"))
            for document in (json.loads(path.read_text()), written):
                for schema in (self.full, self.general):
                    problems = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
                                for error in jsonschema.Draft7Validator(schema).iter_errors(document)]
                    self.assertEqual(problems, [], path)

    def test_refuses_what_the_program_refuses(self):
        validator = jsonschema.Draft7Validator(self.full)
        for members in WRONG:
            text = "{" + HEAD + ", " + members + "}"
            self.assertFalse(validator.is_valid(json.loads(text)), members)
            self.put("wrong.json", text)
            self.refused(3, "validate", "wrong.json", says="wrong.json: ")


if __name__ == "__main__":
    unittest.main()
