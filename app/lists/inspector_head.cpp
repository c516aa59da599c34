// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_head.h"

#include "catalog/roles.h"
#include "edit/properties.h"
#include "session/preferences.h"
#include "session/text_bridge.h"
#include "topology/words.h"

#include <map>

namespace sky::lists {

namespace {

using catalog::Trait;
using session::Preferences;
using session::toQString;
using session::toStdString;
using topology::Topology;

Text text(const QString& of) {
    return {toStdString(of), {}};
}

// "Subnet in shop-vpc, ap-northeast-2c"
QString kindAndPlaceOf(const Topology& topology, const diagram::Element& element, const catalog::Service* service, const Speech& speech) {
    const topology::Placement& at = topology.placement(element.id);
    const QString kind = service ? speech(service->shortName) : toQString(element.service);
    // Rules and references call what has no name by its id.
    const QString called = element.name.empty() ? speech(say(" · id {}", " · ID {}", element.id.str())) : QString();
    ElementId inside = at.subnet != element.id && !at.subnet.empty()             ? at.subnet
                       : at.vpc != element.id && !at.vpc.empty()                 ? at.vpc
                       : at.onPremises != element.id && !at.onPremises.empty()   ? at.onPremises
                       : at.region != element.id && !at.region.empty()           ? at.region
                                                                                 : ElementId();
    QStringList where;
    if (!inside.empty()) where.append(nameOfThing(inside.str(), speech));
    const bool zoned = at.zone && !at.zone->letter.empty();
    if (zoned) where.append(at.zone->region.empty() ? toQString(at.zone->letter) : toQString(at.zone->region + at.zone->letter));
    else if (!at.regionCode.empty() && inside != at.region) where.append(toQString(at.regionCode));
    if (where.isEmpty()) return kind + called;
    return speech(say("{} in {}", "{} · {}", text(kind), text(where.join(", ")))) + called;
}

} // namespace

InspectorHead::InspectorHead(QObject* parent) : QObject(parent) {
    connect(&Preferences::instance(), &Preferences::languageChanged, this, &InspectorHead::refresh);
    connect(&m_watch, &SubjectWatch::stale, this, &InspectorHead::refresh);
}

void InspectorHead::setSession(session::Session* session) {
    if (!m_watch.watch(session)) return;
    m_session = session;
    refresh();
    emit sessionChanged();
}

void InspectorHead::refresh() {
    for (QString* each : {&m_about, &m_id, &m_service, &m_name, &m_called, &m_english, &m_korean, &m_kindAndPlace, &m_fact, &m_factIcon,
                          &m_description, &m_page})
        each->clear();
    if (m_session) {
        const InspectorSubject subject(*m_session);
        const Speech speech = subject.speech();
        if (subject.isProject()) {
            m_about = "project";
            const Text& name = subject.diagram().project().name;
            m_name = speech(name);
            m_english = toQString(name.en);
            m_korean = toQString(name.ko);
            m_called = m_session->document()->title();
            m_kindAndPlace = speech(say("Project · {} things, {} links", "프로젝트 · 요소 {}개, 연결 {}개",
                                        m_session->document()->elementCount(), m_session->document()->linkCount()));
        } else if (const diagram::Element* element = subject.onlyElement()) {
            describeElement(subject, *element);
        } else if (const diagram::Link* link = subject.onlyLink()) {
            describeLink(subject, *link);
        } else {
            m_about = "several";
            m_called = speech(say("{} selected", "{}개 선택", static_cast<std::uint64_t>(subject.count())));
            std::map<std::string, int> kinds; // by what they are called, so that the order is the reader's
            for (const ElementId& id : subject.things().elements) {
                const std::string& key = subject.diagram().element(id)->service;
                const catalog::Service* service = subject.catalog().find(key);
                ++kinds[service ? service->shortName.in(speech.language) : key];
            }
            if (!subject.things().links.empty())
                kinds[speech(say("links", "연결")).toStdString()] = static_cast<int>(subject.things().links.size());
            QStringList words;
            for (const auto& [kind, count] : kinds) words.append(QString::number(count) + " " + toQString(kind));
            m_kindAndPlace = words.join(", ");
            if (const catalog::Service* service = subject.service()) m_service = toQString(service->key);
        }
    }
    emit changed();
}

void InspectorHead::describeElement(const InspectorSubject& subject, const diagram::Element& element) {
    const Speech speech = subject.speech();
    const Topology& topology = subject.topology();
    const catalog::Service* service = subject.catalog().find(element.service);
    m_about = "element";
    m_id = toQString(element.id.str());
    m_service = toQString(element.service);
    m_name = speech(element.name);
    m_english = toQString(element.name.en);
    m_korean = toQString(element.name.ko);
    m_called = speech(edit::callOf(subject.diagram(), subject.catalog(), element.id));
    m_kindAndPlace = kindAndPlaceOf(topology, element, service, speech);
    if (!service) {
        m_fact = speech(say("The catalog does not know this service; it is kept as it is.", "카탈로그에 없는 서비스이며 그대로 보관합니다."));
        m_factIcon = "info";
        return;
    }
    m_description = speech(service->name) + "\n" + speech(service->description);
    m_page = toQString(service->page);
    if (!topology.diagram().element(element.id)) return;
    m_factIcon = "info";
    if (service->plays(catalog::role::kSubnet)) {
        const topology::SubnetExposure exposure = topology.exposure(element.id);
        m_fact = speech(topology::describe(topology, exposure));
        m_factIcon = exposure.exposure == topology::Exposure::Public ? "open" : "lock";
        if (exposure.exposure == topology::Exposure::Public) m_factIcon = "link";
    } else if (topology.pictures(element.id)) {
        const std::optional<topology::Part> part = topology.picturedPart(element.id);
        const Text fleet = text(nameOfThing(part ? part->element.str() : std::string(), speech));
        m_fact = part ? speech(say("Pictures one instance of {}; it adds no capacity.", "{}의 인스턴스 하나를 나타내며 용량을 더하지 않습니다.", fleet))
                      : speech(say("Pictures an instance of a group that has none left.", "남은 인스턴스가 없는 그룹의 인스턴스를 나타냅니다."));
    } else if (service->is(Trait::Eni) && topology.securityGroups(element.id).origin == topology::Origin::Assumed) {
        m_fact = speech(say("No security group: assumed to admit what its links need.", "보안 그룹이 없어 연결에 필요한 만큼 허용한다고 가정합니다."));
    } else if (service->plays(catalog::role::kVolume) || service->plays(catalog::role::kAddress)) {
        const ElementId holder = topology.holder(element.id);
        m_fact = holder.empty() ? speech(say("Attached to nothing, and billed.", "연결된 대상이 없지만 요금이 청구됩니다."))
                                : speech(say("Attached to {}.", "{}에 연결되어 있습니다.", text(nameOfThing(holder.str(), speech))));
    }
}

void InspectorHead::describeLink(const InspectorSubject& subject, const diagram::Link& link) {
    const Speech speech = subject.speech();
    const catalog::LinkType& type = subject.catalog().linkType(kindOf(subject.diagram(), subject.catalog(), link));
    m_about = "link";
    m_id = toQString(link.id.str());
    m_name = speech(link.name);
    m_english = toQString(link.name.en);
    m_korean = toQString(link.name.ko);
    m_called = nameOfThing(link.from.str(), speech) + " → " + nameOfThing(link.to.str(), speech);
    m_kindAndPlace = link.name.empty() ? speech(type.name) : speech(type.name) + " · " + m_called;
    m_description = speech(type.description);
    if (!subject.topology().diagram().link(link.id)) return;
    const topology::LinkMeaning meaning = subject.topology().meaning(link.id);
    if (!meaning.carriesRequests) return;
    m_factIcon = "info";
    const Text opener = text(nameOfThing(meaning.opener().str(), speech));
    if (meaning.port.known() && !meaning.port.value.empty())
        m_fact = speech(say("{} opens the connection, to port {}.", "{}이(가) {}번 포트로 연결을 엽니다.", opener, meaning.port.value));
    else
        m_fact = speech(say("{} opens the connection.", "{}이(가) 연결을 엽니다.", opener));
}

bool InspectorHead::rename(const QString& name) {
    if (!m_session || m_about == "several") return false;
    if (!m_id.isEmpty()) return m_session->editor()->rename(m_id, name);
    // Of the project: the language shown is changed; what has one name for both keeps one.
    if (Preferences::instance().korean() && !m_korean.isEmpty()) return renameIn(m_english, name);
    return renameIn(name, m_korean);
}

bool InspectorHead::renameIn(const QString& english, const QString& korean) {
    if (!m_session) return false;
    const InspectorSubject subject(*m_session);
    Text name{toStdString(english.trimmed()), toStdString(korean.trimmed())};
    if (name.en.empty() && !name.ko.empty()) std::swap(name.en, name.ko);
    if (name.ko == name.en) name.ko.clear();
    session::Document& document = *m_session->document();
    if (subject.isProject()) {
        if (name == subject.diagram().project().name) return true;
        return document.perform(edit::renameProject(subject.diagram(), subject.catalog(), name));
    }
    if (const diagram::Element* element = subject.onlyElement(); element && element->name == name) return true;
    if (const diagram::Link* link = subject.onlyLink(); link && link->name == name) return true;
    return document.perform(edit::rename(subject.diagram(), subject.catalog(), subject.things(), name));
}

} // namespace sky::lists
