// SPDX-License-Identifier: GPL-3.0-or-later
// From a set's model and parameters to a network of the engine: the families of queueing_truth.
#pragma once

#include "simulation/station_network.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <regex>
#include <string>

namespace truth {

using namespace sky::simulation;
using Json = nlohmann::json;

struct Model {
    StationNetwork network;
    double rate = 1.0;       // requests per unit of time, about
    double relaxation = 1.0; // the time in which it forgets how it began, about
    std::vector<std::uint32_t> measured;           // the station, or the alike ones, that Wq, W, Lq, L, ... are of
    std::vector<std::vector<std::uint32_t>> parts; // what per_station_W, Q, util, L count through
    std::map<std::string, std::vector<std::uint32_t>> named;
    std::uint32_t servers = 1; // of each measured station
    std::uint32_t users = 0;
    bool endToEnd = false; // W and W_q are of the whole way, not of the measured stations
    struct Overload {
        double until = 0.0;
        double dropTo = 0.0;
    };
    std::optional<Overload> overload;
};

inline double number(const Json& params, const char* name, double otherwise) {
    return params.contains(name) && params[name].is_number() ? params[name].get<double>() : otherwise;
}

// The first number behind a word: "Erlang-4", "scv 2", "alpha 3.5".
inline std::optional<double> numberAfter(const std::string& text, const std::string& word) {
    std::smatch found;
    if (std::regex_search(text, found, std::regex(word + "[^0-9.]{0,3}([0-9]*\\.?[0-9]+)"))) return std::stod(found[1]);
    return std::nullopt;
}

inline std::optional<Law> generalLaw(const Json& params, double mean) {
    const std::string text = params.value("service", std::string("lognormal scv 2"));
    const double scv = number(params, "scv", numberAfter(text, "scv").value_or(2.0));
    if (text.find("rlang") != std::string::npos) {
        return erlangLaw(mean, static_cast<std::uint32_t>(number(params, "k", numberAfter(text, "rlang").value_or(2.0))));
    }
    if (text.find("yperexp") != std::string::npos || text.rfind("H2", 0) == 0) {
        if (params.contains("p") && params.contains("mean1") && params.contains("mean2")) {
            return hyperexponentialLaw(params["p"], params["mean1"], params["mean2"]);
        }
        return balancedHyperexponentialLaw(mean, std::max(1.0, scv));
    }
    if (text.find("ognormal") != std::string::npos) return lognormalLaw(mean, scv);
    if (text.find("areto") != std::string::npos) return paretoLaw(mean, number(params, "alpha", numberAfter(text, "alpha").value_or(2.5)));
    if (text.find("eterminis") != std::string::npos || text.find("onstant") != std::string::npos || text == "D") return constantLaw(mean);
    if (text.find("niform") != std::string::npos) {
        const double half = mean * std::sqrt(3.0 * number(params, "scv", 1.0 / 3.0));
        return uniformLaw(mean - half, mean + half);
    }
    if (text.find("xponential") != std::string::npos || text == "M") return exponentialLaw(mean);
    return std::nullopt;
}

// M, D, G, H2, E4, Ek: one letter of Kendall's notation.
inline std::optional<Law> kendallLaw(const std::string& letter, const Json& params, double mean) {
    if (letter == "M") return exponentialLaw(mean);
    if (letter == "D") return constantLaw(mean);
    if (letter == "G" || letter == "GI") return generalLaw(params, mean);
    if (letter.rfind('E', 0) == 0) {
        const double given = letter.size() > 1 && std::isdigit(static_cast<unsigned char>(letter[1])) ? std::stod(letter.substr(1)) : 2.0;
        return erlangLaw(mean, static_cast<std::uint32_t>(number(params, "k", given)));
    }
    if (letter == "H2") return balancedHyperexponentialLaw(mean, number(params, "scv", 4.0));
    return std::nullopt;
}

inline double relaxationOf(double load, std::uint32_t servers, double mean, double variation) {
    const double slack = 1.0 - std::sqrt(std::min(load, 0.9999));
    return mean * std::max(1.0, variation) * (1.0 + 1.0 / (servers * slack * slack));
}

inline Station measuredStation(std::string id, const Law& work, std::uint32_t servers) {
    Station station;
    station.id = std::move(id);
    station.work = work;
    station.servers = servers;
    station.areas = station.waits = station.sojourns = true;
    return station;
}

inline void addSource(Model& model, std::uint32_t to, const Law& between) {
    Source source;
    source.id = "source-" + std::to_string(model.network.sources.size());
    source.to = to;
    source.between = between;
    model.network.sources.push_back(source);
}

inline Call callTo(std::uint32_t station, double weight = 1.0) {
    Call call;
    call.to = station;
    call.weight = weight;
    return call;
}

// A/S/c, A/S/c/K, A/S/c+M, A/S/1-PS.
inline std::optional<Model> kendall(const std::string& text, const Json& params) {
    static const std::regex form("^([A-Z][A-Za-z0-9]*)/([A-Z][A-Za-z0-9]*)/([0-9]+|c|inf|∞)(?:/([0-9]+|K|c|N))?(\\+M)?(-PS)?$");
    std::smatch found;
    if (!std::regex_match(text, found, form)) return std::nullopt;
    Model model;
    const double mean = params.contains("mean") ? number(params, "mean", 1) : params.contains("mean_s") ? number(params, "mean_s", 1)
                      : params.contains("D") ? number(params, "D", 1) : params.contains("a") && !params.contains("mu") ? 1.0
                      : params.contains("service") ? 1.0 : 1.0 / number(params, "mu", 1.0);
    const double rate = params.contains("a") && !params.contains("lam") ? number(params, "a", 1) / mean : number(params, "lam", 1);
    const auto between = kendallLaw(found[1], params, 1.0 / rate);
    const auto work = kendallLaw(found[2], params, mean);
    if (!between || !work) return std::nullopt;
    const bool endless = found[3] == "inf" || found[3] == "∞";
    const double count = found[3] == "c" ? number(params, "c", 1) : endless ? 1.0 : std::stod(found[3]);
    Station station = measuredStation("station", *work, endless ? kUnlimited : static_cast<std::uint32_t>(count));
    model.servers = station.servers;
    if (found[4].matched) {
        const std::string most = found[4];
        station.workers = static_cast<std::uint32_t>(most == "K" ? number(params, "K", count) : most == "c" ? count
                        : most == "N" ? number(params, "N", count) : std::stod(most));
    }
    if (found[5].matched) station.patience = exponentialLaw(1.0 / number(params, "theta", 1.0));
    if (found[6].matched) station.discipline = Discipline::Sharing;
    if (endless) station.levels = static_cast<std::uint32_t>(rate * mean + 20.0 * std::sqrt(rate * mean) + 30.0);
    const double load = endless ? 0.0 : rate * mean / count;
    const double variation = (1.0 + std::min(20.0, work->squaredVariation())) / 2.0;
    model.rate = rate;
    model.relaxation = endless ? mean * 3.0
                     : found[4].matched ? std::min(relaxationOf(std::min(load, 1.0 / load), station.servers, mean, variation),
                                                   mean * (3.0 + std::pow(station.workers - count + 1.0, 2) / count))
                     : found[5].matched ? std::max(mean, 1.0 / number(params, "theta", 1.0)) * 3.0
                                        : relaxationOf(load, station.servers, mean, variation);
    model.network.add(station);
    model.measured = {0};
    addSource(model, 0, *between);
    return model;
}

// E8/M/1 (round robin over 8): the arrivals are every eighth of a Poisson stream.
inline Model roundRobin(const Json& params, std::uint32_t over) {
    Model model;
    const double rate = number(params, "lam", 1) * over;
    const double mean = 1.0 / number(params, "mu", 1);
    Station splitter;
    splitter.id = "splitter";
    splitter.fan = Fan::One;
    splitter.choice = Choice::RoundRobin;
    model.network.add(splitter);
    std::vector<Call> calls;
    for (std::uint32_t i = 0; i < over; ++i) {
        model.measured.push_back(model.network.add(measuredStation("server-" + std::to_string(i), exponentialLaw(mean), 1)));
        calls.push_back(callTo(model.measured.back()));
    }
    model.network.connect(0, calls);
    model.rate = rate;
    model.relaxation = relaxationOf(rate * mean / over, 1, mean, 1.0);
    addSource(model, 0, exponentialLaw(1.0 / rate));
    return model;
}

inline Model tandem(const Json& params) {
    Model model;
    model.rate = number(params, "lam", 1);
    model.endToEnd = true;
    for (const Json& mu : params["mu"]) {
        const double mean = 1.0 / mu.get<double>();
        const std::uint32_t station = model.network.add(measuredStation("stage-" + std::to_string(model.parts.size()), exponentialLaw(mean), 1));
        model.parts.push_back({station});
        model.relaxation = std::max(model.relaxation, relaxationOf(model.rate * mean, 1, mean, 1.0));
    }
    for (std::uint32_t i = 0; i + 1 < model.parts.size(); ++i) model.network.connect(i, {callTo(i + 1)});
    addSource(model, 0, exponentialLaw(1.0 / model.rate));
    return model;
}

// A balancer, servers behind it, a database behind them; times in ms.
inline std::optional<Model> tiers(const Json& params, std::uint32_t roundRobinOver) {
    static const std::regex many("([0-9]+) x M/M/([0-9]+) ([0-9.]+) ms(?:, (.*))?");
    static const std::regex one("(?:one )?M/M/([0-9]+) ([0-9.]+) ms.*");
    Model model;
    model.endToEnd = true;
    model.rate = number(params, "lam_per_ms", 1);
    std::string app = params.value("app", std::to_string(std::max(1u, roundRobinOver)) + " x M/M/1 10 ms, round robin");
    std::smatch found;
    std::uint32_t count = 1;
    std::uint32_t servers = 1;
    double mean = 1.0;
    std::string split = "random split";
    if (std::regex_match(app, found, many)) {
        count = static_cast<std::uint32_t>(std::stoul(found[1]));
        servers = static_cast<std::uint32_t>(std::stoul(found[2]));
        mean = std::stod(found[3]);
        if (found[4].matched) split = found[4];
    } else if (std::regex_match(app, found, one)) {
        servers = static_cast<std::uint32_t>(std::stoul(found[1]));
        mean = std::stod(found[2]);
    } else {
        return std::nullopt;
    }
    const double balancing = number(params, "lb_ms", 0.05);
    Station balancer = measuredStation("lb", exponentialLaw(balancing), 1);
    balancer.fan = Fan::One;
    balancer.choice = split.find("robin") != std::string::npos ? Choice::RoundRobin
                    : split.find("least") != std::string::npos ? Choice::LeastBusy : Choice::Random;
    model.named["lb"] = {model.network.add(balancer)};
    std::vector<Call> calls;
    for (std::uint32_t i = 0; i < count; ++i) {
        model.named["app"].push_back(model.network.add(measuredStation("app-" + std::to_string(i), exponentialLaw(mean), servers)));
        calls.push_back(callTo(model.named["app"].back()));
    }
    const std::string data = params.value("db", std::string("M/M/2 2 ms"));
    if (!std::regex_match(data, found, one)) return std::nullopt;
    const auto dataServers = static_cast<std::uint32_t>(std::stoul(found[1]));
    const double dataMean = std::stod(found[2]);
    model.named["db"] = {model.network.add(measuredStation("db", exponentialLaw(dataMean), dataServers))};
    model.network.connect(0, calls);
    for (const std::uint32_t station : model.named["app"]) model.network.connect(station, {callTo(model.named["db"].front())});
    model.relaxation = std::max({relaxationOf(model.rate * balancing, 1, balancing, 1.0),
                                 relaxationOf(model.rate * mean / (count * servers), servers, mean, 1.0),
                                 relaxationOf(model.rate * dataMean / dataServers, dataServers, dataMean, 1.0)});
    addSource(model, 0, exponentialLaw(1.0 / model.rate));
    if (roundRobinOver != 0) { // the database fed by a Poisson stream of its own
        model.named["db_if_poisson"] = {model.network.add(measuredStation("db-if-poisson", exponentialLaw(dataMean), dataServers))};
        addSource(model, model.named["db_if_poisson"].front(), exponentialLaw(1.0 / model.rate));
    }
    return model;
}

// Stations in a row; behind the one named in the model a part of the requests goes through all again.
inline Model feedback(const std::string& text, const Json& params) {
    Model model;
    model.endToEnd = true;
    const double again = number(params, "r", 0.0);
    const double rate = number(params, "gamma", 1);
    const auto last = static_cast<std::uint32_t>(numberAfter(text, "station").value_or(2.0));
    for (std::uint32_t i = 1; params.contains("mu" + std::to_string(i)); ++i) {
        const double mean = 1.0 / params["mu" + std::to_string(i)].get<double>();
        model.parts.push_back({model.network.add(measuredStation("stage-" + std::to_string(i), exponentialLaw(mean), 1))});
        const double visits = i <= last ? rate / (1.0 - again) : rate;
        model.relaxation = std::max(model.relaxation, relaxationOf(visits * mean, 1, mean, 1.0) / (1.0 - again));
    }
    Station exit;
    exit.id = "exit";
    const std::uint32_t out = model.network.add(exit);
    for (std::uint32_t i = 0; i < model.parts.size(); ++i) {
        const std::uint32_t next = i + 1 < model.parts.size() ? i + 1 : out;
        if (i + 1 == last) {
            model.network.stations[i].fan = Fan::One;
            model.network.connect(i, {callTo(0, again), callTo(next, 1.0 - again)});
        } else {
            model.network.connect(i, {callTo(next)});
        }
    }
    model.rate = rate;
    addSource(model, 0, exponentialLaw(1.0 / rate));
    return model;
}

inline Model forkJoin(const Json& params, std::uint32_t branches) {
    Model model;
    model.endToEnd = true;
    model.rate = number(params, "lam", 1);
    const double mean = 1.0 / number(params, "mu", 1);
    Station fork;
    fork.id = "fork";
    fork.fan = Fan::Together;
    model.network.add(fork);
    std::vector<Call> calls;
    for (std::uint32_t i = 0; i < branches; ++i) {
        model.measured.push_back(model.network.add(measuredStation("branch-" + std::to_string(i), exponentialLaw(mean), 1)));
        calls.push_back(callTo(model.measured.back()));
    }
    model.network.connect(0, calls);
    model.relaxation = relaxationOf(model.rate * mean, 1, mean, 1.0);
    addSource(model, 0, exponentialLaw(1.0 / model.rate));
    return model;
}

inline Model closed(const Json& params) {
    Model model;
    model.endToEnd = true;
    model.users = static_cast<std::uint32_t>(number(params, "N", 1));
    Station way;
    way.id = "way";
    const std::uint32_t first = model.network.add(way);
    std::vector<Call> calls;
    double most = 0.0;
    const double think = number(params, "Z_ms", number(params, "Z", 0));
    double whole = think;
    for (const Json& demand : params.contains("D_ms") ? params["D_ms"] : params["D"]) {
        const double mean = demand.get<double>();
        model.parts.push_back({model.network.add(measuredStation("station-" + std::to_string(model.parts.size()), exponentialLaw(mean), 1))});
        calls.push_back(callTo(model.parts.back().front()));
        most = std::max(most, mean);
        whole += mean;
    }
    model.network.connect(first, calls);
    model.rate = std::min(1.0 / most, model.users / whole);
    model.relaxation = std::max(whole, think > 0.0 ? 0.0 : model.users * most);
    Source source;
    source.id = "users";
    source.to = first;
    source.users = model.users;
    source.think = exponentialLaw(think);
    model.network.sources.push_back(source);
    return model;
}

inline std::optional<Model> modelOf(const Json& set) {
    std::string text = set.at("model");
    const Json& params = set.at("params");
    const auto begins = [&](const char* word) { return text.rfind(word, 0) == 0; };
    if (begins("Erlang B ") || begins("Erlang C ") || begins("Erlang A ")) text = text.substr(9);
    if (begins("tandem")) return tandem(params);
    if (begins("closed")) return closed(params);
    if (begins("fork-join")) return forkJoin(params, static_cast<std::uint32_t>(numberAfter(text, "join").value_or(2.0)));
    if (begins("open Jackson")) return params.contains("gamma") ? std::optional(feedback(text, params)) : tiers(params, 0);
    if (begins("LB ")) return tiers(params, static_cast<std::uint32_t>(numberAfter(text, "\\(E").value_or(8.0)));
    if (const std::size_t at = text.find("round robin"); at != std::string::npos) {
        return roundRobin(params, static_cast<std::uint32_t>(numberAfter(text, "over").value_or(number(params, "k", 2.0))));
    }
    if (begins("overload ")) {
        auto model = kendall(text.substr(9, text.find(',') == std::string::npos ? std::string::npos : text.find(',') - 9), params);
        if (model) model->overload = Model::Overload{number(params, "t", 60.0), 0.0};
        return model;
    }
    return kendall(text, params);
}

} // namespace truth
