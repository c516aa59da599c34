// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/book.h"

#include "catalog/traits.h"
#include "checks/table.h"

#include <algorithm>
#include <set>

namespace sky::checks {
namespace {

using catalog::Service;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;
using topology::Topology;

const Profile* profileOf(const Profile* fixed, const Topology& topology) {
    if (fixed) return fixed;
    const std::string* named = topology.diagram().project().properties.text("profile");
    return &profileOr(named ? *named : std::string_view());
}

// "role:nat ec2" -> each of its words.
template <class Visit>
void forEachWord(std::string_view words, Visit visit) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) visit(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

bool fits(std::string_view word, const Service& service) {
    if (word == "any") return !service.is(Trait::Annotation);
    if (word.starts_with("role:")) return service.plays(word.substr(5));
    if (!word.starts_with("trait:")) return service.key == word;
    const auto trait = catalog::traitOf(word.substr(6));
    return trait && service.is(*trait);
}

bool sameButForFrame(const Element& a, const Element& b) {
    return a.service == b.service && a.name == b.name && a.parent == b.parent && a.spans == b.spans &&
           a.groups == b.groups && a.properties == b.properties;
}

// Whatever an element or link names, for those who ask "who names me?".
std::set<std::string> mentionsOf(const Element& element) {
    std::set<std::string> ids;
    if (!element.parent.empty()) ids.insert(element.parent.str());
    for (const ElementId& id : element.spans) ids.insert(id.str());
    for (const ElementId& id : element.groups) ids.insert(id.str());
    for (const auto& [key, value] : element.properties)
        catalog::forEachReference(value, [&](const std::string& id) { ids.insert(id); });
    return ids;
}

std::set<std::string> mentionsOf(const Link& link) {
    std::set<std::string> ids{link.from.str(), link.to.str()};
    for (const auto& [key, value] : link.properties)
        catalog::forEachReference(value, [&](const std::string& id) { ids.insert(id); });
    return ids;
}

// Do two lists of properties differ in one that packets or failures hang on?
bool movesWorld(const catalog::Properties& a, const catalog::Properties& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        const bool same = left != a.end() && right != b.end() && left->first == right->first;
        if (same && left->second == right->second) {
            ++left;
            ++right;
            continue;
        }
        const bool takeLeft = left != a.end() && (right == b.end() || left->first <= right->first);
        if (decidesWorld(takeLeft ? left->first : right->first)) return true;
        if (same || takeLeft) ++left;
        if (same || !takeLeft) ++right;
    }
    return false;
}

std::string kindKey(const Topology& topology, const LinkId& link) {
    return "kind:" + topology.catalog().linkType(topology.kind(link)).key;
}

} // namespace

bool ruleFits(const Rule& rule, const Service& service) {
    bool any = false;
    forEachWord(rule.on, [&](std::string_view word) { any = any || fits(word, service); });
    return any;
}

bool ruleFits(const Rule& rule, const catalog::LinkType& type) {
    bool any = false;
    forEachWord(rule.on, [&](std::string_view word) {
        any = any || (word.starts_with("link:") && (word.substr(5) == type.key || word.substr(5) == "any"));
    });
    return any;
}

Book::Book(Topology topology, Options options)
    : m_topology(std::move(topology)), m_fixedProfile(options.profile), m_options(std::move(options)) {}

void Book::readAll() {
    m_slots.clear();
    m_byId.clear();
    m_ofService.clear();
    m_due.clear();
    m_findings.clear();
    m_elementRules.clear();
    m_linkRules.clear();
    m_designRules.clear();
    m_world = World(m_topology);
    m_options.profile = profileOf(m_fixedProfile, m_topology);

    RuleList asked;
    for (const Rule* rule : rules())
        if (m_options.profile->asks(*rule)) asked.push_back(rule);
    if (m_options.backwards) std::reverse(asked.begin(), asked.end());
    for (const Service& service : m_topology.catalog().services()) {
        RuleList& list = m_elementRules[&service];
        for (const Rule* rule : asked)
            if (rule->checkElement && ruleFits(*rule, service)) list.push_back(rule);
    }
    for (const catalog::LinkType& type : m_topology.catalog().linkTypes())
        for (const Rule* rule : asked)
            if (rule->checkLink && ruleFits(*rule, type)) m_linkRules[type.kind].push_back(rule);

    const Diagram& diagram = m_topology.diagram();
    m_byId.reserve(diagram.elements().size() + diagram.links().size());
    for (const Element& element : diagram.elements()) {
        Slot& row = slot(element.id.str());
        row.element = &element;
        row.service = m_topology.catalog().find(element.service);
        row.revision = m_revision;
        m_ofService[element.service].push_back(element.id);
        m_due.push_back(&row);
    }
    for (const Link& link : diagram.links()) {
        Slot& row = slot(link.id.str());
        row.link = &link;
        row.revision = m_revision;
        m_due.push_back(&row);
    }
    for (const Rule* rule : asked) {
        if (!rule->checkDesign) continue;
        Slot& row = slot("rule:" + std::string(rule->id));
        row.rule = rule;
        m_due.push_back(&row);
    }
    if (m_options.backwards) std::reverse(m_due.begin(), m_due.end());
    for (Slot* subject : m_due) ask(*subject, nullptr);
    m_due.clear();
}

