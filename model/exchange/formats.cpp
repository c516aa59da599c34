// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formats.h"

#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"

namespace sky::exchange {
namespace {

bool looksLikeJson(std::string_view bytes) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

Result<std::string> writeJson(const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    return json::writeProject(diagram, catalog);
}

bool endsWith(std::string_view path, std::string_view suffix) {
    if (path.size() <= suffix.size()) return false;
    const std::string_view end = path.substr(path.size() - suffix.size());
    for (std::size_t i = 0; i < suffix.size(); ++i) {
        const char c = end[i] >= 'A' && end[i] <= 'Z' ? static_cast<char>(end[i] - 'A' + 'a') : end[i];
        if (c != suffix[i]) return false;
    }
    return true;
}

} // namespace

std::span<const Format> formats() {
    static const std::vector<Format> kFormats{
        {"json", {"Skywright JSON", "Skywright JSON"}, {".json"}, looksLikeJson, json::readProject, writeJson},
    };
    return kFormats;
}

const Format* formatByKey(std::string_view key) {
    for (const Format& format : formats())
        if (format.key == key) return &format;
    return nullptr;
}

const Format* formatBySuffix(std::string_view path) {
    for (const Format& format : formats())
        for (const std::string_view suffix : format.suffixes)
            if (endsWith(path, suffix)) return &format;
    return nullptr;
}

const Format* formatByContent(std::string_view bytes) {
    for (const Format& format : formats())
        if (format.read && format.looksLike && format.looksLike(bytes)) return &format;
    return nullptr;
}

} // namespace sky::exchange
