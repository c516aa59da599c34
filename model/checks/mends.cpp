// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/mends.h"

#include "edit/add.h"
#include "edit/change_service.h"
#include "edit/connect.h"
#include "edit/move.h"
#include "edit/remove.h"
#include "edit/subnet_access.h"

#include <algorithm>

namespace sky::checks::mends {
namespace {

using catalog::Catalog;
using diagram::Diagram;
using diagram::Element;
using edit::Draft;

// Changes the records under a key, as they take effect; false: leave them.
template <class Change>
Mend changeRows(const Thing& thing, std::string_view key, Change change) {
    return [id = thing.id(), key = std::string(key), change](Draft& draft) {
        const Element* element = draft.diagram().element(id);
        if (!element) return;
        const catalog::Records* now = topology::Topology::property(*element, draft.serviceOf(id), key).records();
        catalog::Records rows = now ? *now : catalog::Records();
        if (!change(rows)) return;
        if (rows.empty())
            draft.setProperty(id, key, std::nullopt);
        else
            draft.setProperty(id, key, catalog::Value(std::move(rows)));
    };
}

template <class Change>
Mend changeIds(const Thing& thing, bool spans, Change change) {
    return [id = thing.id(), spans, change](Draft& draft) {
        const Element* element = draft.diagram().element(id);
        if (!element) return;
        std::vector<ElementId> ids = spans ? element->spans : element->groups;
        change(draft, ids);
        std::erase_if(ids, [&](const ElementId& each) { return !draft.diagram().element(each); });
        if (spans)
            draft.setSpans(id, ids);
        else
            draft.setGroups(id, ids);
    };
}

void appendOnce(std::vector<ElementId>& ids, const ElementId& id) {
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

Mend access(const Thing& subnet, edit::Access access) {
    return built([id = subnet.id(), access](const Diagram& diagram, const Catalog& catalog) {
        return edit::setAccess(diagram, catalog, {id}, access);
    });
}

catalog::Scalar referenceOrText(std::string_view text, const Diagram& diagram) {
    if (isValidId(text) && diagram.hasId(text)) return catalog::Reference{std::string(text)};
    return std::string(text);
}

// A subnet in another zone of the same VPC that is reached like the first one: the same exposure and an intent that
// does not differ. Made when there is none.
ElementId subnetLike(Draft& draft, const ElementId& like, const std::vector<std::string>& taken) {
    const topology::Topology topology = topology::Topology::of(draft.diagram(), draft.catalog());
    const ElementId vpc = topology.placement(like).vpc;
    if (vpc.empty()) return {};
    const auto isFree = [&](const ElementId& box) {
        const auto& zone = topology.placement(box).zone;
        return zone && std::find(taken.begin(), taken.end(), zone->domain) == taken.end();
    };
    const topology::Exposure wanted = topology.exposure(like).exposure;
    for (const ElementId& each : topology.subnets(vpc))
        if (each != like && isFree(each) && topology.exposure(each).exposure == wanted) return each;

    const Element model = *draft.diagram().element(like);
    const catalog::Service* service = draft.serviceOf(like);
    const catalog::Service* zoneService = edit::serviceThatPlays(draft.catalog(), role::kZone);
    if (!service || !zoneService) return {};
    ElementId zoneBox;
    for (const ElementId& each : draft.diagram().children(vpc))
        if (zoneBox.empty() && topology.plays(each, role::kZone) && isFree(each)) zoneBox = each;
    if (zoneBox.empty()) {
        const auto letters = draft.catalog().region(topology.placement(like).regionCode);
        std::string letter;
        for (const std::string& each : letters ? letters->zones : std::vector<std::string>{"a", "b", "c"}) {
            const bool used = std::any_of(taken.begin(), taken.end(), [&](const std::string& domain) {
                return domain.ends_with(each) || domain.find(each + "@") != std::string::npos;
            });
            if (!used && letter.empty()) letter = each;
        }
        if (letter.empty()) return {};
        zoneBox = edit::addBelow(draft, *zoneService, vpc, {});
        draft.setProperty(zoneBox, std::string(topology::key::kZone), catalog::Value(letter));
    }
    const ElementId made = edit::addBelow(draft, *service, zoneBox, {});
    for (const char* key : {"intent", "networkAcl"})
        if (const catalog::Value* value = model.properties.find(key)) draft.setProperty(made, key, *value);
    if (const catalog::Value* table = model.properties.find(topology::key::kRouteTable);
        table && wanted != topology::Exposure::Egress)
        draft.setProperty(made, std::string(topology::key::kRouteTable), *table);
    if (wanted == topology::Exposure::Egress) {
        auto step = edit::setAccess(draft.diagram(), draft.catalog(), {made}, edit::Access::Private);
        if (step) draft.take(step->step);
    }
    return made;
}

} // namespace

Mend then(Mend first, Mend second) {
    return [first = std::move(first), second = std::move(second)](Draft& draft) {
        first(draft);
        second(draft);
    };
}

Mend set(const Thing& thing, std::string_view key, catalog::Value value) {
    return [id = thing.id(), key = std::string(key), value = std::move(value)](Draft& draft) {
        draft.setProperty(id, key, value);
    };
}

Mend set(const Wire& wire, std::string_view key, catalog::Value value) {
    return [id = wire.id(), key = std::string(key), value = std::move(value)](Draft& draft) {
        draft.setProperty(id, key, value);
    };
}

Mend unset(const Thing& thing, std::string_view key) {
    return [id = thing.id(), key = std::string(key)](Draft& draft) { draft.setProperty(id, key, std::nullopt); };
}

Mend addToList(const Thing& thing, std::string_view key, catalog::Scalar value) {
    return [id = thing.id(), key = std::string(key), value = std::move(value)](Draft& draft) {
        const Element* element = draft.diagram().element(id);
        if (!element) return;
        const catalog::List* now = element->properties.list(key);
        catalog::List list = now ? *now : catalog::List();
        if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
        draft.setProperty(id, key, catalog::Value(std::move(list)));
    };
}

Mend removeRow(const Thing& thing, std::string_view key, std::size_t row) {
    return changeRows(thing, key, [row](catalog::Records& rows) {
        if (row >= rows.size()) return false;
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
        return true;
    });
}

Mend addRow(const Thing& thing, std::string_view key, catalog::Record added) {
    return changeRows(thing, key, [added = std::move(added)](catalog::Records& rows) {
        if (std::find(rows.begin(), rows.end(), added) != rows.end()) return false;
        rows.push_back(added);
        return true;
    });
}

Mend setField(const Thing& thing, std::string_view key, std::size_t row, std::string_view field,
              catalog::Scalar value) {
    return changeRows(thing, key, [row, field = std::string(field), value = std::move(value)](catalog::Records& rows) {
        if (row >= rows.size()) return false;
        rows[row].set(field, value);
        return true;
    });
}

Mend moveInto(const Thing& thing, const Thing& container) {
    return built([id = thing.id(), to = container.id()](const Diagram& diagram, const Catalog& catalog) {
        return edit::moveInto(diagram, catalog, {id}, to);
    });
}

Mend span(const Thing& thing, std::vector<Thing> subnets) {
    std::vector<ElementId> ids;
    for (const Thing& subnet : subnets) ids.push_back(subnet.id());
    return changeIds(thing, true, [ids](Draft&, std::vector<ElementId>& spans) { spans = ids; });
}

Mend spanToo(const Thing& thing, const Thing& subnet) {
    return changeIds(thing, true, [id = subnet.id()](Draft&, std::vector<ElementId>& spans) { appendOnce(spans, id); });
}

Mend spanAnotherZone(const Thing& thing) {
    std::vector<std::string> taken;
    for (const topology::Zone& zone : thing.drawnZones()) taken.push_back(zone.domain);
    return changeIds(thing, true, [taken](Draft& draft, std::vector<ElementId>& spans) {
        if (!spans.empty()) appendOnce(spans, subnetLike(draft, ElementId(spans.front()), taken));
    });
}

Mend join(const Thing& thing, const Thing& group) {
    return changeIds(thing, false,
                     [id = group.id()](Draft&, std::vector<ElementId>& groups) { appendOnce(groups, id); });
}

Mend leave(const Thing& thing, const Thing& group) {
    return changeIds(thing, false,
                     [id = group.id()](Draft&, std::vector<ElementId>& groups) { std::erase(groups, id); });
}

Mend makePublic(const Thing& subnet) {
    return access(subnet, edit::Access::Public);
}
Mend makePrivate(const Thing& subnet) {
    return access(subnet, edit::Access::Private);
}
Mend makeIsolated(const Thing& subnet) {
    return access(subnet, edit::Access::Isolated);
}

Mend natPerZone(const Thing& vpc) {
    return [id = vpc.id()](Draft& draft) {
        const auto before = topology::Topology::of(draft.diagram(), draft.catalog());
        for (const ElementId& subnet : before.subnets(id)) {
            const topology::SubnetExposure exposure = before.exposure(subnet);
            if (exposure.reason != topology::ExposureReason::ToNat) continue;
            const auto& there = before.placement(ElementId(exposure.route->via)).zone;
            const auto& here = before.placement(subnet).zone;
            if (!here || !there || here->domain == there->domain) continue;
            for (const edit::Access access : {edit::Access::Public, edit::Access::Private}) // anew, or nothing is done
                if (auto step = edit::setAccess(draft.diagram(), draft.catalog(), {subnet}, access))
                    draft.take(step->step);
        }
    };
}

Mend route(const Thing& routeTable, std::string_view to, std::string_view via) {
    return [id = routeTable.id(), to = std::string(to), via = std::string(via)](Draft& draft) {
        const Element* table = draft.diagram().element(id);
        if (!table) return;
        const catalog::Records* now = table->properties.records(topology::key::kRoutes);
        catalog::Records rows = now ? *now : catalog::Records();
        catalog::Record row;
        row.set(topology::key::kTo, to);
        row.set(topology::key::kVia, referenceOrText(via, draft.diagram()));
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const catalog::Record& each) {
            const catalog::Scalar* its = each.find(topology::key::kTo);
            return its && *its == catalog::Scalar(to);
        });
        if (same == rows.end())
            rows.push_back(std::move(row));
        else
            *same = std::move(row);
        draft.setProperty(id, std::string(topology::key::kRoutes), catalog::Value(std::move(rows)));
    };
}

