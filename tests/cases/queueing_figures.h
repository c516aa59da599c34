// SPDX-License-Identifier: GPL-3.0-or-later
// Which figures a set expects, and what each of their names means of a model.
#pragma once

#include "queueing_figure.h"
#include "queueing_model.h"

namespace truth {

using Stations = std::vector<std::uint32_t>;

inline double sumOf(const Observed& run, const Stations& stations, double (*of)(const StationTally&)) {
    double sum = 0.0;
    for (const std::uint32_t station : stations) sum += of(run.tallies.stations[station]);
    return sum;
}

using Count = double (*)(const StationTally&);
inline constexpr Count kArrivals = [](const StationTally& t) { return static_cast<double>(t.arrivals); };
inline constexpr Count kRefused = [](const StationTally& t) { return static_cast<double>(t.refused); };
inline constexpr Count kAbandoned = [](const StationTally& t) { return static_cast<double>(t.abandoned); };
inline constexpr Count kWaited = [](const StationTally& t) { return static_cast<double>(t.waited); };
inline constexpr Count kServed = [](const StationTally& t) { return static_cast<double>(t.served); };
inline constexpr Count kHere = [](const StationTally& t) { return t.areaHere; };
inline constexpr Count kBusy = [](const StationTally& t) { return t.areaBusy; };
inline constexpr Count kQueue = [](const StationTally& t) { return t.areaHere - t.areaBusy; };
inline constexpr Count kWaitSum = [](const StationTally& t) { return t.waitSum; };
inline constexpr Count kSojournSum = [](const StationTally& t) { return t.sojourns.sum(); };
inline constexpr Count kSojourns = [](const StationTally& t) { return static_cast<double>(t.sojourns.count()); };
inline constexpr Count kSlowdown = [](const StationTally& t) { return t.slowdownSum; };
inline constexpr Count kAccepted = [](const StationTally& t) { return static_cast<double>(t.arrivals - t.refused); };
inline constexpr Count kLeft = [](const StationTally& t) { return static_cast<double>(t.served + t.abandoned); };

class Figures {
  public:
    Figures(const Model& model, const Json& result) : m_model(model), m_result(result) {}

    // Of the whole set; a name it does not know is put into `unknown`.
    std::vector<Figure> all(std::vector<std::string>& unknown) {
        for (const auto& [name, value] : m_result.items()) {
            if (name == "note") continue;
            if (value.is_number()) {
                if (!one(name, value.get<double>())) unknown.push_back(name);
            } else if (value.is_object() && name.size() > 2 && name.ends_with("_q")) {
                if (!quantiles(name, value)) unknown.push_back(name);
            } else if (value.is_object()) {
                for (const auto& [part, number] : value.items()) {
                    if (!m_model.named.contains(part) || !perStation(name, name + "." + part, m_model.named.at(part), number.get<double>())) unknown.push_back(name + "." + part);
                }
            } else if (value.is_array()) {
                for (std::size_t i = 0; i < value.size(); ++i) {
                    const std::string full = name + "[" + std::to_string(i) + "]";
                    if (i >= m_model.parts.size() || !perStation(name, full, m_model.parts[i], value[i].get<double>())) unknown.push_back(full);
                }
            } else if (!value.is_string()) {
                unknown.push_back(name);
            }
        }
        return std::move(m_figures);
    }

  private:
    void ratio(const std::string& name, double expected, const std::function<Ratio(const Observed&)>& observe) {
        m_figures.push_back({.name = name, .expected = expected, .ratio = observe});
    }
    void perTime(const std::string& name, double expected, const Stations& stations, Count count, double each = 1.0) {
        ratio(name, expected, [=](const Observed& run) { return Ratio{sumOf(run, stations, count), run.tallies.time() * each}; });
    }
    void perCount(const std::string& name, double expected, const Stations& stations, Count above, Count below) {
        ratio(name, expected, [=](const Observed& run) { return Ratio{sumOf(run, stations, above), sumOf(run, stations, below)}; });
    }

