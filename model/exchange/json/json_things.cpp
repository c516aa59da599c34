// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_things.h"

#include "diagram/limits.h"
#include "exchange/json/json_values.h"

#include <algorithm>
#include <array>

namespace sky::exchange::json {

using catalog::Catalog;
using catalog::LinkType;
using catalog::Property;
using catalog::Service;
using diagram::Acceptance;
using diagram::Element;
using diagram::Link;
using diagram::Project;

namespace {

Result<std::vector<ElementId>> readIds(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Array) return wrongKind(place, {"an array of ids", "id 배열"}, node);
    if (node.children.size() > diagram::limits::kReferences)
        return tooMany(place, node.children.size(), diagram::limits::kReferences);
    std::vector<ElementId> ids;
    ids.reserve(node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        auto id = readText(node.children[i], place[i]);
        if (!id) return std::move(id).error();
        ids.emplace_back(std::move(*id));
    }
    return ids;
}

Error unknownProperty(const Place& place, const std::string& key, const Text& owner, std::span<const Property> known,
                      std::span<const std::string_view> fields) {
    std::vector<std::string_view> words(fields.begin(), fields.end());
    for (const Property& property : known) words.emplace_back(property.key);
    const std::string near = nearest(key, words);
    return wrong(place[key],
                 near.empty()
                     ? say("{} has no property {}.", "{}에는 {} 속성이 없습니다.", owner, inQuotes(key))
                     : say("{} has no property {}; nearest: {}.", "{}에는 {} 속성이 없습니다. 가장 비슷한 것: {}.",
                           owner, inQuotes(key), inQuotes(near)),
                 say("Correct it or take it out.", "고치거나 빼세요."));
}

const Property* findIn(std::span<const Property> properties, std::string_view key) {
    for (const Property& property : properties)
        if (property.key == key) return &property;
    return nullptr;
}

// The type of an unset kind is the first that fits; its property may also come from any other kind, since the ends
// (and with them the kind) may change.
const LinkType* typeOf(const Catalog& catalog, const std::optional<catalog::LinkKind>& kind, const Service* from,
                       const Service* to) {
    if (kind) return &catalog.linkType(*kind);
    if (!from || !to) return nullptr;
    const auto kinds = catalog.kindsBetween(*from, *to);
    return kinds.empty() ? nullptr : &catalog.linkType(kinds.front());
}

// The property of any kind of link: what an unset kind may become.
const Property* propertyOfAnyLink(const Catalog& catalog, std::string_view key) {
    for (const LinkType& other : catalog.linkTypes())
        if (const Property* property = other.property(key)) return property;
    return nullptr;
}

const Property* linkProperty(const Catalog& catalog, const LinkType* type, bool kindIsSet, std::string_view key) {
    if (type)
        if (const Property* property = type->property(key)) return property;
    return kindIsSet ? nullptr : propertyOfAnyLink(catalog, key);
}

std::size_t countProperties(const Node& thing, std::span<const std::string_view> fields) {
    return static_cast<std::size_t>(std::count_if(thing.children.begin(), thing.children.end(), [&](const Node& child) {
        return std::find(fields.begin(), fields.end(), child.key) == fields.end();
    }));
}

Result<std::int32_t> readPixel(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Integer) return wrongKind(place, {"a whole number of pixels", "픽셀 정수"}, node);
    if (node.integer < -diagram::limits::kCoordinate || node.integer > diagram::limits::kCoordinate)
        return wrong(place, say("{} is out of bounds.", "{}은(는) 범위를 벗어납니다.", node.integer),
                     say("Coordinates lie between -{} and {}.", "좌표는 -{}부터 {} 사이입니다.",
                         diagram::limits::kCoordinate, diagram::limits::kCoordinate));
    return static_cast<std::int32_t>(node.integer);
}

} // namespace

