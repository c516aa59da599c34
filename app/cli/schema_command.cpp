// SPDX-License-Identifier: GPL-3.0-or-later
// schema: the JSON Schema of projects, with the properties of every service of the catalog.
#include "cli/command.h"
#include "exchange/schema.h"

#include <memory>

namespace sky::cli {

Action prepareSchema(CLI::App& app, const Context& context) {
    auto general = std::make_shared<bool>(false);
    app.add_flag(
        "--general", *general,
        context.in(say("the frame alone, without the properties of each service", "서비스별 속성을 뺀 틀만 출력")));
    return [general](Context& running) {
        running.out = *general ? std::string(exchange::generalSchema()) : exchange::schema(running.catalog());
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
