#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By mouse: builds a three-tier architecture from nothing, connects it, undoes and redoes it all, saves it, changes it,
is killed, and brings back what was drawn. What was saved and what came back is read by the command line program."""
import sys
import time

from hands import Desk, Failed, element_named, expect, services


def play(desk):
    desk.start("--new")
    # A Region, a VPC in it, a zone, a public subnet, which brings its gateway and routes.
    desk.drag(124, 172, 300, 90)
    desk.drag(50, 245, 420, 190)
    desk.drag(198, 172, 560, 280)
    desk.drag(124, 245, 620, 350)
    # A server in it, named by typing.
    desk.drag(50, 490, 700, 440)
    desk.name("web-1")
    if not desk.title().startswith("•"):
        raise Failed(f"the title does not say that something changed: {desk.title()!r}")
    # A load balancer where the public subnet is, and a database.
    desk.carry("alb", 760, 400)
    desk.name("front")
    desk.find("vpc-1")
    desk.place("rds")
    desk.name("orders")
    desk.find("front")
    desk.connect_to("web-1")
    desk.find("web-1")
    desk.connect_to("orders")

    first = desk.read(desk.save_as("first.skyw"))
    found = services(first)
    for service in ("region", "vpc", "az", "subnet", "ec2", "alb", "rds", "internet-gateway", "route-table"):
        if service not in found:
            raise Failed(f"there is no {service} in what was saved: {found}")
    expect(sorted((link["from"], link["to"]) for link in first["links"]),
           sorted([(element_named(first, "front")["id"], element_named(first, "web-1")["id"]),
                   (element_named(first, "web-1")["id"], element_named(first, "orders")["id"])]), "the links")
    expect(element_named(first, "web-1")["parent"], next(e["id"] for e in first["elements"] if e["service"] == "subnet"),
           "where the server stands")

    # Undo it all, and redo it all: the same bytes as a file.
    for _ in range(30):
        desk.keys("ctrl+z")
    expect(services(desk.read(desk.save_as("nothing.skyw"))), {}, "what is left after undoing everything")
    for _ in range(30):
        desk.keys("ctrl+y")
    expect(desk.read(desk.save_as("again.skyw")), first, "what redoing brings back")

    # Something unsaved, and the program is killed.
    desk.find("web-1")
    desk.keys("F2")
    desk.keys("ctrl+a")
    desk.name("web-2")
    time.sleep(2)  # the recovery snapshot is at most a second behind
    desk.kill()
    if "web-2" not in desk.snapshot():
        raise Failed("the last change is not in the recovery snapshot")

    # The next start offers it; Restore brings back every element and link of it.
    desk.start("--new")
    desk.keys("Tab", "Tab", "Return")
    time.sleep(1)
    if not desk.title().startswith("•"):
        raise Failed(f"nothing came back: {desk.title()!r}")
    back = desk.read(desk.save_as("back.skyw"))
    element_named(first, "web-1")["name"] = "web-2"
    expect(back, first, "what came back")


Desk(sys.argv[1], sys.argv[2]).run(play)
