// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/log_histogram.h"

#include "base/ensure.h"

#include <algorithm>
#include <numeric>

namespace sky::simulation {

void LogHistogram::fileOutside(double value) {
    if (value > 1.0) ++m_counts.back();
    else ++m_below;
}

void LogHistogram::clear() {
    m_below = 0;
    m_sum = 0.0;
    m_squares = 0.0;
    std::fill(m_counts.begin(), m_counts.end(), 0);
}

void LogHistogram::add(const LogHistogram& other) {
    ENSURE(m_first == other.m_first && m_counts.size() == other.m_counts.size(), "histograms of different ranges");
    m_below += other.m_below;
    m_sum += other.m_sum;
    m_squares += other.m_squares;
    for (std::size_t i = 0; i < m_counts.size(); ++i) m_counts[i] += other.m_counts[i];
}

std::uint64_t LogHistogram::count() const {
    return std::accumulate(m_counts.begin(), m_counts.end(), m_below);
}

double LogHistogram::mean() const {
    const std::uint64_t all = count();
    return all == 0 ? 0.0 : m_sum / static_cast<double>(all);
}

double LogHistogram::quantile(double part) const {
    const std::uint64_t all = count();
    if (all == 0) return 0.0;
    double left = part * static_cast<double>(all) - static_cast<double>(m_below);
    if (left <= 0.0) return 0.0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const auto here = static_cast<double>(m_counts[i]);
        if (here > 0.0 && left <= here) return edge(i) + (edge(i + 1) - edge(i)) * left / here;
        left -= here;
    }
    return edge(m_counts.size());
}

double LogHistogram::notAbove(double value) const {
    if (value < 0.0) return 0.0;
    auto sum = static_cast<double>(m_below);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (edge(i) > value) break;
        const double upper = edge(i + 1);
        const auto here = static_cast<double>(m_counts[i]);
        sum += value >= upper ? here : here * (value - edge(i)) / (upper - edge(i));
    }
    return sum;
}

} // namespace sky::simulation
