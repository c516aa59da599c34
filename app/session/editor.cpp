// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editor.h"

#include "catalog/roles.h"
#include "edit/add_zone.h"
#include "edit/group.h"
#include "edit/properties.h"
#include "edit/remove.h"
#include "edit/subnet_access.h"
#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"
#include "picture/look.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace sky::session {

namespace {

namespace role = catalog::role;
using diagram::Diagram;

constexpr const char* kFragmentType = "application/x-skywright-fragment+json";

// The other language keeps what it says, so that naming in one does not silence the other.
Text named(const Text& before, const QString& name, Language language) {
    const std::string text = toStdString(name);
    if (language == Language::Korean) {
        if (before.en.empty() || before.ko.empty()) return Text{text, {}};
        return Text{before.en, text};
    }
    return Text{text, before.ko};
}

constexpr std::string_view kWordsKey = "text";

Text wordsOf(const diagram::Element& element) {
    const catalog::Value* value = element.properties.find(kWordsKey);
    if (!value) return {};
    if (const Text* both = std::get_if<Text>(value)) return *both;
    const std::string* one = std::get_if<std::string>(value);
    return one ? Text{*one, {}} : Text{};
}

} // namespace

Editor::Editor(Document& document, ViewState& view, Jobs& jobs, QObject* parent)
    : QObject(parent), m_document(document), m_view(view), m_jobs(jobs) {}

void Editor::selectMade(const std::optional<edit::Selection>& made) {
    if (made) m_view.select(*made);
}

void Editor::remove() {
    if (m_view.selection().empty()) return;
    m_document.perform(edit::remove(m_document.diagram(), catalog(), m_view.selection()));
}

void Editor::align(const QString& edge) {
    const edit::Edge which = edge == "left"     ? edit::Edge::Left
                             : edge == "middle" ? edit::Edge::Middle
                             : edge == "right"  ? edit::Edge::Right
                             : edge == "top"    ? edit::Edge::Top
                             : edge == "centre" ? edit::Edge::Centre
                                                : edit::Edge::Bottom;
    m_document.perform(
        onPlaces([&](const Diagram& diagram) { return edit::align(diagram, catalog(), m_view.elements(), which); }));
}

void Editor::distribute(bool across) {
    m_document.perform(onPlaces([&](const Diagram& diagram) {
        return edit::distribute(diagram, catalog(), m_view.elements(), across ? edit::Axis::Across : edit::Axis::Down);
    }));
}

void Editor::sameSize() {
    m_document.perform(
        onPlaces([&](const Diagram& diagram) { return edit::sameSize(diagram, catalog(), m_view.elements()); }));
}

void Editor::group() {
    selectMade(m_document.perform(
        onPlacesMade([&](const Diagram& diagram) { return edit::group(diagram, catalog(), m_view.elements()); })));
}

void Editor::ungroup() {
    selectMade(m_document.perform(
        onPlacesMade([&](const Diagram& diagram) { return edit::ungroup(diagram, catalog(), m_view.elements()); })));
}

void Editor::setAccess(const QString& access) {
    const edit::Access wanted = access == "public"    ? edit::Access::Public
                                : access == "private" ? edit::Access::Private
                                                      : edit::Access::Isolated;
    m_document.perform(onPlacesMade(
        [&](const Diagram& diagram) { return edit::setAccess(diagram, catalog(), m_view.elements(), wanted); }));
}

void Editor::addZoneLike() {
    if (m_view.elements().empty()) return;
    selectMade(m_document.perform(onPlacesMade(
        [&](const Diagram& diagram) { return edit::addZoneLike(diagram, catalog(), m_view.elements().front()); })));
}

void Editor::reverseLinks() {
    m_document.perform(edit::reverse(m_document.diagram(), catalog(), m_view.links()));
}

void Editor::setLinkKind(const QString& kind) {
    const catalog::LinkType* type = catalog().linkType(toStdString(kind));
    m_document.perform(edit::setKind(m_document.diagram(), catalog(), m_view.links(),
                                     type ? std::optional(type->kind) : std::nullopt));
}

void Editor::clearWaypoints() {
    for (const LinkId& id : m_view.links())
        m_document.perform(edit::setWaypoints(m_document.diagram(), catalog(), id, {}));
}

void Editor::copy() {
    if (m_view.elements().empty()) return;
    std::vector<edit::Edit> places;
    const Diagram placed = withPlaces(places);
    Result<edit::Fragment> fragment = edit::copy(placed, m_view.selection());
    if (!fragment) return;
    const QString text = toQString(exchange::json::writeFragment(*fragment, catalog()));
    auto* data = new QMimeData;
    data->setData(kFragmentType, text.toUtf8());
    data->setText(text);
    QGuiApplication::clipboard()->setMimeData(data);
}

void Editor::cut() {
    copy();
    remove();
}