    // A figure of one station or of several alike ones.
    bool perStation(const std::string& name, const std::string& full, const Stations& at, double expected) {
        double servers = 0.0;
        for (const std::uint32_t station : at) servers += m_model.network.stations[station].servers;
        if (name == "util" || name == "rho") perTime(full, expected, at, kBusy, servers);
        else if (name == "Q" || name == "L") perTime(full, expected, at, kHere);
        else if (name == "Lq") perTime(full, expected, at, kQueue);
        else if (name == "per_station_W" || name == "W") perCount(full, expected, at, kSojournSum, kSojourns);
        else if (name == "per_station_Wq" || name == "Wq") perCount(full, expected, at, kWaitSum, kLeft);
        else return false;
        return true;
    }

    bool one(const std::string& name, double expected) {
        const Stations& at = m_model.measured;
        const double servers = static_cast<double>(m_model.servers) * static_cast<double>(at.size());
        if (m_model.overload) return overload(name, expected);
        if (name.rfind("W_", 0) == 0 && m_model.named.contains(name.substr(2))) return perStation("W", name, m_model.named.at(name.substr(2)), expected);
        if (m_model.users != 0 && closed(name, expected)) return true;
        if (name == "W" && m_model.endToEnd) {
            ratio(name, expected, [](const Observed& run) {
                const LogHistogram& sojourns = run.tallies.sources.front().sojourns;
                return Ratio{sojourns.sum(), static_cast<double>(sojourns.count())};
            });
            return true;
        }
        if (name == "visit_rate") {
            perTime(name, expected, m_model.parts.empty() ? at : m_model.parts.front(), kArrivals);
            return true;
        }
        if (at.empty()) return false;
        if (name.rfind('p', 0) == 0 && name.ends_with("_concurrency")) return level(name, expected);
        if (name == "rho" || name == "util") perTime(name, expected, at, kBusy, servers);
        else if (name == "p_wait" || name == "sigma") perCount(name, expected, at, kWaited, kAccepted);
        else if (name == "p_wait_of_accepted") perCount(name, expected, at, kWaited, kAccepted);
        else if (name == "p_block") perCount(name, expected, at, kRefused, kArrivals);
        else if (name == "p_abandon") perCount(name, expected, at, kAbandoned, kLeft);
        else if (name == "throughput") perTime(name, expected, at, kServed);
        else if (name == "carried") perTime(name, expected, at, kBusy);
        else if (name == "L" || name == "mean_concurrency") perTime(name, expected, at, kHere);
        else if (name == "Lq") perTime(name, expected, at, kQueue);
        else if (name == "Wq") perCount(name, expected, at, kWaitSum, kLeft);
        else if (name == "W") perCount(name, expected, at, kSojournSum, kSojourns);
        else if (name == "slowdown") perCount(name, expected, at, kSlowdown, kServed);
        else if (name == "Wq_std" || name == "W_std") return deviation(name, expected);
        else return false;
        return true;
    }

    bool deviation(const std::string& name, double expected) {
        const std::string mean = name.substr(0, name.size() - 4);
        if (!m_result.contains(mean) || m_model.measured.size() != 1) return false;
        const std::uint32_t station = m_model.measured.front();
        const auto histogram = [station, waits = mean == "Wq"](const Observed& run) {
            const StationTally& tally = run.tallies.stations[station];
            return waits ? &tally.waits : &tally.sojourns;
        };
        m_figures.push_back({.name = name, .expected = expected, .kind = Figure::Kind::Deviation, .mean = m_result[mean].get<double>(),
                             .ratio = [histogram](const Observed& run) {
                                 return Ratio{histogram(run)->sumOfSquares(), static_cast<double>(histogram(run)->count())};
                             },
                             .histogram = histogram});
        return true;
    }