Mend admit(const Thing& securityGroup, std::string_view protocol, std::string_view port, std::string_view from) {
    return [id = securityGroup.id(), protocol = std::string(protocol), port = std::string(port),
            from = std::string(from)](Draft& draft) {
        const Element* group = draft.diagram().element(id);
        if (!group) return;
        const catalog::Records* now = group->properties.records("in");
        catalog::Records rows = now ? *now : catalog::Records();
        catalog::Record row;
        row.set("from", referenceOrText(from, draft.diagram()));
        if (port != "all") row.set("port", port);
        if (protocol != "tcp") row.set("protocol", protocol);
        if (std::find(rows.begin(), rows.end(), row) != rows.end()) return;
        rows.push_back(std::move(row));
        draft.setProperty(id, "in", catalog::Value(std::move(rows)));
    };
}

Mend remove(const Thing& thing) {
    return [id = thing.id()](Draft& draft) {
        if (!draft.diagram().element(id)) return;
        edit::Selection selection;
        selection.elements.push_back(id);
        edit::removeIn(draft, selection);
    };
}

Mend remove(const Wire& wire) {
    return [id = wire.id()](Draft& draft) {
        if (!draft.diagram().link(id)) return;
        edit::Selection selection;
        selection.links.push_back(id);
        edit::removeIn(draft, selection);
    };
}

