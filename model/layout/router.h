// SPDX-License-Identifier: GPL-3.0-or-later
// Routes for numbered boxes and links, kept up to date: set what changed, refresh(), read. What refresh() leaves is a pure
// function of what is set, however it came about; equal links are told apart by their keys, never by their numbers.
//
// How it was chosen, measured on nested graphs of 1 000 boxes and 1 500 links: see layout/README.md.
#pragma once

#include "layout/nudge.h"
#include "layout/path_finder.h"
#include "layout/scene.h"
#include "layout/track_lines.h"

#include <optional>
#include <string>
#include <vector>

namespace sky::layout {

struct RouterLink {
    std::string key;
    std::int32_t from = -1;
    std::int32_t to = -1;
    std::vector<Point> waypoints;
    Size label; // of its text; empty: none
    friend bool operator==(const RouterLink&, const RouterLink&) = default;
};

struct RoutedLink {
    std::vector<Point> points;
    bool straight = false;
    Rect label;
    bool labelFree = true;
    friend bool operator==(const RoutedLink&, const RoutedLink&) = default;
};

class Router {
  public:
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;
    explicit Router(bool sharedTrunks = false, std::size_t expectedBoxes = 1024, std::size_t expectedLinks = 1024);

    void setBox(std::int32_t number, std::optional<SceneBox> box);
    void setLink(std::int32_t number, std::optional<RouterLink> link);
    void refresh();

    [[nodiscard]] const RoutedLink* routed(std::int32_t number) const; // null: no such link
    [[nodiscard]] const std::vector<std::int32_t>& rerouted() const { return m_rerouted; } // by the last refresh; sorted
    [[nodiscard]] const Scene& scene() const { return m_scene; }

  private:
    struct State {
        std::optional<RouterLink> link;
        FoundPath found;
        std::vector<std::int32_t> pieces; // numbers in m_pieces
        RoutedLink routed;
        std::vector<Rect> labelTried;     // where its label was tried, best first; the last, or none, was free
        bool dirty = false;
        bool renewed = false; // set anew: ends, waypoints or label changed
        bool queued = false;  // for its label
    };
    struct Sight { // of a link, what every edit asks of all of them, close together in memory
        Area seen;               // around found.seen and the drawn points
        std::int32_t from = -1;  // -1: no link
        std::int32_t to = -1;
    };
    struct PieceState {
        std::int32_t link = -1;
        std::int32_t at = 0; // which of the link's pieces
        std::int32_t place = 0;
    };
    [[nodiscard]] std::uint32_t budget() const;
    void findDirty();
    void makeDirty(std::int32_t number);
    [[nodiscard]] bool sees(const State& state, const RectIndex& changes, const Area& all) const;
    [[nodiscard]] bool isHidden(const State& state, std::int32_t change) const;
    void enterPieces(std::int32_t number);
    void leavePieces(std::int32_t number);
    void nudge();
    [[nodiscard]] NudgePiece nudgePiece(std::int32_t piece) const;
    void draw(std::int32_t number);
    void enterDrawn(std::int32_t number, const std::vector<Point>& points, const std::vector<Point>& others);
    void leaveDrawn(std::int32_t number, const std::vector<Point>& points, const std::vector<Point>& others);
    void lookAround(std::int32_t number);
    void relabel();
    template <class Attempt>
    void eachLabelPlace(const State& state, Attempt attempt) const;
    [[nodiscard]] bool labelFits(const Rect& place, std::int32_t number) const;
    [[nodiscard]] const Piece& piece(std::int32_t number) const {
        const PieceState& state = m_pieces[static_cast<std::size_t>(number)];
        return m_states[static_cast<std::size_t>(state.link)].found.pieces[static_cast<std::size_t>(state.at)];
    }

    bool m_sharedTrunks;
    Scene m_scene;
    PathFinder m_finder{m_scene};
    std::vector<State> m_states;
    std::vector<Sight> m_sights;       // by the same numbers
    std::vector<std::int32_t> m_dirty; // links to look at again
    std::vector<PieceState> m_pieces;
    std::vector<std::int32_t> m_freePieces;
    TrackLines m_tracks;    // pieces as found
    RectIndex m_drawnIndex; // links by the lines drawn
    RectIndex m_labelIndex; // links by the places their label was tried at
    std::vector<Area> m_changed;           // areas where boxes changed since the last refresh
    std::vector<std::int32_t> m_changedIn; // for each of them the box, -1 when more than its place changed
    std::vector<std::int32_t> m_changedBoxes;
    std::vector<std::int32_t> m_rerouted;
    std::vector<Piece> m_disturbed;      // where pieces went or came since the last refresh
    std::vector<Area> m_drawnChanges;    // where lines or labels went or came since the last refresh
    std::size_t m_links = 0;
    std::uint32_t m_lastBudget = 0;
};

} // namespace sky::layout
