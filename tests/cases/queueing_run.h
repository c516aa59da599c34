// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a model many times, by recursion where it fits and by events elsewhere, and gives what each run showed.
#pragma once

#include "queueing_figure.h"
#include "queueing_model.h"

#include "simulation/engine.h"
#include "simulation/recursion.h"
#include "simulation/replications.h"

namespace truth {

struct Settings {
    double requests = 1.0e7; // per set
    unsigned threads = 2;
    std::uint64_t seed = 1;
    bool events = false; // never by recursion
};

inline constexpr std::size_t kReplications = 32;

template <class Runner>
Observed observe(const Model& model, std::uint64_t seed, double warmup, double time) {
    Runner runner(model.network, seed);
    runner.run(warmup);
    runner.resetTallies();
    runner.run(warmup + time);
    return {runner.tallies(), {}};
}

// Load above capacity until t, then below: how fast the queue grows, how long the one who comes at t waits, and how
// long until nobody waits.
inline Observed observeOverload(const Model& model, std::uint64_t seed) {
    const Model::Overload overload = *model.overload;
    StationNetwork network = model.network;
    Source& source = network.sources.front();
    const double rate = 1.0 / source.between.mean;
    source.between = exponentialLaw(1.0);
    source.profile.points = {{0.0, rate}, {overload.until, rate}, {overload.until, overload.dropTo}};
    Engine engine(network, seed);
    const double servers = model.servers;
    engine.run(overload.until);
    const double backlog = engine.waiting(0);
    double left = backlog + 1.0; // so many must leave before the next to come is served
    double wait = 0.0;
    double drained = 0.0;
    engine.onEnded([&](std::uint32_t, Outcome, double, double now) {
        if (left > 0.0 && --left <= 0.0) wait = now - overload.until;
        if (drained <= 0.0 && engine.waiting(0) == 0) drained = now - overload.until;
    });
    const double step = backlog / (rate / servers + 1.0e-300) + overload.until;
    for (double until = overload.until + step; drained <= 0.0 && until < overload.until + 1000.0 * step; until += step) engine.run(until);
    return {engine.tallies(), {backlog / overload.until, backlog, wait, drained}};
}

inline std::vector<Observed> runModel(const Model& model, const Settings& settings, std::uint64_t seed) {
    if (model.overload) {
        const auto count = std::max(kReplications, static_cast<std::size_t>(settings.requests / (model.rate * model.overload->until)));
        return replicate<Observed>(std::min<std::size_t>(count, 400), settings.threads,
                                   [&](std::size_t i) { return observeOverload(model, replicationSeed(seed, i)); });
    }
    const double time = std::max(settings.requests / kReplications / model.rate, 200.0 * model.relaxation);
    const double warmup = std::max(0.1 * time, 20.0 * model.relaxation);
    const bool recursion = !settings.events && Recursion::fits(model.network);
    return replicate<Observed>(kReplications, settings.threads, [&](std::size_t i) {
        return recursion ? observe<Recursion>(model, replicationSeed(seed, i), warmup, time)
                         : observe<Engine>(model, replicationSeed(seed, i), warmup, time);
    });
}

} // namespace truth
