// SPDX-License-Identifier: GPL-3.0-or-later
// simulate: a project under load, with the faults of a scenario.
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "cli/simulate_pages.h"
#include "exchange/json/json_reader.h"
#include "simulation/library.h"
#include "simulation/replications.h"
#include "simulation/run.h"
#include "store/atomic_replace.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>

namespace sky::cli {
namespace {

struct Options {
    std::string input;
    std::string scenario;
    std::vector<std::string> fail;
    std::string duration;
    std::optional<std::uint64_t> seed;
    std::size_t replications = 1;
    unsigned threads = 0;
    std::string output;
    bool list = false;
};

Error usage(Text what, Text remedy = {}) {
    return {ErrorCode::BadUsage, {}, std::move(what), std::move(remedy)};
}

// A bar with the time left, on a terminal; and the place where Ctrl+C is noticed.
Progress progressOf(bool drawn) {
    const CancelToken token = CancelToken::make();
    const auto begin = std::chrono::steady_clock::now();
    return Progress(token, [token, drawn, begin](int permille) {
        if (interrupted()) token.cancel();
        if (!drawn) return;
        constexpr int kWidth = 40;
        std::string line(static_cast<std::size_t>(permille * kWidth / 1000), '#');
        line.resize(kWidth, '.');
        const double passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const double left = permille > 0 ? passed * (1000 - permille) / permille : 0.0;
        std::fprintf(stderr, "\r[%s] %3d %%  %.0f s \033[K%s", line.c_str(), permille / 10, left,
                     permille >= 1000 ? "\r\033[K" : "");
    });
}

// "az:a@60s", "az:a@60s+10m".
Result<diagram::Event> faultOf(const std::string& text) {
    const Error wrong = usage(say("--fail takes WHAT@TIME or WHAT@TIME+DURATION, not '{}'.",
                                  "--fail은 대상@시각 또는 대상@시각+기간 형식인데 '{}'입니다.", text),
                              say("For instance az:a@60s+10m.", "예: az:a@60s+10m."));
    const std::size_t at = text.rfind('@');
    if (at == std::string::npos || at == 0) return wrong;
    diagram::Event event;
    event.to = text.substr(0, at);
    const std::string when = text.substr(at + 1);
    const std::size_t plus = when.find('+');
    const auto begin = parseQuantity(when.substr(0, plus), Unit::Duration);
    if (!begin || begin->amount < 0) return wrong;
    event.at = begin->amount;
    if (plus != std::string::npos) {
        const auto lasting = parseQuantity(when.substr(plus + 1), Unit::Duration);
        if (!lasting || lasting->amount <= 0) return wrong;
        event.lasting = lasting->amount;
    }
    return event;
}

// Of the project, of the library, of a file; without a name the project's first, or none of them: the callers' own
// rates.
Result<diagram::Scenario> scenarioOf(Context& context, const Options& options, const topology::Topology& topology) {
    diagram::Scenario scenario;
    scenario.id = ScenarioId("run");
    scenario.duration = 10ll * 60 * 1000000000;
    const diagram::Diagram& diagram = topology.diagram();
    if (options.scenario.empty()) {
        if (options.fail.empty() && diagram.scenarios().size() > 0) scenario = *diagram.scenarios().begin();
        return scenario;
    }
    if (const diagram::Scenario* own = diagram.scenario(ScenarioId(options.scenario))) return *own;
    const std::vector<diagram::Scenario> ready = simulation::readyScenarios(topology);
    for (const diagram::Scenario& each : ready) {
        if (each.id.str() == options.scenario) return each;
    }
    if (options.scenario.find('.') != std::string::npos || options.scenario.find('/') != std::string::npos) {
        auto bytes = context.files.read(options.scenario, std::size_t{64} << 20);
        if (!bytes) return bytes.error();
        auto read = exchange::json::readScenario(*bytes);
        if (!read) {
            Error error = read.error();
            error.place = options.scenario + (error.place.empty() ? "" : ": " + error.place);
            return error;
        }
        return read;
    }
    std::string names;
    for (const diagram::Scenario& each : diagram.scenarios()) names += (names.empty() ? "" : ", ") + each.id.str();
    for (const diagram::Scenario& each : ready) names += (names.empty() ? "" : ", ") + each.id.str();
    return usage(say("no scenario '{}'.", "'{}' 시나리오가 없습니다.", options.scenario),
                 say("There are: {}.", "있는 것: {}.", names));
}

int list(Context& context, const topology::Topology& topology) {
    JsonText json;
    json.beginArray();
    const auto one = [&](const diagram::Scenario& scenario, const char* from) {
        if (context.output == Output::Json)
            json.beginObject()
                .key("id")
                .value(scenario.id.str())
                .key("name")
                .value(scenario.name)
                .key("from")
                .value(from)
                .end();
        else
            context.print(say("{}  {}\n", "{}  {}\n",
                              scenario.id.str() +
                                  std::string(scenario.id.str().size() < 26 ? 26 - scenario.id.str().size() : 0, ' '),
                              scenario.name));
    };
    for (const diagram::Scenario& scenario : topology.diagram().scenarios()) one(scenario, "project");
    for (const diagram::Scenario& scenario : simulation::readyScenarios(topology)) one(scenario, "library");
    if (context.output == Output::Json) context.out = json.end().take();
    return kFine;
}

int simulate(Context& context, const Options& options) {
    if (options.replications < 1 || options.replications > 10000) {
        return context.fail(usage(
            say("--replications is a number from 1 to 10000.", "--replications는 1에서 10000까지의 수여야 합니다.")));
    }
    const auto source = readProject(context, options.input);
    if (!source) return context.fail(source.error());
    const topology::Topology topology = topology::Topology::of(source->diagram, context.catalog());
    if (options.list) return list(context, topology);
    auto scenario = scenarioOf(context, options, topology);
    if (!scenario) return context.fail(scenario.error());
    for (const std::string& text : options.fail) {
        const auto event = faultOf(text);
        if (!event) return context.fail(event.error());
        scenario->events.push_back(*event);
    }
    if (!options.duration.empty()) {
        const auto duration = parseQuantity(options.duration, Unit::Duration);
        if (!duration || duration->amount <= 0)
            return context.fail(usage(say("--duration is a time such as 20m, not '{}'.",
                                          "--duration은 20m 같은 기간인데 '{}'입니다.", options.duration)));
        scenario->duration = duration->amount;
    }
    const network::LinkWalks walks = network::LinkWalks::of(topology);
    const auto plan = simulation::planOf(topology, walks, *scenario);
    if (!plan) return context.fail(plan.error());
    simulation::RunOptions how;
    how.seed = options.seed;
    how.replications = options.replications;
    how.threads = options.threads == 0 ? simulation::allThreads() : options.threads;
    const bool bar = isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
    how.progress = progressOf(bar);
    const auto result = simulation::run(*plan, how);
    if (bar) std::fputs("\r\033[K", stderr);
    if (!result) return context.fail(result.error());
    if (context.output == Output::Json)
        context.out = runJson(context, *scenario, *result);
    else if (context.output == Output::Csv)
        context.out = runCsv(*result);
    else
        printRunPage(context, source->diagram.project().name, *scenario, *result);
    if (!options.output.empty()) {
        if (const auto written = store::replaceFile(context.files, options.output, context.out); !written) {
            Error error = written.error();
            error.code = ErrorCode::NotWritable;
            return context.fail(error);
        }
        context.out.clear();
    }
    if (result->cutOff) return kCutOff;
    return result->met() ? kFine : kFindings;
}

} // namespace

Action prepareSimulate(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    const auto help = [&](const char* en, const char* ko) { return context.in(say(en, ko)); };
    addProjectArgument(app, context, options->input);
    app.add_option("--scenario", options->scenario,
                   help("of the project or the library (--list), or a JSON file; the project's first",
                        "프로젝트나 라이브러리의 시나리오(--list) 또는 JSON 파일; 기본은 프로젝트의 첫 시나리오"))
        ->type_name("NAME|FILE");
    app.add_option("--fail", options->fail,
                   help("adds a fault: az:a@60s, or web@60s+10m to end it; may be repeated",
                        "장애 추가: az:a@60s, 끝내려면 web@60s+10m; 여러 번 가능"))
        ->type_name("WHAT@TIME");
    app.add_option("--duration", options->duration,
                   help("instead of the scenario's (10m without one)", "시나리오의 기간 대신 (없으면 10m)"))
        ->type_name("TIME");
    app.add_option("--seed", options->seed, help("instead of the scenario's", "시나리오의 시드 대신"))
        ->type_name("NUMBER");
    app.add_option("--replications", options->replications,
                   help("runs with other seeds, for intervals (1)", "신뢰 구간을 위한 반복 실행 수 (1)"))
        ->type_name("NUMBER");
    app.add_option("--threads", options->threads,
                   help("of the replications (all cores); they change nothing",
                        "반복 실행에 쓸 스레드 수 (모든 코어); 결과는 같음"))
        ->type_name("NUMBER");
    app.add_option("-o,--out", options->output, help("writes the result there", "결과를 쓸 파일"))->type_name("FILE");
    app.add_flag("--list", options->list, help("the scenarios there are", "쓸 수 있는 시나리오 목록"));
    return [options](Context& running) { return simulate(running, *options); };
}

} // namespace sky::cli
