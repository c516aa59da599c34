# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command as it is meant to be used."""
import json
import shutil
import subprocess
import unittest

from program import CLI, HEAD, SAMPLES, VERSION, InFolder, run

COMMANDS = ["new", "info", "convert", "layout", "validate", "reach", "spof", "simulate", "availability", "check", "fix", "explain", "catalog", "schema",
            "completion"]


class Layout(InFolder):
    def test_every_sample_is_tidied_without_crossing_a_box_and_stays_so(self):
        for sample in SAMPLES:
            told = json.loads(self.ok("layout", sample, "-o", "tidy.json", "--format", "json"))
            self.assertEqual(told["boxesCrossed"], 0, sample)
            again = json.loads(self.ok("layout", "tidy.json", "-o", "again.json", "--format", "json"))
            self.assertEqual(again["moved"], 0, sample)

    def test_every_option_does_what_it_says(self):
        sample = SAMPLES[0]

        def frames(*options):
            self.ok("layout", sample, "-o", "out.json", *options)
            return json.loads((self.folder / "out.json").read_text())["layout"]["elements"]

        right, down = frames(), frames("--direction", "down")
        self.assertNotEqual(right, down)
        area = [sum(w * h for _, _, w, h in frames("--compactness", tight).values()) for tight in ("0", "100")]
        self.assertGreater(area[0], area[1])
        before = json.loads(sample.read_text())
        boxed = next(e["id"] for e in before["elements"] if e["service"] == "subnet")
        parents = {e["id"]: e.get("parent") for e in before["elements"]}
        concerned = {e["id"] for e in before["elements"] if e.get("parent") == boxed}
        at = boxed
        while at:  # what is round it may grow
            concerned.add(at)
            at = parents[at]
        chosen = frames("--select", boxed)
        for name, frame in before["layout"]["elements"].items():
            if name not in concerned:
                self.assertEqual(chosen[name], frame, name)
        for bad in (["--direction", "up"], ["--compactness", "101"]):
            self.refused(2, "layout", sample, "-o", "x.json", *bad, says=bad[0])

    def test_an_unknown_id_is_refused(self):
        self.refused(2, "layout", SAMPLES[0], "--select", "nope", "-o", "x.json", says="nope")


class New(InFolder):
    def test_every_template_becomes_a_project_and_its_conversions_agree(self):
        listed = json.loads(self.ok("new", "--list", "--format", "json"))
        self.assertEqual([one["key"] for one in listed], [path.stem for path in SAMPLES])
        for one in listed:
            self.assertTrue(one["name"]["en"] and one["name"]["ko"], one)
            self.ok("new", "--template", one["key"], "-o", "a.skyw", "--force")
            self.ok("convert", "a.skyw", "a.json")
            self.ok("convert", "a.json", "b.skyw")
            self.assertEqual((self.folder / "a.skyw").read_bytes(), (self.folder / "b.skyw").read_bytes())

    def test_an_empty_project_with_a_name(self):
        self.assertIn("e.json: 0 elements", self.ok("new", "-o", "e.json", "--name", "비어 있음"))
        self.assertEqual(json.loads((self.folder / "e.json").read_text())["project"], {"name": "비어 있음"})

    def test_to_the_standard_output(self):
        self.refused(2, "new", "-o", "-", says="--to")
        self.assertEqual(json.loads(self.ok("new", "-t", "static-site", "-o", "-", "--to", "json"))["format"], "skywright")

    def test_a_file_that_is_there_is_replaced_only_when_asked(self):
        self.put("a.json", "mine")
        self.refused(4, "new", "-o", "a.json", says=["a.json", "--force"])
        self.ok("new", "-o", "a.json", "--force")
        self.assertEqual((self.folder / "a.json~").read_text(), "mine")

    def test_what_is_asked_wrongly(self):
        self.refused(2, "new", "--template", "three-tier", "-o", "a.skyw", says="three-tier-web")
        self.refused(2, "new", says="-o FILE is missing")
        self.refused(2, "new", "-o", "a.txt", says=["a.txt", ".skyw"])
        self.refused(2, "new", "-o", "a.json", "--name", "two\nlines", says="--name")


