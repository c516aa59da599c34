// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_format.h"

#include "diagram/integrity.h"
#include "diagram/limits.h"
#include "store/convert_v1.h"
#include "store/migration.h"
#include "store/serialize_v1.h"

namespace sky::store {
namespace {

using KnownFormats = Formats<v1::Document>;
static_assert(KnownFormats::newest() == kFormat);
constexpr std::string_view kNeeds = "0.1"; // the first version of the program that reads kFormat

Error tooLarge(std::size_t bytes) {
    return Error{ErrorCode::TooLarge, "",
                 say("{} MiB are more than a project may have ({} MiB).", "{}MiB는 프로젝트의 한도({}MiB)를 넘습니다.",
                     std::uint64_t{bytes >> 20}, std::uint64_t{diagram::limits::kFileBytes >> 20}),
                 say("Split it into several projects.", "여러 프로젝트로 나누세요.")};
}

// Older formats climb to the newest as documents; the newest is converted line by line.
Result<v1::Converted> readBody(const Envelope& envelope) {
    if (envelope.format == kFormat) {
        LineReader reader(envelope.body, envelope.firstLine);
        return v1::readDiagram(reader);
    }
    Result<v1::Document> document = KnownFormats::readBody(envelope);
    if (!document) return std::move(document).error();
    return v1::toDiagram(*std::move(document));
}

} // namespace

Result<diagram::Diagram> load(std::string_view bytes, const catalog::Catalog& catalog) {
    if (bytes.size() > diagram::limits::kFileBytes) return tooLarge(bytes.size());
    const Result<Envelope> envelope = openEnvelope(bytes, KnownFormats::kOldest, kFormat);
    if (!envelope) return envelope.error();
    Result<v1::Converted> read = readBody(*envelope);
    if (!read) return std::move(read).error();
    std::vector<Error> violations = diagram::findViolations(read->diagram, catalog, 1, std::move(read->known));
    if (!violations.empty()) return std::move(violations.front());
    return std::move(read->diagram);
}

Result<std::string> save(const diagram::Diagram& diagram) {
    std::string out = firstLine(kFormat, kNeeds);
    LineWriter writer(out);
    writer << v1::fromProject(diagram.project());
    for (const diagram::Element& element : diagram.elements()) writer << v1::fromElement(element);
    for (const diagram::Link& link : diagram.links()) writer << v1::fromLink(link);
    for (const diagram::Scenario& scenario : diagram.scenarios()) writer << v1::fromScenario(scenario);
    if (auto problem = writer.finish()) return std::move(*problem);
    out += lastLine(out, diagram.project().properties.flag(kChecksumProperty).value_or(true));
    if (out.size() > diagram::limits::kFileBytes) return tooLarge(out.size());
    return out;
}

} // namespace sky::store