Slot& Book::slot(std::string_view id) {
    if (const auto at = m_byId.find(id); at != m_byId.end()) return *at->second;
    Slot& made = m_slots.emplace_back();
    made.id = id;
    m_byId.emplace(made.id, &made);
    return made;
}

void Book::refresh(Slot& row) const {
    if (row.revision == m_revision) return;
    row.revision = m_revision;
    row.element = nullptr;
    row.service = nullptr;
    row.link = nullptr;
    if (!isValidId(row.id)) return;
    row.element = m_topology.diagram().element(ElementId(row.id));
    if (row.element)
        row.service = m_topology.catalog().find(row.element->service);
    else
        row.link = m_topology.diagram().link(LinkId(row.id));
}

const Book::RuleList& Book::rulesFor(const Service& service) const {
    return m_elementRules.at(&service);
}

void Book::ask(Slot& subject, Update* update) {
    refresh(subject);
    if (!subject.element && !subject.link && !subject.rule) return forget(subject, update);
    Ask ask(*this);
    ask.m_call = ++m_calls;
    ask.note(subject.id);
    const auto call = [&](const Rule& rule) {
        ask.m_rule = &rule;
        ++m_asked;
        if (subject.element)
            rule.checkElement(ask, Thing(&ask, &subject));
        else if (subject.link)
            rule.checkLink(ask, Wire(&ask, &subject));
        else
            rule.checkDesign(ask);
    };
    if (subject.rule) {
        call(*subject.rule);
    } else if (subject.element) {
        if (subject.service)
            for (const Rule* rule : rulesFor(*subject.service)) call(*rule);
    } else if (const auto rules = m_linkRules.find(m_topology.kind(subject.link->id)); rules != m_linkRules.end()) {
        for (const Rule* rule : rules->second) call(*rule);
    }

    std::vector<FindingPointer> findings(ask.m_findings.begin(), ask.m_findings.end());
    for (const std::shared_ptr<Finding>& finding : ask.m_findings) {
        std::vector<std::string>& also = finding->also;
        std::sort(also.begin(), also.end());
        also.erase(std::unique(also.begin(), also.end()), also.end());
        std::erase(also, finding->subject);
    }
    std::sort(findings.begin(), findings.end(), Checks::InOrder());
    replace(subject, std::move(findings), update);
    std::sort(ask.m_hints.begin(), ask.m_hints.end(),
              [](const Hint& a, const Hint& b) { return std::string_view(a.rule->id) < b.rule->id; });
    subject.hints = std::move(ask.m_hints);

    std::vector<Slot*>& reads = ask.m_reads;
    std::sort(reads.begin(), reads.end());
    if (reads == subject.reads) return;
    for (Slot* old : subject.reads)
        if (!std::binary_search(reads.begin(), reads.end(), old)) std::erase(old->readers, &subject);
    for (Slot* now : reads)
        if (!std::binary_search(subject.reads.begin(), subject.reads.end(), now)) now->readers.push_back(&subject);
    subject.reads = std::move(reads);
}

void Book::forget(Slot& subject, Update* update) {
    replace(subject, {}, update);
    subject.hints.clear();
    for (Slot* old : subject.reads) std::erase(old->readers, &subject);
    subject.reads.clear();
}

void Book::replace(Slot& subject, std::vector<FindingPointer> now, Update* update) {
    std::vector<FindingPointer>& before = subject.findings;
    for (const FindingPointer& old : before) {
        auto [at, end] = m_findings.equal_range(old);
        at = std::find(at, end, old);
        if (at != end) m_findings.erase(at);
    }
    m_findings.insert(now.begin(), now.end());
    if (update) {
        const auto in = [](const std::vector<FindingPointer>& list, const FindingPointer& one) {
            return std::any_of(list.begin(), list.end(), [&](const FindingPointer& each) { return *each == *one; });
        };
        for (const FindingPointer& old : before)
            if (!in(now, old)) update->gone.push_back(old);
        for (const FindingPointer& fresh : now)
            if (!in(before, fresh)) update->come.push_back(fresh);
    }
    before = std::move(now);
}

void Book::mark(std::string_view id) {
    const auto at = m_byId.find(id);
    if (at != m_byId.end()) m_due.insert(m_due.end(), at->second->readers.begin(), at->second->readers.end());
}

const std::vector<ElementId>& Book::allOf(const std::string& service) {
    return m_ofService[service];
}

void Book::enterInList(const std::string& service, const ElementId& id, bool there) {
    std::vector<ElementId>& list = m_ofService[service];
    const auto at = std::lower_bound(list.begin(), list.end(), id);
    const bool found = at != list.end() && *at == id;
    if (there && !found) list.insert(at, id);
    if (!there && found) list.erase(at);
    mark("service:" + service);
}

