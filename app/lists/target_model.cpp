// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/target_model.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

#include <algorithm>

namespace sky::lists {

namespace {

using catalog::LinkKind;
using catalog::Service;
using session::Preferences;
using session::toQString;
using session::toStdString;

constexpr std::size_t kMostRefusing = 8;
constexpr std::size_t kMostNew = 40;

std::optional<LinkKind> sensible(const catalog::Catalog& catalog, const Service& from, const Service& to) {
    for (const LinkKind kind : catalog.kindsBetween(from, to))
        if (kind != LinkKind::Plain) return kind;
    return std::nullopt;
}

bool matches(const QString& query, const Text& a, const Text& b) {
    for (const std::string* text : {&a.en, &a.ko, &b.en, &b.ko})
        if (toQString(*text).contains(query, Qt::CaseInsensitive)) return true;
    return false;
}

} // namespace

void TargetModel::setSession(session::Session* session) {
    if (session == m_session) return;
    m_session = session;
    refill();
    emit sessionChanged();
}

void TargetModel::setFrom(const QString& id) {
    if (id == m_from) return;
    m_from = id;
    refill();
    emit fromChanged();
}

void TargetModel::setQuery(const QString& query) {
    if (query == m_query) return;
    m_query = query;
    refill();
    emit queryChanged();
}

void TargetModel::setNewOnly(bool newOnly) {
    if (newOnly == m_newOnly) return;
    m_newOnly = newOnly;
    refill();
    emit newOnlyChanged();
}

void TargetModel::refill() {
    std::vector<Row> rows;
    const diagram::Element* from =
        m_session ? m_session->document()->diagram().element(session::elementId(m_from)) : nullptr;
    const Service* service = from ? m_session->document()->catalog().find(from->service) : nullptr;
    if (service) {
        const diagram::Diagram& diagram = m_session->document()->diagram();
        const catalog::Catalog& catalog = m_session->document()->catalog();
        const QString query = m_query.trimmed();
        std::vector<Row> refusing;
        if (!m_newOnly) {
            for (const diagram::Element& element : diagram.elements()) {
                const Service* to = catalog.find(element.service);
                if (!to || element.id == from->id || to->is(catalog::Trait::Annotation) ||
                    to->is(catalog::Trait::Config))
                    continue;
                const Text name = edit::callOf(diagram, catalog, element.id);
                if (!query.isEmpty() && !matches(query, name, to->name)) continue;
                if (const auto kind = sensible(catalog, *service, *to)) {
                    rows.push_back({Group::There, element.id, to, nullptr, name, catalog.linkType(*kind).name});
                } else if (!to->is(catalog::Trait::Container) && refusing.size() < kMostRefusing) {
                    const Text why =
                        to->is(catalog::Trait::Router)
                            ? Text{"reached by a route in a route table", "라우팅 테이블의 경로로 사용"}
                            : say("takes no connection from {}", "{}에서 연결할 수 없음", service->shortName);
                    refusing.push_back({Group::Refusing, element.id, to, nullptr, name, why});
                }
            }
        }
        std::size_t made = 0;
        const auto offer = [&](const Service& to, const catalog::Preset* preset) {
            if (to.is(catalog::Trait::Annotation) || to.is(catalog::Trait::Config) || made >= kMostNew) return;
            const auto kind = sensible(catalog, *service, to);
            if (!kind) return;
            ++made;
            rows.push_back(
                {Group::New, {}, &to, preset, preset ? preset->name : to.name, catalog.linkType(*kind).name});
        };
        if (query.isEmpty()) {
            for (const Service& to : catalog.services()) offer(to, nullptr);
        } else {
            for (const catalog::Catalog::Match& match : catalog.searchPalette(toStdString(query)))
                offer(*match.service, match.preset);
        }
        rows.insert(rows.end(), refusing.begin(), refusing.end());
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
}

int TargetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> TargetModel::roleNames() const {
    return {{GlyphRole, "glyph"}, {PresetRole, "variety"},    {NameRole, "name"},
            {DetailRole, "why"},  {HeadingRole, "groupName"}, {PossibleRole, "open"}};
}

QVariant TargetModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto at = static_cast<std::size_t>(index.row());
    const Row& row = m_rows[at];
    const Language language = Preferences::instance().language();
    switch (role) {
    case GlyphRole:
        return toQString(row.service->key);
    case PresetRole:
        return row.preset ? toQString(row.preset->key) : QString();
    case Qt::DisplayRole:
    case NameRole:
        return toQString(row.name, language);
    case DetailRole:
        return toQString(row.detail, language);
    case HeadingRole: {
        if (at > 0 && m_rows[at - 1].group == row.group) return QString();
        const Text heading = row.group == Group::There ? Text{"On the canvas", "캔버스에 있음"}
                             : row.group == Group::New ? Text{"New", "새로 만들기"}
                                                       : Text{"Not from here", "연결할 수 없음"};
        return toQString(heading, language);
    }
    case PossibleRole:
        return row.group != Group::Refusing;
    default:
        return {};
    }
}

QString TargetModel::take(int at, double pageX, double pageY) {
    if (at < 0 || at >= rowCount()) return {};
    const Row row = m_rows[static_cast<std::size_t>(at)];
    const ElementId from = session::elementId(m_from);
    if (row.group == Group::Refusing) return {};
    if (row.group == Group::There) {
        m_session->editor()->connect(from, row.element);
        return toQString(row.element.str());
    }
    const Point point{static_cast<std::int32_t>(pageX), static_cast<std::int32_t>(pageY)};
    const ElementId made = m_session->editor()->placeAndConnect(from, row.service->key,
                                                                row.preset ? row.preset->key : std::string(), point);
    return toQString(made.str());
}

} // namespace sky::lists
