// SPDX-License-Identifier: GPL-3.0-or-later
// Independent runs side by side: work(i) for i in [0, count), each on one of so many threads, results in the order of
// i whatever the threads do. The work must not share anything but constants.
#pragma once

#include "base/hash.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

namespace sky::simulation {

[[nodiscard]] inline unsigned allThreads() {
    return std::max(1u, std::thread::hardware_concurrency());
}

// The seed of the i-th of several runs that share a seed.
[[nodiscard]] inline std::uint64_t replicationSeed(std::uint64_t seed, std::size_t i) {
    return i == 0 ? seed : mixBits(seed ^ mixBits(static_cast<std::uint64_t>(i)));
}

template <class Value, class Work>
[[nodiscard]] std::vector<Value> replicate(std::size_t count, unsigned threads, const Work& work) {
    std::vector<Value> values(count);
    std::atomic<std::size_t> next{0};
    const auto loop = [&] {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) values[i] = work(i);
    };
    std::vector<std::thread> others;
    const std::size_t wanted = std::min<std::size_t>(std::max(1u, threads), count);
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(loop);
    loop();
    for (std::thread& other : others) other.join();
    return values;
}

} // namespace sky::simulation
