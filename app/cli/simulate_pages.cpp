// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/simulate_pages.h"

#include "base/counted.h"
#include "base/text_width.h"
#include "cli/json_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sky::cli {
namespace {

using simulation::Outcome;
using simulation::RunResult;
using simulation::SeriesRow;

std::string number(double value, int digits) {
    char text[60];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string grouped(std::uint64_t value) {
    std::string digits = std::to_string(value);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string percent(double part) {
    return number(std::floor(part * 1e5) / 1e3, 3) + " %"; // never rounded up to 100
}

std::string duration(double seconds) {
    if (seconds < 1.0) return number(seconds * 1e3, seconds < 0.01 ? 2 : seconds < 0.1 ? 1 : 0) + " ms";
    if (seconds < 120.0) return number(seconds, seconds < 10.0 ? 1 : 0) + " s";
    return number(seconds / 60.0, 1) + " min";
}

std::string clock(double seconds) {
    const auto whole = static_cast<long>(seconds);
    char text[40];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    else std::snprintf(text, sizeof text, "%02ld:%02ld", whole / 60, whole % 60);
    return text;
}

// In columns of a terminal, where a Korean letter takes two.
std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0xC0 || byte < 0x80) count += byte >= 0xEA && byte <= 0xED ? 2 : 1;
    }
    return count;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t has = columns(text);
    return has < width ? text + std::string(width - has, ' ') : text;
}

std::string right(std::string text, std::size_t width) {
    const std::size_t has = columns(text);
    return has < width ? std::string(width - has, ' ') + text : text;
}

constexpr std::size_t kChart = 60;

// One line of bars: the mean (or the most) of each column's share of the run, against the highest.
std::string bars(const RunResult& result, double (*of)(const SeriesRow&), bool most, double& top) {
    std::vector<double> values(kChart, 0.0);
    std::vector<double> lengths(kChart, 0.0);
    for (const SeriesRow& row : result.series) {
        const auto column = std::min(kChart - 1, static_cast<std::size_t>(row.at / std::max(1e-9, result.duration) * kChart));
        if (most) values[column] = std::max(values[column], of(row));
        else values[column] += of(row) * row.length;
        lengths[column] += row.length;
    }
    top = 0.0;
    for (std::size_t i = 0; i < kChart; ++i) {
        if (!most && lengths[i] > 0.0) values[i] /= lengths[i];
        top = std::max(top, values[i]);
    }
    static constexpr const char* kBars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string line;
    for (const double value : values) line += kBars[top > 0.0 ? static_cast<std::size_t>(std::ceil(value / top * 8.0)) : 0];
    return line;
}

void printChart(Context& context, const RunResult& result) {
    const auto line = [&](const Text& name, double (*of)(const SeriesRow&), bool most, const std::function<std::string(double)>& shown) {
        double top = 0.0;
        const std::string drawn = bars(result, of, most, top);
        context.out += "  " + padded(context.in(name), 14) + "│" + drawn + "│ " + shown(top) + "\n";
    };
    const auto rate = [](double value) { return number(value, value < 10 ? 1 : 0) + "/s"; };
    line(say("answered", "응답"), [](const SeriesRow& row) { return static_cast<double>(row.outcomes[0]) / row.length; }, false, rate);
    line(say("failed", "실패"), [](const SeriesRow& row) { return static_cast<double>(row.ended() - row.outcomes[0]) / row.length; }, false, rate);
    line(say("p99", "p99"), [](const SeriesRow& row) { return row.p99; }, true, duration);
    if (result.instancesMost > 0) {
        line(say("instances", "인스턴스"), [](const SeriesRow& row) { return static_cast<double>(row.instances); }, true, [](double value) { return number(value, 0); });
    }
    context.out += "  " + std::string(14, ' ') + " 00:00" + right(clock(result.duration), kChart - 5) + "\n";
}

void printVerdict(Context& context, const RunResult& result) {
    if (result.cutOff) context.print(say("  Cut off after {}: what follows is the result so far.\n", "  {} 만에 중단되었습니다. 아래는 그때까지의 결과입니다.\n", duration(result.duration)));
    if (result.firstFault) {
        if (!result.hurt) context.print(say("  Nobody noticed the fault: success stayed above 99 %.\n", "  아무도 장애를 느끼지 못했습니다. 성공률이 99 % 위에 머물렀습니다.\n"));
        else if (result.recovery) {
            context.print(say("  Recovered in {}; {} requests were lost.\n", "  {} 만에 복구되었고 요청 {}건을 잃었습니다.\n", duration(*result.recovery), grouped(result.lost)));
        } else {
            context.print(say("  NOT recovered by the end; {} requests were lost.\n", "  끝까지 복구되지 않았고 요청 {}건을 잃었습니다.\n", grouped(result.lost)));
        }
        if (result.dataLost) context.print(say("  A failover to the copy loses up to {} of writes.\n", "  사본으로 전환하면 최대 {} 동안의 쓰기를 잃습니다.\n", duration(*result.dataLost)));
    }
    for (const simulation::GoalResult& goal : result.goals) {
        const Text mark = !goal.met ? say("not judged", "판정 안 함") : *goal.met ? say("met", "달성") : say("MISSED", "미달");
        context.print(say("  goal {}: {} wanted, {}: {}\n", "  목표 {}: {} 중 {}: {}\n", padded(goal.goal, 13), goal.wanted, goal.measured, mark));
    }
}

