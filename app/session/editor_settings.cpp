// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the editor that carries settings from one thing to others.
#include "session/editor.h"

#include "edit/lock.h"
#include "edit/properties.h"
#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"
#include "session/step_chain.h"
#include "session/text_bridge.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace sky::session {

namespace {

constexpr const char* kSettingsType = "application/x-skywright-settings+json";

// An address, a reference and what is written are of one thing only.
bool canBeShared(const catalog::Property& property) {
    using Type = catalog::PropertyType;
    return property.type != Type::Cidr && property.type != Type::Address && property.type != Type::Reference &&
           property.type != Type::Records && property.type != Type::Text && property.type != Type::LocalizedText;
}

} // namespace

void Editor::toggleLock() {
    if (m_view.elements().empty()) return;
    m_document.perform(onPlaces(
        [&](const diagram::Diagram& diagram) { return edit::toggleLock(diagram, catalog(), m_view.elements()); }));
}

void Editor::copySettings() {
    if (m_view.elements().empty()) return;
    const edit::Selection lead{{m_view.elements().front()}, {}, {}};
    const Result<edit::Fragment> fragment = edit::copy(m_document.diagram(), lead);
    if (!fragment) return;
    auto* data = new QMimeData;
    data->setData(kSettingsType, toQString(exchange::json::writeFragment(*fragment, catalog())).toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

void Editor::pasteSettings() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const QByteArray bytes = data ? data->data(kSettingsType) : QByteArray();
    if (bytes.isEmpty() || m_view.elements().empty()) return;
    const Result<edit::Fragment> fragment =
        exchange::json::readFragment({bytes.constData(), static_cast<std::size_t>(bytes.size())}, catalog());
    if (!fragment || fragment->elements.empty()) return;
    const diagram::Element& from = fragment->elements.front();
    const catalog::Service* service = catalog().find(from.service);
    if (!service) return;
    Chain chain(m_document.diagram(), catalog());
    bool fits = false;
    for (const catalog::Property& property : service->properties) {
        const catalog::Value* value = from.properties.find(property.key);
        if (!value || !canBeShared(property)) continue;
        edit::Selection takers; // of a property of the same key that means the same
        for (const ElementId& id : m_view.elements()) {
            const diagram::Element* element = m_document.diagram().element(id);
            const catalog::Service* its = element ? catalog().find(element->service) : nullptr;
            const catalog::Property* same = its ? its->property(property.key) : nullptr;
            if (same && same->type == property.type && same->table == property.table) takers.elements.push_back(id);
        }
        if (takers.elements.empty()) continue;
        fits = true;
        if (const Result<void> done =
                chain.add(edit::setProperty(chain.diagram(), catalog(), takers, property.key, *value));
            !done) {
            m_document.perform(Result<edit::Step>(done.error()));
            return;
        }
    }
    if (!fits) {
        m_document.perform(Result<edit::Step>(
            Error{ErrorCode::BadUsage,
                  {},
                  say("None of the copied settings fits what is selected.", "복사한 설정 중 선택한 요소에 맞는 것이 없습니다."),
                  say("Select something of the same kind.", "같은 종류의 요소를 선택하세요.")}));
        return;
    }
    m_document.perform(Result<edit::Step>(chain.finish(say("Paste settings", "설정 붙여넣기"))));
}

} // namespace sky::session
