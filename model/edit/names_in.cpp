// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/names_in.h"

#include <algorithm>

namespace sky::edit {
namespace {

bool names(const catalog::Value& value, const IsGone& any) {
    bool found = false;
    catalog::forEachReference(value, [&](const std::string& id) { found = found || any(id); });
    return found;
}

bool names(const catalog::Scalar& scalar, const IsGone& any) {
    const auto* reference = std::get_if<catalog::Reference>(&scalar);
    return reference && any(reference->id);
}

bool names(const catalog::Record& record, const IsGone& any) {
    return std::any_of(record.fields.begin(), record.fields.end(),
                       [&](const auto& field) { return names(field.second, any); });
}

bool names(const diagram::Event& event, const IsGone& any) {
    const std::string_view thing = thingOf(event.to);
    return (!thing.empty() && any(std::string(thing))) || names(event.with, any);
}

bool names(const diagram::Acceptance& acceptance, const IsGone& any) {
    const std::string_view thing = thingOf(acceptance.subject);
    return !thing.empty() && any(std::string(thing));
}

} // namespace

std::string_view thingOf(std::string_view target) {
    if (target.find(':') != std::string_view::npos) return {};
    return target.substr(0, target.find('/'));
}

bool names(const diagram::Scenario& scenario, const IsGone& any) {
    return std::any_of(scenario.workload.begin(), scenario.workload.end(),
                       [&](const diagram::Workload& w) { return any(w.from.str()); }) ||
           std::any_of(scenario.events.begin(), scenario.events.end(),
                       [&](const diagram::Event& e) { return names(e, any); }) ||
           names(scenario.goals, any);
}

bool names(const diagram::Project& project, const IsGone& any) {
    return std::any_of(project.properties.begin(), project.properties.end(),
                       [&](const auto& entry) { return names(entry.second, any); }) ||
           std::any_of(project.accepted.begin(), project.accepted.end(),
                       [&](const diagram::Acceptance& a) { return names(a, any); });
}

std::optional<catalog::Value> without(const catalog::Value& value, const IsGone& gone) {
    if (!names(value, gone)) return value;
    if (const auto* list = std::get_if<catalog::List>(&value)) {
        catalog::List left = *list;
        std::erase_if(left, [&](const catalog::Scalar& s) { return names(s, gone); });
        if (!left.empty()) return left;
    } else if (const auto* records = std::get_if<catalog::Records>(&value)) {
        catalog::Records left = *records;
        std::erase_if(left, [&](const catalog::Record& r) { return names(r, gone); });
        if (!left.empty()) return left;
    }
    return std::nullopt;
}

catalog::Properties without(const catalog::Properties& properties, const IsGone& gone) {
    catalog::Properties left;
    for (const auto& [key, value] : properties)
        if (auto rest = without(value, gone)) left.set(key, std::move(*rest));
    return left;
}

diagram::Scenario without(const diagram::Scenario& scenario, const IsGone& gone) {
    diagram::Scenario left = scenario;
    std::erase_if(left.workload, [&](const diagram::Workload& w) { return gone(w.from.str()); });
    std::erase_if(left.events, [&](const diagram::Event& e) { return names(e, gone); });
    std::erase_if(left.goals.fields, [&](const auto& field) { return names(field.second, gone); });
    return left;
}

diagram::Project without(const diagram::Project& project, const IsGone& gone) {
    diagram::Project left = project;
    left.properties = without(project.properties, gone);
    std::erase_if(left.accepted, [&](const diagram::Acceptance& a) { return names(a, gone); });
    return left;
}

catalog::Value withIds(const catalog::Value& value, const Renamed& renamed) {
    const auto rename = [&](catalog::Reference& reference) {
        if (std::string id = renamed(reference.id); !id.empty()) reference.id = std::move(id);
    };
    const auto renameIn = [&](catalog::Scalar& scalar) {
        if (auto* reference = std::get_if<catalog::Reference>(&scalar)) rename(*reference);
    };
    catalog::Value out = value;
    if (auto* reference = std::get_if<catalog::Reference>(&out)) {
        rename(*reference);
    } else if (auto* list = std::get_if<catalog::List>(&out)) {
        for (catalog::Scalar& scalar : *list) renameIn(scalar);
    } else if (auto* records = std::get_if<catalog::Records>(&out)) {
        for (catalog::Record& record : *records)
            for (auto& field : record.fields) renameIn(field.second);
    }
    return out;
}

} // namespace sky::edit
