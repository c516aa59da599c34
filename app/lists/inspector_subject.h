// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector looks at: the selection, or the project when nothing is selected. One way to read and to change
// the properties of either; every change is one step given to the document.
#pragma once

#include "lists/inspector_values.h"
#include "session/session.h"

#include <functional>
#include <string_view>
#include <vector>

namespace sky::lists {

class InspectorSubject {
  public:
    // Things given by id instead of the selection; ids that are gone are left out.
    InspectorSubject(session::Session& session, edit::Selection things);
    explicit InspectorSubject(session::Session& session);

    [[nodiscard]] bool isProject() const { return m_things.elements.empty() && m_things.links.empty(); }
    [[nodiscard]] std::size_t count() const { return m_things.elements.size() + m_things.links.size(); }
    [[nodiscard]] const edit::Selection& things() const { return m_things; }
    [[nodiscard]] const diagram::Element* onlyElement() const; // null: something else, or more
    [[nodiscard]] const diagram::Link* onlyLink() const;
    [[nodiscard]] const catalog::Service* service() const; // of all elements alike; null: mixed, or no element

    // Those all things have, in the catalog's order.
    [[nodiscard]] std::vector<const catalog::Property*> properties() const;

    // Calls visit(const catalog::Value* or null) for each thing.
    void forEachValue(std::string_view key, const std::function<void(const catalog::Value*)>& visit) const;
    // What takes effect in the first of them while it is unset, and whether the property has a meaning there.
    [[nodiscard]] topology::Effective effective(const catalog::Property& property) const;

    bool set(std::string_view key, const std::optional<catalog::Value>& value) const;

    [[nodiscard]] session::Session& session() const { return *m_session; }
    [[nodiscard]] const diagram::Diagram& diagram() const { return m_session->document()->diagram(); }
    [[nodiscard]] const catalog::Catalog& catalog() const { return m_session->document()->catalog(); }
    [[nodiscard]] const topology::Topology& topology() const { return m_session->jobs()->topology(); }
    [[nodiscard]] Speech speech() const;

  private:
    [[nodiscard]] const std::vector<catalog::Property>* propertiesOf(const ElementId& id) const;
    [[nodiscard]] const std::vector<catalog::Property>* propertiesOf(const LinkId& id) const;

    session::Session* m_session;
    edit::Selection m_things;
};

// The kind a link is of: its own, or the first that fits its ends.
[[nodiscard]] catalog::LinkKind kindOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                       const diagram::Link& link);
[[nodiscard]] std::vector<catalog::LinkKind> kindsFor(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                                      const diagram::Link& link);

} // namespace sky::lists
