// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/perform.h"

#include "base/ensure.h"

#include <algorithm>
#include <type_traits>

namespace sky::edit {
namespace {

using diagram::Diagram;
using diagram::Element;
using diagram::Link;

Error missing(const std::string& id) {
    return {ErrorCode::NotFound, id, say("'{}' is not in the project.", "'{}'이(가) 프로젝트에 없습니다.", id),
            say("It may have been removed: try again on what is there now.",
                "삭제되었을 수 있습니다. 지금 있는 것을 골라 다시 해 보세요.")};
}

Error stale(const std::string& id) {
    return {ErrorCode::BadUsage, id, say("'{}' has changed in the meantime.", "'{}'이(가) 그사이에 바뀌었습니다.", id),
            say("Look at it as it is now and try again.", "지금 상태를 확인하고 다시 해 보세요.")};
}

template <class Content>
struct Turn { // an edit's two contents in the direction of travel
    const Content& from;
    const Content& to;
};
template <class Edited>
auto turn(const Edited& edit, Direction direction) {
    using Content = std::remove_cvref_t<decltype(edit.before)>;
    return direction == Direction::Forward ? Turn<Content>{edit.before, edit.after}
                                           : Turn<Content>{edit.after, edit.before};
}

template <class Identity, class Thing>
Result<void> putWhole(Diagram& diagram, const Thing* now, const Identity& id, const std::optional<Thing>& from,
                      const std::optional<Thing>& to) {
    if (!now && from) return missing(id.str());
    if (now && (!from || !(*now == *from))) return stale(id.str());
    if ((from && from->id != id) || (to && to->id != id) || (!from && !to))
        return Error{ErrorCode::BadUsage,
                     id.str(),
                     say("the edit of '{}' speaks of something else.", "'{}'의 편집이 다른 것을 가리킵니다.", id.str()),
                     {}};
    if (to)
        diagram.put(*to);
    else
        diagram.take(id);
    return {};
}

// Changes one member of a copy and puts it back.
template <class Thing, class Identity, class Content>
Result<void> setMember(Diagram& diagram, const Thing* now, const Identity& id, Content Thing::*member,
                       const Turn<Content>& contents) {
    if (!now) return missing(id.str());
    if (!(now->*member == contents.from)) return stale(id.str());
    Thing changed = *now;
    changed.*member = contents.to;
    diagram.put(std::move(changed));
    return {};
}

template <class Thing, class Identity>
Result<void> setProperty(Diagram& diagram, const Thing* now, const Identity& id, std::string_view key,
                         const Turn<std::optional<catalog::Value>>& values) {
    if (!now) return missing(id.str());
    const catalog::Value* old = now->properties.find(key);
    if (old ? !values.from || !(*values.from == *old) : values.from.has_value()) return stale(id.str());
    diagram.setProperty(id, key, values.to);
    return {};
}

class Performer {
  public:
    Performer(Diagram& diagram, Direction direction) : m_diagram(diagram), m_direction(direction) {}

    Result<void> operator()(const PutElement& e) const { return whole(e, m_diagram.element(e.id)); }
    Result<void> operator()(const PutLink& e) const { return whole(e, m_diagram.link(e.id)); }
    Result<void> operator()(const PutScenario& e) const { return whole(e, m_diagram.scenario(e.id)); }
    Result<void> operator()(const SetService& e) const { return member(e, &Element::service); }
    Result<void> operator()(const SetParent& e) const { return member(e, &Element::parent); }
    Result<void> operator()(const SetSpans& e) const { return member(e, &Element::spans); }
    Result<void> operator()(const SetGroups& e) const { return member(e, &Element::groups); }
    Result<void> operator()(const SetLocked& e) const { return member(e, &Element::locked); }
    Result<void> operator()(const SetName& e) const {
        const auto names = turn(e, m_direction);
        const Element* now = m_diagram.element(e.id);
        if (!now) return missing(e.id.str());
        if (!(now->name == names.from)) return stale(e.id.str());
        m_diagram.setName(e.id, names.to);
        return {};
    }
    Result<void> operator()(const SetFrame& e) const {
        const auto frames = turn(e, m_direction);
        const Element* now = m_diagram.element(e.id);
        if (!now) return missing(e.id.str());
        if (!(now->frame == frames.from)) return stale(e.id.str());
        m_diagram.setFrame(e.id, frames.to);
        return {};
    }
    Result<void> operator()(const SetProperty& e) const {
        return setProperty(m_diagram, m_diagram.element(e.id), e.id, e.key, turn(e, m_direction));
    }
    Result<void> operator()(const SetLinkProperty& e) const {
        return setProperty(m_diagram, m_diagram.link(e.id), e.id, e.key, turn(e, m_direction));
    }
    Result<void> operator()(const SetLinkKind& e) const { return linkMember(e, &Link::kind); }
    Result<void> operator()(const SetLinkName& e) const { return linkMember(e, &Link::name); }
    Result<void> operator()(const SetWaypoints& e) const { return linkMember(e, &Link::waypoints); }
    Result<void> operator()(const SetLinkEnds& e) const {
        const auto ends = turn(e, m_direction);
        const Link* now = m_diagram.link(e.id);
        if (!now) return missing(e.id.str());
        if (now->from != ends.from.from || now->to != ends.from.to) return stale(e.id.str());
        Link changed = *now;
        changed.from = ends.to.from;
        changed.to = ends.to.to;
        m_diagram.put(std::move(changed));
        return {};
    }
    Result<void> operator()(const SetProject& e) const {
        const auto projects = turn(e, m_direction);
        if (!(m_diagram.project() == projects.from)) return stale("project");
        m_diagram.setProject(projects.to);
        return {};
    }

