// SPDX-License-Identifier: GPL-3.0-or-later
// Tidying the whole drawing or the selection, as one step of the history however often the slider is moved meanwhile.
#pragma once

#include "session/session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace sky::session {

class Tidy : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)

  public:
    explicit Tidy(QObject* parent = nullptr) : QObject(parent) {}
    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);

    Q_INVOKABLE void begin();                             // from here on it is one step
    Q_INVOKABLE void arrange(int compactness, bool down); // 0 airy … 100 tight
    Q_INVOKABLE void keep();
    Q_INVOKABLE void takeBack();

  signals:
    void sessionChanged();

  private:
    Session* m_session = nullptr;
    diagram::Diagram m_before;
    std::vector<ElementId> m_selection;
};

} // namespace sky::session
