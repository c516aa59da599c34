// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/view_state.h"

#include "session/document.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <algorithm>

namespace sky::session {

namespace {

template <class Id>
void flip(std::vector<Id>& list, const Id& id) {
    const auto at = std::find(list.begin(), list.end(), id);
    if (at == list.end())
        list.push_back(id);
    else
        list.erase(at);
}

} // namespace

ViewState::ViewState(Document& document, QObject* parent) : QObject(parent), m_document(document) {
    connect(&document, &Document::changed, this, &ViewState::prune);
    connect(&document, &Document::replaced, this, [this] {
        setHovered({});
        clearSelection();
    });
    connect(this, &ViewState::selectionChanged, this, &ViewState::selectionSummaryChanged);
    connect(&Preferences::instance(), &Preferences::languageChanged, this, &ViewState::selectionSummaryChanged);
}

bool ViewState::isSelected(const ElementId& id) const {
    return std::find(m_selection.elements.begin(), m_selection.elements.end(), id) != m_selection.elements.end();
}

bool ViewState::isSelected(const LinkId& id) const {
    return std::find(m_selection.links.begin(), m_selection.links.end(), id) != m_selection.links.end();
}

void ViewState::select(edit::Selection selection) {
    const diagram::Diagram& diagram = m_document.diagram();
    std::erase_if(selection.elements, [&](const ElementId& id) { return !diagram.element(id); });
    std::erase_if(selection.links, [&](const LinkId& id) { return !diagram.link(id); });
    selection.scenarios.clear();
    if (selection.elements == m_selection.elements && selection.links == m_selection.links) return;
    emit selectionAboutToChange();
    m_selection = std::move(selection);
    emit selectionChanged();
}

void ViewState::select(const ElementId& id) {
    select(edit::Selection{{id}, {}, {}});
}

void ViewState::select(const LinkId& id) {
    select(edit::Selection{{}, {id}, {}});
}

void ViewState::toggle(const ElementId& id) {
    edit::Selection next = m_selection;
    flip(next.elements, id);
    select(std::move(next));
}

void ViewState::toggle(const LinkId& id) {
    edit::Selection next = m_selection;
    flip(next.links, id);
    select(std::move(next));
}

QStringList ViewState::selectedElements() const {
    QStringList ids;
    for (const ElementId& id : m_selection.elements) ids.append(toQString(id.str()));
    return ids;
}

QStringList ViewState::selectedLinks() const {
    QStringList ids;
    for (const LinkId& id : m_selection.links) ids.append(toQString(id.str()));
    return ids;
}

int ViewState::selectionCount() const {
    return static_cast<int>(m_selection.elements.size() + m_selection.links.size());
}

QString ViewState::selectionSummary() const {
    if (m_selection.empty()) return {};
    const Text what = edit::callOf(m_document.diagram(), m_document.catalog(), m_selection);
    const Text line = selectionCount() == 1 ? say("1 selected: {}", "1개 선택: {}", what)
                                            : say("{} selected", "{}개 선택", selectionCount());
    return toQString(line, Preferences::instance().language());
}

void ViewState::selectAll() {
    edit::Selection all;
    for (const diagram::Element& element : m_document.diagram().elements()) {
        const catalog::Service* service = m_document.catalog().find(element.service);
        if (!service || !service->is(catalog::Trait::Config)) all.elements.push_back(element.id);
    }
    for (const diagram::Link& link : m_document.diagram().links()) all.links.push_back(link.id);
    select(std::move(all));
}

void ViewState::setHovered(const QString& id) {
    if (id == m_hovered) return;
    m_hovered = id;
    emit hoveredChanged();
}

void ViewState::setTool(Tool tool) {
    if (tool == m_tool) return;
    m_tool = tool;
    emit toolChanged();
}

// Drops what is gone. What was being typed about it has nowhere to go.
void ViewState::prune(const edit::ChangeSet& changes) {
    const diagram::Diagram& diagram = m_document.diagram();
    const auto whole = [](const auto& change) { return change.field == edit::Field::Whole; };
    if (std::any_of(changes.elements.begin(), changes.elements.end(), whole) ||
        std::any_of(changes.links.begin(), changes.links.end(), whole)) {
        const std::size_t before = m_selection.elements.size() + m_selection.links.size();
        std::erase_if(m_selection.elements, [&](const ElementId& id) { return !diagram.element(id); });
        std::erase_if(m_selection.links, [&](const LinkId& id) { return !diagram.link(id); });
        if (m_selection.elements.size() + m_selection.links.size() != before) emit selectionChanged();
        const std::string hovered = toStdString(m_hovered);
        if (!hovered.empty() && !diagram.element(ElementId(hovered)) && !diagram.link(LinkId(hovered))) setHovered({});
    }
    emit selectionSummaryChanged();
}

} // namespace sky::session
