// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_document.h"

#include "base/ids.h"
#include "base/nearest.h"
#include "diagram/limits.h"
#include "exchange/json/json_reader.h"
#include "exchange/json/json_scenario.h"
#include "exchange/json/json_things.h"
#include "exchange/json/json_values.h"

#include <algorithm>
#include <array>

namespace sky::exchange::json {

using diagram::Element;
using diagram::Link;
using diagram::Scenario;

Result<bool> Envelope::take(const Node& node, std::string_view format) {
    const Place here(node.key);
    if (node.key == "$schema") {
        if (auto text = readText(node, here); !text) return std::move(text).error();
        return true;
    }
    if (node.key == "format") {
        if (node.kind != Node::Kind::Text || node.text != format)
            return wrong(here,
                         say("this is not {} but {}.", "{}이(가) 아니라 {}입니다.", inQuotes(format),
                             node.kind == Node::Kind::Text ? inQuotes(node.text) : std::string("?")),
                         say("Here a file with \"format\": \"{}\" is needed.",
                             "여기에는 \"format\": \"{}\" 파일이 필요합니다.", format),
                         ErrorCode::BadFormat);
        m_formatSeen = true;
        return true;
    }
    if (node.key == "formatVersion") {
        if (node.kind != Node::Kind::Integer || node.integer < 1)
            return wrongKind(here, {"a whole number from 1", "1 이상의 정수"}, node);
        if (node.integer > kFormatVersion)
            return wrong(here,
                         say("the file has format {}; this version reads up to {}.",
                             "파일 형식은 {}인데 이 버전은 {}까지 읽습니다.", node.integer, kFormatVersion),
                         say("Open it with a newer version of Skywright.", "더 새로운 Skywright로 여세요."),
                         ErrorCode::NewerFormat);
        m_versionSeen = true;
        return true;
    }
    return false;
}

Result<void> Envelope::finish(std::string_view format) const {
    if (!m_formatSeen)
        return Error{ErrorCode::BadFormat,
                     {},
                     say("this JSON file is of another program: it has no \"format\": \"{}\".",
                         "다른 프로그램의 JSON 파일입니다. \"format\": \"{}\"이 없습니다.", format),
                     say("Add it if the file is meant for Skywright.", "Skywright용 파일이라면 넣으세요.")};
    if (!m_versionSeen) return missingMember(Place(""), "formatVersion", "\"formatVersion\": 1");
    return {};
}

Result<void> Document::parse(std::string_view bytes) {
    m_ids = diagram::IdTable(std::min(bytes.size() / 128, diagram::limits::kElements + diagram::limits::kLinks));
    static constexpr std::array<Streamed, 5> kStreamed{{{"elements", true},
                                                        {"links", true},
                                                        {"scenarios", true},
                                                        {"layout.elements", false},
                                                        {"layout.links", false}}};
    if (auto parsed = json::parse(bytes, kStreamed, *this); !parsed) return parsed;
    if (auto sound = m_envelope.finish(m_format); !sound) return sound;
    for (auto& [index, node] : m_waiting)
        if (auto taken = takeLink(index, node, endOf(node, "from"), endOf(node, "to")); !taken) return taken;
    return layOut();
}

Result<void> Document::open(std::string_view container) {
    if (container != "scenarios" || m_format != kFragmentFormat) return {};
    return wrong(Place(container), say("a fragment has no scenarios.", "조각에는 시나리오가 없습니다."),
                 say("Take them out.", "빼세요."));
}

Result<void> Document::take(std::string_view container, std::size_t index, Node& node) {
    if (container == "elements") return takeElement(index, node);
    if (container == "links") {
        links.emplace_back();
        if (links.size() > diagram::limits::kLinks)
            return tooMany(Place("links"), links.size(), diagram::limits::kLinks);
        const Element* from = endOf(node, "from");
        const Element* to = endOf(node, "to");
        if (from && to) return takeLink(index, node, from, to);
        m_waiting.emplace_back(index, std::move(node));
        return {};
    }
    if (container == "scenarios") return takeScenario(index, node); // fragments: refused when it was opened
    if (container == "layout.elements") return takeFrame(node);
    if (container == "layout.links") return takeWaypoints(node);
    if (container == "layout") {
        static constexpr std::array<std::string_view, 3> kKnown{"elements", "links", "locked"};
        if (node.key == "locked") return takeLocked(node);
        if (node.key == "elements" || node.key == "links")
            return wrongKind(Place("layout")[node.key], {"an object", "객체"}, node);
        return unknownMember(Place("layout"), node, kKnown);
    }
    return takeRoot(node);
}

Result<void> Document::takeRoot(Node& node) {
    static constexpr std::array<std::string_view, 9> kOfProjects{
        "$schema", "format", "formatVersion", "project", "elements", "links", "scenarios", "extensions", "layout"};
    static constexpr std::array<std::string_view, 7> kOfFragments{"$schema", "format", "formatVersion", "elements",
                                                                  "links",   "cut",    "layout"};
    const bool fragment = m_format == kFragmentFormat;
    auto envelope = m_envelope.take(node, m_format);
    if (!envelope) return std::move(envelope).error();
    if (*envelope) return {};
    const Place here(node.key);
    if (node.key == "project" && !fragment) {
        auto facts = readProjectFacts(m_vocabulary.catalog(), node, here);
        if (!facts) return std::move(facts).error();
        std::string extensions = std::move(project.extensions);
        project = std::move(*facts);
        project.extensions = std::move(extensions);
        return {};
    }
    if (node.key == "extensions" && !fragment) {
        if (node.kind != Node::Kind::Object) return wrongKind(here, {"an object", "객체"}, node);
        if (!node.children.empty()) appendCanonical(project.extensions, node);
        return {};
    }
    if (node.key == "cut" && fragment) return takeCut(node, here);
    if (node.key == "elements" || node.key == "links" || (node.key == "scenarios" && !fragment))
        return wrongKind(here, {"an array", "배열"}, node);
    if (node.key == "layout") return wrongKind(here, {"an object", "객체"}, node);
    if (!m_envelope.formatSeen()) return m_envelope.finish(m_format); // somebody else's JSON
    return fragment ? unknownMember(Place(""), node, kOfFragments) : unknownMember(Place(""), node, kOfProjects);
}

Result<void> Document::takeCut(const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 3> kKnown{"holder", "field", "id"};
    if (node.kind != Node::Kind::Array) return wrongKind(place, {"an array", "배열"}, node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node& row = node.children[i];
        const Place here = place[i];
        if (row.kind != Node::Kind::Object) return wrongKind(here, {"an object", "객체"}, row);
        edit::CutMention mention;
        for (const Node& child : row.children) {
            auto text = readText(child, here[child.key]);
            if (!text) return std::move(text).error();
            if (child.key == "holder") {
                mention.holder = std::move(*text);
            } else if (child.key == "field") {
                mention.field = std::move(*text);
            } else if (child.key == "id") {
                mention.id = std::move(*text);
            } else {
                return unknownMember(here, child, kKnown);
            }
        }
        cut.push_back(std::move(mention));
    }
    return {};
}

// Whether the thing may have its id. The entry is the one of that id, as it was before.
Result<void> Document::enter(const diagram::IdTable::Entry& entry, std::string_view id, Section section,
                             std::size_t index) const {
    static constexpr std::array<std::string_view, 3> kSections{"elements", "links", "scenarios"};
    const auto placeOf = [](Section of, std::size_t at) {
        return std::string(kSections[static_cast<std::size_t>(of)]) + '[' + std::to_string(at) + ']';
    };
    if (!isValidId(id))
        return Error{ErrorCode::Invalid, placeOf(section, index) + ".id",
                     say("{} cannot be an id.", "{}은(는) 아이디로 쓸 수 없습니다.", inQuotes(id)),
                     say("Use 1 to 64 of A-Z a-z 0-9 . _ - with a letter or digit first.",
                         "A-Z a-z 0-9 . _ - 중에서 1~64자를 쓰고, 첫 글자는 영문자나 숫자여야 합니다.")};
    if (entry.taken()) {
        const Section other = entry.element ? Section::Elements : entry.link ? Section::Links : Section::Scenarios;
        return Error{ErrorCode::Invalid, placeOf(section, index) + ".id",
                     say("{} is already the id of {}.", "{}은(는) 이미 {}의 아이디입니다.", inQuotes(id),
                         placeOf(other, entry.row)),
                     say("Give one of them another id, and change what names it.",
                         "둘 중 하나의 아이디를 바꾸고, 그것을 가리키는 곳도 고치세요.")};
    }
    return {};
}

Result<void> Document::takeElement(std::size_t index, const Node& node) {
    if (index >= diagram::limits::kElements) return tooMany(Place("elements"), index + 1, diagram::limits::kElements);
    const Place section("elements");
    auto element = readElement(m_vocabulary, node, section[index]);
    if (!element) return std::move(element).error();
    elements.push_back(*std::move(element));
    const Element& kept = elements.back();
    diagram::IdTable::Entry& entry = m_ids.obtain(kept.id.str());
    auto entered = enter(entry, kept.id.str(), Section::Elements, index);
    if (entered) entry.element = &kept, entry.row = static_cast<std::uint32_t>(index);
    return entered;
}

const Element* Document::endOf(const Node& link, std::string_view end) const {
    const Node* id = link.find(end);
    if (!id || id->kind != Node::Kind::Text) return nullptr;
    const diagram::IdTable::Entry* entry = m_ids.find(id->text);
    return entry ? entry->element : nullptr;
}

// An end that is null will not come any more.
Result<void> Document::takeLink(std::size_t index, const Node& node, const Element* from, const Element* to) {
    const Place section("links");
    const Place here = section[index];
    for (const auto& [end, element] : {std::pair("from", from), std::pair("to", to)}) {
        const Node* id = element ? nullptr : node.find(end);
        if (!id || id->kind != Node::Kind::Text) continue;
        const std::string near = nearestTo(id->text, Section::Elements);
        return wrong(here[id->key],
                     near.empty() ? say("no element {}.", "{} 요소가 없습니다.", inQuotes(id->text))
                                  : say("no element {}; nearest: {}.", "{} 요소가 없습니다. 가장 비슷한 것: {}.",
                                        inQuotes(id->text), inQuotes(near)),
                     say("Name an element of the file.", "파일에 있는 요소를 적으세요."));
    }
    const catalog::Catalog& catalog = m_vocabulary.catalog();
    auto link = readLink(m_vocabulary, node, here, from ? catalog.find(from->service) : nullptr,
                         to ? catalog.find(to->service) : nullptr);
    if (!link) return std::move(link).error();
    links[index] = *std::move(link);
    const Link& kept = links[index];
    diagram::IdTable::Entry& entry = m_ids.obtain(kept.id.str());
    auto entered = enter(entry, kept.id.str(), Section::Links, index);
    if (entered) entry.link = &kept, entry.row = static_cast<std::uint32_t>(index);
    return entered;
}

Result<void> Document::takeScenario(std::size_t index, const Node& node) {
    if (index >= diagram::limits::kScenarios)
        return tooMany(Place("scenarios"), index + 1, diagram::limits::kScenarios);
    const Place section("scenarios");
    auto scenario = readScenario(node, section[index]);
    if (!scenario) return std::move(scenario).error();
    scenarios.push_back(*std::move(scenario));
    const Scenario& kept = scenarios.back();
    diagram::IdTable::Entry& entry = m_ids.obtain(kept.id.str());
    auto entered = enter(entry, kept.id.str(), Section::Scenarios, index);
    if (entered) entry.scenario = &kept, entry.row = static_cast<std::uint32_t>(index);
    return entered;
}

Result<void> Document::takeFrame(const Node& node) {
    const Place layout("layout");
    const Place section = layout[std::string_view("elements")];
    if (m_frames.size() >= diagram::limits::kElements)
        return tooMany(section, m_frames.size() + 1, diagram::limits::kElements);
    auto frame = readFrame(node, section[node.key]);
    if (!frame) return std::move(frame).error();
    m_frames.emplace_back(node.key, *frame);
    return {};
}

Result<void> Document::takeWaypoints(const Node& node) {
    const Place layout("layout");
    const Place section = layout[std::string_view("links")];
    if (m_waypoints.size() >= diagram::limits::kLinks)
        return tooMany(section, m_waypoints.size() + 1, diagram::limits::kLinks);
    auto points = readWaypoints(node, section[node.key]);
    if (!points) return std::move(points).error();
    m_waypoints.emplace_back(node.key, std::move(*points));
    return {};
}

Result<void> Document::takeLocked(const Node& node) {
    const Place layout("layout");
    const Place here = layout[node.key];
    if (node.kind != Node::Kind::Array) return wrongKind(here, {"an array", "배열"}, node);
    if (node.children.size() > diagram::limits::kElements)
        return tooMany(here, node.children.size(), diagram::limits::kElements);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        auto id = readText(node.children[i], here[i]);
        if (!id) return std::move(id).error();
        m_locked.push_back(std::move(*id));
    }
    return {};
}

