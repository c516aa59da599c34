// SPDX-License-Identifier: GPL-3.0-or-later
// One command of skywright-cli: a row in the table of commands.cpp and a file of its own. A command declares its
// options and returns what is to run once they are read. Everything it prints goes through the Context.
#pragma once

#include "base/result.h"
#include "catalog/catalog.h"
#include "store/file_system.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sky::cli {

// What scripts rely on; written out in every --help and in README.md.
enum ExitCode : int { kFine = 0, kFindings = 1, kWrongUsage = 2, kCannotBeRead = 3, kCannotBeWritten = 4, kCutOff = 5 };

enum class Output : std::uint8_t { Text, Json, Csv };

struct Context {
    Language language = Language::English;
    Output output = Output::Text;
    std::string format = "text"; // as --format says; a command may take more than the two (Command::moreFormats)
    store::FileSystem& files;
    std::string out; // printed when the command has ended

    [[nodiscard]] const catalog::Catalog& catalog() const { return catalog::Catalog::builtin(); }
    [[nodiscard]] std::string in(const Text& text) const { return text.in(language); }
    void print(const Text& text) { out += text.in(language); } // no line break is added
    [[nodiscard]] int fail(const Error& error) const;          // one line on the error stream; the exit code for it
};

using Action = std::function<int(Context&)>;

struct Command {
    const char* name;
    Text summary;
    Text findings; // what exit code 1 means here; empty: never
    Text example;
    Action (*prepare)(CLI::App& app, const Context& context);
    std::vector<std::string> moreFormats = {};              // of --format, beside text and json
    [[nodiscard]] std::vector<std::string> formats() const; // all of them
};

[[nodiscard]] std::span<const Command> commands();

Action prepareNew(CLI::App& app, const Context& context);
Action prepareInfo(CLI::App& app, const Context& context);
Action prepareConvert(CLI::App& app, const Context& context);
Action prepareLayout(CLI::App& app, const Context& context);
Action prepareExport(CLI::App& app, const Context& context);
Action prepareValidate(CLI::App& app, const Context& context);
Action prepareReach(CLI::App& app, const Context& context);
Action prepareSpof(CLI::App& app, const Context& context);
Action prepareSimulate(CLI::App& app, const Context& context);
Action prepareAvailability(CLI::App& app, const Context& context);
Action prepareCheck(CLI::App& app, const Context& context);
Action prepareFix(CLI::App& app, const Context& context);
Action prepareExplain(CLI::App& app, const Context& context);
Action prepareCatalog(CLI::App& app, const Context& context);
Action prepareSchema(CLI::App& app, const Context& context);
Action prepareCompletion(CLI::App& app, const Context& context);

} // namespace sky::cli
