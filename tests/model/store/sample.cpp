// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include <fstream>
#include <iterator>
#include <limits>

namespace sky::store::tests {

using catalog::Record;
using catalog::Records;
using catalog::Reference;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

namespace {

Element box(const char* id, const char* parent) {
    Element element;
    element.id = ElementId(id);
    element.service = "x-custom";
    element.parent = ElementId(parent);
    return element;
}

Link link(const char* id, const char* from, const char* to) {
    Link out;
    out.id = LinkId(id);
    out.from = ElementId(from);
    out.to = ElementId(to);
    return out;
}

diagram::Project project() {
    diagram::Project out;
    out.name = {"Web shop \"north\"", "웹 상점"};
    out.accepted = {{"rule-a", "web", "1f", "we live with \\ it", "Kim", "2026-11-21", ""},
                    {"rule-b", "", "2e", "여러 줄\n이유", "이", "2026-11-22", "2027-01-01"}};
    out.extensions = R"({"other":{"x":[1,2,"세"]}})";
    return out;
}

diagram::Scenario scenario() {
    diagram::Scenario out;
    out.id = ScenarioId("outage");
    out.name = {"AZ a loses power", "가용 영역 a 정전"};
    out.seed = ~std::uint64_t{0};
    out.duration = 1'200'000'000'000;
    out.hypothesis = {"Nobody notices.", "아무도 모른다."};
    out.workload = {{ElementId("web"), diagram::ConstantRate{1'200'000}},
                    {ElementId("db"), diagram::StepRates{{{0, 1}, {5, 2}}}},
                    {ElementId("web"), diagram::RampRates{{{0, 10}, {50, 20}, {70, 0}}}},
                    {ElementId("web"), diagram::WaveRate{100, 50, 86'400}},
                    {ElementId("web"), diagram::TraceRates{60, {1, 2, 3}}}};
    for (int action = 0; action <= static_cast<int>(diagram::EventAction::Set); ++action) {
        diagram::Event event;
        event.at = action * 1'000'000'000LL;
        event.action = static_cast<diagram::EventAction>(action);
        event.to = action % 2 == 0 ? "web" : "az:a";
        if (action % 3 == 0) event.lasting = 480'000'000'000;
        if (action % 4 == 1) event.with.set("delay", Quantity{200'000'000, Unit::Duration});
        out.events.push_back(event);
    }
    out.goals.set("availability", Quantity{990'000'000'000, Unit::Percent});
    out.goals.set("cost", Quantity{400'000'000'000, Unit::Usd});
    return out;
}

} // namespace

Diagram everything() {
    Diagram diagram;
    diagram.setProject(project());
    diagram.put(box("vpc", ""));
    diagram.put(box("net-a", "vpc"));
    diagram.put(box("net-b", "vpc"));
    Element web = box("web", "vpc");
    web.name = {"Web «front»", "웹 서버"};
    web.spans = {ElementId("net-b"), ElementId("net-a")};
    web.groups = {ElementId("db")};
    web.frame = Rect{-10, 20, 300, 200};
    auto& set = web.properties;
    set.set("a-no", false);
    set.set("a-yes", true);
    set.set("empty", std::string());
    set.set("text", std::string("two lines\nand a\ttab, \"quotes\", back\\slash, 한글 😀"));
    set.set("localized", Text{"Notes", "메모"});
    set.set("half", Text{"only English", ""});
    set.set("ref", Reference{"db"});
    int unit = 0;
    for (const char* key :
         {"u-count", "u-number", "u-duration", "u-rate", "u-bytes", "u-bandwidth", "u-percent", "u-usd", "u-krw"}) {
        set.set(key, Quantity{unit % 2 == 0 ? 1'234'567LL * unit : -unit, static_cast<Unit>(unit)});
        ++unit;
    }
    set.set("least", Quantity{std::numeric_limits<std::int64_t>::min(), Unit::Number});
    set.set("most", Quantity{std::numeric_limits<std::int64_t>::max(), Unit::Number});
    set.set("list",
            catalog::List{Reference{"sql"}, std::string("a b"), true, Quantity{443, Unit::Count}, Text{"x", "엑스"}});
    set.set("list-empty", catalog::List{});
    Record row;
    row.set("to", std::string("0.0.0.0/0"));
    row.set("via", Reference{"net-a"});
    set.set("rows", Records{row, Record{}});
    set.set("rows-empty", Records{});
    diagram.put(web);
    diagram.put(box("db", ""));

    diagram.put(link("plainly", "web", "db"));
    for (int kind = 0; kind <= static_cast<int>(catalog::LinkKind::Plain); ++kind) {
        Link one = link(("kind-" + std::to_string(kind)).c_str(), "web", "db");
        one.kind = static_cast<catalog::LinkKind>(kind);
        diagram.put(one);
    }
    Link sql = link("sql", "web", "db");
    sql.kind = catalog::LinkKind::Traffic;
    sql.name = {"reads", "읽기"};
    sql.properties.set("timeout", Quantity{2'000'000'000, Unit::Duration});
    sql.waypoints = {{10, -20}, {30, 40}};
    diagram.put(sql);
    diagram.put(scenario());
    return diagram;
}

Diagram ofSize(int elements, int links, int properties) {
    Diagram diagram;
    const auto name = [](const char* stem, int i) { return std::string(stem) + std::to_string(i); };
    for (int i = 0; i < elements; ++i) {
        Element element = box(name("box-", i).c_str(), i < 10 ? "" : name("box-", i % 10).c_str());
        element.name = {"Server " + std::to_string(i), ""};
        element.frame = Rect{i % 100 * 120, i / 100 * 90, 100, 70};
        for (int k = 0; k < properties; ++k) {
            if (k % 3 == 0)
                element.properties.set(name("size", k), Quantity{i * 1000 + k, Unit::Bytes});
            else if (k % 3 == 1)
                element.properties.set(name("type", k), std::string("m6i.large"));
            else
                element.properties.set(name("note", k), std::string("a text with spaces"));
        }
        diagram.put(std::move(element));
    }
    for (int i = 0; i < links; ++i) {
        Link one = link(name("wire-", i).c_str(), name("box-", i % elements).c_str(),
                        name("box-", (i % elements + 1 + i / elements % (elements - 1)) % elements).c_str());
        one.kind = catalog::LinkKind::Traffic;
        one.properties.set("timeout", Quantity{(i + 1) * 1'000'000LL, Unit::Duration});
        diagram.put(std::move(one));
    }
    return diagram;
}

std::string fixture(const std::string& name) {
    std::ifstream file(std::string(SKY_SOURCE_DIR) + "/tests/model/store/fixtures/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace sky::store::tests