void Book::markElements(const Diagram& before) {
    ChunkMap<Element>::compare(before.elements(), m_topology.diagram().elements(),
                               [&](const Element* old, const Element* now) {
                                   if (old && now && sameButForFrame(*old, *now)) return;
                                   const ElementId& id = (old ? old : now)->id;
                                   mark(id.str());
                                   if (!old) m_due.push_back(&slot(id.str()));
                                   const bool otherService = !old || !now || old->service != now->service;
                                   m_moved = m_moved || otherService || old->name != now->name ||
                                             old->parent != now->parent || old->spans != now->spans ||
                                             old->groups != now->groups || movesWorld(old->properties, now->properties);
                                   if (otherService && old) enterInList(old->service, id, false);
                                   if (otherService && now) enterInList(now->service, id, true);
                                   std::set<std::string> mentions = old ? mentionsOf(*old) : std::set<std::string>();
                                   std::set<std::string> others = now ? mentionsOf(*now) : std::set<std::string>();
                                   if (!otherService && mentions == others) return;
                                   mentions.merge(others);
                                   for (const std::string& mention : mentions) mark(mention);
                               });
}

void Book::markLinks(const Diagram& before) {
    ChunkMap<Link>::compare(before.links(), m_topology.diagram().links(), [&](const Link* old, const Link* now) {
        const LinkId& id = (old ? old : now)->id;
        if (!old) m_due.push_back(&slot(id.str()));
        mark(id.str());
        m_moved = m_moved || !old || !now || old->kind != now->kind || old->from != now->from || old->to != now->to ||
                  movesWorld(old->properties, now->properties);
        for (const Link* each : {old, now})
            if (each)
                for (const std::string& mention : mentionsOf(*each)) mark(mention);
    });
}

Update Book::update(Topology now) {
    Update update;
    const Topology before = std::exchange(m_topology, std::move(now));
    ++m_revision;
    if (const Profile* profile = profileOf(m_fixedProfile, m_topology); profile != m_options.profile) {
        const Checks::Findings old = std::move(m_findings);
        readAll();
        update.gone.assign(old.begin(), old.end());
        update.come.assign(m_findings.begin(), m_findings.end());
        return update;
    }
    m_moved = false;
    markElements(before.diagram());
    markLinks(before.diagram());
    std::set<std::string> kinds;
    for (const std::string& id : m_topology.changedSince(before)) {
        mark(id);
        for (const Topology* each : std::initializer_list<const Topology*>{&before, &m_topology})
            if (each->diagram().link(LinkId(id))) kinds.insert(kindKey(*each, LinkId(id)));
    }
    for (const std::string& kind : kinds) mark(kind);
    const catalog::Properties& project = m_topology.diagram().project().properties;
    if (before.diagram().project().properties != project) mark("project");
    m_moved = m_moved || movesWorld(before.diagram().project().properties, project);
    if (m_moved) markWorld();

    std::sort(m_due.begin(), m_due.end());
    m_due.erase(std::unique(m_due.begin(), m_due.end()), m_due.end());
    std::sort(m_due.begin(), m_due.end(), [](const Slot* a, const Slot* b) { return a->id < b->id; });
    for (Slot* subject : std::exchange(m_due, {})) ask(*subject, &update);
    return update;
}

// What has been asked for is computed anew, and whoever has read a fact that differs is asked again.
void Book::markWorld() {
    World before = std::exchange(m_world, World(m_topology));
    const auto markDifferent = [&](const char* prefix, const auto& old, const auto& now) {
        auto a = old.begin();
        auto b = now.begin();
        while (a != old.end() || b != now.end()) {
            const bool same = a != old.end() && b != now.end() && a->first == b->first;
            const bool takeOld = same || b == now.end() || (a != old.end() && a->first < b->first);
            const std::string& id = takeOld ? a->first : b->first;
            if (!same || a->second != b->second) mark(prefix + id);
            if (same || takeOld) ++a;
            if (same || !takeOld) ++b;
        }
    };
    if (before.hasWalks()) markDifferent("walk:", before.walks(), m_world.walks());
    if (before.hasReached()) markDifferent("reached:", before.reached(), m_world.reached());
    for (const int order : {1, 2})
        if (before.hasFailures(order) && before.failures(order) != m_world.failures(order))
            mark("failures:" + std::to_string(order));
}

std::vector<Hint> Book::hints() const {
    std::map<std::string, Hint> first;
    for (const Slot& row : m_slots)
        for (const Hint& hint : row.hints) {
            const auto [at, fresh] = first.try_emplace(hint.subject, hint);
            if (!fresh && std::pair<std::string_view, std::string_view>(hint.rule->id, hint.key) <
                              std::pair<std::string_view, std::string_view>(at->second.rule->id, at->second.key))
                at->second = hint;
        }
    std::vector<Hint> hints;
    for (auto& [subject, hint] : first) hints.push_back(std::move(hint));
    return hints;
}

} // namespace sky::checks
