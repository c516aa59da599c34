// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/diagram.h"

#include "diagram/limits.h"

#include <algorithm>
#include <charconv>

namespace sky::diagram {
namespace {

template <class Identity>
void insertSorted(std::vector<Identity>& ids, const Identity& id) {
    if (ids.empty() || ids.back() < id) { // readers put things in the order of their ids
        ids.push_back(id);
        return;
    }
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at == ids.end() || *at != id) ids.insert(at, id);
}

template <class Identity>
void eraseSorted(std::vector<Identity>& ids, const Identity& id) {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at != ids.end() && *at == id) ids.erase(at);
}

using Names = std::vector<std::string>;

void collect(const catalog::Value& value, Names& into) {
    catalog::forEachReference(value, [&](const std::string& id) { into.push_back(id); });
}

void collect(const catalog::Properties& properties, Names& into) {
    for (const auto& entry : properties) collect(entry.second, into);
}

void sortUnique(Names& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

// Every id the thing names, besides its parent or its ends; sorted.
Names namedBy(const Element& element) {
    Names names;
    for (const ElementId& id : element.spans) names.push_back(id.str());
    for (const ElementId& id : element.groups) names.push_back(id.str());
    collect(element.properties, names);
    sortUnique(names);
    return names;
}

Names namedBy(const Link& link) {
    Names names;
    collect(link.properties, names);
    sortUnique(names);
    return names;
}

template <class T>
bool sameContent(const ChunkMap<T>& a, const ChunkMap<T>& b) {
    if (a.size() != b.size()) return false;
    bool same = true;
    ChunkMap<T>::compare(a, b, [&](const T* left, const T* right) { same = same && left && right && *left == *right; });
    return same;
}

// Marks the numbers N of ids "stem-N" in the map.
template <class T>
void markUsed(const ChunkMap<T>& map, const std::string& prefix, std::vector<bool>& used) {
    using Key = typename ChunkMap<T>::Key;
    for (auto at = map.lowerBound(Key(prefix)); at != map.end() && at->id.str().starts_with(prefix); ++at) {
        const std::string& id = at->id.str();
        const char* first = id.data() + prefix.size();
        const char* last = id.data() + id.size();
        if (first == last || *first == '0') continue;
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(first, last, number);
        if (error == std::errc{} && end == last && number < used.size()) used[number] = true;
    }
}

constexpr std::size_t kLongestStem = 48; // leaves room for "-" and any number within the 64 of an id

} // namespace

bool Diagram::hasId(std::string_view id) const {
    const std::string text(id);
    return m_elements.contains(ElementId(text)) || m_links.contains(LinkId(text)) ||
           m_scenarios.contains(ScenarioId(text));
}

std::span<const ElementId> Diagram::children(const ElementId& parent) const {
    const Index* row = m_index.find(parent.str());
    return row ? std::span<const ElementId>(row->children) : std::span<const ElementId>();
}

std::span<const LinkId> Diagram::linksAt(const ElementId& element) const {
    const Index* row = m_index.find(element.str());
    return row ? std::span<const LinkId>(row->links) : std::span<const LinkId>();
}

std::span<const ElementId> Diagram::elementsReferringTo(const std::string& id) const {
    const Index* row = m_index.find(id);
    return row ? std::span<const ElementId>(row->referringElements) : std::span<const ElementId>();
}

std::span<const LinkId> Diagram::linksReferringTo(const std::string& id) const {
    const Index* row = m_index.find(id);
    return row ? std::span<const LinkId>(row->referringLinks) : std::span<const LinkId>();
}

bool Diagram::isInside(const ElementId& element, const ElementId& container) const {
    const Element* at = m_elements.find(element);
    // Bounded, so that a loop of parents in a diagram not yet checked cannot hang anybody.
    for (std::size_t depth = 0; at && depth <= limits::kDepth + 1; ++depth) {
        if (container.empty() || at->id == container) return true;
        if (at->parent.empty()) return false;
        at = m_elements.find(at->parent);
    }
    return false;
}

std::string Diagram::freshId(std::string_view stem) const {
    std::string prefix(stem.substr(0, kLongestStem));
    for (char& c : prefix)
        if (!isValidId(std::string_view(&c, 1)) && c != '.' && c != '_' && c != '-') c = '-';
    if (!isValidId(prefix)) prefix = "x" + prefix;
    prefix += '-';
    std::vector<bool> used(m_elements.size() + m_links.size() + m_scenarios.size() + 2, false);
    markUsed(m_elements, prefix, used);
    markUsed(m_links, prefix, used);
    markUsed(m_scenarios, prefix, used);
    const auto free = std::find(used.begin() + 1, used.end(), false);
    return prefix + std::to_string(free - used.begin());
}

Diagram::Index& Diagram::row(const std::string& id) {
    return m_index.obtain(id);
}

void Diagram::dropEmptyRow(const std::string& id) {
    const Index* found = m_index.find(id);
    if (found && found->empty()) m_index.take(id);
}

