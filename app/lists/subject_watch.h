// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when what the inspector shows may differ: another selection, an edit of more than places, a drawing that means
// something else now. Moving things tells nothing, as no row shows where they stand.
#pragma once

#include "session/session.h"

#include <QObject>

namespace sky::lists {

class SubjectWatch : public QObject {
    Q_OBJECT

  public:
    explicit SubjectWatch(QObject* parent) : QObject(parent) {}

    [[nodiscard]] session::Session* session() const { return m_session; }
    bool watch(session::Session* session); // false: it is watched already

  signals:
    void stale();

  private:
    void follow(const edit::ChangeSet& changes);

    session::Session* m_session = nullptr;
    quint64 m_meaning = 0; // the last revision that can mean something else; its meaning comes later than its edit
    bool m_owed = false;
};

} // namespace sky::lists
