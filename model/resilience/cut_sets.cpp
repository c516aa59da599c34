// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/cut_sets.h"

#include "resilience/lanes.h"

#include <algorithm>
#include <bit>
#include <map>

namespace sky::resilience {
namespace {

// Components that can be swapped without anything changing: same place, same needs, needed by the same groups.
// Of each class only as many are tried as a cut can hold; what is found for them holds for all.
class Classes {
  public:
    Classes(const NeedsGraph& graph, const Lanes& lanes, int order) {
        using Key = std::vector<std::uint32_t>;
        std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> asked(graph.components.size());
        for (const std::uint32_t owner : lanes.cone()) {
            const std::vector<NeedGroup>& needs = graph.components[owner].needs;
            for (std::uint32_t group = 0; group < needs.size(); ++group)
                for (const std::uint32_t member : needs[group].any) asked[member].push_back({owner, group});
        }
        std::map<Key, std::size_t> known;
        for (const Event event : lanes.events()) {
            Key key{static_cast<std::uint32_t>(event.kind)};
            const bool goal = std::find(graph.goals.begin(), graph.goals.end(), event.index) != graph.goals.end();
            if (event.kind != EventKind::Component || goal) {
                key.push_back(event.index);
                key.push_back(0xFFFFFFFFu); // no place looks like this
            } else {
                describe(graph.components[event.index], key);
                std::sort(asked[event.index].begin(), asked[event.index].end());
                for (const auto& [owner, group] : asked[event.index]) key.insert(key.end(), {owner, group});
            }
            const auto [at, fresh] = known.try_emplace(std::move(key), m_members.size());
            if (fresh) m_members.emplace_back();
            std::vector<Event>& members = m_members[at->second];
            members.push_back(event);
            if (members.size() > static_cast<std::size_t>(order)) continue;
            m_tried.push_back(event);
            m_place.push_back({at->second, members.size() - 1});
        }
    }

    [[nodiscard]] const std::vector<Event>& tried() const { return m_tried; }

    // Every cut that is alike to this one of tried events; `add` gets each once. Only the first of its kind speaks.
    template <class Add>
    void spread(const std::vector<std::size_t>& tried, Add add) const {
        std::map<std::size_t, std::size_t> counts;
        for (const std::size_t one : tried) ++counts[m_place[one].first];
        for (const std::size_t one : tried)
            if (m_place[one].second >= counts[m_place[one].first]) return;
        std::vector<Event> cut;
        spreadFrom(counts.begin(), counts.end(), 0, 0, cut, add);
    }

  private:
    static void describe(const Component& component, std::vector<std::uint32_t>& key) {
        key.push_back(static_cast<std::uint32_t>(component.place.kind));
        key.push_back(component.place.kind == PlaceKind::Region ? component.place.region : 0);
        key.push_back(static_cast<std::uint32_t>(component.place.zones.size()));
        key.insert(key.end(), component.place.zones.begin(), component.place.zones.end());
        key.push_back(static_cast<std::uint32_t>(component.needs.size()));
        for (const NeedGroup& group : component.needs) {
            std::vector<std::uint32_t> members = group.any;
            std::sort(members.begin(), members.end());
            key.insert(key.end(), {group.min, static_cast<std::uint32_t>(members.size())});
            key.insert(key.end(), members.begin(), members.end());
        }
    }
    template <class At, class Add>
    void spreadFrom(At at, At end, std::size_t taken, std::size_t next, std::vector<Event>& cut, Add& add) const {
        if (at == end) {
            add(cut);
            return;
        }
        if (taken == at->second) {
            spreadFrom(std::next(at), end, 0, 0, cut, add);
            return;
        }
        const std::vector<Event>& members = m_members[at->first];
        for (std::size_t i = next; i + (at->second - taken) <= members.size(); ++i) {
            cut.push_back(members[i]);
            spreadFrom(at, end, taken + 1, i + 1, cut, add);
            cut.pop_back();
        }
    }

