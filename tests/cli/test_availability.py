# SPDX-License-Identifier: GPL-3.0-or-later
"""Availability of a project, from outside."""
import json
import unittest

from program import HEAD, SAMPLES, SOURCE, InFolder

SERVER = SOURCE / "projects" / "single-server.json"


class Availability(InFolder):
    def ask(self, *arguments, code=0):
        done = self.run_here("availability", *arguments, "--format", "json")
        self.assertEqual((done.returncode, done.err), (code, ""), arguments)
        return json.loads(done.out)

    def test_a_server_its_zone_and_its_region(self):
        told = self.ask(SERVER)
        self.assertAlmostEqual(told["availability"], .995 * .9995 * .9999, places=8)
        self.assertEqual(told["blames"][0]["id"], "server")
        self.assertAlmostEqual(self.ask(SERVER, "--zone", "100%", "--region", "100%")["availability"], .995, places=8)
        page = self.ok("availability", SERVER)
        self.assertIn("Visitors can be served 99.44% of the time at most: down 2.0 days a year", page)
        self.assertIn("Amazon Compute SLA", page)
        self.assertIn("방문자", self.ok("availability", SERVER, "--lang", "ko"))

    def test_is_judged_by_the_goal_only_when_asked(self):
        text = SERVER.read_text().replace('"availabilityGoal": "99%"', '"availabilityGoal": "99.9%"')
        self.put("ambitious.json", text)
        self.assertFalse(self.ask("ambitious.json")["met"])
        self.assertFalse(self.ask("ambitious.json", "--targets", code=1)["met"])
        self.assertTrue(self.ask(SERVER, "--targets")["met"])

    def test_every_sample_has_an_answer(self):
        for sample in SAMPLES:
            told = self.ask(sample)
            self.assertTrue(.9 < told["availability"] < 1, sample)
            self.assertAlmostEqual(told["availability"] + told["unavailability"], 1)

    def test_what_is_asked_wrongly(self):
        self.refused(2, "availability", SERVER, "--zone", "much", says="--zone")
        self.refused(2, "availability", SERVER, "--region", "101%", says="--region")
        self.refused(2, "availability", SERVER, "--goal", "servr", says="server")
        self.put("empty.json", "{" + HEAD + "}")
        self.refused(3, "availability", "empty.json", says="--goal")


if __name__ == "__main__":
    unittest.main()
