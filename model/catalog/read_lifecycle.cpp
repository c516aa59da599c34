// SPDX-License-Identifier: GPL-3.0-or-later
// How old a service is, and what it is billed by.
#include "catalog/read.h"

#include <algorithm>

namespace sky::catalog {

Lifecycle readLifecycle(Reading& reading, const Path& path, const Node& node) {
    Lifecycle read;
    Fields fields(reading, path, node);
    const std::string state = fields.needString("state");
    if (const auto known = lifecycleStateOf(state))
        read.state = *known;
    else
        reading.fail(fields.at("state"), say("there is no state \"{}\".", "\"{}\"(이)라는 상태는 없습니다.", state),
                     say("The states are current, previous, closed, ended and renamed.",
                         "상태는 current, previous, closed, ended, renamed입니다."));
    read.since = fields.string("since");
    read.successor = fields.string("successor");
    read.formerly = fields.strings("formerly");
    read.note = fields.text("note");
    read.source = fields.string("source");
    fields.finish();
    Property date;
    date.type = PropertyType::Date;
    if (!read.since.empty() && !parseScalar(date, read.since))
        reading.fail(fields.at("since"), say("\"{}\" is no date.", "\"{}\"은(는) 날짜가 아닙니다.", read.since),
                     say("Dates are written like 2026-11-21.", "날짜는 2026-11-21처럼 씁니다."));
    if (read.state != LifecycleState::Current && (read.since.empty() || read.source.empty() || read.note.empty()))
        reading.fail(path, say("what is \"{}\" needs \"since\", \"note\" and \"source\".",
                               "\"{}\" 상태에는 \"since\", \"note\", \"source\"가 필요합니다.", state));
    return read;
}

Pricing readPricing(Reading& reading, const Path& path, const Node& node) {
    Pricing read;
    Fields fields(reading, path, node);
    read.items = fields.strings("items");
    read.free = fields.text("free");
    read.unknown = fields.text("unknown");
    fields.finish();
    if (read.items.empty() && read.free.empty() && read.unknown.empty())
        reading.fail(path, say("a price names its items, or says why it is free or unknown.",
                               "가격에는 항목을 적거나 무료 또는 알 수 없는 이유를 적어야 합니다."));
    if (!read.free.empty() && !read.items.empty())
        reading.fail(path, say("what is free has no items.", "무료인 것에는 항목이 없습니다."));
    return read;
}

} // namespace sky::catalog