Result<Element> readElement(Vocabulary& vocabulary, const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 6> kFields{"id", "service", "name", "parent", "spans", "groups"};
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    const Node* serviceNode = node.find("service");
    if (!serviceNode) return missingMember(place, "service", "\"service\": \"ec2\"");
    if (!node.find("id")) return missingMember(place, "id", "\"id\": \"ec2-1\"");
    Element element;
    auto serviceKey = readText(*serviceNode, place[serviceNode->key]);
    if (!serviceKey) return std::move(serviceKey).error();
    element.service = std::move(*serviceKey);
    const Service* service = vocabulary.service(element.service);
    element.properties.reserve(countProperties(node, kFields));
    for (const Node& child : node.children) {
        const std::string_view key = child.key; // compares by length first, which a string and a literal do not
        const Place here = place[key];
        if (key == "service") continue;
        if (key == "id" || key == "parent") {
            auto id = readText(child, here);
            if (!id) return std::move(id).error();
            if (id->empty())
                return wrong(here, say("is empty.", "비어 있습니다."),
                             key == "id" ? say("Give it an id such as 'ec2-1'.", "'ec2-1' 같은 id를 쓰세요.")
                                         : say("Leave 'parent' out for a thing on the page.",
                                               "페이지에 있는 요소라면 'parent'를 빼세요."));
            (key == "id" ? element.id : element.parent) = ElementId(std::move(*id));
        } else if (key == "name") {
            auto name = readName(child, here);
            if (!name) return std::move(name).error();
            element.name = std::move(*name);
        } else if (key == "spans" || key == "groups") {
            auto ids = readIds(child, here);
            if (!ids) return std::move(ids).error();
            (key == "spans" ? element.spans : element.groups) = std::move(*ids);
        } else {
            const std::size_t number = element.properties.size();
            const Property* property = service ? vocabulary.property(service->properties, number, child.key) : nullptr;
            if (service && !property)
                return unknownProperty(place, child.key, service->shortName, service->properties, kFields);
            auto value = property ? readValue(*property, child, here) : readUntyped(child, here);
            if (!value) return std::move(value).error();
            element.properties.set(child.key, std::move(*value));
        }
    }
    return element;
}

Result<Link> readLink(Vocabulary& vocabulary, const Node& node, const Place& place, const Service* from,
                      const Service* to) {
    const Catalog& catalog = vocabulary.catalog();
    static constexpr std::array<std::string_view, 5> kFields{"id", "kind", "from", "to", "name"};
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    for (const auto& [key, example] : {std::pair("id", "\"id\": \"traffic-1\""),
                                       std::pair("from", "\"from\": \"alb-1\""), std::pair("to", "\"to\": \"ec2-1\"")})
        if (!node.find(key)) return missingMember(place, key, example);
    Link link;
    if (const Node* kind = node.find("kind")) {
        auto key = readText(*kind, place[kind->key]);
        if (!key) return std::move(key).error();
        const LinkType* type = catalog.linkType(*key);
        if (!type) {
            std::vector<std::string_view> words;
            for (const LinkType& one : catalog.linkTypes()) words.emplace_back(one.key);
            const std::string near = nearest(*key, words);
            return wrong(place[kind->key],
                         near.empty()
                             ? say("no kind of link {}.", "{} 연결 종류는 없습니다.", inQuotes(*key))
                             : say("no kind of link {}; nearest: {}.", "{} 연결 종류는 없습니다. 가장 비슷한 것: {}.",
                                   inQuotes(*key), inQuotes(near)),
                         say("Kinds are {}.", "종류: {}.", listed(words)));
        }
        link.kind = type->kind;
    }
    const LinkType* type = link.kind ? &catalog.linkType(*link.kind) : vocabulary.typeBetween(from, to);
    link.properties.reserve(countProperties(node, kFields));
    for (const Node& child : node.children) {
        const std::string_view key = child.key;
        const Place here = place[key];
        if (key == "kind") continue;
        if (key == "id" || key == "from" || key == "to") {
            auto id = readText(child, here);
            if (!id) return std::move(id).error();
            if (key == "id") {
                link.id = LinkId(std::move(*id));
            } else {
                (key == "from" ? link.from : link.to) = ElementId(std::move(*id));
            }
        } else if (key == "name") {
            auto name = readName(child, here);
            if (!name) return std::move(name).error();
            link.name = std::move(*name);
        } else {
            const std::size_t number = link.properties.size();
            const Property* property = type ? vocabulary.property(type->properties, number, child.key) : nullptr;
            if (!property && !link.kind) property = propertyOfAnyLink(catalog, child.key);
            if (!property)
                return unknownProperty(place, child.key, type ? type->name : say("A link", "연결"),
                                       type ? std::span<const Property>(type->properties) : std::span<const Property>(),
                                       kFields);
            auto value = readValue(*property, child, here);
            if (!value) return std::move(value).error();
            link.properties.set(child.key, std::move(*value));
        }
    }
    return link;
}

