// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_options.h"

#include "catalog/search.h"
#include "session/text_bridge.h"

#include <QVariantMap>

#include <algorithm>
#include <functional>

namespace sky::lists {

namespace {

using catalog::Property;
using catalog::PropertyType;
using session::toQString;
using topology::Topology;

constexpr std::string_view kLink = "link:";

bool fits(const Property& property, const catalog::Service& service) {
    if (property.refersTo.empty()) return !service.is(catalog::Trait::Annotation);
    return std::any_of(property.refersTo.begin(), property.refersTo.end(), [&](const std::string& pattern) {
        return !std::string_view(pattern).starts_with(kLink) && catalog::matches(service, pattern);
    });
}

bool fits(const Property& property, const catalog::LinkType& type) {
    return std::any_of(property.refersTo.begin(), property.refersTo.end(), [&](const std::string& pattern) {
        return std::string_view(pattern).starts_with(kLink) && pattern.substr(kLink.size()) == type.key;
    });
}

std::vector<Option> elementsThat(const std::function<bool(const catalog::Service&)>& suits, const ElementId& near,
                                 const Speech& speech, const Topology& topology) {
    struct Found {
        bool far;
        Option option;
    };
    std::vector<Found> found;
    const ElementId vpc = near.empty() ? ElementId() : topology.placement(near).vpc;
    for (const diagram::Element& element : speech.diagram.elements()) {
        if (element.id == near) continue;
        const catalog::Service* service = speech.catalog.find(element.service);
        if (!service || !suits(*service)) continue;
        const ElementId its = topology.placement(element.id).vpc;
        const bool far = !vpc.empty() && !its.empty() && its != vpc;
        QString detail = speech(service->shortName);
        if (far) detail += " · " + nameOfThing(its.str(), speech);
        found.push_back({far, {element.id.str(), nameOfThing(element.id.str(), speech), detail, element.service}});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        if (a.far != b.far) return b.far;
        return a.option.label.localeAwareCompare(b.option.label) < 0;
    });
    std::vector<Option> options;
    for (Found& each : found) options.push_back(std::move(each.option));
    return options;
}

std::vector<Option> references(const Property& property, const ElementId& near, const Speech& speech,
                               const Topology& topology) {
    std::vector<Option> options;
    for (const std::string& word : property.words) {
        const QString label = shown(property, catalog::Scalar(word), speech);
        options.push_back({word, label, label == toQString(word) ? QString() : toQString(word), {}});
    }
    for (Option& option :
         elementsThat([&](const catalog::Service& service) { return fits(property, service); }, near, speech, topology))
        options.push_back(std::move(option));
    for (const diagram::Link& link : speech.diagram.links()) {
        const catalog::LinkType& type = speech.catalog.linkType(kindOf(speech.diagram, speech.catalog, link));
        if (fits(property, type))
            options.push_back({link.id.str(), nameOfThing(link.id.str(), speech), speech(type.name), {}});
    }
    return options;
}

} // namespace

std::vector<Option> elementsPlaying(std::string_view role, const ElementId& near, const Speech& speech,
                                    const Topology& topology) {
    return elementsThat([&](const catalog::Service& service) { return service.plays(role); }, near, speech, topology);
}

std::vector<Option> optionsFor(const Property& property, const ElementId& near, const Speech& speech,
                               const Topology& topology) {
    std::vector<Option> options;
    if (property.type == PropertyType::Reference) return references(property, near, speech, topology);
    if (property.table == "regions") {
        for (const catalog::Region& region : speech.catalog.regions())
            options.push_back({region.code, speech(region.name), toQString(region.code), {}});
        return options;
    }
    if (property.type == PropertyType::Place) {
        for (const catalog::Place& place : speech.catalog.places())
            options.push_back({place.name.en, speech(place.name), toQString(place.country), {}});
        return options;
    }
    if (property.type == PropertyType::Bool) {
        for (const bool flag : {true, false})
            options.push_back({flag ? "true" : "false", shown(property, catalog::Scalar(flag), speech), {}, {}});
        return options;
    }
    for (const std::string& word : property.words) options.push_back({word, toQString(word), {}, {}});
    for (const catalog::Choice& choice : property.choices) {
        const QString label = choice.label.empty() ? toQString(choice.key) : speech(choice.label);
        options.push_back({choice.key, label, {}, {}});
    }
    return options;
}

QVariantList toVariants(const std::vector<Option>& options) {
    QVariantList list;
    for (const Option& option : options)
        list.append(QVariantMap{{"value", toQString(option.value)},
                                {"label", option.label},
                                {"detail", option.detail},
                                {"service", toQString(option.service)}});
    return list;
}

} // namespace sky::lists
