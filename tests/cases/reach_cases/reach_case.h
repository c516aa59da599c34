// SPDX-License-Identifier: GPL-3.0-or-later
// The compact form of reachability cases: a network, a question and what is expected, read into a sealed Network.
// Every field that decides is understood; what cannot be is an error that names the place. Instead of a topology of
// its own a case may name one of the file's `networks` and say, as a merge patch, what is different: `change`.
#pragma once

#include "base/result.h"
#include "network/walk.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace sky::cases {

struct ReachCase {
    std::string id;
    network::Network network;
    network::Question question;
    nlohmann::json expect; // null: none
};

[[nodiscard]] Result<std::vector<ReachCase>> readReachCases(std::string_view text);

// Parts of the above.
[[nodiscard]] Result<network::Network> readNetwork(const nlohmann::json& topology, const std::string& place);
[[nodiscard]] Result<network::Question> readQuestion(network::Network& network, const nlohmann::json& question,
                                                     const std::string& place);

} // namespace sky::cases