std::string Document::nearestTo(const std::string& id, Section section) const {
    std::vector<std::string_view> ids;
    if (section == Section::Elements) {
        for (const Element& element : elements) ids.emplace_back(element.id.str());
    } else {
        for (const Link& link : links) ids.emplace_back(link.id.str());
    }
    return nearest(id, ids);
}

Result<void> Document::layOut() {
    const Place layout("layout");
    const auto absent = [&](std::string_view key, const std::string& id, Section section) {
        const std::string near = nearestTo(id, section);
        const Text thing = section == Section::Elements ? say("element", "요소") : say("link", "연결");
        const Place container = layout[key];
        return wrong(container[id],
                     near.empty() ? say("no {} {}.", "{} {}이(가) 없습니다.", thing, inQuotes(id))
                                  : say("no {} {}; nearest: {}.", "{} {}이(가) 없습니다. 가장 비슷한 것: {}.", thing,
                                        inQuotes(id), inQuotes(near)),
                     say("Correct the id or take the line out.", "아이디를 고치거나 그 줄을 빼세요."));
    };
    for (const auto& [id, frame] : m_frames) {
        const diagram::IdTable::Entry* entry = m_ids.find(id);
        if (!entry || !entry->element) return absent("elements", id, Section::Elements);
        elements[entry->row].frame = frame;
    }
    for (const std::string& id : m_locked) {
        const diagram::IdTable::Entry* entry = m_ids.find(id);
        if (!entry || !entry->element)
            return absent("locked", id, Section::Elements);
        elements[entry->row].locked = true;
    }
    for (auto& [id, points] : m_waypoints) {
        const diagram::IdTable::Entry* entry = m_ids.find(id);
        if (!entry || !entry->link) return absent("links", id, Section::Links);
        links[entry->row].waypoints = std::move(points);
    }
    return {};
}

} // namespace sky::exchange::json
