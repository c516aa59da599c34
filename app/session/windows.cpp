// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/windows.h"

#include "session/preferences.h"
#include "session/sample_projects.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlEngine>

#include <algorithm>

namespace sky::session {

struct Windows::Open {
    std::unique_ptr<Session> session;
    std::unique_ptr<QObject> window; // goes before the session it shows
};

Windows::Windows(QQmlEngine& engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_component(std::make_unique<QQmlComponent>(&engine, QUrl("qrc:/qt/qml/Skywright/Main.qml"))) {
    speak();
    connect(&Preferences::instance(), &Preferences::languageChanged, this, &Windows::speak);
}

Windows::~Windows() = default;

void Windows::speak() {
    QCoreApplication::removeTranslator(&m_words);
    if (Preferences::instance().korean() && m_words.load(":/i18n/skywright_ko.qm"))
        QCoreApplication::installTranslator(&m_words);
    m_engine.retranslate();
}

QObject* Windows::openWindow(const QString& file, bool welcome) {
    if (!m_component->isReady()) { // Qt 6.4 would crash in the creation
        for (const QQmlError& error : m_component->errors()) qCritical("%s", qPrintable(error.toString()));
        return nullptr;
    }
    auto open = std::make_unique<Open>();
    open->session = std::make_unique<Session>();
    Session* session = open->session.get();
    connect(session, &Session::windowWanted, this, [this](const QString& path, bool page) { openWindow(path, page); });
    connect(session, &Session::templateWanted, this, [this](const QString& key) {
        openWindow({});
        Document& document = *m_open.back()->session->document();
        if (key.isEmpty()) return;
        if (Result<diagram::Diagram> project = readTemplate(key, document.catalog()))
            document.startNew(*std::move(project));
    });
    connect(
        session, &Session::closed, this,
        [this, session] { std::erase_if(m_open, [&](const auto& each) { return each->session.get() == session; }); },
        Qt::QueuedConnection);
    open->window.reset(
        m_component->createWithInitialProperties({{"session", QVariant::fromValue(session)}, {"welcome", welcome}}));
    if (!open->window) {
        for (const QQmlError& error : m_component->errors()) qCritical("%s", qPrintable(error.toString()));
        return nullptr;
    }
    QObject* window = open->window.get();
    m_open.push_back(std::move(open));
    if (!file.isEmpty()) session->document()->openFile(file);
    return window;
}

} // namespace sky::session
