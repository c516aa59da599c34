// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/promises.h"

#include "catalog/reading.h"

#include <tuple>

namespace sky::catalog {
namespace {

Promise::Over overOf(Reading& reading, const Path& path, const std::string& word) {
    if (word == "one") return Promise::Over::One;
    if (word == "several") return Promise::Over::Several;
    reading.fail(path, say("\"over\" is one or several.", "\"over\"는 one이나 several입니다."));
    return Promise::Over::One;
}

} // namespace

Result<std::vector<Promise>> readPromises(const Catalog::File& file) {
    const auto tree = Tree::parse(file.name, file.bytes);
    if (!tree) return tree.error();
    Reading reading(file.name, *tree);
    std::vector<Promise> promises;
    const Path top;
    Fields fields(reading, top, tree->root());
    static_cast<void>(fields.needString("source"));
    fields.each("promises", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        Promise promise;
        promise.service = parts.needString("service");
        promise.over = overOf(reading, path, parts.needString("over"));
        const auto share = parseQuantity(parts.needString("share"), Unit::Percent);
        if (!share)
            reading.fail(path, share.error().what, share.error().remedy);
        else
            promise.share = *share;
        promise.of = {parts.needString("en"), parts.needString("ko")};
        promise.source = parts.needString("source");
        parts.finish();
        const auto key = [](const Promise& one) { return std::tie(one.service, one.over); };
        if (!promises.empty() && key(promise) <= key(promises.back()))
            reading.fail(path, say("promises are sorted by service and zones, each there once.",
                                   "약속은 서비스와 영역 순으로 한 번씩만 적습니다."));
        promises.push_back(std::move(promise));
    });
    fields.finish();
    if (reading.error()) return *reading.error();
    return promises;
}

std::span<const Promise> builtinPromises() {
    static const std::vector<Promise> promises = [] {
        for (const Catalog::File& file : Catalog::builtinFiles())
            if (file.name == kPromises) {
                auto read = readPromises(file);
                ENSURE(read.ok(), read.error().in(Language::English).c_str());
                return std::move(read).value();
            }
        return std::vector<Promise>();
    }();
    return promises;
}

const Promise* promiseOf(std::string_view service, Promise::Over over) {
    for (const Promise& promise : builtinPromises())
        if (promise.service == service && promise.over == over) return &promise;
    return nullptr;
}

} // namespace sky::catalog
