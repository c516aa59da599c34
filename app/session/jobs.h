// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the document off the GUI thread: from each snapshot a worker computes what the drawing means, where
// everything stands and how links run; the picture's scene is brought up to date with it. Results carry the revision
// they are of; what a newer snapshot has overtaken is dropped. The scene belongs to the GUI thread, its figures to
// everybody.
#pragma once

#include "picture/scene.h"
#include "session/document.h"

#include <QObject>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace sky::session {

class Worker;
struct WorkerResult;

class Jobs : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A window has one.")
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

  public:
    explicit Jobs(Document& document, QObject* parent = nullptr);
    ~Jobs() override;

    // Of the last finished revision; never null.
    [[nodiscard]] const topology::Topology& topology() const { return *m_source.topology; }
    [[nodiscard]] const layout::Placement& placement() const { return *m_source.placement; }
    [[nodiscard]] const layout::Routes& routes() const { return *m_source.routes; }
    [[nodiscard]] const picture::SceneSource& source() const { return m_source; }
    [[nodiscard]] const picture::Scene& scene() const { return m_scene; }
    [[nodiscard]] quint64 revision() const { return m_shown; } // the one the above are of
    [[nodiscard]] bool exact() const { return m_exact; }       // links run their final way
    [[nodiscard]] bool busy() const { return m_busy; }

    // Waits until the above are of the document's revision: before a step is built on where things stand.
    void finish();
    void finishRoutes(); // and until links run their final way

  signals:
    void sceneChanged(const QRectF& dirty); // the part of the page to paint anew; a null rectangle: all of it
    void busyChanged();

  private:
    struct Mailbox;
    void submit(bool anew);
    void collect();
    void take(WorkerResult&& result);
    void setBusy(bool busy);

    Document& m_document;
    picture::SceneSource m_source;
    picture::Scene m_scene;
    quint64 m_shown = 0;
    quint64 m_submitted = 0;
    quint64 m_ticket = 0;       // of the last task handed in; answers to earlier ones are stale
    bool m_anewPending = false; // the scene is still of another document, theme or language
    bool m_exact = false;
    bool m_busy = false;
    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<Worker> m_worker;
};

} // namespace sky::session
