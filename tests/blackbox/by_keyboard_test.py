#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: the same architecture in two zones' worth of steps, named, connected, walked through, undone and
saved, without the mouse being touched."""
import sys

from hands import Desk, Failed, element_named, expect, services


def play(desk):
    desk.start("--new")
    desk.place("region")
    desk.place("vpc")
    desk.place("availability zone")
    desk.place("public subnet")
    desk.place("alb")
    desk.name("front")
    desk.find("az-1")
    desk.place("private subnet")
    desk.place("ec2")
    desk.name("web-1")
    desk.find("az-1")
    desk.place("private subnet")
    desk.place("rds")
    desk.name("orders")
    desk.find("front")
    desk.connect_to("web-1")
    desk.find("web-1")
    desk.connect_to("orders")
    # Alt+arrow follows a link, F2 renames what it leads to.
    desk.find("front")
    for arrow in ("Down", "Right", "Left", "Up"):
        desk.keys(f"alt+{arrow}")
    drawn = desk.read(desk.save_as("drawn.skyw"))
    found = services(drawn)
    expect((found.get("region"), found.get("vpc"), found.get("az"), found.get("ec2"), found.get("alb"), found.get("rds")),
           (1, 1, 1, 1, 1, 1), "what was placed")
    if found.get("subnet", 0) < 3:
        raise Failed(f"three subnets were placed: {found}")
    links = {(link["from"], link["to"]) for link in drawn["links"]}
    expect(links, {(element_named(drawn, "front")["id"], element_named(drawn, "web-1")["id"]),
                   (element_named(drawn, "web-1")["id"], element_named(drawn, "orders")["id"])}, "the links")
    # The walk: from the server to its subnet, its zone, and back in.
    desk.find("web-1")
    desk.keys("shift+Return", "shift+Return")
    desk.keys("F2")
    desk.name("zone of the walk")
    walked = desk.read(desk.save_as("walked.skyw"))
    expect(element_named(walked, "zone of the walk")["service"], "az", "what Shift+Enter twice leads to")
    for _ in range(40):
        desk.keys("ctrl+z")
    expect(services(desk.read(desk.save_as("nothing.skyw"))), {}, "what is left after undoing everything")


Desk(sys.argv[1], sys.argv[2]).run(play)
