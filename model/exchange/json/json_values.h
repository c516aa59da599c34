// SPDX-License-Identifier: GPL-3.0-or-later
// Values of properties in JSON and back. The catalog says how a value is written; without a catalog entry (services of
// a newer or foreign catalog) the JSON type decides and nothing is lost.
#pragma once

#include "catalog/catalog.h"
#include "exchange/json/json_tree.h"

#include <string>

namespace sky::exchange::json {

[[nodiscard]] Result<catalog::Value> readValue(const catalog::Property& property, const Node& node, const Place& place);
[[nodiscard]] Result<catalog::Value> readUntyped(const Node& node, const Place& place);
[[nodiscard]] Result<Text> readName(const Node& node, const Place& place); // "text", or {"en":…,"ko":…}
[[nodiscard]] Result<std::string> readText(const Node& node, const Place& place);
[[nodiscard]] Result<std::int64_t> readQuantity(const Node& node, const Place& place,
                                                Unit unit); // Duration or Rate, not negative

// A scenario's goals and what an event needs: texts that read as a quantity are one, others stay texts.
[[nodiscard]] Result<catalog::Record> readLoose(const Node& node, const Place& place);

// The property may be null: then the type of the value alone decides.
void appendValue(std::string& out, const catalog::Value& value, const catalog::Property* property);
void appendName(std::string& out, const Text& name);
void appendRecord(std::string& out, const catalog::Record& record);

} // namespace sky::exchange::json
