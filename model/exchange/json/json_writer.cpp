// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_writer.h"

#include "exchange/json/json_reader.h"
#include "exchange/json/json_scenario.h"
#include "exchange/json/json_things.h"

namespace sky::exchange::json {

using catalog::Catalog;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

namespace {

void appendEnvelope(std::string& out, std::string_view format) {
    out += "{\n  \"$schema\": \"";
    out += kSchemaName;
    out += "\",\n  \"format\": \"";
    out += format;
    out += "\",\n  \"formatVersion\": " + std::to_string(kFormatVersion);
}

const catalog::Service* serviceOf(const Diagram& diagram, const Catalog& catalog, const ElementId& id) {
    const Element* element = diagram.element(id);
    return element ? catalog.find(element->service) : nullptr;
}

void appendLayout(std::string& out, const Diagram& diagram) {
    std::string frames;
    for (const Element& element : diagram.elements()) {
        if (!element.frame) continue;
        frames += frames.empty() ? "\n      " : ",\n      ";
        appendText(frames, element.id.str());
        const Rect& frame = *element.frame;
        frames += ": [" + std::to_string(frame.x) + ", " + std::to_string(frame.y) + ", " +
                  std::to_string(frame.width) + ", " + std::to_string(frame.height) + ']';
    }
    std::string points;
    for (const Link& link : diagram.links()) {
        if (link.waypoints.empty()) continue;
        points += points.empty() ? "\n      " : ",\n      ";
        appendText(points, link.id.str());
        points += ": [";
        const char* between = "";
        for (const Point& point : link.waypoints) {
            points += between;
            between = ", ";
            points += '[' + std::to_string(point.x) + ", " + std::to_string(point.y) + ']';
        }
        points += ']';
    }
    std::string locked;
    for (const Element& element : diagram.elements()) {
        if (!element.locked) continue;
        locked += locked.empty() ? "\n      " : ",\n      ";
        appendText(locked, element.id.str());
    }
    std::string members;
    const auto append = [&](const char* key, char open, const std::string& entries, char shut) {
        if (entries.empty()) return;
        members += members.empty() ? "\n    \"" : ",\n    \"";
        members += key;
        ((members += "\": ") += open) += entries;
        (members += "\n    ") += shut;
    };
    append("elements", '{', frames, '}');
    append("links", '{', points, '}');
    append("locked", '[', locked, ']');
    if (!members.empty()) out += ",\n  \"layout\": {" + members + "\n  }";
}

void appendElements(std::string& out, const Diagram& diagram, const Catalog& catalog) {
    out += ",\n  \"elements\": [";
    const char* between = "\n    ";
    for (const Element& element : diagram.elements()) {
        out += between;
        between = ",\n    ";
        appendElement(out, catalog, element);
    }
    out += diagram.elements().empty() ? "]" : "\n  ]";
}

void appendLinks(std::string& out, const Diagram& diagram, const Catalog& catalog) {
    if (diagram.links().empty()) return;
    out += ",\n  \"links\": [";
    const char* between = "\n    ";
    for (const Link& link : diagram.links()) {
        out += between;
        between = ",\n    ";
        appendLink(out, catalog, link, serviceOf(diagram, catalog, link.from), serviceOf(diagram, catalog, link.to));
    }
    out += "\n  ]";
}

void appendScenarios(std::string& out, const Diagram& diagram) {
    if (diagram.scenarios().empty()) return;
    out += ",\n  \"scenarios\": [";
    const char* between = "\n    {\n";
    for (const diagram::Scenario& scenario : diagram.scenarios()) {
        out += between;
        between = ",\n    {\n";
        appendScenario(out, scenario, "      ");
        out += "\n    }";
    }
    out += "\n  ]";
}

} // namespace

std::string writeProject(const Diagram& diagram, const Catalog& catalog) {
    std::string out;
    out.reserve(4096 + diagram.elements().size() * 200 + diagram.links().size() * 120);
    appendEnvelope(out, kProjectFormat);
    out += ",\n  \"project\": ";
    appendProjectFacts(out, catalog, diagram.project());
    appendElements(out, diagram, catalog);
    appendLinks(out, diagram, catalog);
    appendScenarios(out, diagram);
    if (!diagram.project().extensions.empty()) out += ",\n  \"extensions\": " + diagram.project().extensions;
    appendLayout(out, diagram);
    out += "\n}\n";
    return out;
}

std::string writeFragment(const edit::Fragment& fragment, const Catalog& catalog) {
    Diagram diagram;
    for (const Element& element : fragment.elements) diagram.put(element);
    for (const Link& link : fragment.links) diagram.put(link);
    std::string out;
    appendEnvelope(out, kFragmentFormat);
    appendElements(out, diagram, catalog);
    appendLinks(out, diagram, catalog);
    if (!fragment.cut.empty()) {
        out += ",\n  \"cut\": [";
        const char* between = "\n    ";
        for (const edit::CutMention& mention : fragment.cut) {
            out += between;
            between = ",\n    ";
            out += "{\"holder\": ";
            appendText(out, mention.holder);
            out += ", \"field\": ";
            appendText(out, mention.field);
            out += ", \"id\": ";
            appendText(out, mention.id);
            out += '}';
        }
        out += "\n  ]";
    }
    appendLayout(out, diagram);
    out += "\n}\n";
    return out;
}

std::string writeScenario(const diagram::Scenario& scenario) {
    std::string out;
    appendEnvelope(out, kScenarioFormat);
    out += ",\n";
    appendScenario(out, scenario, "  ");
    out += "\n}\n";
    return out;
}

} // namespace sky::exchange::json
