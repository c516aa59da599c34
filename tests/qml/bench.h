// SPDX-License-Identifier: GPL-3.0-or-later
// What a test written in QML needs of C++: a session with a small drawing, and a look at what the document holds.
#pragma once

#include "lists/inspector_values.h"
#include "sample.h"
#include "session/text_bridge.h"

#include <QJSEngine>
#include <QObject>

#include <memory>

class Bench : public QObject {
    Q_OBJECT

  public:
    // A new one each time; the one before goes.
    Q_INVOKABLE sky::session::Session* newSession() {
        sky::session::Preferences::instance().setKorean(false);
        m_session = std::make_unique<sky::session::Session>();
        m_session->document()->startNew(sky::lists::sample());
        m_session->jobs()->finish();
        QJSEngine::setObjectOwnership(m_session.get(), QJSEngine::CppOwnership); // not the script's to collect
        return m_session.get();
    }
    Q_INVOKABLE void finish() { m_session->jobs()->finish(); }
    Q_INVOKABLE void select(const QStringList& elements, const QStringList& links) {
        sky::edit::Selection selection;
        for (const QString& id : elements) selection.elements.push_back(sky::session::elementId(id));
        for (const QString& id : links) selection.links.push_back(sky::session::linkId(id));
        m_session->view()->select(selection);
    }
    // As it would be typed; records as their number; empty: unset.
    Q_INVOKABLE QString value(const QString& id, const QString& key) const {
        const sky::diagram::Element* element = m_session->document()->diagram().element(sky::session::elementId(id));
        const sky::catalog::Value* value = element ? element->properties.find(sky::session::toStdString(key)) : nullptr;
        if (!value) return {};
        if (const auto* records = std::get_if<sky::catalog::Records>(value)) return QString::number(records->size());
        return sky::lists::editText(*value);
    }
    Q_INVOKABLE QString nameOf(const QString& id) const {
        const sky::diagram::Element* element = m_session->document()->diagram().element(sky::session::elementId(id));
        return element ? sky::session::toQString(element->name.en) : QString();
    }

  private:
    std::unique_ptr<sky::session::Session> m_session;
};