class Info(InFolder):
    def test_counts(self):
        out = self.ok("info", SAMPLES[-1])
        self.assertIn("Three-tier web application\n", out)
        self.assertIn("2  Availability Zone\n", out)
        self.assertIn("az-outage  AZ a loses power\n", out)

    def test_in_korean_by_option_or_system(self):
        for out in (self.ok("info", SAMPLES[-1], "--lang", "ko"), self.ok("--lang=ko", "info", SAMPLES[-1]),
                    self.ok("info", SAMPLES[-1], lang="ko_KR.UTF-8")):
            self.assertIn("3계층 웹 애플리케이션\n", out)

    def test_for_programs(self):
        found = json.loads(self.ok("info", SAMPLES[-1], "--format", "json"))
        self.assertEqual(found["services"]["az"], 2)
        self.assertEqual(found["regions"], ["ap-northeast-2"])
        self.assertEqual([one["id"] for one in found["scenarios"]], ["az-outage", "sale"])

    def test_from_the_standard_input(self):
        self.assertIn("Three-tier", self.ok("info", "-", stdin=SAMPLES[-1].read_bytes()))


class Convert(InFolder):
    def test_samples_are_in_the_form_that_is_written(self):
        for sample in SAMPLES:
            self.assertEqual(self.ok("convert", sample, "-", "--to", "json"), sample.read_text(), sample)

    def test_through_pipes(self):
        project = self.ok("convert", SAMPLES[0], "-", "--to", "skyw")
        self.assertEqual(self.ok("convert", "-", "-", "--to", "json", stdin=project.encode()), SAMPLES[0].read_text())

    def test_content_tells_the_format_before_the_name_does(self):
        shutil.copy(SAMPLES[0], self.folder / "misnamed.skyw")
        self.assertEqual(self.ok("convert", "misnamed.skyw", "-", "--to", "json"), SAMPLES[0].read_text())

    def test_the_replaced_file_is_kept(self):
        self.put("out.json", "old")
        self.ok("convert", SAMPLES[0], "out.json")
        self.assertEqual((self.folder / "out.json~").read_text(), "old")

    def test_into_itself(self):
        shutil.copy(SAMPLES[0], self.folder / "a.json")
        self.ok("convert", "a.json", "a.json")
        self.assertEqual((self.folder / "a.json").read_text(), SAMPLES[0].read_text())

    def test_what_is_asked_wrongly(self):
        self.refused(2, "convert", SAMPLES[0], "a.xyz", says=["a.xyz", ".skyw"])
        self.refused(2, "convert", SAMPLES[0], "-", says="--to")
        self.refused(2, "convert", SAMPLES[0], "a.json", "--to", "yaml", says=["no format 'yaml'", "json"])
        self.refused(2, "convert", SAMPLES[0], "a.json", "--from", "yaml", says="no format 'yaml'")
        self.refused(2, "convert", SAMPLES[0], says="OUTPUT is missing")
        self.refused(2, "convert", SAMPLES[0], "a.json", "b.json", says="too many")


class Validate(InFolder):
    def test_samples_are_sound(self):
        for sample in SAMPLES:
            self.assertIn("a sound project", self.ok("validate", sample))

    def test_what_does_not_fit_the_catalog_is_a_finding(self):
        self.put("a.json", "{" + HEAD + ', "elements": [{"id": "q", "service": "quantum-lake"}, {"id": "i", "service": "ec2"}, '
                 '{"id": "b", "service": "s3"}], "links": [{"id": "l", "kind": "vpn", "from": "i", "to": "b"}]}')
        done = self.run_here("validate", "a.json")
        self.assertEqual((done.returncode, done.err), (1, ""))
        self.assertEqual(len(done.out.splitlines()), 4)
        self.assertIn("a.json: elements[q].service: the catalog has no service 'quantum-lake'", done.out)
        self.assertIn("a.json: elements[i].parent: EC2 does not stand on the page", done.out)
        self.assertIn("a.json: links[l].kind: a link of kind 'vpn' does not lead from EC2 to S3", done.out)
        found = json.loads(self.run_here("validate", "a.json", "--format=json").out)["findings"]
        self.assertEqual({one["place"] for one in found},
                         {"elements[q].service", "elements[i].parent", "elements[b].parent", "links[l].kind"})


