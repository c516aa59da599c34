// SPDX-License-Identifier: GPL-3.0-or-later
// The availability cases of queueing_truth: each says its model in a sentence ("2-of-3, A=.99 each"), which is read
// here, solved by resilience/ and held against the figures beside it. A sentence that is not understood fails.
#pragma once

#include "resilience/availability.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <ostream>
#include <regex>
#include <string>
#include <vector>

namespace sky::cases {

struct AvailabilityCount {
    int agreed = 0;
    int cases = 0;
};

class AvailabilityReader {
  public:
    // Sentences may rest on earlier ones: "as A2 with ONE repair crew", "same rates".
    Result<resilience::AvailabilityModel> read(const std::string& id, const std::string& sentence) {
        std::string text = sentence;
        std::smatch found;
        if (std::regex_search(text, found, std::regex(R"(^as (\S+))")) && m_texts.count(found[1]) != 0)
            text = m_texts[found[1]] + " " + found.suffix().str();
        if (text.find("same rates") != std::string::npos) text += " " + m_rates;
        m_texts[id] = text;
        if (std::regex_search(text, found, std::regex(R"(AZ [0-9.]+ shared, instance [0-9.]+)"))) m_rates = found[0];
        for (const auto family : {&AvailabilityReader::series, &AvailabilityReader::instancesOverZones,
                                  &AvailabilityReader::legs, &AvailabilityReader::standby, &AvailabilityReader::sites,
                                  &AvailabilityReader::chain, &AvailabilityReader::group, &AvailabilityReader::kOfN})
            if (auto model = (this->*family)(text)) return std::move(*model);
        return Error{ErrorCode::BadFormat, id,
                     say("the sentence \"{}\" describes no model that is known.", "", sentence),
                     say("See tests/cases/availability_cases.h for those that are.", "")};
    }

  private:
    using Model = std::optional<resilience::AvailabilityModel>;
    static constexpr const char* kPair = R"(([0-9.]+)\s*h?\s*/\s*([0-9.]+)\s*h?)";
    static constexpr double kDatabase = .9995; // of one database instance, where a sentence names none

    static double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }
    static int count(std::string text) {
        static const std::map<std::string, int> kWords = {{"one", 1},  {"two", 2}, {"three", 3}, {"four", 4},
                                                          {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8},
                                                          {"nine", 9}, {"ten", 10}};
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const auto word = kWords.find(text);
        return word != kWords.end() ? word->second : static_cast<int>(number(text));
    }
    static double hours(const std::string& amount, const std::string& unit) {
        const double value = number(amount);
        return unit == "s" ? value / 3600 : unit == "min" ? value / 60 : value;
    }
    static std::optional<std::smatch> find(const std::string& text, const std::string& pattern) {
        std::smatch found;
        if (std::regex_search(text, found, std::regex(pattern, std::regex::icase))) return found;
        return std::nullopt;
    }

    // A graph whose goal needs `groups`, each "at least k of these".
    struct Part {
        double down = 0;
        double repair = 0;
        int zone = -1; // -1: anywhere
    };
    struct Group {
        std::vector<Part> parts;
        std::uint32_t needed = 1;
    };
    static resilience::GraphModel graph(const std::vector<Group>& groups, int zones, double zoneDown) {
        resilience::GraphModel model;
        model.graph.regions = {"r"};
        model.down.regions = {0.0};
        for (int i = 0; i < zones; ++i) {
            model.graph.zones.push_back({std::to_string(i), 0});
            model.down.zones.push_back(zoneDown);
        }
        model.graph.components.push_back({"goal", {}, true, {}});
        model.down.components.push_back(0);
        model.graph.goals = {0};
        resilience::Chances repair{{1.0}, std::vector<double>(model.down.zones.size(), 1.0), {1.0}};
        bool repairs = true;
        for (const Group& group : groups) {
            resilience::NeedGroup need;
            need.min = group.needed;
            for (const Part& part : group.parts) {
                need.any.push_back(static_cast<std::uint32_t>(model.graph.components.size()));
                resilience::Component component{"c" + std::to_string(need.any.back()), {}, false, {}};
                if (part.zone >= 0)
                    component.place = {resilience::PlaceKind::Zone, 0, {static_cast<std::uint32_t>(part.zone)}};
                model.graph.components.push_back(std::move(component));
                model.down.components.push_back(part.down);
                repair.components.push_back(part.repair);
                repairs = repairs && part.repair > 0;
            }
            model.graph.components[0].needs.push_back(std::move(need));
        }
        if (repairs && zones == 0) model.repairHours = std::move(repair);
        return model;
    }
    static Group spread(int each, int zones, int needed, double down) {
        Group group{{}, static_cast<std::uint32_t>(needed)};
        for (int zone = 0; zone < zones; ++zone)
            for (int i = 0; i < each; ++i) group.parts.push_back({down, 0, zone});
        return group;
    }

