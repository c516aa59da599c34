# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine beside SimPy on the same three models: requests per CPU second, one after the other in one run.

    pip install simpy
    python3 tests/peers/simulation_peers.py build/release/bin/simulation_bench

a = M/M/1 at 0.8; b = M/M/4 at 0.9; c = balancer 0.05 ms, round robin over 8 servers of 10 ms, database of 2 x 2 ms.
"""
import json
import random
import subprocess
import sys
import time

import simpy


def station(environment, resource, mean, draw):
    with resource.request() as turn:
        yield turn
        yield environment.timeout(draw.expovariate(1.0 / mean))


def single(environment, rate, servers, filed, draw, count):
    resource = simpy.Resource(environment, servers)

    def request():
        born = environment.now
        yield from station(environment, resource, 1.0, draw)
        filed.append(environment.now - born)

    for _ in range(count):
        yield environment.timeout(draw.expovariate(rate))
        environment.process(request())


def tiers(environment, filed, draw, count):
    balancer = simpy.Resource(environment, 1)
    servers = [simpy.Resource(environment, 1) for _ in range(8)]
    database = simpy.Resource(environment, 2)
    turn = [0]

    def request():
        born = environment.now
        yield from station(environment, balancer, 0.05, draw)
        server = servers[turn[0] % 8]
        turn[0] += 1
        yield from station(environment, server, 10.0, draw)
        yield from station(environment, database, 2.0, draw)
        filed.append(environment.now - born)

    for _ in range(count):
        yield environment.timeout(draw.expovariate(0.64))
        environment.process(request())


def measure(model, count):
    draw = random.Random(1)
    environment = simpy.Environment()
    filed = []
    environment.process(model(environment, filed, draw, count))
    begin = time.process_time()
    environment.run()
    return count / (time.process_time() - begin), sum(filed) / len(filed)


def ours(program):
    text = subprocess.run([program, "--benchmark_format=json", "--benchmark_filter=^by"], check=True, capture_output=True, text=True).stdout
    return {row["name"]: (row["items_per_second"], row["mean"]) for row in json.loads(text)["benchmarks"]}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = ours(sys.argv[1])
    peers = {
        "a": measure(lambda e, f, d, n: single(e, 0.8, 1, f, d, n), 200000),
        "b": measure(lambda e, f, d, n: single(e, 3.6, 4, f, d, n), 200000),
        "c": measure(tiers, 100000),
    }
    print(f"requests per CPU second, SimPy {simpy.__version__} on Python {sys.version.split()[0]}")
    print(f"{'model':6}{'SimPy':>12}{'events':>14}{'ratio':>8}{'recursion':>14}{'ratio':>8}   mean: SimPy, events, recursion")
    for name, (speed, mean) in peers.items():
        events, events_mean = found[f"byEvents/{name}"]
        recursion, recursion_mean = found[f"byRecursion/{name}"]
        print(f"{name:6}{speed:12,.0f}{events:14,.0f}{events / speed:8.0f}{recursion:14,.0f}{recursion / speed:8.0f}"
              f"   {mean:.3f} {events_mean:.3f} {recursion_mean:.3f}")


main()