void Diagram::enter(const Element& element) {
    insertSorted(row(element.parent.str()).children, element.id);
    for (const std::string& name : namedBy(element)) insertSorted(row(name).referringElements, element.id);
}

void Diagram::leave(const Element& element) {
    eraseSorted(row(element.parent.str()).children, element.id);
    dropEmptyRow(element.parent.str());
    for (const std::string& name : namedBy(element)) {
        eraseSorted(row(name).referringElements, element.id);
        dropEmptyRow(name);
    }
}

void Diagram::enter(const Link& link) {
    insertSorted(row(link.from.str()).links, link.id);
    if (link.to != link.from) insertSorted(row(link.to.str()).links, link.id);
    for (const std::string& name : namedBy(link)) insertSorted(row(name).referringLinks, link.id);
}

void Diagram::leave(const Link& link) {
    for (const ElementId& end : {link.from, link.to}) {
        eraseSorted(row(end.str()).links, link.id);
        dropEmptyRow(end.str());
    }
    for (const std::string& name : namedBy(link)) {
        eraseSorted(row(name).referringLinks, link.id);
        dropEmptyRow(name);
    }
}

void Diagram::put(Element element) {
    if (const Element* before = m_elements.find(element.id)) leave(*before);
    enter(element);
    m_elements.put(std::move(element));
}

void Diagram::put(Link link) {
    if (const Link* before = m_links.find(link.id)) leave(*before);
    enter(link);
    m_links.put(std::move(link));
}

void Diagram::put(Scenario scenario) {
    m_scenarios.put(std::move(scenario));
}

std::optional<Element> Diagram::take(const ElementId& id) {
    std::optional<Element> taken = m_elements.take(id);
    if (taken) leave(*taken);
    return taken;
}

std::optional<Link> Diagram::take(const LinkId& id) {
    std::optional<Link> taken = m_links.take(id);
    if (taken) leave(*taken);
    return taken;
}

std::optional<Scenario> Diagram::take(const ScenarioId& id) {
    return m_scenarios.take(id);
}

void Diagram::setProject(Project project) {
    m_project = Cow<Project>(std::move(project));
}

namespace {

// Sets or unsets, and hands back what was there.
std::optional<catalog::Value> replaceValue(catalog::Properties& properties, std::string_view key,
                                           std::optional<catalog::Value> value) {
    std::optional<catalog::Value> before;
    if (const catalog::Value* old = properties.find(key)) before = *old;
    if (value)
        properties.set(key, std::move(*value));
    else
        properties.unset(key);
    return before;
}

Names namesOf(const catalog::Value* value) {
    Names names;
    if (value) collect(*value, names);
    return names;
}

} // namespace

bool Diagram::setProperty(const ElementId& id, std::string_view key, std::optional<catalog::Value> value) {
    Element* element = m_elements.write(id);
    if (!element) return false;
    const Names named = namesOf(value ? &*value : nullptr);
    const std::optional<catalog::Value> before = replaceValue(element->properties, key, std::move(value));
    const Names unnamed = namesOf(before ? &*before : nullptr);
    if (named.empty() && unnamed.empty()) return true;
    const Names kept = namedBy(*element);
    for (const std::string& name : unnamed) {
        if (std::binary_search(kept.begin(), kept.end(), name)) continue;
        eraseSorted(row(name).referringElements, element->id);
        dropEmptyRow(name);
    }
    for (const std::string& name : named) insertSorted(row(name).referringElements, element->id);
    return true;
}

bool Diagram::setProperty(const LinkId& id, std::string_view key, std::optional<catalog::Value> value) {
    Link* link = m_links.write(id);
    if (!link) return false;
    const Names named = namesOf(value ? &*value : nullptr);
    const std::optional<catalog::Value> before = replaceValue(link->properties, key, std::move(value));
    const Names unnamed = namesOf(before ? &*before : nullptr);
    if (named.empty() && unnamed.empty()) return true;
    const Names kept = namedBy(*link);
    for (const std::string& name : unnamed) {
        if (std::binary_search(kept.begin(), kept.end(), name)) continue;
        eraseSorted(row(name).referringLinks, link->id);
        dropEmptyRow(name);
    }
    for (const std::string& name : named) insertSorted(row(name).referringLinks, link->id);
    return true;
}

bool Diagram::setFrame(const ElementId& id, std::optional<Rect> frame) {
    Element* element = m_elements.write(id);
    if (!element) return false;
    element->frame = frame;
    return true;
}

bool Diagram::setName(const ElementId& id, Text name) {
    Element* element = m_elements.write(id);
    if (!element) return false;
    element->name = std::move(name);
    return true;
}

bool operator==(const Diagram& a, const Diagram& b) {
    return sameContent(a.m_elements, b.m_elements) && sameContent(a.m_links, b.m_links) &&
           sameContent(a.m_scenarios, b.m_scenarios) &&
           (a.m_project.sameAs(b.m_project) || *a.m_project == *b.m_project);
}

} // namespace sky::diagram
