# SPDX-License-Identifier: GPL-3.0-or-later
"""simulate: scenarios of projects, of the library, of the command line; the same bytes every time."""
import json
import unittest

from program import SAMPLES, InFolder

SHOP = next(path for path in SAMPLES if path.stem == "three-tier-web")


class Simulate(InFolder):
    def test_a_zone_fails_and_the_page_says_what_happened(self):
        page = self.run_here("simulate", SHOP, "--fail", "az:a@60s+2m", "--duration", "5m").out
        for word in ("requests", "What happened", "Taken for granted", "orders"):
            self.assertIn(word, page)

    def test_the_same_seed_gives_the_same_bytes_in_any_number_of_threads(self):
        asked = ("simulate", SHOP, "--duration", "1m", "--replications", "3", "--seed", "5", "--format", "json")
        one = self.run_here(*asked, "--threads", "1").out
        self.assertEqual(one, self.run_here(*asked, "--threads", "4").out)
        self.assertGreater(json.loads(one)["requests"], 1000)

    def test_the_series_as_a_table_into_a_file(self):
        self.run_here("simulate", SHOP, "--duration", "30s", "--fail", "web/i-1@10s", "--format", "csv", "-o", "series.csv")
        lines = (self.folder / "series.csv").read_text().splitlines()
        self.assertEqual(len(lines), 31)
        self.assertTrue(lines[0].startswith("at,length,requests,ok,"))

    def test_the_scenarios_are_listed(self):
        listed = json.loads(self.ok("simulate", SHOP, "--list", "--format", "json"))
        self.assertIn("az-power-interruption", [one["id"] for one in listed])

    def test_what_is_not_there_is_named(self):
        self.refused(2, "simulate", SHOP, "--scenario", "nope", says=["nope", "az-outage"])
        self.refused(2, "simulate", SHOP, "--fail", "az:a", says="--fail")
        self.refused(3, "simulate", SHOP, "--fail", "nobody@10s", says="nobody")


if __name__ == "__main__":
    unittest.main()
