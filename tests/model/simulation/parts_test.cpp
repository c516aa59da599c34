// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's parts: laws, histograms, pending events, rates over time, own mathematics.
#include "simulation/event_queue.h"
#include "simulation/law.h"
#include "simulation/log_histogram.h"
#include "simulation/rate_profile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <queue>

namespace sky::simulation {
namespace {

TEST(PortableMath, AgreesWithTheLibrary) {
    for (double x = 1e-300; x < 1e300; x *= 1.7) EXPECT_NEAR(portableLog(x), std::log(x), 3e-15 * std::max(1.0, std::abs(std::log(x))));
    for (double x = -690; x < 690; x += 0.37) EXPECT_NEAR(portableExp(x) / std::exp(x), 1.0, 1e-14);
}

TEST(Law, MeansAndVariances) {
    const Law laws[] = {constantLaw(2), exponentialLaw(2), erlangLaw(2, 4), lognormalLaw(2, 0.7), balancedHyperexponentialLaw(2, 3),
                        paretoLaw(2, 5), uniformLaw(1, 3), exponentialLaw(1).times(2), lognormalLaw(1, 0.7).times(2), paretoLaw(1, 5).times(2)};
    for (const Law& law : laws) {
        RandomStream stream(1, "law", "test");
        double sum = 0;
        double squares = 0;
        constexpr int kDraws = 400000;
        for (int i = 0; i < kDraws; ++i) {
            const double x = draw(law, stream);
            ASSERT_GE(x, 0);
            sum += x;
            squares += x * x;
        }
        const double mean = sum / kDraws;
        EXPECT_NEAR(mean, 2, 0.02) << static_cast<int>(law.kind);
        EXPECT_NEAR((squares / kDraws - mean * mean) / 4, law.squaredVariation(), 0.06) << static_cast<int>(law.kind);
    }
}

TEST(Law, TheZigguratIsExponentialFarOut) {
    RandomStream stream(2, "law", "test");
    constexpr int kDraws = 2000000;
    int beyond[] = {0, 0, 0};
    const double edges[] = {0.01, 3.0, 8.0}; // the last lies in the tail
    for (int i = 0; i < kDraws; ++i) {
        const double x = drawExponential(stream);
        for (int e = 0; e < 3; ++e) beyond[e] += x > edges[e];
    }
    for (int e = 0; e < 3; ++e) {
        const double expected = kDraws * std::exp(-edges[e]);
        EXPECT_NEAR(beyond[e], expected, 4 * std::sqrt(expected));
    }
}

TEST(LogHistogram, QuantilesWithinABucket) {
    LogHistogram histogram;
    for (int i = 1; i <= 100000; ++i) histogram.file(i * 1e-3);
    EXPECT_NEAR(histogram.quantile(0.5), 50, 0.05);
    EXPECT_NEAR(histogram.quantile(0.99), 99, 0.1);
    EXPECT_NEAR(histogram.notAbove(25), 25000, 20);
    histogram.file(0);
    EXPECT_EQ(histogram.below(), 1u);
    LogHistogram other;
    other.file(1e9);
    histogram.add(other);
    EXPECT_EQ(histogram.count(), 100002u);
    histogram.clear();
    EXPECT_EQ(histogram.count(), 0u);
    EXPECT_EQ(histogram.quantile(0.5), 0);
}

// Any mixture of near and far events comes out as from a plain priority queue, through heap, calendar and timers.
TEST(EventQueue, KeepsTheOrderOfTimeThenPlanning) {
    RandomStream stream(3, "queue", "test");
    EventQueue queue;
    const auto later = [](const Event& a, const Event& b) { return earlier(b, a); };
    std::priority_queue<Event, std::vector<Event>, decltype(later)> plain(later);
    std::uint32_t order = 0;
    double now = 0;
    const auto add = [&] {
        const double kind = stream.uniform();
        double at = now + (kind < 0.1 ? 0.0 : kind < 0.8 ? stream.uniform() : kind < 0.9 ? std::floor(stream.uniform() * 5) : 1000 * stream.uniform());
        if (kind > 0.97) queue.planTimer(at, order);
        else queue.plan(at, order);
        plain.push({at, order, order});
        ++order;
    };
    for (int round = 0; round < 60000; ++round) {
        const bool grow = (round / 7000) % 2 == 0;
        add();
        if (grow && stream.uniform() < 0.5) add();
        const int takes = grow ? 1 : 2;
        for (int i = 0; i < takes && !plain.empty(); ++i) {
            Event event;
            ASSERT_TRUE(queue.take(1e300, event));
            ASSERT_EQ(event.what, plain.top().what) << "round " << round;
            now = event.time;
            plain.pop();
        }
    }
    Event event;
    EXPECT_FALSE(queue.take(now - 1, event));
    while (!plain.empty()) {
        ASSERT_TRUE(queue.take(1e300, event));
        ASSERT_EQ(event.what, plain.top().what);
        plain.pop();
    }
    EXPECT_TRUE(queue.empty());
}

TEST(RateProfile, TurnsExpectedRequestsIntoTime) {
    const RateProfile steps{{{0, 10}, {10, 10}, {10, 20}}, 0};
    EXPECT_NEAR(steps.after(0, 50), 5, 1e-12);
    EXPECT_NEAR(steps.after(0, 140), 12, 1e-12);
    EXPECT_NEAR(steps.rate(11), 20, 1e-12);
    const RateProfile ramp{{{0, 0}, {10, 10}}, 0};
    EXPECT_NEAR(ramp.after(0, 12.5), 5, 1e-12);
    EXPECT_NEAR(ramp.after(0, 60), 11, 1e-12);
    const RateProfile wave{{{0, 1}, {5, 1}, {5, 3}, {10, 3}}, 10};
    EXPECT_NEAR(wave.after(0, 20), 10, 1e-9);
    EXPECT_NEAR(wave.after(3, 40), 23, 1e-9);
    const RateProfile never{{{0, 1}, {5, 0}}, 0};
    EXPECT_TRUE(std::isinf(never.after(6, 1)));
    const RateProfile silent{{{0, 0}, {5, 0}}, 5};
    EXPECT_TRUE(std::isinf(silent.after(1, 1)));
}

} // namespace
} // namespace sky::simulation
