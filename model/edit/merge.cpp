// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/merge.h"

#include <map>
#include <tuple>
#include <type_traits>
#include <unordered_map>

namespace sky::edit {
namespace {

// What an edit is about: its thing, and its field by the kind of edit and the key.
struct Subject {
    std::string thing;
    std::string key;
    std::size_t kind = 0;
    friend auto operator<=>(const Subject&, const Subject&) = default;
};

template <class T>
concept HasKey = requires(const T& edit) {
    edit.key;
};

Subject subjectOf(const Edit& edit) {
    return std::visit(
        [&](const auto& e) {
            using Edited = std::decay_t<decltype(e)>;
            Subject subject;
            subject.kind = edit.index();
            if constexpr (!std::is_same_v<Edited, SetProject>) subject.thing = e.id.str();
            if constexpr (HasKey<Edited>) subject.key = e.key;
            return subject;
        },
        edit);
}

// Takes over the result of an edit of the same subject. False: they are not of one kind.
bool takeOver(Edit& earlier, Edit& later) {
    return std::visit(
        [](auto& first, auto& second) {
            if constexpr (std::is_same_v<decltype(first), decltype(second)>) {
                first.after = std::move(second.after);
                return true;
            } else {
                return false;
            }
        },
        earlier, later);
}

bool changesNothing(const Edit& edit) {
    return std::visit([](const auto& e) { return e.before == e.after; }, edit);
}

std::size_t weigh(const std::string& text) {
    return text.capacity() > 15 ? text.capacity() + 1 : 0;
}
std::size_t weigh(const Text& text) {
    return weigh(text.en) + weigh(text.ko);
}
std::size_t weigh(const catalog::Scalar& scalar) {
    if (const auto* text = std::get_if<std::string>(&scalar)) return weigh(*text);
    if (const auto* both = std::get_if<Text>(&scalar)) return weigh(*both);
    return 0;
}
std::size_t weigh(const catalog::Record& record) {
    std::size_t bytes = record.fields.capacity() * sizeof(record.fields[0]);
    for (const auto& [key, value] : record.fields) bytes += weigh(key) + weigh(value);
    return bytes;
}
std::size_t weigh(const catalog::Value& value) {
    std::size_t bytes = 0;
    if (const auto* text = std::get_if<std::string>(&value)) bytes += weigh(*text);
    if (const auto* both = std::get_if<Text>(&value)) bytes += weigh(*both);
    if (const auto* list = std::get_if<catalog::List>(&value))
        for (const catalog::Scalar& scalar : *list) bytes += sizeof(scalar) + weigh(scalar);
    if (const auto* records = std::get_if<catalog::Records>(&value))
        for (const catalog::Record& record : *records) bytes += sizeof(record) + weigh(record);
    return bytes;
}
std::size_t weigh(const catalog::Properties& properties) {
    std::size_t bytes = 0;
    for (const auto& [key, value] : properties) bytes += sizeof(catalog::Properties::Entry) + weigh(key) + weigh(value);
    return bytes;
}
template <class Tag>
std::size_t weigh(const Id<Tag>& id) {
    return weigh(id.str());
}
template <class T>
std::size_t weigh(const std::vector<T>& values) {
    std::size_t bytes = values.capacity() * sizeof(T);
    if constexpr (!std::is_same_v<T, Point>)
        for (const T& value : values) bytes += weigh(value);
    return bytes;
}
std::size_t weigh(const diagram::Element& e) {
    return weigh(e.id) + weigh(e.service) + weigh(e.name) + weigh(e.parent) + weigh(e.spans) + weigh(e.groups) +
           weigh(e.properties);
}
std::size_t weigh(const diagram::Link& l) {
    return weigh(l.id) + weigh(l.from) + weigh(l.to) + weigh(l.name) + weigh(l.properties) + weigh(l.waypoints);
}
std::size_t weigh(const diagram::Scenario& s) {
    std::size_t bytes = weigh(s.name) + weigh(s.hypothesis) + weigh(s.goals);
    for (const diagram::Workload& w : s.workload) {
        bytes += sizeof(w) + weigh(w.from);
        if (const auto* steps = std::get_if<diagram::StepRates>(&w.shape))
            bytes += steps->points.capacity() * sizeof(diagram::RatePoint);
        if (const auto* ramp = std::get_if<diagram::RampRates>(&w.shape))
            bytes += ramp->points.capacity() * sizeof(diagram::RatePoint);
        if (const auto* trace = std::get_if<diagram::TraceRates>(&w.shape))
            bytes += trace->rates.capacity() * sizeof(std::int64_t);
    }
    for (const diagram::Event& e : s.events) bytes += sizeof(e) + weigh(e.to) + weigh(e.with);
    return bytes;
}
std::size_t weigh(const diagram::Project& p) {
    std::size_t bytes = weigh(p.name) + weigh(p.properties) + weigh(p.extensions);
    for (const diagram::Acceptance& a : p.accepted)
        bytes += sizeof(a) + weigh(a.rule) + weigh(a.subject) + weigh(a.fingerprint) + weigh(a.reason) +
                 weigh(a.author) + weigh(a.date) + weigh(a.until);
    return bytes;
}
std::size_t weigh(const LinkEnds& ends) {
    return weigh(ends.from) + weigh(ends.to);
}
std::size_t weigh(const Rect&) {
    return 0;
}
std::size_t weigh(bool) {
    return 0;
}
std::size_t weigh(catalog::LinkKind) {
    return 0;
}
template <class T>
std::size_t weigh(const std::optional<T>& value) {
    return value ? weigh(*value) : 0;
}

} // namespace

void mergeInto(Step& earlier, Step later) {
    // Edits of different things may pass each other; those of one thing keep their order. So an edit is merged when
    // the last edit of its thing so far is of the same subject.
    std::unordered_map<std::string, std::size_t> lastOf;
    for (std::size_t i = 0; i < earlier.edits.size(); ++i) lastOf[subjectOf(earlier.edits[i]).thing] = i;
    for (Edit& edit : later.edits) {
        const Subject subject = subjectOf(edit);
        const auto [last, fresh] = lastOf.try_emplace(subject.thing, earlier.edits.size());
        if (!fresh && subjectOf(earlier.edits[last->second]) == subject && takeOver(earlier.edits[last->second], edit))
            continue;
        last->second = earlier.edits.size();
        earlier.edits.push_back(std::move(edit));
    }
    std::erase_if(earlier.edits, changesNothing);
    earlier.name = std::move(later.name);
}

std::size_t bytesOf(const Step& step) {
    std::size_t bytes = weigh(step.name) + step.edits.capacity() * sizeof(Edit);
    for (const Edit& edit : step.edits)
        bytes += std::visit([](const auto& e) { return weigh(e.before) + weigh(e.after); }, edit);
    return bytes;
}

} // namespace sky::edit
