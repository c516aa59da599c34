// SPDX-License-Identifier: GPL-3.0-or-later
// Projects, scenarios and fragments in JSON, made by strangers: any bytes end in a refusal, or in a value that is
// written and read back the same. Run with -malloc_limit_mb=256 -rss_limit_mb=1500.
#include "base/ensure.h"
#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace sky;
using namespace sky::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    if (const auto project = json::readProject(text, catalog)) {
        const std::string once = json::writeProject(*project, catalog);
        const auto again = json::readProject(once, catalog);
        ENSURE(again.ok(), "a written project that cannot be read");
        ENSURE(json::writeProject(*again, catalog) == once, "a project with two texts");
    }
    if (const auto scenario = json::readScenario(text)) {
        const auto again = json::readScenario(json::writeScenario(*scenario));
        ENSURE(again.ok() && *again == *scenario, "a scenario that does not come back");
    }
    if (const auto fragment = json::readFragment(text, catalog)) {
        const auto again = json::readFragment(json::writeFragment(*fragment, catalog), catalog);
        ENSURE(again.ok() && *again == *fragment, "a fragment that does not come back");
    }
    return 0;
}