class Catalog(InFolder):
    def test_every_service_is_listed_and_described_in_both_languages(self):
        listed = json.loads(self.ok("catalog", "--format", "json"))
        text = self.ok("catalog")
        self.assertGreaterEqual(len(listed), 45)
        for one in listed[::7]:
            self.assertIn(one["name"]["en"], text)
            self.assertIn(f"({one['key']})", self.ok("catalog", one["key"]))
            self.assertIn(f"({one['key']})", self.ok("catalog", one["key"], "--lang", "ko"))
            described = json.loads(self.ok("catalog", one["key"], "--format", "json"))
            self.assertTrue(all(p["label"]["ko"] for p in described["properties"]))

    def test_old_and_new_names_lead_to_the_page_that_explains(self):
        page = self.ok("catalog", "Amazon Kinesis Data Analytics")
        self.assertIn("(kinesis-analytics)", page)
        self.assertIn("What changed (2023-08-30)", page)
        self.assertIn("달라진 점", self.ok("catalog", "elastic-transcoder", "--lang", "ko"))
        ended = json.loads(self.ok("catalog", "Elastic Transcoder", "--format", "json"))
        self.assertEqual((ended["lifecycle"]["state"], ended["lifecycle"]["successor"]), ("ended", "mediaconvert"))
        self.assertIn("free", json.loads(self.ok("catalog", "vpc", "--format", "json"))["price"])
        self.assertIn("not transitive", self.ok("catalog", "peering"))

    def test_links_and_search(self):
        self.assertIn("Traffic (traffic)", self.ok("catalog", "traffic"))
        self.assertIn("alb ", self.ok("catalog", "--search", "로드 밸런서"))
        self.refused(2, "catalog", "s33", says="s3")


class Help(unittest.TestCase):
    def test_every_command_explains_itself_and_its_exit_codes(self):
        page = run("--help").out
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", page)
            for lang, usage in (("en", "Usage: skywright-cli "), ("ko", "사용법: skywright-cli ")):
                done = run(command, "--help", "--lang", lang)
                self.assertEqual(done.returncode, 0)
                self.assertTrue(done.out.startswith(usage + command), done.out)
                for code in ("\n  0  ", "\n  2  ", "\n  3  ", "\n  4  ", "\n  5  "):
                    self.assertIn(code, done.out)
        self.assertIn("\n  1  ", run("validate", "--help").out)
        self.assertEqual(run("help", "info").out, run("info", "--help").out)

    def test_version(self):
        self.assertEqual(run("--version").out, f"skywright-cli {VERSION}\n")

    def test_wrong_usage(self):
        for arguments, said in ((["inof"], "nearest: 'info'"), (["info", "--langg", "ko", "x"], "nearest: --lang"), (["info"], "FILE is missing"),
                                (["--lang", "ko"], "명령이 없습니다"), (["info", "x", "--format", "xml"], "text, json"), (["info", "x", "--lang", "fr"], "en or ko"),
                                (["completion", "fish"], "bash and zsh"), (["--no-such"], "no option --no-such")):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.out), (2, ""), arguments)
            self.assertRegex(done.err, r"\Askywright-cli: [^\n]+\n\Z")
            self.assertIn(said, done.err)
        self.assertEqual(run().returncode, 2)


@unittest.skipUnless(shutil.which("bash"), "bash is not installed")
class Completion(unittest.TestCase):
    def complete(self, *words):
        asked = " ".join(f"'{word}'" for word in words)
        script = f'source <({CLI} completion bash); COMP_WORDS=(skywright-cli {asked}); COMP_CWORD={len(words)}; _skywright_cli; echo "${{COMPREPLY[@]}}"'
        return subprocess.run(["bash", "-c", script], stdout=subprocess.PIPE, check=True).stdout.decode().split()

    def test_bash(self):
        self.assertEqual(self.complete("va"), ["validate"])
        self.assertEqual(set(COMMANDS) - set(self.complete("")), set())
        self.assertEqual(self.complete("new", "--template", "three"), ["three-tier-web"])
        self.assertEqual(self.complete("convert", "a", "b", "--to", ""), ["skyw", "json"])
        self.assertEqual(self.complete("info", "--la"), ["--lang"])
        self.assertIn("ec2", self.complete("catalog", "ec"))

    def test_words_belong_to_their_command(self):
        self.assertIn("sarif", self.complete("check", "--format", ""))
        self.assertNotIn("sarif", self.complete("info", "--format", ""))
        self.assertIn("csv", self.complete("simulate", "--format", ""))
        self.assertIn("NET-015", self.complete("explain", "NET-"))
        self.assertIn("production", self.complete("check", "--profile", ""))
        self.assertNotIn("json", self.complete("reach", "--from", ""))

    def test_zsh_wraps_the_same(self):
        self.assertTrue(run("completion", "zsh").out.startswith("#compdef skywright-cli\n"))


if __name__ == "__main__":
    unittest.main()
