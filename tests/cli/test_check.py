# SPDX-License-Identifier: GPL-3.0-or-later
"""check, fix and explain from outside."""
import json
import subprocess
import sys
import unittest

from program import HEAD, SAMPLES, SOURCE, InFolder

SHARED_NAT = "{" + HEAD + """, "elements": [
  {"id": "r", "service": "region", "code": "ap-northeast-2"}, {"id": "v", "service": "vpc", "parent": "r", "cidr": "10.0.0.0/16"},
  {"id": "igw", "service": "internet-gateway", "parent": "v"}, {"id": "a", "service": "az", "parent": "v", "zone": "a"}, {"id": "b", "service": "az", "parent": "v", "zone": "b"},
  {"id": "rp", "service": "route-table", "parent": "v", "routes": [{"to": "0.0.0.0/0", "via": "igw"}]},
  {"id": "rn", "service": "route-table", "parent": "v", "routes": [{"to": "0.0.0.0/0", "via": "nat"}]},
  {"id": "pa", "service": "subnet", "parent": "a", "cidr": "10.0.0.0/24", "routeTable": "rp"}, {"id": "sb", "service": "subnet", "parent": "b", "cidr": "10.0.1.0/24", "routeTable": "rn"},
  {"id": "nat", "service": "nat-gateway", "name": "Only NAT", "parent": "pa"}], "links": []}"""
MISPLACED = "{" + HEAD + """, "elements": [
  {"id": "r", "service": "region", "code": "ap-northeast-2"}, {"id": "v", "service": "vpc", "parent": "r"},
  {"id": "s", "service": "s3", "name": "Pictures", "parent": "v"}], "links": []}"""


class Check(InFolder):
    def test_no_sample_has_an_error(self):
        for sample in SAMPLES:
            told = json.loads(self.ok("check", sample, "--format", "json"))
            self.assertEqual([one for one in told["findings"] if one["severity"] == "error"], [], sample)

    def test_one_of_a_kind_is_told_in_the_singular(self):
        path = self.put("misplaced.json", MISPLACED)
        told = self.run_here("check", path).out
        self.assertNotRegex(told, r"\b1 (errors|warnings|notes|values)\b")
        self.assertRegex(told, r"\d+ errors?, \d+ warnings?, \d+ notes?, \d+ accepted; \d+ values? would")

    def test_exit_codes_follow_fail_on(self):
        path = self.put("nat.json", SHARED_NAT)
        self.assertIn("Only NAT", self.ok("check", path))
        self.assertEqual(self.run_here("check", path, "--fail-on", "warning").returncode, 1)
        self.assertEqual(self.run_here("check", path, "--fail-on", "never").returncode, 0)
        path = self.put("wrong.json", MISPLACED)
        self.assertEqual(self.run_here("check", path).returncode, 1)
        self.assertEqual(self.run_here("check", path, "--fail-on", "never").returncode, 0)

    def test_sarif_names_rules_and_places(self):
        path = self.put("wrong.json", MISPLACED)
        log = json.loads(self.run_here("check", path, "--format", "sarif").out)
        self.assertEqual(log["version"], "2.1.0")
        run = log["runs"][0]
        for result in run["results"]:
            self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])
        self.assertTrue(any(one["ruleId"] == "STR-005" and one["level"] == "error" for one in run["results"]))

    def test_reports_escape_what_people_call_things(self):
        path = self.put("wrong.json", MISPLACED.replace("Pictures", "<b>&| Pictures"))
        html = self.run_here("check", path, "--format", "html").out
        self.assertIn("&lt;b&gt;&amp;| Pictures", html)
        self.assertIn("\\<b>&\\| Pictures", self.run_here("check", path, "--format", "markdown").out)

    def test_korean(self):
        self.assertIn("영역", self.ok("check", self.put("nat.json", SHARED_NAT), "--lang", "ko"))

    def test_what_is_asked_wrongly(self):
        path = self.put("nat.json", SHARED_NAT)
        self.refused(2, "check", path, "--profile", "strict", says="production")
        self.refused(2, "check", path, "--fail-on", "all", says="--fail-on")
        self.refused(2, "check", path, "--today", "tomorrow", says="2026-11-25")
        self.refused(2, "info", path, "--format", "sarif", says="sarif")
        self.refused(3, "check", "missing.json", says="missing.json")


class Fix(InFolder):
    def test_a_rule_is_mended(self):
        path = self.put("nat.json", SHARED_NAT)
        self.assertIn("NET-015 [nat]", self.ok("fix", path, "--rule", "net-015"))
        self.ok("fix", path, "--rule", "NET-015", "-o", "better.json")
        self.assertEqual(json.loads(self.ok("fix", "better.json", "--rule", "NET-015", "--format", "json"))["fixed"], [])
        self.assertEqual(self.ok("check", "better.json").count("NET-015"), 0)

    def test_everything_is_mended_and_it_ends(self):
        for sample in SAMPLES:
            self.ok("fix", sample, "--all", "-o", "mended.json")
            self.ok("validate", "mended.json")
            self.ok("check", "mended.json")

    def test_what_is_asked_wrongly(self):
        path = self.put("nat.json", SHARED_NAT)
        self.refused(2, "fix", path, says="--rule")
        self.refused(2, "fix", path, "--rule", "NET-0I5", says="NET-015")


class Gallery(InFolder):
    def test_its_drawings_can_be_opened_and_break_their_rule(self):
        subprocess.run([sys.executable, "-B", SOURCE / "projects/rule-gallery/unfold.py", self.folder, "STR-005", "NET-015"], check=True)
        for bad in sorted(self.folder.glob("*-bad*.json")):
            told = json.loads(self.run_here("check", bad.name, "--format", "json").out)
            self.assertIn(bad.name[:7], [one["rule"] for one in told["findings"]], bad.name)
        for near in sorted(self.folder.glob("*-near*.json")):
            self.assertEqual(self.run_here("check", near.name).out.count(near.name[:7]), 0, near.name)


class Explain(InFolder):
    def test_a_rule_in_both_languages(self):
        self.assertIn("https://docs.aws.amazon.com/", self.ok("explain", "str-007"))
        self.assertIn("볼륨", self.ok("explain", "STR-007", "--lang", "ko"))
        self.refused(2, "explain", "STR-0O7", says="STR-007")

    def test_the_list_and_the_pages_of_all(self):
        rules = json.loads(self.ok("explain", "--format", "json"))
        pictured = {path.stem for path in (SOURCE / "projects/rule-gallery").glob("*.json")}
        self.assertEqual({one["id"] for one in rules}, pictured)
        pages = self.ok("explain", "--all")
        for rule in rules:
            self.assertIn("## " + rule["id"], pages)


if __name__ == "__main__":
    unittest.main()
