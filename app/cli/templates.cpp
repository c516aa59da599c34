// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/templates.h"

#include "base/embedded.h"
#include "exchange/json/json_reader.h"

namespace sky::cli {

std::span<const EmbeddedFile> sampleProjects(); // written when building

const std::vector<Template>& templates() {
    static const std::vector<Template> kTemplates = [] {
        std::vector<Template> found;
        for (const EmbeddedFile& file : sampleProjects()) {
            if (file.name.find('/') != std::string_view::npos) continue; // rule gallery and lessons are no templates
            found.push_back({file.name.substr(0, file.name.size() - std::string_view(".json").size()), file.bytes});
        }
        return found;
    }();
    return kTemplates;
}

const Template* findTemplate(std::string_view key) {
    for (const Template& one : templates())
        if (one.key == key) return &one;
    return nullptr;
}

Result<diagram::Diagram> readTemplate(const Template& one, const catalog::Catalog& catalog) {
    auto diagram = exchange::json::readProject(one.bytes, catalog);
    if (diagram) return diagram;
    Error error = std::move(diagram).error();
    error.place = std::string(one.key) + ": " + error.place;
    return error;
}

} // namespace sky::cli
