# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema agrees with what the program writes, reads and refuses; judged by an independent validator."""
import json
import shutil
import subprocess
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

    def test_ajv_agrees(self):
        node = shutil.which("node")
        probe = 'const Ajv = require("ajv"); new (Ajv.default || Ajv)();'
        if not node or subprocess.run([node, "-e", probe], stderr=subprocess.DEVNULL).returncode:
            self.skipTest("node with ajv is not installed")
        self.put("schema.json", json.dumps(self.full))
        script = """
          const Ajv = require("ajv"), fs = require("fs");
          const ajv = new (Ajv.default || Ajv)({allErrors: true, strict: false, schemaId: "auto"});
          const check = ajv.compile(JSON.parse(fs.readFileSync("schema.json")));
          for (const file of process.argv.slice(1))
            if (!check(JSON.parse(fs.readFileSync(file)))) { console.log(file, ajv.errorsText(check.errors)); process.exitCode = 1; }"""
        done = subprocess.run([node, "-e", script, *map(str, [*SAMPLES, EXAMPLE])], cwd=self.folder, stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout.decode()), (0, ""))


if __name__ == "__main__":
    unittest.main()
