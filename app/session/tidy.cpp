// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tidy.h"

#include "layout/place.h"

namespace sky::session {

namespace {

constexpr std::string_view kMerge = "tidy";

} // namespace

void Tidy::setSession(Session* session) {
    if (session == m_session) return;
    m_session = session;
    emit sessionChanged();
}

void Tidy::begin() {
    m_session->document()->endMerging();
    m_before = m_session->document()->diagram();
    m_selection = m_session->view()->elements();
}

void Tidy::arrange(int compactness, bool down) {
    Document& document = *m_session->document();
    layout::PlaceOptions options;
    options.compactness = compactness;
    options.direction = down ? layout::Direction::Down : layout::Direction::Right;
    options.selection = m_selection;
    // Always from where things stood before, so that moving the slider to and fro ends where it would have ended at
    // once.
    const topology::Topology topology = topology::Topology::of(m_before, document.catalog());
    const layout::Arrangement arrangement = layout::arrange(topology, options);
    edit::Draft draft(document.diagram(), document.catalog());
    for (const diagram::Element& element : m_before.elements()) draft.setFrame(element.id, element.frame);
    for (const auto& [id, frame] : arrangement.frames) draft.setFrame(id, frame);
    for (const LinkId& id : arrangement.straightened) draft.setWaypoints(id, {});
    document.perform(Result<edit::Step>(draft.finish(say("Tidy", "정돈"))), kMerge);
    m_session->jobs()->finish();
}

void Tidy::keep() {
    m_session->document()->endMerging();
}

void Tidy::takeBack() {
    Document& document = *m_session->document();
    edit::Draft draft(document.diagram(), document.catalog());
    for (const diagram::Element& element : m_before.elements()) draft.setFrame(element.id, element.frame);
    for (const diagram::Link& link : m_before.links()) draft.setWaypoints(link.id, link.waypoints);
    if (!draft.edits().empty()) document.undo();
    document.endMerging();
}

} // namespace sky::session