void printElements(Context& context, const RunResult& result) {
    context.out += "\n  " + padded(context.in(say("element", "요소")), 22) + right(context.in(say("requests", "요청")), 12) + right(context.in(say("busy", "사용률")), 9) +
                   right(context.in(say("mean", "평균")), 10) + right("p99", 10) + right(context.in(say("refused", "거부")), 10) +
                   right(context.in(say("throttled", "제한")), 11) + right(context.in(say("failed", "오류")), 9) + "\n";
    for (const simulation::ElementResult& element : result.elements) {
        context.out += "  " + padded(element.element.str(), 22) + right(grouped(element.requests), 12) +
                       right(element.utilisation < 0.0 ? std::string("-") : number(element.utilisation * 100.0, 1) + " %", 9) +
                       right(duration(element.meanAnswer), 10) + right(duration(element.p99Answer), 10) + right(grouped(element.refused), 10) +
                       right(grouped(element.throttled), 11) + right(grouped(element.failed), 9) + "\n";
    }
}

void printStoryboard(Context& context, const RunResult& result) {
    if (result.causes.empty()) return;
    constexpr std::size_t kMost = 30;
    context.print(say("\n  What happened, and how long it took\n", "\n  일어난 일과 걸린 시간\n"));
    for (std::size_t i = 0; i < result.causes.size() && i < kMost; ++i) {
        const simulation::Cause& cause = result.causes[i];
        context.out += "  " + right(clock(cause.begin), 8) + right(cause.end > cause.begin ? duration(cause.end - cause.begin) : std::string(), 10) + "  " + context.in(cause.what) + "\n";
    }
    if (result.causes.size() > kMost) {
        context.print(say("  … and {} more (--format json)\n", "  … 외 {}건 (--format json)\n", static_cast<std::uint64_t>(result.causes.size() - kMost)));
    }
}

} // namespace

void printRunPage(Context& context, const Text& project, const diagram::Scenario& scenario, const RunResult& result) {
    context.print(say("{}: {}\n", "{}: {}\n", project.empty() ? Text{"-", {}} : project, scenario.name.empty() ? Text{scenario.id.str(), {}} : scenario.name));
    context.print(say("  {} simulated, seed {}, {}\n", "  {} 시뮬레이션, 시드 {}, {}회\n", duration(result.duration), result.seed, counted(static_cast<std::uint64_t>(result.replications), "run", "runs")));
    if (!scenario.hypothesis.empty()) context.print(say("  Expected: {}\n", "  예상: {}\n", scenario.hypothesis));
    context.out += "\n";
    printVerdict(context, result);
    context.out += "\n";
    printChart(context, result);
    context.print(say("\n  requests {}, answered well {}", "\n  요청 {}건, 정상 응답 {}", grouped(result.born), percent(result.success())));
    if (result.replications > 1) context.print(say(" (± {} over the runs)", " (실행 간 ± {})", number(result.availability.half * 100.0, 3) + " %"));
    context.out += "\n";
    for (std::size_t i = 1; i < simulation::kOutcomes; ++i) {
        if (result.outcomes[i] > 0) context.out += "    " + padded(context.in(simulation::nameOf(static_cast<Outcome>(i))), 22) + right(grouped(result.outcomes[i]), 12) + "\n";
    }
    context.print(say("  answered in p50 {}, p90 {}, p95 {}, p99 {}, p99.9 {}\n", "  응답 시간 p50 {}, p90 {}, p95 {}, p99 {}, p99.9 {}\n", duration(result.sojourns.quantile(0.5)),
                      duration(result.sojourns.quantile(0.9)), duration(result.sojourns.quantile(0.95)), duration(result.sojourns.quantile(0.99)), duration(result.sojourns.quantile(0.999))));
    if (result.instancesMost > 0) {
        context.print(say("  instances {} at first, {} at most, {} at the end; {} instance-hours\n", "  인스턴스 처음 {}대, 최대 {}대, 끝 {}대, 총 {} 인스턴스·시간\n",
                          std::uint64_t{result.instancesBegin}, std::uint64_t{result.instancesMost}, std::uint64_t{result.instancesEnd}, number(result.instanceSeconds / 3600.0, 2)));
    }
    for (const simulation::BlockedLink& link : result.blocked) context.print(say("  BLOCKED, carries nothing: {}: {}\n", "  차단되어 아무것도 전달하지 못함: {}: {}\n", link.link.str(), link.why));
    for (const simulation::BlockedLink& link : result.partial) context.print(say("  carries in part: {}: {}\n", "  일부만 전달: {}: {}\n", link.link.str(), link.why));
    printElements(context, result);
    printStoryboard(context, result);
    context.print(say("\n  Taken for granted ({})\n", "\n  가정 ({})\n", static_cast<std::uint64_t>(result.assumptions.size())));
    for (const simulation::Assumption& assumption : result.assumptions) context.out += "    " + context.in(assumption.what) + "  [" + assumption.source + "]\n";
}

