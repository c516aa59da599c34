// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/subject_watch.h"

#include <algorithm>

namespace sky::lists {

namespace {

bool concerns(const edit::ChangeSet& changes) {
    const auto means = [](const auto& change) {
        return change.field != edit::Field::Frame && change.field != edit::Field::Waypoints;
    };
    return changes.project || std::any_of(changes.elements.begin(), changes.elements.end(), means) ||
           std::any_of(changes.links.begin(), changes.links.end(), means);
}

} // namespace

bool SubjectWatch::watch(session::Session* session) {
    if (session == m_session) return false;
    if (m_session) {
        m_session->document()->disconnect(this);
        m_session->view()->disconnect(this);
        m_session->jobs()->disconnect(this);
    }
    m_session = session;
    m_owed = session != nullptr;
    if (!session) return true;
    connect(session->document(), &session::Document::changed, this, &SubjectWatch::follow);
    connect(session->document(), &session::Document::replaced, this, [this] {
        m_meaning = m_session->document()->revision();
        m_owed = true;
        emit stale();
    });
    connect(session->document(), &session::Document::titleChanged, this, &SubjectWatch::stale);
    connect(session->view(), &session::ViewState::selectionChanged, this, &SubjectWatch::stale);
    connect(session->jobs(), &session::Jobs::sceneChanged, this, [this] {
        if (!m_owed || m_session->jobs()->revision() < m_meaning) return;
        m_owed = false;
        emit stale();
    });
    return true;
}

void SubjectWatch::follow(const edit::ChangeSet& changes) {
    if (!concerns(changes)) return;
    m_meaning = m_session->document()->revision();
    m_owed = true;
    emit stale();
}

} // namespace sky::lists
