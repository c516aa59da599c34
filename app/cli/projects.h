// SPDX-License-Identifier: GPL-3.0-or-later
// Projects by path, whatever their format: what the first bytes or the suffix say. "-" is the standard input or output.
#pragma once

#include "cli/command.h"
#include "diagram/diagram.h"

#include <string>
#include <vector>

namespace sky::cli {

struct Source {
    diagram::Diagram diagram;
    std::string format; // "skyw", "json", …
    std::size_t bytes = 0;
};

// Keys of formats, "skyw" first.
[[nodiscard]] std::vector<std::string> readableFormats();
[[nodiscard]] std::vector<std::string> writableFormats();
[[nodiscard]] Text nameOfFormat(std::string_view key);

// The argument FILE of commands that read one project. The path must live as long as the app.
void addProjectArgument(CLI::App& app, const Context& context, std::string& path);

// `format` may be empty.
[[nodiscard]] Result<Source> readProject(Context& context, const std::string& path, const std::string& format = {});

struct WriteOptions {
    std::string format;    // empty: by suffix
    bool overwrite = true; // what is overwritten is kept as "NAME~"
};
[[nodiscard]] Result<void> writeProject(Context& context, const std::string& path, const diagram::Diagram& diagram,
                                        const WriteOptions& options);

} // namespace sky::cli
