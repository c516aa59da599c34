// SPDX-License-Identifier: GPL-3.0-or-later
// queueing_truth FILE [--requests N] [--threads N] [--seed N] [--events] [--only ID]: holds the engine against closed
// forms. Every set of the file is built as a network, run in 32 replications, and each figure printed with what was
// measured, what is expected and their distance in standard errors. A figure passes within 3; one beyond is run again
// with two fresh seeds and must then be within 3 both times, and never beyond 6. Mean and variance of all distances must
// lie within 0 +- 0.5 and 0.5-2. Requests per set: asked for, the file's "requests", or 10 million. Availability cases must agree to 1e-9. Exit: 0 all pass, 1 not, 2 usage, 3 unreadable.
#include "availability_cases.h"
#include "queueing_figures.h"
#include "queueing_run.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

namespace {

using namespace truth;

struct Score {
    std::size_t figures = 0;
    std::size_t failed = 0;
    std::vector<double> distances; // of figures with a spread
};

void print(const std::string& set, const std::string& figure, double measured, double expected, double distance, const char* remark) {
    std::printf("%-24s %-28s %16.9g %16.9g %8.2f %s\n", set.c_str(), figure.c_str(), measured, expected, distance, remark);
}

// drain_time_after_drop_to_600: the rate stands in the name.
void findDrop(Model& model, const Json& result) {
    for (const auto& [name, value] : result.items()) {
        const std::size_t at = name.rfind('_');
        if (name.rfind("drain_time", 0) == 0 && at != std::string::npos) model.overload->dropTo = std::strtod(name.c_str() + at + 1, nullptr);
    }
}

void judgeSet(const Json& set, const Settings& settings, Score& score) {
    const std::string id = set.at("id");
    std::optional<Model> model = modelOf(set);
    if (!model || !checkNetwork(model->network)) {
        std::printf("%-24s the model \"%s\" is not one this program knows  FAIL\n", id.c_str(), set.at("model").get<std::string>().c_str());
        ++score.figures;
        ++score.failed;
        return;
    }
    if (model->overload) findDrop(*model, set.at("result"));
    std::vector<std::string> unknown;
    const std::vector<Figure> figures = Figures(*model, set.at("result")).all(unknown);
    for (const std::string& name : unknown) {
        std::printf("%-24s %-28s is not a figure this program knows  FAIL\n", id.c_str(), name.c_str());
        ++score.figures;
        ++score.failed;
    }
    const std::uint64_t seed = sky::stableHash(id, settings.seed);
    const std::vector<Observed> runs = runModel(*model, settings, seed);
    std::vector<Observed> again[2];
    for (const Figure& figure : figures) {
        const Measured first = measure(figure, runs);
        ++score.figures;
        if (!first.exact) score.distances.push_back(first.distance);
        if (std::abs(first.distance) <= 3.0) {
            print(id, figure.name, first.value, figure.expected, first.distance, "");
            continue;
        }
        bool good = std::abs(first.distance) <= 6.0;
        print(id, figure.name, first.value, figure.expected, first.distance, good ? "again" : "FAIL");
        for (std::size_t i = 0; good && i < 2; ++i) {
            if (again[i].empty()) again[i] = runModel(*model, settings, sky::stableHash(id + "/again", settings.seed + i));
            const Measured more = measure(figure, again[i]);
            good = std::abs(more.distance) <= 3.0;
            print(id, figure.name, more.value, figure.expected, more.distance, good ? "again" : "FAIL");
        }
        if (!good) ++score.failed;
    }
}

bool judgeDistances(const std::vector<double>& distances) {
    if (distances.size() < 2) return true;
    double mean = 0.0;
    for (const double distance : distances) mean += distance / static_cast<double>(distances.size());
    double variance = 0.0;
    for (const double distance : distances) variance += (distance - mean) * (distance - mean) / static_cast<double>(distances.size() - 1);
    // A handful of figures says little about their own mean and variance: the bounds hold for many.
    const bool good = distances.size() < 100 || (std::abs(mean) <= 0.5 && variance >= 0.5 && variance <= 2.0);
    std::printf("distances of %zu figures: mean %.3f (within +-0.5), variance %.3f (within 0.5-2)%s\n", distances.size(), mean, variance, good ? "" : "  FAIL");
    return good;
}

void judgeAvailability(const Json& cases, Score& score) {
    AvailabilityCases known(cases);
    for (const Json& each : cases) {
        const std::string id = each.at("id");
        for (const AvailabilityFigure& figure : known.figures(each)) {
            ++score.figures;
            const bool good = figure.measured && std::abs(*figure.measured - figure.expected) <= 1.0e-9 * std::max(1.0, std::abs(figure.expected));
            if (!good) ++score.failed;
            std::printf("%-24s %-28s %16.12g %16.12g %8s %s\n", id.c_str(), figure.name.c_str(), figure.measured.value_or(0.0), figure.expected, "exact",
                        good ? "" : figure.measured ? "FAIL" : "not known  FAIL");
        }
    }
}

int usage(const char* text) {
    std::fprintf(stderr, "%s\nqueueing_truth FILE [--requests N] [--threads N] [--seed N] [--events] [--only ID]\n", text);
    return 2;
}

} // namespace

int main(int count, char** words) {
    Settings settings;
    settings.threads = allThreads();
    std::string file;
    std::string only;
    bool asked = false;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const bool value = i + 1 < count;
        double number = value ? std::strtod(words[i + 1], nullptr) : 0.0;
        if (word == "--events") settings.events = true;
        else if (word == "--only" && value) only = words[++i];
        else if (word == "--requests" && number >= 1000.0) settings.requests = number, asked = true, ++i;
        else if (word == "--threads" && number >= 1.0) settings.threads = static_cast<unsigned>(number), ++i;
        else if (word == "--seed" && value) settings.seed = static_cast<std::uint64_t>(number), ++i;
        else if (word.rfind("--", 0) == 0 || !file.empty()) return usage(("not understood: " + word).c_str());
        else file = word;
    }
    if (file.empty()) return usage("which file?");
    std::ifstream stream(file);
    const Json cases = Json::parse(stream, nullptr, false);
    if (cases.is_discarded() || !cases.is_object()) {
        std::fprintf(stderr, "%s: cannot be read, or is no JSON object\n", file.c_str());
        return 3;
    }
    Score score;
    std::size_t sets = 0;
    if (!asked && cases.contains("requests") && cases["requests"].is_number()) settings.requests = std::max(1000.0, cases["requests"].get<double>());
    try { // what the JSON library throws: a member that is missing or of another type
        std::printf("%-24s %-28s %16s %16s %8s\n", "set", "figure", "measured", "expected", "distance");
        for (const Json& set : cases.value("queueing", Json::array())) {
            if (!only.empty() && set.at("id") != only) continue;
            judgeSet(set, settings, score);
            std::fflush(stdout);
            ++sets;
        }
        const std::size_t queueing = score.figures;
        const bool spread = judgeDistances(score.distances);
        if (!spread) ++score.failed;
        const Json availability = only.empty() ? cases.value("availability", Json::array()) : Json::array();
        judgeAvailability(availability, score);
        std::printf("%zu queueing sets with %zu figures, %zu availability cases with %zu figures: %zu failed\n", sets, queueing,
                    availability.size(), score.figures - queueing, score.failed);
    } catch (const Json::exception& error) {
        std::fprintf(stderr, "%s: %s\n", file.c_str(), error.what());
        return 3;
    }
    return score.failed == 0 ? 0 : 1;
}