    // "series of three (MTBF/MTTR h 8760/1, 4380/.5, 2190/2)"
    Model series(const std::string& text) {
        if (!find(text, "^series of")) return std::nullopt;
        std::vector<Group> groups;
        const std::regex pair(R"(([0-9.]+)\s*/\s*([0-9.]+))");
        for (std::sregex_iterator at(text.begin(), text.end(), pair), end; at != end; ++at) {
            const resilience::Repairable each{number((*at)[1]), number((*at)[2])};
            groups.push_back({{{each.unavailability(), each.repair, -1}}, 1});
        }
        if (groups.empty()) return std::nullopt;
        return graph(groups, 0, 0);
    }
    // "6 instances over 3 AZ (2 each), need 4; AZ .9995 shared, instance .995"
    Model instancesOverZones(const std::string& text) {
        const auto found = find(text, R"((\w+) instances over (\w+) AZs? \((\w+) each\), need (\w+))");
        const auto rates = find(text, R"(AZ ([0-9.]+) shared, instance ([0-9.]+))");
        if (!found || !rates) return std::nullopt;
        const int zones = count((*found)[2]);
        return graph({spread(count((*found)[3]), zones, count((*found)[4]), 1 - number((*rates)[2]))}, zones,
                     1 - number((*rates)[1]));
    }
    // "two parallel legs of .99 sharing one dependency of .999"
    Model legs(const std::string& text) {
        const auto found = find(text, R"((\w+) parallel legs of ([0-9.]+) sharing one dependency of ([0-9.]+))");
        if (!found) return std::nullopt;
        Group group;
        for (int i = 0; i < count((*found)[1]); ++i) group.parts.push_back({1 - number((*found)[2]), 0, -1});
        auto model = graph({group}, 0, 0);
        const auto shared = static_cast<std::uint32_t>(model.graph.components.size());
        model.graph.components.push_back({"shared", {}, false, {}});
        model.down.components.push_back(1 - number((*found)[3]));
        for (std::uint32_t leg = 1; leg < shared; ++leg) model.graph.components[leg].needs = {{{shared}, 1}};
        return model;
    }
    // "active-standby: MTBF 4380 h, failover 90 s, coverage .99 (uncovered repair .5 h), standby rebuild 2 h"
    Model standby(const std::string& text) {
        const auto failure = find(text, R"(MTBF ([0-9.]+)\s*(h|min|s))");
        const auto failover = find(text, R"(failover ([0-9.]+)\s*(h|min|s))");
        const auto coverage = find(text, R"(coverage ([0-9.]+))");
        const auto repair = find(text, R"(uncovered repair ([0-9.]+)\s*(h|min|s))");
        const auto rebuild = find(text, R"(rebuild ([0-9.]+)\s*(h|min|s))");
        if (!find(text, "^active-standby") || !failure || !failover || !repair || !rebuild) return std::nullopt;
        return resilience::StandbyModel{hours((*failure)[1], (*failure)[2]), hours((*failover)[1], (*failover)[2]),
                                        coverage ? number((*coverage)[1]) : 1.0, hours((*repair)[1], (*repair)[2]),
                                        hours((*rebuild)[1], (*rebuild)[2])};
    }
    // "two regions active-passive, region .9995 (repair 4 h), DNS failover 150 s"
    Model sites(const std::string& text) {
        const auto site = find(text, R"(region ([0-9.]+) \(repair ([0-9.]+)\s*(h|min|s)\))");
        const auto failover = find(text, R"(failover ([0-9.]+)\s*(h|min|s))");
        if (!find(text, "^two regions active-passive") || !site || !failover) return std::nullopt;
        return resilience::SitesModel{number((*site)[1]), hours((*site)[2], (*site)[3]),
                                      hours((*failover)[1], (*failover)[2])};
    }
    // "R53(1) x CloudFront .999 x ALB .9999 x ASG 2-of-4 over 2 AZ x RDS Multi-AZ in the same AZs"
    Model chain(const std::string& text) {
        if (text.find(" x ") == std::string::npos) return std::nullopt;
        const auto rates = find(text + " " + m_rates, R"(AZ ([0-9.]+) shared, instance ([0-9.]+))");
        std::vector<Group> groups;
        int zones = 0;
        double zoneDown = 0;
        for (std::size_t at = 0; at != std::string::npos;) {
            const std::size_t end = text.find(" x ", at);
            const std::string part = text.substr(at, end == std::string::npos ? end : end - at);
            at = end == std::string::npos ? end : end + 3;
            if (const auto fleet = find(part, R"((\w+)-of-(\w+) over (\w+) AZ)")) {
                if (!rates) return std::nullopt;
                zones = count((*fleet)[3]);
                zoneDown = 1 - number((*rates)[1]);
                if (zones < 1) return std::nullopt;
                groups.push_back(
                    spread(count((*fleet)[2]) / zones, zones, count((*fleet)[1]), 1 - number((*rates)[2])));
            } else if (find(part, "Multi-AZ in the same AZs")) {
                const auto own = find(part, R"(instance ([0-9.]+))");
                groups.push_back(spread(1, std::max(zones, 1), 1, own ? 1 - number((*own)[1]) : 1 - kDatabase));
            } else if (const auto plain = find(part, R"([\s(]([0-9.]+)\)?\s*(\(.*\))?$)")) {
                groups.push_back({{{1 - number((*plain)[1]), 0, -1}}, 1});
            } else {
                return std::nullopt;
            }
        }
        return graph(groups, zones, zoneDown);
    }
    // "two in parallel, independent repair (720 h / 1 h)", "… with ONE repair crew", "… with beta-factor .1 common
    // cause (1000 h / 1 h, two crews)", "2-of-3 … (720 h / 1 h)"
    Model group(const std::string& text) {
        const auto pair = find(text, std::string("\\(") + kPair);
        const auto parallel = find(text, R"(^(\w+) in parallel)");
        const auto some = find(text, R"(^(\w+)-of-(\w+))");
        if (!pair || (!parallel && !some)) return std::nullopt;
        resilience::GroupModel model;
        model.count = count(parallel ? (*parallel)[1] : (*some)[2]);
        model.needed = parallel ? 1 : count((*some)[1]);
        model.each = {number((*pair)[1]), number((*pair)[2])};
        if (const auto crews = find(text, R"((\w+) (repair )?crews?)")) model.crews = count((*crews)[1]);
        if (const auto beta = find(text, R"(beta-?\s?factor ([0-9.]+))")) model.commonCause = number((*beta)[1]);
        return model;
    }
    // "2-of-3, A=.99 each", "two in parallel, A=.99 each"
    Model kOfN(const std::string& text) {
        const auto some = find(text, R"(^(\w+)-of-(\w+))");
        const auto parallel = find(text, R"(^(\w+) in parallel)");
        const auto each = find(text, R"(A\s*=\s*([0-9.]+))");
        if (!each || (!some && !parallel)) return std::nullopt;
        Group group{{}, static_cast<std::uint32_t>(some ? count((*some)[1]) : 1)};
        for (int i = 0; i < count(some ? (*some)[2] : (*parallel)[1]); ++i)
            group.parts.push_back({1 - number((*each)[1]), 0, -1});
        return graph({group}, 0, 0);
    }