    std::vector<std::vector<Event>> m_members;
    std::vector<Event> m_tried;
    std::vector<std::pair<std::size_t, std::size_t>> m_place; // class and number in it, of each tried event
};

// Names decide the order of what is found: each event's rank among all.
class Ranks {
  public:
    Ranks(const NeedsGraph& graph, std::vector<Event> events) : m_byRank(std::move(events)) {
        std::vector<std::pair<std::string, Event>> named;
        for (const Event event : m_byRank) named.emplace_back(nameOf(graph, event), event);
        std::sort(named.begin(), named.end());
        for (auto& ranks : m_ranks)
            ranks.resize(std::max({graph.components.size(), graph.zones.size(), graph.regions.size()}));
        for (std::size_t rank = 0; rank < named.size(); ++rank) {
            m_byRank[rank] = named[rank].second;
            m_ranks[static_cast<std::size_t>(m_byRank[rank].kind)][m_byRank[rank].index] =
                static_cast<std::uint32_t>(rank);
        }
    }
    [[nodiscard]] std::uint64_t keyOf(const std::vector<Event>& cut) const { // 21 bits each, the first the highest
        std::array<std::uint64_t, kMostOrder> ranks{};
        for (std::size_t i = 0; i < cut.size(); ++i)
            ranks[i] = m_ranks[static_cast<std::size_t>(cut[i].kind)][cut[i].index];
        std::sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(cut.size()));
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < cut.size(); ++i) key = key << 21 | ranks[i];
        return key;
    }
    [[nodiscard]] Cut cutOf(std::uint64_t key, std::size_t size) const {
        Cut cut;
        for (std::size_t i = size; i-- > 0;) cut.add(m_byRank[key >> (21 * i) & 0x1FFFFF]);
        return cut;
    }

  private:
    std::vector<Event> m_byRank;
    std::array<std::vector<std::uint32_t>, 3> m_ranks; // by kind and index
};
constexpr std::size_t kMostEvents = 1u << 21;

class Finder {
  public:
    Finder(const NeedsGraph& graph, int order, const CancelToken& cancel)
        : m_lanes(graph)
        , m_classes(graph, m_lanes, order)
        , m_ranks(graph, m_lanes.events())
        , m_cancel(cancel)
        , m_order(order) {}

    Result<CutSets> run() {
        CutSets result;
        result.circles = m_lanes.circles();
        const std::vector<Event>& events = m_classes.tried();
        const std::size_t count = events.size();
        m_lanes.setScenarios(events);
        if (!m_lanes.goalUp(count)) {
            result.downAnyway = true;
            return result;
        }
        m_words = m_lanes.words();
        m_alone.assign(m_words, 0);
        for (std::size_t word = 0; word < m_words; ++word)
            m_alone[word] = ~m_lanes.goal(word) & inRange(word, 0, count);
        eachBit(m_alone, [&](std::size_t i) { found({i}); });
        m_pairs.assign(m_order > 2 ? count * m_words : 0, 0);
        for (std::size_t i = 0; m_order > 1 && i < count; ++i) {
            if (isSet(m_alone, i)) continue;
            if (m_cancel.cancelled()) return cancelledError();
            m_lanes.fail(events[i], i);
            std::vector<Lanes::Word> second(m_words, 0);
            for (std::size_t word = i / 64; word < m_words; ++word)
                second[word] = ~m_lanes.goal(word) & ~m_alone[word] & inRange(word, i + 1, count);
            eachBit(second, [&](std::size_t j) {
                found({i, j});
                if (m_order > 2) m_pairs[i * m_words + j / 64] |= Lanes::Word{1} << (j % 64);
            });
            m_lanes.undo();
        }
        for (std::size_t i = 0; m_order > 2 && i < count; ++i) {
            if (isSet(m_alone, i)) continue;
            m_lanes.fail(events[i], i);
            for (std::size_t j = i + 1; j < count; ++j) {
                if (isSet(m_alone, j) || (m_pairs[i * m_words + j / 64] >> (j % 64) & 1) != 0) continue;
                if (m_cancel.cancelled()) return cancelledError();
                m_lanes.fail(events[j], j);
                std::vector<Lanes::Word> third(m_words, 0);
                for (std::size_t word = j / 64; word < m_words; ++word)
                    third[word] = ~m_lanes.goal(word) & ~m_alone[word] & ~m_pairs[i * m_words + word] &
                                  ~m_pairs[j * m_words + word] & inRange(word, j + 1, count);
                eachBit(third, [&](std::size_t k) { found({i, j, k}); });
                m_lanes.undo();
            }
            m_lanes.undo();
        }
        for (std::size_t size = 1; size <= kMostOrder; ++size) {
            std::vector<std::uint64_t>& keys = m_found[size - 1];
            std::sort(keys.begin(), keys.end());
            if (keys.size() > kMostCuts) keys.resize(kMostCuts);
            for (const std::uint64_t key : keys) result.byOrder[size - 1].push_back(m_ranks.cutOf(key, size));
        }
        result.complete = m_complete;
        return result;
    }

