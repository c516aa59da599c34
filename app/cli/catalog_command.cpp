// SPDX-License-Identifier: GPL-3.0-or-later
// catalog: all services by category, or everything known of one service or kind of link.
#include "base/nearest.h"
#include "cli/command.h"
#include "cli/describe.h"
#include "cli/json_text.h"

#include <memory>

namespace sky::cli {
namespace {

using catalog::Catalog;
using catalog::Service;

void listText(Context& context, const std::vector<const Service*>& shown) {
    const Catalog& catalog = context.catalog();
    std::size_t widest = 0;
    for (const Service* service : shown) widest = std::max(widest, service->key.size());
    for (const catalog::Category& category : catalog.categories()) {
        bool titled = false;
        for (const Service* service : shown) {
            if (service->category != category.key) continue;
            if (!titled) context.out += (context.out.empty() ? "" : "\n") + context.in(category.name) + '\n';
            titled = true;
            context.out += "  " + service->key + std::string(widest - service->key.size() + 2, ' ') +
                           context.in(service->name) + " — " + context.in(service->description) + '\n';
        }
    }
}

void listJson(Context& context, const std::vector<const Service*>& shown) {
    JsonText json;
    json.beginArray();
    for (const Service* service : shown)
        json.beginObject()
            .key("key")
            .value(service->key)
            .key("name")
            .value(service->name)
            .key("category")
            .value(service->category)
            .key("description")
            .value(service->description)
            .end();
    context.out = json.end().take();
}

int describe(Context& context, const std::string& key) {
    const Catalog& catalog = context.catalog();
    if (const Service* service = catalog.find(key)) {
        context.out =
            context.output == Output::Json ? jsonOf(catalog, *service) : textOf(catalog, *service, context.language);
        return kFine;
    }
    if (const catalog::LinkType* type = catalog.linkType(key)) {
        context.out = context.output == Output::Json ? jsonOf(*type) : textOf(*type, context.language);
        return kFine;
    }
    if (const Service* service = catalog.named(key)) return describe(context, service->key);
    std::vector<std::string> found; // names and other words for it, in any language
    for (const Service* service : catalog.search(key)) {
        if (found.size() == 5) break;
        found.push_back(service->key);
    }
    if (found.empty())
        if (const std::string near = catalog.nearestKey(key); !near.empty()) found.push_back(near);
    std::string all;
    for (const std::string& one : found) (all += all.empty() ? "" : ", ") += one;
    return context.fail({ErrorCode::BadUsage,
                         {},
                         say("the catalog has no '{}'.", "카탈로그에 '{}'이(가) 없습니다.", key),
                         all.empty() ? say("See: skywright-cli catalog", "목록: skywright-cli catalog")
                                     : say("Did you mean: {}?", "혹시: {}?", all)});
}

} // namespace

Action prepareCatalog(CLI::App& app, const Context& context) {
    struct Options {
        std::string key;
        std::string search;
    };
    auto options = std::make_shared<Options>();
    app.add_option(
        "SERVICE", options->key,
        context.in(say("the key or any name, old or new, of a service or kind of link; all services without it",
                       "서비스나 연결 종류의 키 또는 이름(예전 이름 포함), 없으면 전체 목록")));
    app.add_option("--search", options->search,
                   context.in(say("only services that match these words", "이 낱말에 맞는 서비스만")))
        ->type_name("WORDS");
    return [options](Context& running) {
        if (!options->key.empty()) return describe(running, options->key);
        std::vector<const Service*> shown;
        if (options->search.empty()) {
            for (const Service& service : running.catalog().services()) shown.push_back(&service);
        } else {
            shown = running.catalog().search(options->search);
        }
        if (running.output == Output::Json) {
            listJson(running, shown);
        } else {
            listText(running, shown);
        }
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
