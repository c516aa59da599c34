// SPDX-License-Identifier: GPL-3.0-or-later
// spof_cases FILE: single points of failure and pairs of each case, held against what the case expects. A case is
// {"id","title","topology":{"azs":{az:region},"components":{id:{"in","managed","needs":[{"any":[…],"min"}]}},"goal"},
// "expect":{"order1":[…],"order2":[[…]],"order3":[[…]]}}; `in` is az:A, anyaz:A,B, region:R or global. A file is a list
// of cases or {"cases":[…]}. Exit 0: all agree, 1: some differ, 2: wrong usage, 3: something cannot be read.
#include "resilience/cut_sets.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace sky;
using namespace sky::resilience;
using Json = nlohmann::json;

struct BadCase {
    std::string place;
    std::string what;
};

// Members in the order of the file would need another parser; names decide, which is as good.
class CaseReader {
  public:
    NeedsGraph read(const Json& topology) {
        if (!topology.is_object()) throw BadCase{"topology", "an object is wanted"};
        readZones(topology);
        const Json& components = member(topology, "components", "topology");
        if (!components.is_object()) throw BadCase{"topology.components", "an object of components by id is wanted"};
        for (const auto& [id, component] : components.items()) {
            m_index[id] = static_cast<std::uint32_t>(m_graph.components.size());
            m_graph.components.push_back({id, {}, false, {}});
        }
        for (const auto& [id, component] : components.items())
            readComponent(id, component, "topology.components." + id);
        const Json& goal = member(topology, topology.contains("goals") ? "goals" : "goal", "topology");
        const auto add = [&](const Json& one) { m_graph.goals.push_back(component(one, "topology.goal")); };
        if (goal.is_array())
            for (const Json& one : goal) add(one);
        else
            add(goal);
        if (const auto sound = check(m_graph); !sound)
            throw BadCase{"topology." + sound.error().place, sound.error().what.en};
        return std::move(m_graph);
    }

  private:
    static const Json& member(const Json& object, const char* key, const std::string& place) {
        if (!object.contains(key)) throw BadCase{place, std::string("\"") + key + "\" is missing"};
        return object[key];
    }
    static std::string text(const Json& value, const std::string& place) {
        if (!value.is_string()) throw BadCase{place, "a text is wanted, not " + value.dump().substr(0, 40)};
        return value.get<std::string>();
    }
    std::uint32_t region(const std::string& name) {
        const auto [at, fresh] = m_regions.try_emplace(name, static_cast<std::uint32_t>(m_graph.regions.size()));
        if (fresh) m_graph.regions.push_back(name);
        return at->second;
    }
    void readZones(const Json& topology) {
        if (!topology.contains("azs")) return;
        const Json& azs = topology["azs"];
        if (!azs.is_object()) throw BadCase{"topology.azs", "an object of regions by AZ is wanted"};
        for (const auto& [az, in] : azs.items()) {
            m_zones[az] = static_cast<std::uint32_t>(m_graph.zones.size());
            m_graph.zones.push_back({az, region(text(in, "topology.azs." + az))});
        }
    }
    std::uint32_t zone(std::string name, const std::string& place) {
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        const auto found = m_zones.find(name);
        if (found == m_zones.end()) throw BadCase{place, "there is no AZ \"" + name + "\" in topology.azs"};
        return found->second;
    }
    std::uint32_t component(const Json& name, const std::string& place) {
        const auto found = m_index.find(text(name, place));
        if (found == m_index.end()) throw BadCase{place, "there is no component " + name.dump()};
        return found->second;
    }
    Place placeOf(const std::string& in, const std::string& place) {
        if (in == "global") return {};
        const std::size_t colon = in.find(':');
        const std::string kind = in.substr(0, colon);
        const std::string rest = colon == std::string::npos ? std::string() : in.substr(colon + 1);
        if (kind == "region" && !rest.empty()) return {PlaceKind::Region, region(rest), {}};
        if (kind == "az" && !rest.empty()) return {PlaceKind::Zone, 0, {zone(rest, place)}};
        if (kind == "anyaz" && !rest.empty()) {
            Place result{PlaceKind::AnyZone, 0, {}};
            std::istringstream names(rest);
            for (std::string name; std::getline(names, name, ',');) result.zones.push_back(zone(name, place));
            return result;
        }
        throw BadCase{place, "\"" + in + "\" is none of az:A, anyaz:A,B, region:R and global"};
    }
    void readComponent(const std::string& id, const Json& value, const std::string& place) {
        if (!value.is_object()) throw BadCase{place, "an object is wanted"};
        const Place stands = placeOf(text(member(value, "in", place), place + ".in"), place + ".in");
        Component& component = m_graph.components[m_index[id]];
        component.place = stands;
        if (value.contains("managed")) {
            if (!value["managed"].is_boolean()) throw BadCase{place + ".managed", "true or false is wanted"};
            component.managed = value["managed"].get<bool>();
        }
        if (!value.contains("needs")) return;
        if (!value["needs"].is_array()) throw BadCase{place + ".needs", "a list of groups is wanted"};
        for (std::size_t i = 0; i < value["needs"].size(); ++i) {
            const std::string at = place + ".needs[" + std::to_string(i) + "]";
            const Json& group = value["needs"][i];
            if (!group.is_object()) throw BadCase{at, "a group {\"any\": […], \"min\": k} is wanted"};
            const Json& any = member(group, "any", at);
            if (!any.is_array()) throw BadCase{at + ".any", "a list of components is wanted"};
            NeedGroup need;
            for (const Json& one : any) need.any.push_back(this->component(one, at + ".any"));
            if (group.contains("min")) {
                const Json& min = group["min"];
                if (!min.is_number_integer() || min.get<std::int64_t>() < 0 || min.get<std::int64_t>() > 1'000'000)
                    throw BadCase{at + ".min", "a number of components is wanted, not " + min.dump()};
                need.min = min.get<std::uint32_t>();
            }
            component.needs.push_back(std::move(need));
        }
    }

