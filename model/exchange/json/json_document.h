// SPDX-License-Identifier: GPL-3.0-or-later
// The common body of projects and fragments while it is read: things in the order of the file, with the layout laid
// on them. Ids are well formed and unique here; what they name is not looked at.
#pragma once

#include "diagram/element.h"
#include "diagram/id_table.h"
#include "diagram/link.h"
#include "diagram/project.h"
#include "diagram/scenario.h"
#include "edit/clipboard.h"
#include "exchange/json/json_tree.h"
#include "exchange/json/json_vocabulary.h"

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace sky::exchange::json {

// "$schema", "format" and "formatVersion": what the file says it is.
class Envelope {
  public:
    [[nodiscard]] Result<bool> take(const Node& node, std::string_view format); // true: it was one of the three
    [[nodiscard]] Result<void> finish(std::string_view format) const;
    [[nodiscard]] bool formatSeen() const { return m_formatSeen; }

  private:
    bool m_formatSeen = false;
    bool m_versionSeen = false;
};

class Document final : public Sink {
  public:
    Document(const catalog::Catalog& catalog, std::string_view format) : m_vocabulary(catalog), m_format(format) {}
    [[nodiscard]] Result<void> parse(std::string_view bytes);

    diagram::Project project;
    std::deque<diagram::Element> elements;
    std::deque<diagram::Link> links;
    std::deque<diagram::Scenario> scenarios;
    std::vector<edit::CutMention> cut; // of fragments only

    Result<void> open(std::string_view container) override;
    Result<void> take(std::string_view container, std::size_t index, Node& node) override;

  private:
    enum class Section : std::uint8_t { Elements, Links, Scenarios };

    [[nodiscard]] Result<void> takeRoot(Node& node);
    [[nodiscard]] Result<void> takeCut(const Node& node, const Place& place);
    [[nodiscard]] Result<void> takeElement(std::size_t index, const Node& node);
    [[nodiscard]] Result<void> takeLink(std::size_t index, const Node& node, const diagram::Element* from,
                                        const diagram::Element* to);
    [[nodiscard]] Result<void> takeScenario(std::size_t index, const Node& node);
    [[nodiscard]] Result<void> takeFrame(const Node& node);
    [[nodiscard]] Result<void> takeWaypoints(const Node& node);
    [[nodiscard]] Result<void> takeLocked(const Node& node);
    [[nodiscard]] Result<void> enter(const diagram::IdTable::Entry& entry, std::string_view id, Section section,
                                     std::size_t index) const;
    [[nodiscard]] const diagram::Element* endOf(const Node& link, std::string_view end) const; // null: not there (yet)
    [[nodiscard]] Result<void> layOut();
    [[nodiscard]] std::string nearestTo(const std::string& id, Section section) const;

    Vocabulary m_vocabulary;
    std::string_view m_format;
    Envelope m_envelope;
    diagram::IdTable m_ids; // views into the things: they do not move in a deque; `row` is their number
    std::vector<std::pair<std::size_t, Node>> m_waiting; // links whose ends have not come yet
    std::vector<std::pair<std::string, Rect>> m_frames;
    std::vector<std::pair<std::string, std::vector<Point>>> m_waypoints;
    std::vector<std::string> m_locked;
};

} // namespace sky::exchange::json
