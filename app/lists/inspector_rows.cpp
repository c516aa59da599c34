// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows the inspector has, and what stands in them.
#include "lists/inspector_row.h"

#include "catalog/roles.h"
#include "edit/add.h"
#include "lists/inspector_cidr.h"
#include "session/text_bridge.h"

#include <algorithm>

namespace sky::lists {

namespace {

using catalog::Property;
using catalog::PropertyType;
using catalog::Trait;
using session::toQString;
using topology::Origin;

constexpr std::size_t kMostDistinct = 20; // more different values of a selection are not counted

// Ours are assumptions of the drawing, not something AWS does.
bool isOurs(const Property& property) {
    return property.source.empty() || property.source.starts_with("ours") || property.source.starts_with("SEMANTICS");
}

QString withoutStop(QString sentence) {
    if (sentence.endsWith('.')) sentence.chop(1);
    return sentence;
}

QString editorOf(const Property& property) {
    if (property.type == PropertyType::Records) return "rules";
    if (property.list) return "list";
    switch (property.type) {
    case PropertyType::Bool: return "switch";
    case PropertyType::LocalizedText: return "words";
    case PropertyType::Place: return "drop";
    case PropertyType::Cidr: return "drop";
    case PropertyType::Reference: return property.orCidr ? "drop" : "choice";
    case PropertyType::Choice: return property.table.empty() || property.table == "regions" ? "choice" : "type";
    default: return "value";
    }
}

QVariantMap item(const std::string& value, const QString& label) {
    return {{"value", toQString(value)}, {"label", label}};
}

} // namespace

std::vector<InspectorModel::Row> InspectorModel::wanted() const {
    std::vector<Row> all;
    if (m_subject->isProject() || m_subject->count() > 0) {
        if (!m_subject->things().links.empty() && m_subject->things().elements.empty()) {
            Row kind;
            kind.special = Special::LinkKind;
            kind.key = kLinkKindKey;
            kind.section = "general";
            all.push_back(kind);
        }
        for (const Property* property : m_subject->properties()) {
            Row row;
            row.key = property->key;
            row.property = property;
            row.section = property->group.empty() ? "general" : property->group;
            all.push_back(row);
        }
    }
    if (const catalog::Service* service = m_subject->service()) {
        const diagram::Element* lead = m_subject->diagram().element(m_subject->things().elements.front());
        addMembership(all, *lead, *service);
        if (m_subject->count() == 1) addFacts(all, *lead);
    }
    std::vector<Row> rows;
    for (const catalog::PropertyGroup& group : m_subject->catalog().propertyGroups()) {
        std::vector<Row> its;
        for (const Row& row : all)
            if (row.section == group.key) its.push_back(row);
        if (its.empty()) continue;
        Row header;
        header.special = Special::Section;
        header.key = group.key;
        header.section = group.key;
        rows.push_back(header);
        rows.insert(rows.end(), its.begin(), its.end());
    }
    for (Row& row : rows) fill(row);
    for (Row& header : rows) {
        if (header.special != Special::Section) continue;
        bool any = false; // a section in which nothing applies is not shown
        for (const Row& row : rows)
            if (row.section == header.section && &row != &header) {
                header.count += row.special != Special::Fact && row.status != "unset" ? 1 : 0;
                any = any || row.applies;
            }
        header.applies = any;
    }
    return rows;
}

void InspectorModel::addMembership(std::vector<Row>& rows, const diagram::Element&, const catalog::Service& service) const {
    const auto add = [&](Special special, const char* key, const char* section) {
        Row row;
        row.special = special;
        row.key = key;
        row.section = section;
        rows.insert(rows.begin(), row);
    };
    if (service.is(Trait::Eni) || service.plays(catalog::role::kFleet)) add(Special::Groups, kSecurityGroupsKey, "security");
    if (service.plays(catalog::role::kInstance)) add(Special::Groups, kFleetKey, "placement");
    if (service.is(Trait::Spanning)) add(Special::Spans, kSpansKey, "placement");
}

void InspectorModel::addFacts(std::vector<Row>& rows, const diagram::Element& lead) const {
    const topology::Topology& topology = m_subject->topology();
    const Speech speech = m_subject->speech();
    const auto add = [&](const char* key, const char* section, const QString& label, const QString& shown) {
        Row row;
        row.special = Special::Fact;
        row.key = key;
        row.section = section;
        row.label = label;
        row.shown = shown;
        rows.push_back(row);
    };
    const auto namesOf = [&](const std::vector<ElementId>& ids) {
        QStringList names;
        for (const ElementId& id : ids) names.append(nameOfThing(id.str(), speech));
        return names.join(", ");
    };
    if (topology.plays(lead.id, catalog::role::kSubnet)) {
        const Result<Cidr> block = parseCidr(topology.cidr(lead.id).value);
        if (block && addressCount(*block) > kKeptByAws) {
            const std::uint64_t usable = addressCount(*block) - kKeptByAws;
            add("fact/usable", "network", speech(say("Usable", "사용 가능")),
                speech(say("{} addresses, {} used, {} kept by AWS", "{}개, {}개 사용, {}개 AWS 예약", usable,
                           static_cast<std::uint64_t>(topology.hosts(lead.id).size()), kKeptByAws)));
        }
        const ElementId table = topology.routeTable(lead.id).table;
        const catalog::Service* service = table.empty() ? nullptr : topology.service(table);
        if (const Property* routes = service ? service->property("routes") : nullptr) {
            Row row;
            row.special = Special::Rules;
            row.key = "routes of the table";
            row.property = routes;
            row.section = "routing";
            row.owners = {table.str()};
            rows.push_back(row);
        }
    }
    if (topology.plays(lead.id, catalog::role::kVpc)) {
        std::uint64_t used = 0;
        for (const ElementId& subnet : topology.subnets(lead.id))
            if (const Result<Cidr> block = parseCidr(topology.cidr(subnet).value)) used += addressCount(*block);
        if (const Result<Cidr> block = parseCidr(topology.cidr(lead.id).value))
            add("fact/used", "network", speech(say("In subnets", "서브넷 사용")),
                speech(say("{} of {} addresses, {} subnets", "주소 {2}개 중 {1}개, 서브넷 {3}개", used, addressCount(*block),
                           static_cast<std::uint64_t>(topology.subnets(lead.id).size()))));
    }
    if (topology.plays(lead.id, catalog::role::kVpc)) {
        const auto addThings = [&](std::string_view role, const char* section) {
            Row row;
            row.special = Special::Things;
            row.key = role;
            row.section = section;
            rows.push_back(row);
        };
        addThings(catalog::role::kRouteTable, "routing");
        addThings(catalog::role::kNetworkAcl, "security");
        addThings(catalog::role::kSecurityGroup, "security");
    }
    if (topology.is(lead.id, Trait::Group)) {
        const std::vector<ElementId> members = topology.members(lead.id);
        add("fact/members", "general", speech(say("Members", "구성원")),
            members.empty() ? speech(say("None yet", "아직 없음")) : namesOf(members));
    }
    if (topology.plays(lead.id, catalog::role::kRouteTable) || topology.plays(lead.id, catalog::role::kNetworkAcl)) {
        std::vector<ElementId> subnets;
        for (const ElementId& id : m_subject->diagram().elementsReferringTo(lead.id.str()))
            if (topology.plays(id, catalog::role::kSubnet)) subnets.push_back(id);
        add("fact/subnets", "general", speech(say("Subnets", "서브넷")),
            subnets.empty() ? speech(say("None names it", "지정한 서브넷 없음")) : namesOf(subnets));
    }
}

void InspectorModel::fill(Row& row) const {
    const Speech speech = m_subject->speech();
    row.open = isOpen(row.section);
    switch (row.special) {
    case Special::Section:
        row.editor = "section";
        for (const catalog::PropertyGroup& group : m_subject->catalog().propertyGroups())
            if (group.key == row.key) row.label = speech(group.name);
        return;
    case Special::Fact: row.editor = "fact"; return;
    case Special::Things: return fillThings(row);
    case Special::LinkKind: {
        row.editor = "choice";
        row.label = speech(say("Kind", "종류"));
        row.help = speech(say("What the link stands for. It decides which properties it has.", "연결이 뜻하는 것이며 속성을 결정합니다."));
        std::vector<std::optional<catalog::LinkKind>> kinds;
        for (const LinkId& id : m_subject->things().links) {
            const std::optional<catalog::LinkKind> kind = m_subject->diagram().link(id)->kind;
            if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
        }
        const diagram::Link& lead = *m_subject->diagram().link(m_subject->things().links.front());
        const catalog::LinkType& type = m_subject->catalog().linkType(kindOf(m_subject->diagram(), m_subject->catalog(), lead));
        row.status = kinds.size() > 1 ? "several" : kinds.front() ? "set" : "unset";
        row.value = kinds.size() == 1 && kinds.front() ? toQString(type.key) : QString();
        row.shown = kinds.size() > 1 ? speech(say("{} values", "값 {}개", static_cast<std::uint64_t>(kinds.size()))) : speech(type.name);
        row.unset = speech(say("By its ends: {}", "양 끝에 따라: {}", type.name));
        return;
    }
    case Special::Spans:
    case Special::Groups: {
        row.editor = "list";
        row.label = speech(row.special == Special::Spans ? say("Subnets", "서브넷")
                           : row.key == kFleetKey        ? say("Scaling group", "Auto Scaling 그룹")
                                                         : say("Security groups", "보안 그룹"));
        row.help = speech(row.special == Special::Spans ? say("The subnets it lives in, one in each zone.", "걸쳐 있는 서브넷이며 가용 영역마다 하나입니다.")
                          : row.key == kFleetKey        ? say("The group whose instance it pictures.", "이 인스턴스가 나타내는 그룹입니다.")
                                                        : say("The groups that filter what reaches it and what it reaches.", "들어오고 나가는 트래픽을 거르는 그룹입니다."));
        const std::vector<catalog::Scalar> items = itemsOf(row);
        for (const catalog::Scalar& each : items)
            row.items.append(item(catalog::toText(each), nameOfThing(catalog::toText(each), speech)));
        row.status = items.empty() ? "unset" : "set";
        row.unset = speech(row.special == Special::Spans ? say("Not set · in no subnet", "미설정 · 서브넷 없음")
                           : row.key == kFleetKey        ? say("None", "없음")
                                                         : say("Not set · admits what the links need", "미설정 · 연결에 필요한 만큼 허용"));
        return;
    }
    case Special::Rules:
        row.editor = "rules";
        row.status = "set";
        row.label = speech(say("Routes of {}", "{}의 라우팅", Text{session::toStdString(nameOfThing(row.owners.front(), speech)), {}}));
        return;
    case Special::None: break;
    }
    fillProperty(row);
}

// What has no box on the canvas is listed where it belongs.
void InspectorModel::fillThings(Row& row) const {
    const Speech speech = m_subject->speech();
    const diagram::Element* vpc = m_subject->onlyElement();
    row.editor = "things";
    if (const catalog::Service* service = edit::serviceThatPlays(m_subject->catalog(), row.key)) {
        row.label = speech(service->shortName);
        row.unset = speech(say("None drawn", "그린 것 없음"));
    }
    if (!vpc) return;
    for (const ElementId& id : m_subject->diagram().children(vpc->id)) {
        const catalog::Service* service = m_subject->catalog().find(m_subject->diagram().element(id)->service);
        if (service && service->plays(row.key)) row.items.append(item(id.str(), nameOfThing(id.str(), speech)));
    }
    row.status = row.items.isEmpty() ? "unset" : "set";
}

void InspectorModel::fillProperty(Row& row) const {
    const Property& property = *row.property;
    const Speech speech = m_subject->speech();
    row.editor = editorOf(property);
    row.label = speech(property.label);
    row.help = speech(property.help);
    row.range = rangeOf(property, speech);
    if (!row.range.isEmpty()) row.help += (row.help.isEmpty() ? "" : "\n") + row.range;
    if (!property.source.empty() && (property.byDefault || !property.whenUnset.empty()))
        row.help += (row.help.isEmpty() ? "" : "\n") +
                    speech(say("Default: {}", "기본값 출처: {}", isOurs(property) ? say("assumed by Skywright", "Skywright의 가정") : Text{property.source, {}}));
    row.table = row.editor == "type" ? toQString(property.table) : QString();

    std::vector<const catalog::Value*> distinct; // unset among them counts as one
    m_subject->forEachValue(property.key, [&](const catalog::Value* value) {
        if (distinct.size() > kMostDistinct) return;
        const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const catalog::Value* other) {
            return value == other || (value && other && *value == *other);
        });
        if (!known) distinct.push_back(value);
    });
    const catalog::Value* value = distinct.size() == 1 ? distinct.front() : nullptr;
    row.status = distinct.size() > 1 ? "several" : value ? "set" : "unset";

    const topology::Effective effective = m_subject->effective(property);
    row.applies = effective.applies || row.status != "unset";
    if (row.editor == "rules")
        for (const ElementId& id : m_subject->things().elements) row.owners.push_back(id.str());
    if (row.editor == "rules")
        for (const LinkId& id : m_subject->things().links) row.owners.push_back(id.str());

    if (row.status == "several") {
        row.shown = distinct.size() > kMostDistinct
                        ? speech(say("Many values", "여러 값"))
                        : speech(say("{} values", "값 {}개", static_cast<std::uint64_t>(distinct.size())));
        return;
    }
    if (value) {
        // "200 GiB" is read as well as "200GiB", and by people better.
        row.value = std::holds_alternative<Quantity>(*value) ? shown(property, *value, speech).replace(QChar(0x00A0), ' ') : editText(*value);
        row.shown = shown(property, *value, speech);
        if (const auto* reference = std::get_if<catalog::Reference>(value)) row.target = toQString(reference->id);
        if (const Text* words = std::get_if<Text>(value)) {
            row.english = toQString(words->en);
            row.korean = toQString(words->ko);
        }
        if (const auto* list = std::get_if<catalog::List>(value))
            for (const catalog::Scalar& each : *list)
                row.items.append(item(catalog::toText(each), lists::shown(property, each, speech)));
        if (row.editor == "type")
            if (const catalog::InstanceType* type = speech.catalog.type(property.table, session::toStdString(row.value)))
                row.range = speech(say("{} vCPU, {}", "vCPU {}개, {}", type->vcpus,
                                       session::toStdString(shown(property, catalog::Scalar(Quantity{type->memoryBytes, Unit::Bytes}), speech))));
    }
    // What holds while it is unset
    const diagram::Element* lead = m_subject->onlyElement();
    topology::AddressSetting assigned;
    if (lead && property.key == "cidr") assigned = m_subject->topology().cidr(lead->id);
    if (lead && property.type == PropertyType::Address) assigned = m_subject->topology().address(lead->id);
    if (!value && assigned.origin == Origin::Assumed && !assigned.value.empty()) {
        row.unset = speech(say("Not set · assigned {}", "미설정 · {} 할당", assigned.value));
        return;
    }
    const catalog::Value* other = effective.value;
    if (value && property.byDefault) other = &*property.byDefault;
    if (other && (!value || property.byDefault)) {
        const Text what{session::toStdString(shown(property, *other, speech)), {}};
        row.unset = speech(isOurs(property) ? say("Not set · assumed: {}", "미설정 · 가정: {}", what)
                                            : say("Not set · AWS: {}", "미설정 · AWS: {}", what));
    } else if (!property.whenUnset.empty()) {
        row.unset = speech(say("Not set · ", "미설정 · ")) + withoutStop(speech(property.whenUnset));
    } else {
        row.unset = speech(say("Not set", "미설정"));
    }
}

} // namespace sky::lists
