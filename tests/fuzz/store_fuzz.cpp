// SPDX-License-Identifier: GPL-3.0-or-later
// Project files and pictures with projects inside, made by strangers. The last line is made to fit, or nothing would
// get past the checksum. What is accepted must save and load to the same project and the same bytes. Run with
// -malloc_limit_mb=256 -rss_limit_mb=1500.
#include "base/ensure.h"
#include "catalog/catalog.h"
#include "store/embedded.h"
#include "store/envelope.h"
#include "store/project_file.h"
#include "store/project_format.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace sky;

void roundTrip(const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    const Result<std::string> bytes = store::save(diagram);
    ENSURE(bytes.ok(), "what was loaded can be saved");
    const Result<diagram::Diagram> again = store::load(*bytes, catalog);
    ENSURE(again.ok(), "what was saved can be loaded");
    ENSURE(*again == diagram, "a saved project comes back");
    ENSURE(*store::save(*again) == *bytes, "and saves to the same bytes");
}

void tryBytes(std::string_view bytes, const catalog::Catalog& catalog) {
    const auto opened = store::openBytes(bytes, "fuzz", catalog);
    if (opened.ok())
        roundTrip(opened->diagram, catalog);
    else
        ENSURE(!opened.error().what.en.empty() && !opened.error().what.ko.empty(), "every refusal says why");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    tryBytes(bytes, catalog);
    if (!bytes.starts_with(store::kMagic)) return 0;
    const std::size_t end = bytes.rfind("\nend");
    std::string repaired(bytes.substr(0, end == std::string_view::npos ? size : end + 1));
    if (!repaired.ends_with('\n')) repaired += '\n';
    repaired += store::lastLine(repaired, true);
    tryBytes(repaired, catalog);
    return 0;
}
