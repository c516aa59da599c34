# SPDX-License-Identifier: GPL-3.0-or-later
"""reach: who gets where, by id or name, and what it says when not."""
import json
import unittest

from program import InFolder, SOURCE

SHOP = SOURCE / "projects/three-tier-web.json"
HYBRID = SOURCE / "projects/hybrid.json"


class Reach(InFolder):
    def test_a_way_is_shown_hop_by_hop(self):
        out = self.ok("reach", SHOP, "--from", "web", "--to", "orders", "--port", "3306")
        self.assertIn("Web servers reaches Orders.\n", out)
        self.assertIn("web/i-1 > data-a > orders/primary  reachable\n", out)

    def test_what_stops_it_is_named_with_its_code(self):
        done = self.run_here("reach", SHOP, "--from", "internet", "--to", "orders", "--port", "3306")
        self.assertEqual((done.returncode, done.err), (1, ""))
        self.assertIn("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS igw (forward)", done.out)
        self.assertIn("no public IPv4 address", done.out)

    def test_for_programs(self):
        found = json.loads(self.ok("reach", HYBRID, "--from", "Portal", "--to", "ERP", "--port", "443", "--format", "json"))
        self.assertEqual(found["verdict"], "reachable")
        self.assertEqual([flow["path"] for flow in found["flows"]], [["web/i-1", "vgw"], ["web/i-2", "vgw"]])
        self.assertEqual(found["flows"][0]["passes"], ["edge", "tunnels", "vgw"])
        done = self.run_here("reach", HYBRID, "--from", "web", "--to", "records", "--port", "22", "--format", "json")
        blocked = json.loads(done.out)
        self.assertEqual(done.returncode, 1)
        self.assertEqual((blocked["verdict"], blocked["code"]), ("blocked", "ENI_SG_RULES_MISMATCH"))
        self.assertEqual(blocked["flows"][0]["blockers"], [{"code": "ENI_SG_RULES_MISMATCH", "at": "sg-db", "leg": "forward"}])
        self.assertTrue(blocked["reasons"][0]["ko"])

    def test_in_korean(self):
        self.assertIn("포털에서 ERP에 연결됩니다.", self.ok("reach", HYBRID, "--from", "포털", "--to", "ERP", "--port", "443", "--lang", "ko"))

    def test_every_drawn_link_of_every_sample_is_reachable(self):
        for sample in sorted((SOURCE / "projects").glob("*.json")):
            drawing = json.loads(sample.read_text())
            for link in drawing["links"]:
                if link.get("kind") or "port" not in link:
                    continue
                with self.subTest(sample=sample.name, link=link["id"]):
                    self.ok("reach", sample, "--from", link["from"], "--to", link["to"], "--port", link["port"])

    def test_names_that_are_not_there_or_not_unique(self):
        self.refused(2, "reach", SHOP, "--from", "wbe", "--to", "orders", "--port", "1", says=["--from", "wbe", "web"])
        self.refused(2, "reach", SHOP, "--from", "web", "--to", "Ordres", "--port", "1", says=["--to", "orders"])
        self.put("twins.json", json.dumps({"format": "skywright", "formatVersion": 1, "elements": [
            {"id": "a", "service": "ec2", "name": "Twin"}, {"id": "b", "service": "ec2", "name": "Twin"}]}))
        self.refused(2, "reach", "twins.json", "--from", "Twin", "--to", "a", "--port", "1", says=["Twin", "a, b"])

    def test_what_is_asked_wrongly(self):
        self.refused(2, "reach", SHOP, "--from", "web", "--to", "orders", says="--port")
        self.refused(2, "reach", SHOP, "--from", "web", "--to", "orders", "--port", "70000", says="70000")
        self.refused(2, "reach", SHOP, "--from", "web", "--to", "orders", "--port", "1", "--proto", "tpc", says="tpc")
        self.refused(3, "reach", "gone.json", "--from", "a", "--to", "b", "--port", "1", says="gone.json")

    def test_what_is_unset_is_assumed_unless_strict(self):
        self.put("plain.json", json.dumps({"format": "skywright", "formatVersion": 1, "elements": [
            {"id": "v", "service": "vpc"}, {"id": "s", "service": "subnet", "parent": "v"},
            {"id": "a", "service": "ec2", "parent": "s"}, {"id": "b", "service": "ec2", "parent": "s"}],
            "links": [{"id": "l", "from": "a", "to": "b", "port": 5000}]}))
        out = self.ok("reach", "plain.json", "--from", "a", "--to", "b", "--port", "5000")
        self.assertIn("as far as assumptions hold", out)
        self.assertEqual(self.run_here("reach", "plain.json", "--from", "a", "--to", "b", "--port", "22").returncode, 1)
        # Both have the VPC's default group, which admits its members.
        self.assertNotIn("assumptions", self.ok("reach", "plain.json", "--from", "a", "--to", "b", "--port", "22", "--strict"))


if __name__ == "__main__":
    unittest.main()
