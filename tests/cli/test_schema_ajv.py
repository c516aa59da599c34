# SPDX-License-Identifier: GPL-3.0-or-later
"""A second independent validator, ajv, agrees about the published schema. Skipped where node has no ajv."""
import json
import shutil
import subprocess
import sys
import unittest

from program import SAMPLES, SOURCE, InFolder, run

EXAMPLE = SOURCE / "tests/model/exchange/web_shop.json"
PROBE = 'const Ajv = require("ajv"); new (Ajv.default || Ajv)();'
SCRIPT = """
  const Ajv = require("ajv"), fs = require("fs");
  const ajv = new (Ajv.default || Ajv)({allErrors: true, strict: false, schemaId: "auto"});
  const check = ajv.compile(JSON.parse(fs.readFileSync("schema.json")));
  for (const file of process.argv.slice(1))
    if (!check(JSON.parse(fs.readFileSync(file)))) { console.log(file, ajv.errorsText(check.errors)); process.exitCode = 1; }"""


class Ajv(InFolder):
    def test_accepts_the_samples_and_the_documented_example(self):
        self.put("schema.json", run("schema").out)
        done = self.judge(*SAMPLES, EXAMPLE)
        self.assertEqual((done.returncode, done.stdout.decode()), (0, ""))

    def test_refuses_what_the_schema_forbids(self):
        self.put("schema.json", run("schema").out)
        project = json.loads(EXAMPLE.read_text())
        project["elements"][0]["colour"] = "red"
        self.put("wrong.json", json.dumps(project))
        self.assertEqual(self.judge("wrong.json").returncode, 1)

    def judge(self, *files):
        return subprocess.run([shutil.which("node"), "-e", SCRIPT, *map(str, files)], cwd=self.folder, stdout=subprocess.PIPE)


if __name__ == "__main__":
    node = shutil.which("node")
    if not node or subprocess.run([node, "-e", PROBE], stderr=subprocess.DEVNULL).returncode:
        print("skipped: node with ajv is not installed")
        sys.exit(77)
    unittest.main()