namespace {

Result<std::vector<Acceptance>> readAccepted(const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 7> kFields{"rule",   "subject", "fingerprint", "reason",
                                                             "author", "date",    "until"};
    static constexpr std::array<std::string Acceptance::*, 7> kMembers{
        &Acceptance::rule,   &Acceptance::subject, &Acceptance::fingerprint, &Acceptance::reason,
        &Acceptance::author, &Acceptance::date,    &Acceptance::until};
    if (node.kind != Node::Kind::Array) return wrongKind(place, {"an array", "배열"}, node);
    std::vector<Acceptance> accepted;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node& row = node.children[i];
        const Place here = place[i];
        if (row.kind != Node::Kind::Object) return wrongKind(here, {"an object", "객체"}, row);
        Acceptance one;
        for (const Node& child : row.children) {
            const auto field = std::find(kFields.begin(), kFields.end(), child.key);
            if (field == kFields.end()) return unknownMember(here, child, kFields);
            auto text = readText(child, here[child.key]);
            if (!text) return std::move(text).error();
            one.*kMembers[static_cast<std::size_t>(field - kFields.begin())] = std::move(*text);
        }
        if (one.rule.empty()) return missingMember(here, "rule", "\"rule\": \"single-az\"");
        accepted.push_back(std::move(one));
    }
    std::sort(accepted.begin(), accepted.end());
    return accepted;
}

void appendKey(std::string& out, std::string_view key) {
    out += ", ";
    appendText(out, key);
    out += ": ";
}

void appendIds(std::string& out, const std::vector<ElementId>& ids) {
    out += '[';
    const char* between = "";
    for (const ElementId& id : ids) {
        out += between;
        between = ", ";
        appendText(out, id.str());
    }
    out += ']';
}

} // namespace

Result<Project> readProjectFacts(const Catalog& catalog, const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 2> kFields{"name", "accepted"};
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    Project project;
    for (const Node& child : node.children) {
        const Place here = place[child.key];
        if (child.key == "name") {
            auto name = readName(child, here);
            if (!name) return std::move(name).error();
            project.name = std::move(*name);
        } else if (child.key == "accepted") {
            auto accepted = readAccepted(child, here);
            if (!accepted) return std::move(accepted).error();
            project.accepted = std::move(*accepted);
        } else {
            const Property* property = findIn(catalog.projectProperties(), child.key);
            if (!property)
                return unknownProperty(place, child.key, say("A project", "프로젝트"), catalog.projectProperties(),
                                       kFields);
            auto value = readValue(*property, child, here);
            if (!value) return std::move(value).error();
            project.properties.set(child.key, std::move(*value));
        }
    }
    return project;
}

Result<Rect> readFrame(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Array || node.children.size() != 4)
        return wrongKind(place, {"[x, y, width, height]", {}}, node);
    std::array<std::int32_t, 4> numbers{};
    for (std::size_t i = 0; i < 4; ++i) {
        auto number = readPixel(node.children[i], place[i]);
        if (!number) return std::move(number).error();
        numbers[i] = *number;
    }
    return Rect{numbers[0], numbers[1], numbers[2], numbers[3]};
}