  private:
    template <class Put, class Thing>
    Result<void> whole(const Put& e, const Thing* now) const {
        const auto things = turn(e, m_direction);
        return putWhole(m_diagram, now, e.id, things.from, things.to);
    }
    template <class Set, class Content>
    Result<void> member(const Set& e, Content Element::*which) const {
        return setMember(m_diagram, m_diagram.element(e.id), e.id, which, turn(e, m_direction));
    }
    template <class Set, class Content>
    Result<void> linkMember(const Set& e, Content Link::*which) const {
        return setMember(m_diagram, m_diagram.link(e.id), e.id, which, turn(e, m_direction));
    }

    Diagram& m_diagram;
    Direction m_direction;
};

class Noter {
  public:
    explicit Noter(ChangeSet& into) : m_into(into) {}
    void operator()(const PutElement& e) const { note(e.id, Field::Whole); }
    void operator()(const PutLink& e) const { note(e.id, Field::Whole); }
    void operator()(const PutScenario& e) const { m_into.scenarios.push_back(e.id); }
    void operator()(const SetService& e) const { note(e.id, Field::Service); }
    void operator()(const SetName& e) const { note(e.id, Field::Name); }
    void operator()(const SetParent& e) const { note(e.id, Field::Parent); }
    void operator()(const SetFrame& e) const { note(e.id, Field::Frame); }
    void operator()(const SetSpans& e) const { note(e.id, Field::Spans); }
    void operator()(const SetGroups& e) const { note(e.id, Field::Groups); }
    void operator()(const SetLocked& e) const { note(e.id, Field::Locked); }
    void operator()(const SetProperty& e) const { note(e.id, Field::Property, e.key); }
    void operator()(const SetLinkEnds& e) const { note(e.id, Field::Ends); }
    void operator()(const SetLinkKind& e) const { note(e.id, Field::Kind); }
    void operator()(const SetLinkName& e) const { note(e.id, Field::Name); }
    void operator()(const SetWaypoints& e) const { note(e.id, Field::Waypoints); }
    void operator()(const SetLinkProperty& e) const { note(e.id, Field::Property, e.key); }
    void operator()(const SetProject&) const { m_into.project = true; }

  private:
    void note(const ElementId& id, Field field, const std::string& key = {}) const {
        m_into.elements.push_back({id, field, key});
    }
    void note(const LinkId& id, Field field, const std::string& key = {}) const {
        m_into.links.push_back({id, field, key});
    }
    ChangeSet& m_into;
};

template <class T>
void sortUnique(std::vector<T>& values) {
    if (values.size() < 2) return;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

Result<void> perform(Diagram& diagram, const Edit& edit, Direction direction) {
    return std::visit(Performer(diagram, direction), edit);
}

Result<void> performAll(Diagram& diagram, std::span<const Edit> edits, Direction direction) {
    const auto at = [&](std::size_t i) -> const Edit& {
        return direction == Direction::Forward ? edits[i] : edits[edits.size() - 1 - i];
    };
    for (std::size_t i = 0; i < edits.size(); ++i) {
        Result<void> done = perform(diagram, at(i), direction);
        if (done) continue;
        const Direction back = direction == Direction::Forward ? Direction::Backward : Direction::Forward;
        while (i-- > 0) ENSURE(perform(diagram, at(i), back).ok(), "an edit just made could not be taken back");
        return done;
    }
    return {};
}

ChangeSet changesOf(std::span<const Edit> edits) {
    ChangeSet changes;
    const Noter noter(changes);
    for (const Edit& edit : edits) std::visit(noter, edit);
    sortUnique(changes.elements);
    sortUnique(changes.links);
    sortUnique(changes.scenarios);
    return changes;
}

} // namespace sky::edit
