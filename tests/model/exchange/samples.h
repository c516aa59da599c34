// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of exchange share: files of the repository, the example that SEMANTICS documents.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace sky::exchange {

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

inline std::vector<std::filesystem::path> sampleProjects() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(SKY_SOURCE_DIR "/projects"))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

// The hand-written example of the format: unsorted, without spaces, quantities as people write them.
inline std::string handWrittenExample() {
    return readFile(SKY_SOURCE_DIR "/tests/model/exchange/web_shop.json");
}

} // namespace sky::exchange