void Editor::paste() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data) return;
    const QByteArray bytes = data->hasFormat(kFragmentType) ? data->data(kFragmentType) : data->text().toUtf8();
    if (bytes.isEmpty()) return;
    const Result<edit::Fragment> fragment =
        exchange::json::readFragment({bytes.constData(), static_cast<std::size_t>(bytes.size())}, catalog());
    if (!fragment) {
        m_document.perform(Result<edit::Step>(fragment.error()));
        return;
    }
    // Into the selected container, or beside what is selected; a little off, so that a copy does not hide its original.
    ElementId parent;
    if (!m_view.elements().empty()) {
        const diagram::Element* lead = m_document.diagram().element(m_view.elements().front());
        const catalog::Service* service = lead ? catalog().find(lead->service) : nullptr;
        const bool itself = lead && std::any_of(fragment->elements.begin(), fragment->elements.end(),
                                                [&](const diagram::Element& e) { return e.id == lead->id; });
        if (lead) parent = service && service->is(catalog::Trait::Container) && !itself ? lead->id : lead->parent;
    }
    Rect bounds;
    for (const diagram::Element& element : fragment->elements)
        if (element.parent.empty() && element.frame) bounds = bounds.united(*element.frame);
    selectMade(m_document.perform(onPlacesMade([&](const Diagram& diagram) {
        const Point origin = originOf(parent);
        std::optional<Point> at;
        if (!bounds.empty()) at = bounds.topLeft() - origin + Point{24, 24};
        if (at && !parent.empty())
            if (const layout::Placed* box = m_jobs.placement().find(parent);
                box && !Rect{0, 0, box->frame.width, box->frame.height}.contains(*at))
                at = Point{24, 48};
        return edit::paste(diagram, catalog(), *fragment, parent, at);
    })));
}

bool Editor::rename(const QString& id, const QString& name) {
    const Language language = Preferences::instance().language();
    const QString trimmed = name.trimmed();
    if (const diagram::Element* element = m_document.diagram().element(elementId(id))) {
        const edit::Selection one{{element->id}, {}, {}};
        // A note says its words in a property of its own; everything else has a name.
        const catalog::Service* service = catalog().find(element->service);
        if (const catalog::Property* words = service ? service->property(kWordsKey) : nullptr;
            words && service->is(catalog::Trait::Annotation)) {
            catalog::Value value = words->type == catalog::PropertyType::LocalizedText
                                       ? catalog::Value(named(wordsOf(*element), trimmed, language))
                                       : catalog::Value(toStdString(trimmed));
            return m_document.perform(edit::setProperty(m_document.diagram(), catalog(), one, kWordsKey,
                                                        trimmed.isEmpty() ? std::nullopt : std::optional(value)));
        }
        const Text text = named(element->name, trimmed, language);
        if (text == element->name) return true;
        return m_document.perform(edit::rename(m_document.diagram(), catalog(), one, text));
    }
    if (const diagram::Link* link = m_document.diagram().link(linkId(id))) {
        const Text text = named(link->name, trimmed, language);
        if (text == link->name) return true;
        return m_document.perform(
            edit::rename(m_document.diagram(), catalog(), edit::Selection{{}, {link->id}, {}}, text));
    }
    return false;
}

QString Editor::nameOf(const QString& id) const {
    const Language language = Preferences::instance().language();
    if (const diagram::Element* element = m_document.diagram().element(elementId(id))) {
        const catalog::Service* service = catalog().find(element->service);
        const bool words = service && service->is(catalog::Trait::Annotation) && service->property(kWordsKey);
        return toQString(words ? wordsOf(*element) : element->name, language);
    }
    if (const diagram::Link* link = m_document.diagram().link(linkId(id))) return toQString(link->name, language);
    return {};
}

QString Editor::callOf(const QString& id) const {
    return toQString(edit::callOf(m_document.diagram(), catalog(), elementId(id)), Preferences::instance().language());
}

bool Editor::selectionHas(const QString& what) const {
    const auto& elements = m_view.elements();
    if (what == "links") return !m_view.links().empty();
    if (what == "elements") return !elements.empty();
    if (what == "several") return elements.size() > 1;
    if (what == "three") return elements.size() > 2;
    if (what == "locked") // all of it
        return std::all_of(elements.begin(), elements.end(), [&](const ElementId& id) {
            const diagram::Element* element = m_document.diagram().element(id);
            return element && element->locked;
        });
    for (const ElementId& id : elements) {
        const diagram::Element* element = m_document.diagram().element(id);
        const catalog::Service* service = element ? catalog().find(element->service) : nullptr;
        if (!service) continue;
        if (what == "container" && service->is(catalog::Trait::Container)) return true;
        if (what == "zone" && service->plays(role::kZone)) return true;
        if (what == "subnet" && service->plays(role::kSubnet)) return true;
    }
    return false;
}

} // namespace sky::session
