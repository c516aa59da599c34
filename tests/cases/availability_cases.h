// SPDX-License-Identifier: GPL-3.0-or-later
// The availability cases of queueing_truth: a case says in words what fails and how it is repaired; the numbers in the
// words become a model of resilience/. What a case leaves out ("same rates", "as A2") it takes from an earlier one.
#pragma once

#include "resilience/availability.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace truth {

struct AvailabilityFigure {
    std::string name;
    double expected = 0.0;
    std::optional<double> measured; // none: the case or the figure is not known
};

class AvailabilityCases {
  public:
    explicit AvailabilityCases(const nlohmann::json& cases) {
        for (const auto& each : cases) m_texts.emplace_back(each.at("id").get<std::string>(), each.at("case").get<std::string>());
    }

    [[nodiscard]] std::vector<AvailabilityFigure> figures(const nlohmann::json& each) {
        const auto model = modelOf(each.at("case").get<std::string>());
        std::optional<sky::resilience::Availability> found;
        if (model) {
            if (const auto result = sky::resilience::availabilityOf(*model)) found = *result;
        }
        std::vector<AvailabilityFigure> figures;
        for (const auto& [name, value] : each.items()) {
            if (!value.is_number() || name.rfind("naive", 0) == 0 || name.rfind("approx", 0) == 0 || name.rfind("first_order", 0) == 0 ||
                name.rfind("without", 0) == 0 || name.rfind("single", 0) == 0) {
                continue; // what other, cruder ways would say
            }
            figures.push_back({name, value.get<double>(), found ? figure(*found, name) : std::nullopt});
        }
        return figures;
    }

  private:
    using Model = sky::resilience::AvailabilityModel;

    static std::optional<double> figure(const sky::resilience::Availability& found, const std::string& name) {
        if (name == "availability") return found.availability;
        if (name == "unavailability") return found.unavailability;
        if (name == "downtime_min_per_year") return found.downtimeMinutesPerYear();
        if (name == "nines") return found.nines();
        if (name == "failure_rate_per_year" && found.failuresPerHour) return *found.failuresPerHour * 8760.0;
        if (name.rfind("system_mttf_h", 0) == 0) return found.meanTimeToFirstFailure;
        return std::nullopt;
    }

    static std::optional<double> after(const std::string& text, const std::string& words) {
        std::smatch found;
        if (!std::regex_search(text, found, std::regex(words + "[ =]*([0-9]*\\.?[0-9]+)"))) return std::nullopt;
        return std::stod(found[1]);
    }