Result<std::vector<Point>> readWaypoints(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Array) return wrongKind(place, {"[[x, y], …]", {}}, node);
    if (node.children.size() > diagram::limits::kReferences)
        return tooMany(place, node.children.size(), diagram::limits::kReferences);
    std::vector<Point> points;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node& pair = node.children[i];
        const Place here = place[i];
        if (pair.kind != Node::Kind::Array || pair.children.size() != 2) return wrongKind(here, {"[x, y]", {}}, pair);
        auto x = readPixel(pair.children[0], here[0]);
        if (!x) return std::move(x).error();
        auto y = readPixel(pair.children[1], here[1]);
        if (!y) return std::move(y).error();
        points.push_back({*x, *y});
    }
    return points;
}

void appendElement(std::string& out, const Catalog& catalog, const Element& element) {
    const Service* service = catalog.find(element.service);
    out += "{\"id\": ";
    appendText(out, element.id.str());
    appendKey(out, "service");
    appendText(out, element.service);
    if (!element.name.empty()) {
        appendKey(out, "name");
        appendName(out, element.name);
    }
    if (!element.parent.empty()) {
        appendKey(out, "parent");
        appendText(out, element.parent.str());
    }
    if (!element.spans.empty()) {
        appendKey(out, "spans");
        appendIds(out, element.spans);
    }
    if (!element.groups.empty()) {
        appendKey(out, "groups");
        appendIds(out, element.groups);
    }
    for (const auto& [key, value] : element.properties) {
        appendKey(out, key);
        appendValue(out, value, service ? service->property(key) : nullptr);
    }
    out += '}';
}

void appendLink(std::string& out, const Catalog& catalog, const Link& link, const Service* from, const Service* to) {
    out += "{\"id\": ";
    appendText(out, link.id.str());
    if (link.kind) {
        appendKey(out, "kind");
        appendText(out, catalog.linkType(*link.kind).key);
    }
    appendKey(out, "from");
    appendText(out, link.from.str());
    appendKey(out, "to");
    appendText(out, link.to.str());
    if (!link.name.empty()) {
        appendKey(out, "name");
        appendName(out, link.name);
    }
    const LinkType* type = link.properties.empty() ? nullptr : typeOf(catalog, link.kind, from, to);
    for (const auto& [key, value] : link.properties) {
        appendKey(out, key);
        appendValue(out, value, linkProperty(catalog, type, link.kind.has_value(), key));
    }
    out += '}';
}

void appendProjectFacts(std::string& out, const Catalog& catalog, const Project& project) {
    const char* between = "{\n    ";
    const auto member = [&](std::string_view key) {
        out += between;
        between = ",\n    ";
        appendText(out, key);
        out += ": ";
    };
    if (!project.name.empty()) {
        member("name");
        appendName(out, project.name);
    }
    for (const auto& [key, value] : project.properties) {
        member(key);
        appendValue(out, value, findIn(catalog.projectProperties(), key));
    }
    if (!project.accepted.empty()) {
        member("accepted");
        out += '[';
        const char* row = "\n      ";
        for (const Acceptance& one : project.accepted) {
            out += row;
            row = ",\n      ";
            out += "{\"rule\": ";
            appendText(out, one.rule);
            for (const auto& [key, text] :
                 {std::pair("subject", &one.subject), std::pair("fingerprint", &one.fingerprint),
                  std::pair("reason", &one.reason), std::pair("author", &one.author), std::pair("date", &one.date),
                  std::pair("until", &one.until)}) {
                if (text->empty()) continue;
                appendKey(out, key);
                appendText(out, *text);
            }
            out += '}';
        }
        out += ']';
    }
    out += between[0] == '{' ? "{}" : "\n  }";
}

} // namespace sky::exchange::json
