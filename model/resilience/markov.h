// SPDX-License-Identifier: GPL-3.0-or-later
// The long run of a system that jumps between states at constant rates, solved without subtraction (the elimination of
// Grassmann, Taksar and Heyman), so that even chances of 1e-15 are right in all digits.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <vector>

namespace sky::resilience {

inline constexpr std::size_t kMostStates = 2000; // the work grows with the cube

class MarkovChain {
  public:
    explicit MarkovChain(std::size_t states);
    [[nodiscard]] std::size_t states() const { return m_states; }
    void add(std::size_t from, std::size_t to, double rate); // adds to what is there; a rate to itself means nothing
    [[nodiscard]] double rate(std::size_t from, std::size_t to) const { return m_rates[from * m_states + to]; }

    // The share of time in each state. Refused when the states do not lead to one another in the end.
    [[nodiscard]] Result<std::vector<double>> longRun() const;
    // From state 0 to the first of the target's states.
    [[nodiscard]] Result<double> meanTimeTo(const std::vector<bool>& target) const;

  private:
    std::size_t m_states;
    std::vector<double> m_rates;
};

} // namespace sky::resilience
