// SPDX-License-Identifier: GPL-3.0-or-later
// reach_cases FILE: walks every case of the file, prints what came out beside what is expected, and ends with a count.
// Exit 0: all agree; 1: some do not; 2: wrong usage; 3: the file cannot be read.
#include "reach_cases/reach_case.h"

#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace {

using namespace sky;
using namespace sky::network;
using nlohmann::json;

// A result in the words of the case files.
json resultOf(const Network& network, const Walk& walk) {
    json out;
    out["verdict"] = name(walk.verdict);
    if (walk.code != Code::None) {
        out["code"] = name(walk.code);
        out["at"] = network.idOf(walk.at);
        out["leg"] = name(walk.leg);
    }
    json blockers = json::array();
    for (const Blocker& blocker : walk.blockers)
        blockers.push_back(
            {{"code", name(blocker.code)}, {"at", network.idOf(blocker.at)}, {"leg", name(blocker.leg)}});
    out["blockers"] = std::move(blockers);
    json path = json::array();
    for (const Place& place : walk.path()) path.push_back(network.idOf(place));
    out["path"] = std::move(path);
    if (walk.verdict == Verdict::Partial) out["clientPorts"] = walk.clientPorts.text();
    const auto status = [](Verdict verdict, Code code) {
        return std::string(verdict == Verdict::Blocked ? name(code) : name(verdict));
    };
    if (!walk.nodes.empty()) {
        json nodes = json::object();
        for (const NodeResult& node : walk.nodes)
            nodes[network.subnets[network.interfaces[node.node].subnet].id] = status(node.verdict, node.code);
        json targets = json::object();
        for (const TargetResult& target : walk.targets)
            targets[network.idOf(target.target)] = status(target.verdict, target.code);
        out["lbNodes"] = std::move(nodes);
        out["targets"] = std::move(targets);
        out["degraded"] = walk.degraded;
    }
    return out;
}

std::string line(const json& result) {
    const auto text = [&](const char* key) {
        return result.contains(key) ? result[key].get<std::string>() : std::string("-");
    };
    std::string line = text("verdict") + "  code " + text("code") + "  at " + text("at") + "  leg " + text("leg");
    line += "  blockers [";
    bool first = true;
    for (const json& blocker : result["blockers"]) {
        if (!first) line += ", ";
        first = false;
        line += blocker["code"].get<std::string>() + " " + blocker["at"].get<std::string>() + " " +
                blocker["leg"].get<std::string>();
    }
    line += "]  path ";
    first = true;
    for (const json& place : result["path"]) {
        if (!first) line += " > ";
        first = false;
        line += place.get<std::string>();
    }
    for (const char* key : {"clientPorts", "lbNodes", "targets", "degraded"})
        if (result.contains(key))
            line += std::string("  ") + key + " " +
                    (result[key].is_string() ? result[key].get<std::string>() : result[key].dump());
    return line;
}

// What the expectation says and the result does not.
std::string difference(const json& expect, const json& result) {
    std::string difference;
    for (const char* key :
         {"verdict", "code", "at", "leg", "blockers", "path", "clientPorts", "lbNodes", "targets", "degraded"}) {
        if (!expect.contains(key)) continue;
        json wanted = expect[key];
        json found = result.contains(key) ? result[key] : json();
        if (std::string_view(key) == "blockers" && wanted.is_array())
            for (json& blocker : wanted)
                if (blocker.is_object())
                    for (auto each = blocker.begin(); each != blocker.end();)
                        each = each.key() == "code" || each.key() == "at" || each.key() == "leg" ? std::next(each)
                                                                                                 : blocker.erase(each);
        if (wanted.is_null() && found.is_null()) continue;
        if (wanted == found) continue;
        difference += std::string("\n      expected ") + key + " " + wanted.dump() + ", found " + found.dump();
    }
    return difference;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2 || std::string_view(arguments[1]).starts_with("-")) {
        std::fputs("Usage: reach_cases FILE\n", stderr);
        return count == 2 && std::string_view(arguments[1]) == "--help" ? 0 : 2;
    }
    std::ifstream file(arguments[1], std::ios::binary);
    std::ostringstream bytes;
    if (file) bytes << file.rdbuf();
    if (!file || bytes.str().empty()) {
        std::fprintf(stderr, "%s: The file cannot be read.\n", arguments[1]);
        return 3;
    }
    const Result<std::vector<cases::ReachCase>> cases = cases::readReachCases(bytes.str());
    if (!cases.ok()) {
        std::fprintf(stderr, "%s: %s\n", arguments[1], cases.error().in(Language::English).c_str());
        return 3;
    }
    int agreeing = 0;
    int expecting = 0;
    for (const cases::ReachCase& one : *cases) {
        const json result = resultOf(one.network, walk(one.network, one.question));
        std::string verdict;
        if (one.expect.is_object()) {
            ++expecting;
            verdict = difference(one.expect, result);
            if (verdict.empty()) ++agreeing;
            verdict = verdict.empty() ? "  (agrees)" : "  (DIFFERS)" + verdict;
        }
        std::printf("%s  %s%s\n", one.id.c_str(), line(result).c_str(), verdict.c_str());
    }
    std::printf("%zu cases, %d with an expected result, %d agree\n", cases->size(), expecting, agreeing);
    return agreeing == expecting ? 0 : 1;
}
