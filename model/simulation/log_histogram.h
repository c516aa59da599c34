// SPDX-License-Identifier: GPL-3.0-or-later
// Durations counted in buckets 0.8 % wide (128 per octave) from 2^low to 2^high; zeros and what lies below are counted
// apart, what lies above in the last bucket. Filing costs one index and two sums; memory does not grow.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace sky::simulation {

class LogHistogram {
  public:
    explicit LogHistogram(int low = -20, int high = 14)
        : m_first((static_cast<std::uint64_t>(low + 1023)) << 7), m_counts(static_cast<std::size_t>(high - low) << 7) {}

    void file(double value) {
        m_sum += value;
        m_squares += value * value;
        const std::uint64_t place = (std::bit_cast<std::uint64_t>(value) >> 45) - m_first;
        if (place < m_counts.size()) [[likely]] ++m_counts[place];
        else fileOutside(value);
    }

    void clear();
    void add(const LogHistogram& other); // of the same range

    [[nodiscard]] std::uint64_t count() const;
    [[nodiscard]] std::uint64_t below() const { return m_below; } // zeros, and what is too small for the range
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] double sumOfSquares() const { return m_squares; }
    [[nodiscard]] double mean() const;

    // The smallest value that `part` of all do not exceed, straight lines within a bucket; 0 when empty.
    [[nodiscard]] double quantile(double part) const;

    // How many do not exceed the value; a broken number within a bucket.
    [[nodiscard]] double notAbove(double value) const;

    friend bool operator==(const LogHistogram&, const LogHistogram&) = default;

  private:
    void fileOutside(double value);
    [[nodiscard]] double edge(std::size_t bucket) const {
        return std::bit_cast<double>((m_first + bucket) << 45);
    }

    std::uint64_t m_first;
    std::uint64_t m_below = 0;
    double m_sum = 0.0;
    double m_squares = 0.0;
    std::vector<std::uint64_t> m_counts;
};

} // namespace sky::simulation
