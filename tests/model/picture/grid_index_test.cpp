// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/grid_index.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace sky::picture {
namespace {

TEST(GridIndex, FindsWhatAFullSearchFinds) {
    std::mt19937 random(3);
    const auto real = [&random](double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random);
    };
    GridIndex index;
    std::map<std::uint32_t, RectD> all;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        if (!all.empty() && random() % 4 == 0) {
            const auto at = std::next(all.begin(), static_cast<long>(random() % all.size()));
            index.remove(at->first, std::vector{at->second});
            all.erase(at);
        }
        const double size = random() % 50 == 0 ? 20000 : 300;
        const RectD rect{real(-5000, 5000), real(-5000, 5000), real(0, size), real(0, size)};
        index.insert(i, std::vector{rect});
        all.emplace(i, rect);
        if (i % 10 != 0) continue;
        const RectD area{real(-6000, 6000), real(-6000, 6000), real(0, 3000), real(0, 3000)};
        const auto found = index.query(area);
        EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
        for (const auto& [slot, box] : all)
            EXPECT_TRUE(!box.intersects(area) || std::binary_search(found.begin(), found.end(), slot));
        for (const std::uint32_t slot : found) EXPECT_TRUE(all.contains(slot));
    }
}

} // namespace
} // namespace sky::picture
