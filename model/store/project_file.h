// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and saving projects by path: what the window and the command line call. Errors name the file, the place in
// it and the remedy. Saving either leaves the new file whole or the old one untouched.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"
#include "store/file_system.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sky::store {

enum class Carrier : std::uint8_t { ProjectFile, Png, Svg };

struct Opened {
    diagram::Diagram diagram;
    Carrier carrier = Carrier::ProjectFile; // a picture is opened as a new, unsaved project
};

// A project file, or a PNG or SVG with a project inside. What it is instead, when it is something else, is named.
[[nodiscard]] Result<Opened> openAny(const FileSystem& files, const std::string& path, const catalog::Catalog& catalog);

// The same from bytes already at hand ("-" of the command line); `path` is only named in errors.
[[nodiscard]] Result<Opened> openBytes(std::string_view bytes, const std::string& path,
                                       const catalog::Catalog& catalog);

struct Saved {
    bool written = true;                // false: the file held exactly these bytes already
    std::optional<Error> backupProblem; // saved all right, but the previous version could not be kept as NAME~
};

// Writes, reads back what it is about to write, replaces the file and keeps the previous version as "NAME.skyw~".
[[nodiscard]] Result<Saved> saveFile(FileSystem& files, const std::string& path, const diagram::Diagram& diagram,
                                     const catalog::Catalog& catalog);

} // namespace sky::store