  private:
    static Lanes::Word inRange(std::size_t word, std::size_t from, std::size_t end) { // lanes from … end - 1
        const auto below = [&](std::size_t lane) {
            if (lane <= word * 64) return Lanes::Word{0};
            return lane >= word * 64 + 64 ? ~Lanes::Word{0} : (Lanes::Word{1} << (lane - word * 64)) - 1;
        };
        return below(end) & ~below(from);
    }
    static bool isSet(const std::vector<Lanes::Word>& bits, std::size_t i) {
        return (bits[i / 64] >> (i % 64) & 1) != 0;
    }
    template <class Visit>
    static void eachBit(const std::vector<Lanes::Word>& bits, Visit visit) {
        for (std::size_t word = 0; word < bits.size(); ++word)
            for (Lanes::Word left = bits[word]; left != 0; left &= left - 1)
                visit(word * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
    void found(const std::vector<std::size_t>& tried) {
        std::vector<std::uint64_t>& keys = m_found[tried.size() - 1];
        m_classes.spread(tried, [&](const std::vector<Event>& cut) {
            if (keys.size() < kMostCuts)
                keys.push_back(m_ranks.keyOf(cut));
            else
                m_complete = false;
        });
    }

    Lanes m_lanes;
    Classes m_classes;
    Ranks m_ranks;
    const CancelToken& m_cancel;
    int m_order;
    bool m_complete = true;
    std::size_t m_words = 0;
    std::vector<Lanes::Word> m_alone; // tried events that are cuts
    std::vector<Lanes::Word> m_pairs; // of each tried event, later ones that make a cut with it
    std::array<std::vector<std::uint64_t>, kMostOrder> m_found;
};

} // namespace

Result<CutSets> cutSetsOf(const NeedsGraph& graph, int order, const CancelToken& cancel) {
    if (order < 1 || order > kMostOrder)
        return Error{ErrorCode::BadUsage,
                     "order",
                     say("cut sets of order 1, 2 or 3 can be asked for.", "차수는 1, 2, 3 중 하나여야 합니다."),
                     {}};
    if (auto sound = check(graph); !sound) return std::move(sound).error();
    if (graph.components.size() + graph.zones.size() + graph.regions.size() >= kMostEvents)
        return Error{ErrorCode::TooLarge,
                     {},
                     say("there are more than {} events.", "사건이 {}개를 넘습니다.", std::uint64_t{kMostEvents}),
                     {}};
    return Finder(graph, order, cancel).run();
}

std::vector<std::vector<std::uint32_t>> culpritsOf(const NeedsGraph& graph, std::span<const Cut> cuts) {
    Lanes lanes(graph);
    std::vector<std::vector<std::uint32_t>> culprits;
    for (const Cut& cut : cuts) {
        const std::vector<Event> events = cut.events();
        const std::vector<std::uint32_t> victims = lanes.victimsOf(events);
        lanes.setScenarios(events, victims);
        std::vector<std::uint32_t>& blamed = culprits.emplace_back();
        for (std::size_t i = 0; i < victims.size(); ++i)
            if (lanes.goalUp(i)) blamed.push_back(victims[i]);
    }
    return culprits;
}

} // namespace sky::resilience