    std::map<std::string, std::string> m_texts;
    std::string m_rates;
};

// Within 1e-9, absolute and relative to the figure (an unavailability of 1e-8 is to be right as well).
inline bool agrees(double got, double want) {
    return std::abs(got - want) <= 1e-9 * std::max(std::abs(want), 1e-6) || std::abs(got - want) <= 1e-15;
}

inline AvailabilityCount judgeAvailability(const nlohmann::json& cases, std::ostream& out) {
    AvailabilityCount count;
    AvailabilityReader reader;
    for (const nlohmann::json& one : cases) {
        ++count.cases;
        const std::string id = one.value("id", "?");
        const auto model = reader.read(id, one.value("case", ""));
        const auto got = model ? availabilityOf(*model) : Result<resilience::Availability>(model.error());
        if (!got) {
            out << id << "  FAILED  " << got.error().in(Language::English) << '\n';
            continue;
        }
        struct Figure {
            const char* key;
            std::optional<double> got;
        };
        const std::array<Figure, 6> figures{Figure{"availability", got->availability},
                                            {"unavailability", got->unavailability},
                                            {"downtime_min_per_year", got->downtimeMinutesPerYear()},
                                            {"nines", got->nines()},
                                            {"failure_rate_per_year", got->failuresPerHour
                                                                          ? std::optional(*got->failuresPerHour * 8760)
                                                                          : std::nullopt},
                                            {"system_mttf_h_cold_start", got->meanTimeToFirstFailure}};
        bool good = one.contains("availability") || one.contains("unavailability");
        std::string line;
        for (const Figure& figure : figures) {
            if (!one.contains(figure.key)) continue;
            const double want = one[figure.key].get<double>();
            // 1 - A of a double A carries an error of its own of 1e-16, which a small unavailability shows.
            const bool same =
                figure.got && (agrees(*figure.got, want) ||
                               std::abs(*figure.got - want) <= 3e-16 / got->unavailability * std::abs(want));
            good = good && same;
            char text[128];
            std::snprintf(text, sizeof text, "  %s %.15g%s", figure.key, figure.got.value_or(std::nan("")),
                          same ? "" : (" (expected " + one[figure.key].dump() + ")").c_str());
            line += text;
        }
        count.agreed += good ? 1 : 0;
        out << id << (good ? "  ok" : "  DIFFERS") << line << '\n';
    }
    return count;
}

} // namespace sky::cases
