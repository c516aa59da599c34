// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of formats: a file is read as the document of its own format and climbs, step by step, to the newest. Each
// step is a pure function `Next migrate(Previous&&)` beside the newer document; an old format is never read otherwise.
#pragma once

#include "store/envelope.h"
#include "store/line_archive.h"

#include <utility>

namespace sky::store {

template <class First, class... Rest>
struct Formats { // oldest first, numbers rising by one
    static constexpr int kOldest = First::kFormat;

    static constexpr int newest() {
        if constexpr (sizeof...(Rest) == 0) {
            return First::kFormat;
        } else {
            static_assert(Formats<Rest...>::kOldest == First::kFormat + 1, "formats rise by one");
            return Formats<Rest...>::newest();
        }
    }

    static auto climb(First&& document) {
        if constexpr (sizeof...(Rest) == 0)
            return std::move(document);
        else
            return Formats<Rest...>::climb(migrate(std::move(document)));
    }
    using Newest = decltype(climb(std::declval<First&&>()));

    [[nodiscard]] static Result<Newest> readBody(const Envelope& envelope) {
        if constexpr (sizeof...(Rest) > 0)
            if (envelope.format != First::kFormat) return Formats<Rest...>::readBody(envelope);
        LineReader reader(envelope.body, envelope.firstLine);
        First document;
        reader& document;
        if (auto problem = reader.finish()) return std::move(*problem);
        return climb(std::move(document));
    }

    [[nodiscard]] static Result<Newest> read(std::string_view bytes) {
        const Result<Envelope> envelope = openEnvelope(bytes, kOldest, newest());
        if (!envelope) return envelope.error();
        return readBody(*envelope);
    }
};

} // namespace sky::store
