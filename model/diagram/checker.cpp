// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/checker.h"

#include "diagram/limits.h"
#include "diagram/names.h"

#include <algorithm>
#include <cstdlib>

namespace sky::diagram {

void Checker::add(std::string place, Text what, Text remedy, ErrorCode code) {
    if (!full()) m_found.push_back({code, std::move(place), std::move(what), std::move(remedy)});
}

const Element* Checker::element(const ElementId& id) const {
    if (!m_known) return m_diagram.element(id);
    const IdTable::Entry* entry = m_known->find(id.str());
    return entry ? entry->element : nullptr;
}

bool Checker::isLink(const std::string& id) const {
    if (!m_known) return m_diagram.link(LinkId(id)) != nullptr;
    const IdTable::Entry* entry = m_known->find(id);
    return entry && entry->link;
}

bool Checker::isScenario(const std::string& id) const {
    if (!m_known) return m_diagram.scenario(ScenarioId(id)) != nullptr;
    const IdTable::Entry* entry = m_known->find(id);
    return entry && entry->scenario;
}

bool Checker::isOtherThanLink(const std::string& id) const {
    if (!m_known) return m_diagram.element(ElementId(id)) || m_diagram.scenario(ScenarioId(id));
    const IdTable::Entry* entry = m_known->find(id);
    return entry && (entry->element || entry->scenario);
}

bool Checker::isThing(const std::string& id) const {
    if (!m_known) return m_diagram.element(ElementId(id)) || m_diagram.link(LinkId(id));
    const IdTable::Entry* entry = m_known->find(id);
    return entry && (entry->element || entry->link);
}

void Checker::dangling(const Where& where, const std::string& id, bool elementOnly) {
    if (full()) return;
    std::string nearest;
    if (m_looksForNearest-- > 0) nearest = nearestId(m_diagram, id);
    const Text what = elementOnly ? say("no element '{}'", "'{}' 요소가 없습니다", id)
                                  : say("no element or link '{}'", "'{}'라는 요소나 연결이 없습니다", id);
    add(where,
        nearest.empty() ? say("{}.", "{}.", what)
                        : say("{}; nearest: '{}'.", "{}. 가장 비슷한 것: '{}'.", what, nearest),
        say("Name one that is in the project.", "프로젝트에 있는 것을 적으세요."));
}

void Checker::checkId(const Where& owner, const std::string& id, int kindsThatHaveIt) {
    if (!isValidId(id))
        add(owner["id"], say("'{}' cannot be an id.", "'{}'은(는) 아이디로 쓸 수 없습니다.", id.substr(0, 80)),
            say("Use 1 to 64 of A-Z a-z 0-9 . _ - with a letter or digit first.",
                "A-Z a-z 0-9 . _ - 중에서 1~64자를 쓰고, 첫 글자는 영문자나 숫자여야 합니다."));
    if (kindsThatHaveIt > 1)
        add(owner["id"], say("the id '{}' is used twice.", "'{}' 아이디가 두 번 쓰였습니다.", id),
            say("Ids are unique over elements, links and scenarios: give one of them another.",
                "아이디는 요소, 연결, 시나리오를 통틀어 하나뿐이어야 합니다. 하나를 바꾸세요."));
}

void Checker::checkNameOf(const Where& owner, const Text& name) {
    for (const std::string* text : {&name.en, &name.ko})
        if (const auto flaw = flawOfName(*text, limits::kNameCharacters))
            add(owner["name"], say("the name {}", "이름: {}", *flaw),
                say("A name has up to {} printable characters on one line.",
                    "이름은 한 줄에 인쇄 가능한 문자 {}자까지입니다.", limits::kNameCharacters));
}

void Checker::checkLongText(const Where& where, const Text& text) {
    for (const std::string* one : {&text.en, &text.ko})
        if (const auto flaw = flawOfText(*one, limits::kTextBytes)) add(where, say("the text {}", "글: {}", *flaw));
}

void Checker::checkFrame(const Where& owner, const Rect& frame) {
    const auto far = [](std::int32_t v) { return v < -limits::kCoordinate || v > limits::kCoordinate; };
    const auto badSide = [](std::int32_t v) { return v < limits::kLeastSide || v > limits::kMostSide; };
    if (far(frame.x) || far(frame.y))
        add(owner["frame"],
            say("the place {}, {} is out of bounds.", "위치 {}, {}은(는) 범위를 벗어납니다.", frame.x, frame.y),
            say("Coordinates lie between -{} and {}.", "좌표는 -{}부터 {} 사이입니다.", limits::kCoordinate,
                limits::kCoordinate));
    if (badSide(frame.width) || badSide(frame.height))
        add(owner["frame"],
            say("the size {} x {} is out of bounds.", "크기 {} x {}은(는) 범위를 벗어납니다.", frame.width,
                frame.height),
            say("Sides are {} to {} long.", "변의 길이는 {}부터 {}까지입니다.", limits::kLeastSide, limits::kMostSide));
}

void Checker::checkList(const Where& place, const Element& element, const std::vector<ElementId>& ids) {
    if (ids.empty()) return;
    if (ids.size() > limits::kReferences) {
        add(place, say("{} entries are too many.", "항목 {}개는 너무 많습니다.", ids.size()),
            say("The most is {}.", "최대 {}개입니다.", limits::kReferences), ErrorCode::TooLarge);
        return;
    }
    std::vector<std::string_view> seen;
    for (const ElementId& id : ids) {
        if (full()) return;
        if (id == element.id)
            add(place, say("'{}' names itself.", "'{}'이(가) 자기 자신을 가리킵니다.", id.str()),
                say("Take it off the list.", "목록에서 빼세요."));
        else if (!isElement(id))
            dangling(place, id.str(), true);
        seen.push_back(id.str());
    }
    std::sort(seen.begin(), seen.end());
    if (const auto twice = std::adjacent_find(seen.begin(), seen.end()); twice != seen.end())
        add(place, say("'{}' is named twice.", "'{}'이(가) 두 번 적혀 있습니다.", *twice),
            say("Name it once.", "한 번만 적으세요."));
}

void Checker::checkElement(const Element& element) {
    checkElement(element, isLink(element.id.str()) || isScenario(element.id.str()));
}

void Checker::checkElement(const Element& element, bool otherKindHasItsId) {
    const Where place(element);
    checkId(place, element.id.str(), otherKindHasItsId ? 2 : 1);
    if (!isValidId(element.service))
        add(place["service"],
            say("'{}' cannot be a service key.", "'{}'은(는) 서비스 키로 쓸 수 없습니다.",
                element.service.substr(0, 80)),
            say("Name a service of the catalog, such as 'ec2'.", "'ec2'처럼 카탈로그에 있는 서비스를 적으세요."));
    checkNameOf(place, element.name);
    if (element.frame) checkFrame(place, *element.frame);
    if (element.parent == element.id)
        loopOfParents(element);
    else if (!element.parent.empty() && !isElement(element.parent))
        dangling(place["parent"], element.parent.str(), true);
    checkList(place["spans"], element, element.spans);
    checkList(place["groups"], element, element.groups);
    checkPropertyCount(place, element.properties);
    checkElementProperties(place, element);
}

void Checker::loopOfParents(const Element& element) {
    add(Where(element)["parent"],
        say("'{}' stands inside itself.", "'{}'이(가) 자기 자신 안에 들어 있습니다.", element.id.str()),
        say("Give one element of the loop another parent.", "순환에 있는 요소 하나의 부모를 바꾸세요."));
}

void Checker::tooDeep(const Element& element) {
    add(Where(element)["parent"],
        say("'{}' stands more than {} containers deep.", "'{}'이(가) 컨테이너 {}단계보다 깊이 들어 있습니다.",
            element.id.str(), limits::kDepth),
        say("Move it further out.", "더 바깥으로 옮기세요."), ErrorCode::TooLarge);
}

void Checker::checkParents(const Element& element) {
    ElementId above = element.parent;
    for (std::size_t depth = 0; !above.empty(); ++depth) {
        if (above == element.id) return loopOfParents(element);
        if (depth >= limits::kDepth) return tooDeep(element);
        const Element* parent = this->element(above);
        if (!parent) return;
        above = parent->parent;
    }
}

void Checker::checkLink(const Link& link) {
    const Where place(link);
    const Element* from = element(link.from);
    const Element* to = element(link.to);
    checkId(place, link.id.str(), isOtherThanLink(link.id.str()) ? 2 : 1);
    checkNameOf(place, link.name);
    if (!from) dangling(place["from"], link.from.str(), true);
    if (!to) dangling(place["to"], link.to.str(), true);
    if (link.from == link.to)
        add(place["to"],
            say("the link joins '{}' to itself.", "연결이 '{}'을(를) 자기 자신과 잇습니다.", link.from.str()),
            say("A link needs two different ends.", "연결의 두 끝은 서로 달라야 합니다."));
    if (link.waypoints.size() > limits::kReferences)
        add(place["waypoints"],
            say("{} waypoints are too many.", "경유점 {}개는 너무 많습니다.", link.waypoints.size()),
            say("The most is {}.", "최대 {}개입니다.", limits::kReferences), ErrorCode::TooLarge);
    for (const Point& point : link.waypoints) {
        if (std::max(std::abs(static_cast<std::int64_t>(point.x)), std::abs(static_cast<std::int64_t>(point.y))) <=
            limits::kCoordinate)
            continue;
        add(place["waypoints"],
            say("the waypoint {}, {} is out of bounds.", "경유점 {}, {}은(는) 범위를 벗어납니다.", point.x, point.y),
            say("Coordinates lie between -{} and {}.", "좌표는 -{}부터 {} 사이입니다.", limits::kCoordinate,
                limits::kCoordinate));
        break;
    }
    checkPropertyCount(place, link.properties);
    checkLinkProperties(place, link, from, to);
}

void Checker::checkCounts() {
    const auto check = [&](const char* place, std::size_t count, std::size_t most) {
        if (count > most)
            add(Where(place), say("{} are too many.", "{}개는 너무 많습니다.", count),
                say("A project holds up to {}.", "프로젝트에는 {}개까지 들어갑니다.", most), ErrorCode::TooLarge);
    };
    check("elements", m_diagram.elements().size(), limits::kElements);
    check("links", m_diagram.links().size(), limits::kLinks);
    check("scenarios", m_diagram.scenarios().size(), limits::kScenarios);
}

} // namespace sky::diagram