    bool level(const std::string& name, double expected) {
        const std::string digits = name.substr(1, name.find('_') - 1);
        const double part = std::stod("0." + digits);
        m_figures.push_back({.name = name, .expected = expected, .kind = Figure::Kind::Level, .part = part,
                             .levels = [station = m_model.measured.front()](const Observed& run) { return &run.tallies.stations[station].levels; }});
        return true;
    }

    bool quantiles(const std::string& name, const Json& values) {
        std::string what = name.substr(0, name.size() - 2);
        Stations at = m_model.measured;
        for (const auto& [part, stations] : m_model.named) {
            if (what.rfind(part + "_", 0) == 0) {
                at = stations;
                what = what.substr(part.size() + 1);
                break;
            }
        }
        const bool source = what == "W" && m_model.endToEnd && at == m_model.measured;
        if (!source && (at.empty() || (what != "W" && what != "Wq"))) return false;
        for (const auto& [part, value] : values.items()) {
            const double expected = value.get<double>();
            Figure figure{.name = name + " " + part, .expected = expected,
                          .kind = expected <= 0.0 ? Figure::Kind::AtomQuantile : Figure::Kind::Quantile, .part = std::stod(part)};
            if (source) {
                figure.histogram = [](const Observed& run) { return &run.tallies.sources.front().sojourns; };
            } else {
                figure.histogram = [at, waits = what == "Wq"](const Observed& run) {
                    const auto of = [&](std::uint32_t station) -> const LogHistogram& {
                        const StationTally& tally = run.tallies.stations[station];
                        return waits ? tally.waits : tally.sojourns;
                    };
                    if (at.size() == 1) return &of(at.front());
                    static thread_local LogHistogram sum(-30, 24);
                    sum = of(at.front());
                    for (std::size_t i = 1; i < at.size(); ++i) sum.add(of(at[i]));
                    return static_cast<const LogHistogram*>(&sum);
                };
            }
            m_figures.push_back(std::move(figure));
        }
        return true;
    }

    bool closed(const std::string& name, double expected) {
        const auto demands = [parts = m_model.parts](const Observed& run, double& most) {
            const SourceTally& source = run.tallies.sources.front();
            const auto ended = static_cast<double>(source.ended());
            double sum = source.thinkSum / ended;
            most = 0.0;
            for (const Stations& part : parts) {
                const double demand = sumOf(run, part, kBusy) / ended;
                sum += demand;
                most = std::max(most, demand);
            }
            return sum;
        };
        if (name == "X") {
            ratio(name, expected, [](const Observed& run) { return Ratio{static_cast<double>(run.tallies.sources.front().ended()), run.tallies.time()}; });
        } else if (name == "R") {
            ratio(name, expected, [](const Observed& run) {
                const LogHistogram& sojourns = run.tallies.sources.front().sojourns;
                return Ratio{sojourns.sum(), static_cast<double>(sojourns.count())};
            });
        } else if (name == "X_bound") {
            ratio(name, expected, [demands, users = m_model.users](const Observed& run) {
                double most = 0.0;
                const double whole = demands(run, most);
                return Ratio{std::min(1.0 / most, users / whole), 1.0};
            });
        } else if (name == "N_star") {
            ratio(name, expected, [demands](const Observed& run) {
                double most = 0.0;
                const double whole = demands(run, most);
                return Ratio{whole, most};
            });
        } else {
            return false;
        }
        return true;
    }

    bool overload(const std::string& name, double expected) {
        std::size_t place = 0;
        if (name == "queue_growth_per_s") place = 0;
        else if (name == "backlog_at_t") place = 1;
        else if (name == "wait_of_arrival_at_t") place = 2;
        else if (name.rfind("drain_time", 0) == 0) place = 3;
        else return false;
        ratio(name, expected, [place](const Observed& run) { return Ratio{run.extra[place], 1.0}; });
        return true;
    }

    const Model& m_model;
    const Json& m_result;
    std::vector<Figure> m_figures;
};

} // namespace truth
