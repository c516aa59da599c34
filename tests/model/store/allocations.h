// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the size of every request for memory, so that tests can tell that a hostile file got none it did not pay for.
#pragma once

#include <cstddef>

namespace sky::store::tests {

inline constexpr std::size_t kFixedBound = 4u * 1024 * 1024; // what loading may ask for at once besides twice the file

class LargestAllocation { // since it was made, on this thread
  public:
    LargestAllocation();
    [[nodiscard]] std::size_t bytes() const;
};

} // namespace sky::store::tests
