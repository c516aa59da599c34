// SPDX-License-Identifier: GPL-3.0-or-later
// What the ground reads from people and files: any bytes end in a value whose text reads back the same, or in a
// refusal.
#include "base/base64.h"
#include "base/cidr.h"
#include "base/korean.h"
#include "base/nearest.h"
#include "base/quantity.h"
#include "base/text_width.h"
#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace sky;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto quantity = parseQuantity(text)) {
        const auto back = parseQuantity(toText(*quantity), quantity->unit);
        ENSURE(back.ok() && *back == *quantity, "a quantity that does not come back");
    }
    for (int unit = 0; unit <= static_cast<int>(Unit::Krw); ++unit)
        (void)parseQuantity(text, static_cast<Unit>(unit)).ok();
    if (const auto block = parseCidr(text))
        ENSURE(*parseCidr(toText(*block)) == *block, "a block that does not come back");
    if (const auto address = parseIpAddress(text))
        ENSURE(*parseIpAddress(toText(*address)) == *address, "an address that does not come back");
    if (const auto bytes = fromBase64(text)) ENSURE(toBase64(*bytes) == text, "Base64 with two texts");
    (void)korean::particleAt("이(가)", text);
    (void)nearestWord(text, std::vector<std::string>{"subnet", "nat-gateway"});
    for (const int width : {0, 7, 60}) ENSURE(wrapText(text, width, 3, 12).size() <= 3, "more lines than asked for");
    ENSURE(textWidth(elideToWidth(text, 60, 12), 12) <= 60, "an elided text that is too wide");
    ENSURE(countCharacters(elideMiddle(text, 5)) <= 5, "an elided text that is too long");
    return 0;
}