Mend changeService(const Thing& thing, std::string_view service) {
    return built([id = thing.id(), service = std::string(service)](const Diagram& diagram, const Catalog& catalog) {
        return edit::changeService(diagram, catalog, {id}, service);
    });
}

Mend detach(const Thing& thing) {
    return built([id = thing.id()](const Diagram& diagram, const Catalog& catalog) {
        return edit::detach(diagram, catalog, {id});
    });
}

Mend mergeNats(const std::vector<Thing>& nats) {
    std::vector<ElementId> ids;
    for (const Thing& nat : nats) ids.push_back(nat.id());
    return [ids](Draft& draft) {
        if (ids.size() < 2 || !draft.diagram().element(ids.front())) return;
        edit::Selection rest;
        for (std::size_t i = 1; i < ids.size(); ++i) {
            if (!draft.diagram().element(ids[i])) continue;
            rest.elements.push_back(ids[i]);
            const auto users = draft.diagram().elementsReferringTo(ids[i].str());
            for (const ElementId& user : std::vector<ElementId>(users.begin(), users.end())) {
                const Element* table = draft.diagram().element(user);
                const catalog::Records* rows = table ? table->properties.records(topology::key::kRoutes) : nullptr;
                if (!rows) continue;
                catalog::Records changed = *rows;
                for (catalog::Record& row : changed) {
                    const catalog::Scalar* via = row.find(topology::key::kVia);
                    if (via && *via == catalog::Scalar(catalog::Reference{ids[i].str()}))
                        row.set(topology::key::kVia, catalog::Reference{ids.front().str()});
                }
                draft.setProperty(user, std::string(topology::key::kRoutes), catalog::Value(std::move(changed)));
            }
        }
        edit::removeIn(draft, rest);
    };
}

Mend atLeast(const Thing& fleet, std::int64_t instances) {
    return [id = fleet.id(), instances](Draft& draft) {
        const Element* element = draft.diagram().element(id);
        if (!element) return;
        const auto raise = [&](const char* key, bool always) {
            const auto now = element->properties.quantity(key);
            if ((now || always) && (!now || now->amount < instances)) draft.setProperty(id, key, count(instances));
            element = draft.diagram().element(id);
        };
        raise("min", true);
        raise("desired", true);
        raise("max", false);
    };
}

Mend removeRoute(const Thing& routeTable, std::string_view to, std::string_view via) {
    return changeRows(
        routeTable, topology::key::kRoutes, [to = std::string(to), via = std::string(via)](catalog::Records& rows) {
            const auto is = [](const catalog::Scalar* scalar, const std::string& text) {
                if (!scalar) return text.empty();
                const auto* reference = std::get_if<catalog::Reference>(scalar);
                return (reference ? reference->id : catalog::toText(*scalar)) == text;
            };
            return std::erase_if(rows, [&](const catalog::Record& row) {
                       return is(row.find(topology::key::kTo), to) && is(row.find(topology::key::kVia), via);
                   }) > 0;
        });
}

Mend attach(const Thing& thing, const Thing& holder) {
    return built([id = thing.id(), to = holder.id()](const Diagram& diagram, const Catalog& catalog) {
        return edit::attach(diagram, catalog, id, to);
    });
}

} // namespace sky::checks::mends
