// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles: for whom a drawing is checked. One set of rules, seen with different eyes.
#pragma once

#include "base/text.h"
#include "checks/finding.h"

#include <span>
#include <string_view>

namespace sky::checks {

struct Profile {
    const char* key; // "learning", as project.profile names it
    Text name;
    Text description;
    bool unsetCounts = false; // housekeeping left unset is judged by AWS's default instead of being let pass

    // Errors belong to every profile: what cannot work helps nobody.
    [[nodiscard]] bool asks(const Rule& rule) const;
};

[[nodiscard]] std::span<const Profile> profiles();              // the first is taken when nobody says otherwise
[[nodiscard]] const Profile* findProfile(std::string_view key); // null: no such profile
[[nodiscard]] const Profile& profileOr(std::string_view key);   // the first when there is none of that name

} // namespace sky::checks
