// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jobs.h"

#include "session/preferences.h"
#include "session/worker.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace sky::session {

namespace {

picture::Options optionsNow() {
    picture::Options options;
    options.theme = Preferences::instance().dark() ? picture::ThemeName::Dark : picture::ThemeName::Light;
    options.language = Preferences::instance().language();
    return options;
}

} // namespace

// What the worker has finished and the GUI thread has not taken yet.
struct Jobs::Mailbox {
    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<WorkerResult> results;
};

Jobs::Jobs(Document& document, QObject* parent)
    : QObject(parent), m_document(document), m_scene(optionsNow()), m_mailbox(std::make_unique<Mailbox>()) {
    m_source.topology = std::make_shared<const topology::Topology>(topology::Topology::of({}, document.catalog()));
    m_source.placement = std::make_shared<const layout::Placement>();
    m_source.routes = std::make_shared<const layout::Routes>();
    m_worker = std::make_unique<Worker>(document.catalog(), [this](WorkerResult&& result) {
        {
            const std::lock_guard lock(m_mailbox->mutex);
            m_mailbox->results.push_back(std::move(result));
        }
        m_mailbox->arrived.notify_all();
        QMetaObject::invokeMethod(this, &Jobs::collect, Qt::QueuedConnection);
    });
    connect(&document, &Document::changed, this, [this] { submit(false); });
    connect(&document, &Document::replaced, this, [this] { submit(true); });
    connect(&Preferences::instance(), &Preferences::darkChanged, this, [this] { submit(true); });
    connect(&Preferences::instance(), &Preferences::languageChanged, this, [this] { submit(true); });
    submit(true);
}

Jobs::~Jobs() {
    m_worker.reset(); // joins the thread before anything it writes to goes
}

void Jobs::submit(bool anew) {
    m_anewPending = m_anewPending || anew;
    m_submitted = m_document.revision();
    m_worker->submit({m_document.revision(), m_document.diagram(), optionsNow(), m_anewPending, ++m_ticket});
    setBusy(true);
}

void Jobs::collect() {
    for (;;) {
        std::optional<WorkerResult> result;
        {
            const std::lock_guard lock(m_mailbox->mutex);
            if (m_mailbox->results.empty()) return;
            result = std::move(m_mailbox->results.front());
            m_mailbox->results.pop_front();
        }
        take(*std::move(result));
    }
}

void Jobs::take(WorkerResult&& result) {
    if (result.ticket != m_ticket) return; // overtaken
    m_source = std::move(result.source);
    m_shown = result.revision;
    m_exact = result.exact;
    if (result.scene) {
        m_anewPending = false;
        m_scene = std::move(*result.scene);
        emit sceneChanged({});
    } else {
        const picture::RectD dirty = m_scene.update(m_source);
        emit sceneChanged(dirty.empty() ? QRectF(0, 0, 1, 1) : QRectF(dirty.x, dirty.y, dirty.width, dirty.height));
    }
    if (m_exact) setBusy(false);
}

void Jobs::finish() {
    while (m_shown != m_document.revision() || m_anewPending) {
        {
            std::unique_lock lock(m_mailbox->mutex);
            m_mailbox->arrived.wait(lock, [this] { return !m_mailbox->results.empty(); });
        }
        collect();
    }
}

void Jobs::finishRoutes() {
    finish();
    while (!m_exact) {
        {
            std::unique_lock lock(m_mailbox->mutex);
            m_mailbox->arrived.wait(lock, [this] { return !m_mailbox->results.empty(); });
        }
        collect();
    }
}

void Jobs::setBusy(bool busy) {
    if (busy == m_busy) return;
    m_busy = busy;
    emit busyChanged();
}

} // namespace sky::session
