// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/projects.h"

#include "cli/interrupt.h"
#include "diagram/limits.h"
#include "exchange/formats.h"
#include "store/atomic_replace.h"
#include "store/project_file.h"
#include "store/project_format.h"
#include "store/project_lock.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sky::cli {
namespace {

constexpr std::string_view kProjectKey = "skyw";
constexpr std::string_view kProjectSuffix = ".skyw";

bool endsWith(std::string_view path, std::string_view suffix) {
    return path.size() > suffix.size() && path.substr(path.size() - suffix.size()) == suffix;
}

std::string list(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) (all += all.empty() ? "" : ", ") += word;
    return all;
}

Error cancelled() {
    return {ErrorCode::Cancelled, {}, say("stopped.", "중단했습니다."), {}};
}

Result<std::string> readInput() {
    std::string bytes;
    std::string block(1 << 16, '\0');
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, block.data(), block.size());
        if (got == 0) return bytes;
        if (got < 0) {
            if (interrupted()) return cancelled();
            if (errno == EINTR) continue;
            return Error{ErrorCode::NotReadable,
                         "-",
                         say("the standard input cannot be read: {}.", "표준 입력을 읽을 수 없습니다: {}.",
                             std::strerror(errno)),
                         {}};
        }
        bytes.append(block, 0, static_cast<std::size_t>(got));
        if (bytes.size() > diagram::limits::kFileBytes)
            return Error{
                ErrorCode::TooLarge, "-", say("the input is larger than 256 MiB.", "입력이 256 MiB보다 큽니다."), {}};
    }
}

// Errors of formats name the place inside; here the file comes before it.
Error inFile(const std::string& path, Error error) {
    error.place = error.place.empty() ? path : path + ": " + error.place;
    return error;
}

Error unknownFormat(const std::string& format, const std::vector<std::string>& known) {
    return {ErrorCode::BadUsage,
            {},
            say("no format '{}'.", "'{}' 형식은 없습니다.", format),
            say("Formats are {}.", "형식: {}.", list(known))};
}

} // namespace

void addProjectArgument(CLI::App& app, const Context& context, std::string& path) {
    app.add_option("FILE", path,
                   context.in(say("a project in any format, or - for the standard input",
                                  "아무 형식의 프로젝트 파일, 또는 표준 입력 -")))
        ->required();
}

std::vector<std::string> readableFormats() {
    std::vector<std::string> keys{std::string(kProjectKey)};
    for (const exchange::Format& format : exchange::formats())
        if (format.read) keys.emplace_back(format.key);
    return keys;
}

std::vector<std::string> writableFormats() {
    std::vector<std::string> keys{std::string(kProjectKey)};
    for (const exchange::Format& format : exchange::formats())
        if (format.write) keys.emplace_back(format.key);
    return keys;
}

Text nameOfFormat(std::string_view key) {
    const exchange::Format* format = exchange::formatByKey(key);
    return format ? format->name : say("Skywright project", "Skywright 프로젝트");
}

Result<Source> readProject(Context& context, const std::string& path, const std::string& format) {
    const exchange::Format* asked = exchange::formatByKey(format);
    if (!format.empty() && format != kProjectKey && !(asked && asked->read))
        return unknownFormat(format, readableFormats());
    auto bytes = path == "-" ? readInput() : context.files.read(path, diagram::limits::kFileBytes);
    if (!bytes) return std::move(bytes).error();
    if (interrupted()) return cancelled();
    const std::string name = path == "-" ? "(stdin)" : path;
    if (format.empty()) {
        asked = exchange::formatByContent(*bytes);
        const bool picture = bytes->substr(0, store::kMagic.size()) == store::kMagic;
        if (!asked && !picture && !bytes->empty() && !endsWith(path, kProjectSuffix)) {
            const exchange::Format* bySuffix = exchange::formatBySuffix(path);
            if (bySuffix && bySuffix->read) asked = bySuffix;
        }
        if (bytes->empty())
            return Error{ErrorCode::BadFormat, name, say("the file is empty.", "파일이 비어 있습니다."),
                         say("Take another copy of it.", "다른 사본을 쓰세요.")};
    }
    const std::size_t size = bytes->size();
    if (asked) {
        auto diagram = asked->read(*bytes, context.catalog());
        if (!diagram) return inFile(name, std::move(diagram).error());
        return Source{std::move(*diagram), std::string(asked->key), size};
    }
    auto opened = store::openBytes(*bytes, name, context.catalog());
    if (!opened) return std::move(opened).error();
    return Source{std::move(opened->diagram), std::string(kProjectKey), size};
}

Result<void> writeProject(Context& context, const std::string& path, const diagram::Diagram& diagram,
                          const WriteOptions& options) {
    const exchange::Format* format =
        options.format.empty() ? exchange::formatBySuffix(path) : exchange::formatByKey(options.format);
    const bool project = options.format.empty() ? endsWith(path, kProjectSuffix) : options.format == kProjectKey;
    if (!project && !(format && format->write)) {
        if (!options.format.empty()) return unknownFormat(options.format, writableFormats());
        return Error{ErrorCode::BadUsage, path,
                     say("the name does not tell the format.", "이름으로 형식을 알 수 없습니다."),
                     say("End it in .skyw or .json, or add --to with one of {}.",
                         ".skyw나 .json으로 끝내거나 --to로 형식을 지정하세요({}).", list(writableFormats()))};
    }
    if (interrupted()) return cancelled();
    if (path == "-") {
        auto bytes = project ? store::save(diagram) : format->write(diagram, context.catalog());
        if (!bytes) return std::move(bytes).error();
        context.out += *bytes;
        return {};
    }
    const auto there = context.files.status(path);
    if (there && !options.overwrite)
        return Error{ErrorCode::NotWritable, path,
                     say("there is a file of this name already.", "같은 이름의 파일이 이미 있습니다."),
                     say("Choose another name, or add --force.", "다른 이름을 쓰거나 --force를 넣으세요.")};
    if (project) {
        auto lock = store::ProjectLock::acquire(context.files, path);
        if (!lock) return std::move(lock).error();
        auto saved = store::saveFile(context.files, path, diagram, context.catalog());
        if (!saved) return std::move(saved).error();
        return {};
    }
    auto bytes = format->write(diagram, context.catalog());
    if (!bytes) return inFile(path, std::move(bytes).error());
    store::ReplaceOptions replace;
    replace.backup = true;
    auto replaced = store::replaceFile(context.files, path, *bytes, replace);
    if (!replaced) return std::move(replaced).error();
    return {};
}

} // namespace sky::cli
