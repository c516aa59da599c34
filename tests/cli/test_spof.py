# SPDX-License-Identifier: GPL-3.0-or-later
"""Single points of failure, from outside; the answers for the samples were looked at by hand."""
import json
import unittest

from program import HEAD, SAMPLES, SOURCE, InFolder

SHOP = f"""{{{HEAD},
 "elements": [
  {{"id": "shop", "service": "users", "name": {{"en": "Shop", "ko": "쇼핑몰"}}}},
  {{"id": "region", "service": "region", "code": "ap-northeast-2"}}, {{"id": "vpc", "service": "vpc", "parent": "region"}},
  {{"id": "a", "service": "az", "parent": "vpc", "zone": "a"}}, {{"id": "b", "service": "az", "parent": "vpc", "zone": "b"}},
  {{"id": "net-a", "service": "subnet", "parent": "a", "routeTable": "rt"}},
  {{"id": "net-b", "service": "subnet", "parent": "b", "routeTable": "rt"}},
  {{"id": "igw", "service": "internet-gateway", "parent": "vpc"}},
  {{"id": "rt", "service": "route-table", "parent": "vpc", "routes": [{{"to": "0.0.0.0/0", "via": "igw"}}]}},
  {{"id": "alb", "service": "alb", "parent": "vpc", "spans": ["net-a", "net-b"], "scheme": "internet-facing",
   "listeners": [{{"port": 443, "protocol": "https"}}]}},
  {{"id": "web1", "service": "ec2", "parent": "net-a"}}, {{"id": "web2", "service": "ec2", "parent": "net-b"}},
  {{"id": "orders-db", "service": "rds", "parent": "vpc", "spans": ["net-a", "net-b"], "primaryZone": "a"MULTI}}],
 "links": [
  {{"id": "in", "from": "shop", "to": "alb", "port": 443}},
  {{"id": "to1", "from": "alb", "to": "web1", "listener": 443, "port": 8080}},
  {{"id": "to2", "from": "alb", "to": "web2", "listener": 443, "port": 8080}},
  {{"id": "sql1", "from": "web1", "to": "orders-db"}}, {{"id": "sql2", "from": "web2", "to": "orders-db"}}]}}"""
SINGLE = SHOP.replace("MULTI", "")
DOUBLE = SHOP.replace("MULTI", ', "multiAz": "instance"')

# Per sample: what alone stops it, without regions; and how many pairs (told) do.
EXPECTED = {
    "active-passive": ([], 0),  # both regions would have to fail, in one way or another
    "event-pipeline": ([], 0),  # regional services only; consumers behind queues are not waited for
    "hybrid": (["c:edge"], 5),  # two tunnels end in one router; one instance of two is enough
    "serverless-api": ([], 0),
    "single-server": (["az:ap-northeast-2a", "c:server"], 0),
    "static-site": ([], 0),  # a second bucket, in the same region
    "three-tier-web": ([], 3),  # two of four servers are needed: a zone and one more server are too much
}


class Spof(InFolder):
    def ask(self, *arguments, code):
        done = self.run_here("spof", *arguments, "--format", "json")
        self.assertEqual((done.returncode, done.err), (code, ""), arguments)
        return json.loads(done.out)

    def test_names_what_stops_the_shop_and_why(self):
        self.put("shop.json", SINGLE)
        done = self.run_here("spof", "shop.json")
        self.assertEqual((done.returncode, done.err), (1, ""))
        self.assertIn("Losing AZ a stops Shop, because orders-db is only there.\n", done.out)
        self.assertIn("Losing orders-db stops Shop, because nothing takes its place.\n", done.out)
        self.assertIn("--regions", done.out)
        self.assertNotIn("Losing region", done.out)
        self.assertIn("Losing region ap-northeast-2 stops Shop", self.run_here("spof", "shop.json", "--regions").out)
        self.assertIn("orders-db가 그곳에만 있어, 가용 영역 a를 잃으면 쇼핑몰이 멈춥니다.", self.run_here("spof", "shop.json", "--lang", "ko").out)

    def test_none_left_when_the_database_has_a_standby(self):
        self.put("shop.json", DOUBLE)
        told = self.ask("shop.json", code=0)
        self.assertEqual(told["singlePoints"], 0)
        self.assertEqual([cut["events"] for cut in told["cuts"] if not cut["region"]],
                         [["az:ap-northeast-2a", "az:ap-northeast-2b"], ["az:ap-northeast-2a", "c:web2"],
                          ["az:ap-northeast-2b", "c:web1"], ["c:web1", "c:web2"]])
        self.assertEqual(max(cut["order"] for cut in self.ask("shop.json", "--order", "1", code=0)["cuts"]), 1)
        self.assertEqual(self.ask("shop.json", "--order", "3", code=0)["order"], 3)

    def test_the_goal_can_be_chosen_by_id_or_name(self):
        self.put("shop.json", DOUBLE)
        self.assertEqual(self.ask("shop.json", "--goal", "web1", code=1)["goals"], ["web1"])
        self.assertEqual(self.ask("shop.json", "--goal", "쇼핑몰", code=0)["goals"], ["shop"])
        self.refused(2, "spof", "shop.json", "--goal", "web3", says="Did you mean")
        self.refused(2, "spof", "shop.json", "--goal", "vpc", says="vpc")
        self.refused(2, "spof", "shop.json", "--order", "4", says="order")

    def test_a_blocked_link_is_left_out_and_said(self):
        self.put("shop.json", DOUBLE.replace('"id": "web1", "service": "ec2"', '"id": "web1", "service": "ec2", "groups": ["closed"]')
                 .replace('"links"', '"links"', 1).replace('{"id": "igw"', '{"id": "closed", "service": "security-group", "parent": "vpc", "in": [], "out": []}, {"id": "igw"', 1))
        told = self.ask("shop.json", code=1)
        self.assertIn("blocked-left-out", [note["kind"] for note in told["notes"]])
        self.assertIn(["c:web2"], [cut["events"] for cut in told["cuts"]])

    def test_nobody_calls(self):
        self.put("empty.json", "{" + HEAD + "}")
        self.refused(3, "spof", "empty.json", says="--goal")
        self.refused(3, "spof", "missing.json", says="missing.json")

    def test_every_sample_has_an_answer(self):
        for sample in SAMPLES:
            done = self.run_here("spof", sample)
            self.assertIn(done.returncode, (0, 1), sample)
            self.assertEqual(done.err, "", sample)

    def test_samples(self):
        for name, (alone, pairs) in EXPECTED.items():
            with self.subTest(name):
                told = self.ask(SOURCE / "projects" / f"{name}.json", code=1 if alone else 0)
                self.assertEqual([cut["events"][0] for cut in told["cuts"] if cut["order"] == 1 and not cut["region"]], alone)
                self.assertEqual(len([cut for cut in told["cuts"] if cut["order"] == 2 and not cut["region"]]), pairs)
                for cut in told["cuts"]:
                    self.assertTrue(cut["text"]["en"].endswith(".") and cut["text"]["ko"].endswith("."), cut)


if __name__ == "__main__":
    unittest.main()