    NeedsGraph m_graph;
    std::map<std::string, std::uint32_t> m_regions, m_zones, m_index;
};

using Names = std::vector<std::string>;

std::vector<Names> expected(const Json& list, const std::string& place) {
    if (!list.is_array()) throw BadCase{place, "a list of cuts is wanted"};
    std::vector<Names> cuts;
    for (const Json& one : list) {
        Names names;
        if (one.is_string())
            names.push_back(one.get<std::string>());
        else if (one.is_array())
            for (const Json& name : one) {
                if (!name.is_string()) throw BadCase{place, "names of events are wanted"};
                names.push_back(name.get<std::string>());
            }
        else
            throw BadCase{place, "names of events are wanted"};
        std::sort(names.begin(), names.end());
        cuts.push_back(std::move(names));
    }
    std::sort(cuts.begin(), cuts.end());
    return cuts;
}

std::string toText(const std::vector<Names>& cuts) {
    std::string text;
    for (const Names& cut : cuts) {
        std::string names;
        for (const std::string& name : cut) names += (names.empty() ? "" : " + ") + name;
        text += (text.empty() ? "" : ", ") + names;
    }
    return text.empty() ? "none" : text;
}

// Does it agree? True also where nothing is expected.
bool judge(const Json& one, const std::string& id) {
    if (!one.contains("topology")) throw BadCase{"", "\"topology\" is missing"};
    const NeedsGraph graph = CaseReader().read(one["topology"]);
    const Json expect = one.contains("expect") ? one["expect"] : Json::object();
    if (!expect.is_object()) throw BadCase{"expect", "an object is wanted"};
    const int order = expect.contains("order3") ? 3 : 2;
    const auto sets = cutSetsOf(graph, order);
    if (!sets) throw BadCase{sets.error().place, sets.error().what.en};
    bool good = true;
    std::ostringstream lines;
    if (sets->downAnyway) lines << "  the goal is down though nothing has failed\n";
    for (int size = 1; size <= order; ++size) {
        std::vector<Names> found;
        for (const Cut& cut : sets->order(size)) {
            Names names;
            for (const Event event : cut) names.push_back(nameOf(graph, event));
            found.push_back(std::move(names));
        }
        const std::string key = "order" + std::to_string(size);
        lines << "  " << key << " found    " << toText(found) << '\n';
        if (!expect.contains(key)) continue;
        const std::vector<Names> wanted = expected(expect[key], "expect." + key);
        lines << "  " << key << " expected " << toText(wanted) << '\n';
        good = good && found == wanted;
    }
    for (const auto& circle : sets->circles) {
        Names names;
        for (const std::uint32_t member : circle) names.push_back(graph.components[member].id);
        lines << "  need one another " << toText({names}) << '\n';
    }
    const Json title = one.contains("title") ? one["title"] : Json("");
    std::cout << id << (good ? "  ok  " : "  DIFFERS  ") << (title.is_string() ? title.get<std::string>() : "") << '\n'
              << lines.str();
    return good;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: spof_cases FILE\n";
        return 2;
    }
    const std::string path = arguments[1];
    std::ifstream file(path);
    std::ostringstream bytes;
    if (!file || !(bytes << file.rdbuf())) {
        std::cerr << path << ": cannot be read; is it a file of cases?\n";
        return 3;
    }
    Json whole;
    try {
        whole = Json::parse(bytes.str());
    } catch (const Json::exception& exception) {
        std::cerr << path << ": is not JSON: " << exception.what() << '\n';
        return 3;
    }
    const Json cases = whole.is_object() && whole.contains("cases") ? whole["cases"] : whole;
    if (!cases.is_array()) {
        std::cerr << path << ": holds no list \"cases\"\n";
        return 3;
    }
    std::size_t agreed = 0;
    std::size_t unreadable = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& one = cases[i];
        std::string id = "cases[" + std::to_string(i) + "]";
        if (one.is_object() && one.contains("id") && one["id"].is_string()) id = one["id"].get<std::string>();
        try {
            agreed += judge(one.is_object() ? one : Json::object(), id) ? 1 : 0;
        } catch (const BadCase& bad) {
            ++unreadable;
            std::cout << id << "  UNREADABLE\n";
            std::cerr << path << ": " << id << (bad.place.empty() ? "" : "." + bad.place) << ": " << bad.what << ".\n";
        }
    }
    std::cout << agreed << " of " << cases.size() << " cases agree";
    if (unreadable > 0) std::cout << ", " << unreadable << " cannot be read";
    std::cout << ".\n";
    return unreadable > 0 ? 3 : agreed == cases.size() ? 0 : 1;
}
