// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/markov.h"

#include <cmath>

namespace sky::resilience {
namespace {

Error unconnected(std::size_t state) {
    return {ErrorCode::Invalid, "states[" + std::to_string(state) + "]",
            say("the chain never comes back from it.", "이 상태에서 되돌아오는 길이 없습니다."),
            say("Give it a repair rate.", "복구율을 넣으십시오.")};
}

} // namespace

MarkovChain::MarkovChain(std::size_t states) : m_states(states), m_rates(states * states, 0.0) {
    ENSURE(states > 0 && states <= kMostStates, "a Markov chain of no states, or of too many");
}

void MarkovChain::add(std::size_t from, std::size_t to, double rate) {
    ENSURE(from < m_states && to < m_states, "a rate between states that are not there");
    ENSURE(rate >= 0 && std::isfinite(rate), "a rate that is no rate");
    if (from != to) m_rates[from * m_states + to] += rate;
}

Result<std::vector<double>> MarkovChain::longRun() const {
    const std::size_t n = m_states;
    std::vector<double> rates = m_rates;
    const auto at = [&](std::size_t from, std::size_t to) -> double& { return rates[from * n + to]; };
    // State k is taken out, the way through it is shared out over those below it.
    for (std::size_t k = n; k-- > 1;) {
        double out = 0;
        for (std::size_t j = 0; j < k; ++j) out += at(k, j);
        if (!(out > 0)) return unconnected(k);
        for (std::size_t i = 0; i < k; ++i) {
            if (at(i, k) == 0) continue;
            at(i, k) /= out;
            for (std::size_t j = 0; j < k; ++j)
                if (j != i) at(i, j) += at(i, k) * at(k, j);
        }
    }
    std::vector<double> shares(n, 0.0);
    shares[0] = 1;
    double whole = 1;
    for (std::size_t k = 1; k < n; ++k) {
        for (std::size_t i = 0; i < k; ++i) shares[k] += shares[i] * at(i, k);
        whole += shares[k];
    }
    for (double& share : shares) share /= whole;
    return shares;
}

Result<double> MarkovChain::meanTimeTo(const std::vector<bool>& target) const {
    ENSURE(target.size() == m_states, "a set of states of another chain");
    if (target[0]) return 0.0;
    const std::size_t n = m_states;
    std::vector<double> rates = m_rates;
    std::vector<double> stay(n, 1.0); // weight of a visit: time for the state itself and those taken out behind it
    const auto at = [&](std::size_t from, std::size_t to) -> double& { return rates[from * n + to]; };
    const auto outOf = [&](std::size_t state, std::size_t below) {
        double out = 0;
        for (std::size_t j = 0; j < n; ++j)
            if (j != state && (j < below || target[j])) out += at(state, j);
        return out;
    };
    for (std::size_t k = n; k-- > 1;) {
        if (target[k]) continue;
        const double out = outOf(k, k);
        for (std::size_t i = 0; i < k; ++i) {
            if (target[i] || at(i, k) == 0) continue;
            if (!(out > 0)) return unconnected(k);
            const double through = at(i, k) / out;
            stay[i] += through * stay[k];
            for (std::size_t j = 0; j < n; ++j)
                if (j != i && (j < k || target[j])) at(i, j) += through * at(k, j);
        }
    }
    const double out = outOf(0, 0);
    if (!(out > 0)) return unconnected(0);
    return stay[0] / out;
}

} // namespace sky::resilience