std::string runJson(const Context&, const diagram::Scenario& scenario, const RunResult& result) {
    JsonText json;
    const auto outcomes = [&](const std::array<std::uint64_t, simulation::kOutcomes>& counts) {
        json.beginObject();
        for (std::size_t i = 0; i < simulation::kOutcomes; ++i) json.key(simulation::keyOf(static_cast<Outcome>(i))).value(counts[i]);
        json.end();
    };
    json.beginObject().key("scenario").value(scenario.id.str()).key("seed").value(result.seed).key("duration").value(result.duration);
    json.key("cutOff").value(result.cutOff).key("replications").value(static_cast<std::uint64_t>(result.replications));
    json.key("requests").value(result.born).key("outcomes");
    outcomes(result.outcomes);
    json.key("availability").value(result.success()).key("availabilityHalfWidth").value(result.availability.half);
    json.key("latency").beginObject().key("mean").value(result.sojourns.mean());
    for (const auto& [name, part] : {std::pair{"p50", 0.5}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}, {"p99.9", 0.999}}) json.key(name).value(result.sojourns.quantile(part));
    json.end();
    json.key("fault");
    if (result.firstFault) json.value(*result.firstFault); else json.value(std::nan(""));
    json.key("hurt").value(result.hurt).key("recovery");
    if (result.firstFault && result.recovery) json.value(*result.recovery); else json.value(std::nan(""));
    json.key("lost").value(result.lost).key("dataLost");
    if (result.dataLost) json.value(*result.dataLost); else json.value(std::nan(""));
    json.key("instances").beginObject().key("begin").value(std::uint64_t{result.instancesBegin}).key("most").value(std::uint64_t{result.instancesMost});
    json.key("end").value(std::uint64_t{result.instancesEnd}).key("seconds").value(result.instanceSeconds).end();
    json.key("goals").beginArray();
    for (const simulation::GoalResult& goal : result.goals) {
        json.beginObject().key("goal").value(goal.goal).key("wanted").value(goal.wanted).key("measured").value(goal.measured).key("met");
        if (goal.met) json.value(*goal.met); else json.value(std::nan(""));
        json.end();
    }
    json.end().key("elements").beginArray();
    for (const simulation::ElementResult& element : result.elements) {
        json.beginObject().key("id").value(element.element.str()).key("requests").value(element.requests).key("refused").value(element.refused);
        json.key("throttled").value(element.throttled).key("failed").value(element.failed).key("coldStarts").value(element.coldStarts);
        json.key("utilisation").value(element.utilisation < 0.0 ? std::nan("") : element.utilisation).key("meanAnswer").value(element.meanAnswer);
        json.key("p99Answer").value(element.p99Answer).key("mostWaiting").value(element.mostWaiting).end();
    }
    json.end().key("causes").beginArray();
    for (const simulation::Cause& cause : result.causes) {
        json.beginObject().key("begin").value(cause.begin).key("end").value(cause.end).key("subject").value(cause.subject).key("what").value(cause.what).end();
    }
    json.end();
    const auto links = [&](const char* name, const std::vector<simulation::BlockedLink>& list) {
        json.key(name).beginArray();
        for (const simulation::BlockedLink& link : list) json.beginObject().key("link").value(link.link.str()).key("why").value(link.why).end();
        json.end();
    };
    links("blocked", result.blocked);
    links("partial", result.partial);
    json.key("assumptions").beginArray();
    for (const simulation::Assumption& assumption : result.assumptions) json.beginObject().key("what").value(assumption.what).key("source").value(assumption.source).end();
    json.end().key("series").beginArray();
    for (const SeriesRow& row : result.series) {
        json.beginObject().key("at").value(row.at).key("length").value(row.length).key("requests").value(row.born).key("outcomes");
        outcomes(row.outcomes);
        json.key("p50").value(row.p50).key("p99").value(row.p99).key("instances").value(std::uint64_t{row.instances}).key("waiting").value(row.waiting).end();
    }
    return json.end().end().take();
}

std::string runCsv(const RunResult& result) {
    std::string out = "at,length,requests";
    for (std::size_t i = 0; i < simulation::kOutcomes; ++i) out += "," + std::string(simulation::keyOf(static_cast<Outcome>(i)));
    out += ",p50,p99,instances,waiting\n";
    for (const SeriesRow& row : result.series) {
        out += number(row.at, 0) + "," + number(row.length, 0) + "," + std::to_string(row.born);
        for (const std::uint64_t count : row.outcomes) out += "," + std::to_string(count);
        out += "," + number(row.p50, 6) + "," + number(row.p99, 6) + "," + std::to_string(row.instances) + "," + std::to_string(row.waiting) + "\n";
    }
    return out;
}

} // namespace sky::cli