    static int countOf(const std::string& text) { // "two in parallel", "3 in parallel"
        static const char* const words[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
        std::size_t first = std::string::npos;
        int count = 0;
        for (int i = 1; i < 10; ++i) {
            if (const std::size_t at = text.find(words[i]); at < first) {
                first = at;
                count = i;
            }
        }
        if (count != 0) return count;
        std::smatch found;
        return std::regex_search(text, found, std::regex("([0-9]+)")) ? std::stoi(found[1]) : 2;
    }

    static std::optional<sky::resilience::Repairable> repair(const std::string& text) { // "(720 h / 1 h)"
        std::smatch found;
        if (!std::regex_search(text, found, std::regex("([0-9.]+) h ?/ ?([0-9.]+) h"))) return std::nullopt;
        return sky::resilience::Repairable{std::stod(found[1]), std::stod(found[2])};
    }

    static sky::resilience::NeedsGraph graphOf(std::uint32_t needed, std::uint32_t count) {
        sky::resilience::NeedsGraph graph;
        graph.components.push_back({"goal", {}, true, {{{}, needed}}});
        for (std::uint32_t i = 1; i <= count; ++i) {
            graph.components.push_back({"part-" + std::to_string(i), {}, false, {}});
            graph.components[0].needs[0].any.push_back(i);
        }
        graph.goals = {0};
        return graph;
    }

    static std::optional<Model> series(const std::string& text) {
        sky::resilience::GraphModel model;
        std::vector<sky::resilience::Repairable> parts;
        static const std::regex pair("([0-9.]+)/([0-9.]+)");
        for (std::sregex_iterator at(text.begin(), text.end(), pair), end; at != end; ++at) parts.push_back({std::stod((*at)[1]), std::stod((*at)[2])});
        const auto count = static_cast<std::uint32_t>(parts.size());
        model.graph = graphOf(count, count);
        model.down.components = {0.0};
        model.repairHours.emplace();
        model.repairHours->components = {1.0};
        for (const auto& part : parts) {
            model.down.components.push_back(part.unavailability());
            model.repairHours->components.push_back(part.repair);
        }
        return model;
    }

    // Instances spread evenly over zones that fail as a whole; further parts in series, and a pair of databases.
    std::optional<Model> zones(const std::string& text) {
        std::smatch found;
        sky::resilience::GraphModel model;
        std::uint32_t needed = 1;
        std::uint32_t count = 1;
        std::uint32_t zoneCount = 1;
        if (std::regex_search(text, found, std::regex("([0-9]+) instances over ([0-9]+) AZ"))) {
            count = static_cast<std::uint32_t>(std::stoul(found[1]));
            zoneCount = static_cast<std::uint32_t>(std::stoul(found[2]));
            needed = static_cast<std::uint32_t>(after(text, "need").value_or(1));
        } else if (std::regex_search(text, found, std::regex("([0-9]+)-of-([0-9]+) over ([0-9]+) AZ"))) {
            needed = static_cast<std::uint32_t>(std::stoul(found[1]));
            count = static_cast<std::uint32_t>(std::stoul(found[2]));
            zoneCount = static_cast<std::uint32_t>(std::stoul(found[3]));
        } else {
            return std::nullopt;
        }
        if (const auto given = after(text, "instance ")) m_instance = *given;
        if (std::regex_search(text, found, std::regex("AZ (0?\\.[0-9]+)"))) m_zone = std::stod(found[1]);
        model.graph = graphOf(needed, count);
        model.graph.regions = {"region"};
        model.down.components.assign(count + 1, 1.0 - m_instance);
        model.down.components[0] = 0.0;
        model.down.zones.assign(zoneCount, 1.0 - m_zone);
        model.down.regions = {0.0};
        for (std::uint32_t zone = 0; zone < zoneCount; ++zone) model.graph.zones.push_back({"zone-" + std::to_string(zone), 0});
        for (std::uint32_t i = 0; i < count; ++i) {
            model.graph.components[i + 1].place = {sky::resilience::PlaceKind::Zone, 0, {i % zoneCount}};
        }
        const auto add = [&](double down) {
            model.graph.components.push_back({"more-" + std::to_string(model.graph.components.size()), {}, false, {}});
            model.down.components.push_back(down);
            return static_cast<std::uint32_t>(model.graph.components.size() - 1);
        };
        static const std::regex factor("(?:^| x )([A-Za-z0-9]+)(?: |\\()(0?\\.[0-9]+|1)\\)?(?= x |$)");
        for (std::sregex_iterator at(text.begin(), text.end(), factor), end; at != end; ++at) {
            model.graph.components[0].needs.push_back({{add(1.0 - std::stod((*at)[2]))}, 1});
        }
        if (text.find("RDS Multi-AZ") != std::string::npos) {
            const double down = 1.0 - after(text, "RDS Multi-AZ \\(?").value_or(0.9995); // of one instance, its zone apart
            sky::resilience::NeedGroup pair;
            for (std::uint32_t zone = 0; zone < 2; ++zone) {
                pair.any.push_back(add(down));
                model.graph.components.back().place = {sky::resilience::PlaceKind::Zone, 0, {zone % zoneCount}};
            }
            model.graph.components[0].needs.push_back(pair);
        }
        return model;
    }

    std::optional<Model> modelOf(std::string text) {
        using namespace sky::resilience;
        std::smatch found;
        if (std::regex_search(text, found, std::regex("^as (\\w+) with (.*)"))) {
            for (const auto& [id, other] : m_texts) {
                if (id == found[1]) return modelOf(other + "; " + found[2].str());
            }
            return std::nullopt;
        }
        if (text.rfind("series", 0) == 0) return series(text);
        if (text.rfind("active-standby", 0) == 0) {
            StandbyModel model;
            model.failure = after(text, "MTBF").value_or(0);
            model.failover = after(text, "failover").value_or(0) / 3600.0;
            model.coverage = after(text, "coverage").value_or(1);
            model.repair = after(text, "uncovered repair").value_or(0);
            model.rebuild = after(text, "rebuild").value_or(0);
            return model;
        }
        if (text.find("regions active-passive") != std::string::npos) {
            return SitesModel{after(text, "region").value_or(1), after(text, "repair").value_or(0), after(text, "failover").value_or(0) / 3600.0};
        }
        if (text.find("legs of") != std::string::npos) {
            GraphModel model;
            const auto legs = static_cast<std::uint32_t>(countOf(text));
            model.graph = graphOf(1, legs);
            model.down.components.assign(legs + 1, 1.0 - after(text, "legs of").value_or(1));
            model.down.components[0] = 0.0;
            model.graph.components.push_back({"shared", {}, false, {}});
            model.down.components.push_back(1.0 - after(text, "dependency of").value_or(1));
            for (std::uint32_t i = 1; i <= legs; ++i) model.graph.components[i].needs = {{{legs + 1}, 1}};
            return model;
        }
        if (text.find(" AZ") != std::string::npos) return zones(text);
        if (text.find("in parallel") != std::string::npos) {
            const auto each = repair(text);
            if (!each) return std::nullopt;
            GroupModel model;
            model.count = countOf(text.substr(0, text.find("in parallel")));
            model.each = *each;
            model.commonCause = after(text, "beta-factor").value_or(0);
            if (std::regex_search(text, found, std::regex("(\\w+) (?:repair )?crews?"))) {
                std::string word = found[1];
                for (char& letter : word) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
                model.crews = countOf(word);
            }
            return model;
        }
        if (std::regex_search(text, found, std::regex("^([0-9]+)-of-([0-9]+), A ?= ?([0-9.]+)"))) {
            GraphModel model;
            const auto count = static_cast<std::uint32_t>(std::stoul(found[2]));
            model.graph = graphOf(static_cast<std::uint32_t>(std::stoul(found[1])), count);
            model.down.components.assign(count + 1, 1.0 - std::stod(found[3]));
            model.down.components[0] = 0.0;
            return model;
        }
        return std::nullopt;
    }

    std::vector<std::pair<std::string, std::string>> m_texts;
    double m_zone = 0.9995; // of the last case that gave them
    double m_instance = 0.995;
};

} // namespace truth
