// SPDX-License-Identifier: GPL-3.0-or-later
// What one window works on: its document, its view of it, the jobs that follow it and the verbs that change it.
#pragma once

#include "session/document.h"
#include "session/editor.h"
#include "session/jobs.h"
#include "session/view_state.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace sky::session {

class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A window is given one.")
    Q_PROPERTY(sky::session::Document* document READ document CONSTANT)
    Q_PROPERTY(sky::session::ViewState* view READ view CONSTANT)
    Q_PROPERTY(sky::session::Jobs* jobs READ jobs CONSTANT)
    Q_PROPERTY(sky::session::Editor* editor READ editor CONSTANT)

  public:
    explicit Session(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] Document* document() { return &m_document; }
    [[nodiscard]] ViewState* view() { return &m_view; }
    [[nodiscard]] Jobs* jobs() { return &m_jobs; }
    [[nodiscard]] Editor* editor() { return &m_editor; }

    Q_INVOKABLE void openWindow(const QString& file, bool welcome) { emit windowWanted(file, welcome); }
    Q_INVOKABLE void openTemplate(const QString& key) { emit templateWanted(key); }
    Q_INVOKABLE void windowClosed() { emit closed(); }

  signals:
    void windowWanted(const QString& file, bool welcome);
    void templateWanted(const QString& key); // in a window of its own
    void closed();

  private:
    Document m_document;
    ViewState m_view{m_document};
    Jobs m_jobs{m_document};
    Editor m_editor{m_document, m_view, m_jobs};
};

} // namespace sky::session
