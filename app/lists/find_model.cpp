// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/find_model.h"

#include "picture/look.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <algorithm>

namespace sky::lists {

namespace {

using session::Preferences;
using session::toQString;

constexpr std::size_t kMostRows = 200;

// 0: begins with it, 1: a word begins with it, 2: it is in there; 9: not at all.
int scoreOf(const QString& text, const QString& query) {
    const qsizetype at = text.indexOf(query, 0, Qt::CaseInsensitive);
    if (at < 0) return 9;
    if (at == 0) return 0;
    return text.at(at - 1).isLetterOrNumber() ? 2 : 1;
}

} // namespace

void FindModel::setSession(session::Session* session) {
    if (session == m_session) return;
    m_session = session;
    if (session) connect(session->document(), &session::Document::revisionChanged, this, &FindModel::refill);
    refill();
    emit sessionChanged();
}

void FindModel::setQuery(const QString& query) {
    if (query == m_query) return;
    m_query = query;
    refill();
    emit queryChanged();
}

void FindModel::refill() {
    struct Found {
        int score;
        QString name;
        std::string id;
    };
    std::vector<Found> found;
    const QString query = m_query.trimmed();
    if (m_session && !query.isEmpty()) {
        const diagram::Diagram& diagram = m_session->document()->diagram();
        const catalog::Catalog& catalog = m_session->document()->catalog();
        for (const diagram::Element& element : diagram.elements()) {
            const catalog::Service* service = catalog.find(element.service);
            int score =
                std::min(scoreOf(toQString(element.name.en), query), scoreOf(toQString(element.name.ko), query));
            score = std::min(score, scoreOf(toQString(element.id.str()), query) + 1);
            if (service)
                score = std::min({score, scoreOf(toQString(service->name.en), query) + 2,
                                  scoreOf(toQString(service->name.ko), query) + 2});
            for (const auto& [key, value] : element.properties)
                if (const std::string* text = std::get_if<std::string>(&value))
                    score = std::min(score, scoreOf(toQString(*text), query) + 3);
            if (score < 9) found.push_back({score, toQString(element.name.en), element.id.str()});
        }
        for (const diagram::Link& link : diagram.links()) {
            const int score =
                std::min(scoreOf(toQString(link.name.en), query), scoreOf(toQString(link.name.ko), query));
            if (score < 9) found.push_back({score + 1, toQString(link.name.en), link.id.str()});
        }
        std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
            return a.score != b.score ? a.score < b.score : a.name < b.name;
        });
    }
    std::vector<std::string> rows;
    for (Found& each : found)
        if (rows.size() < kMostRows) rows.push_back(std::move(each.id));
    if (rows == m_rows) {
        if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
}

int FindModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> FindModel::roleNames() const {
    return {{IdRole, "thing"}, {NameRole, "name"}, {KindRole, "kind"}, {ServiceRole, "glyph"}};
}

QVariant FindModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || !m_session) return {};
    const std::string& id = m_rows[static_cast<std::size_t>(index.row())];
    const Language language = Preferences::instance().language();
    const diagram::Diagram& diagram = m_session->document()->diagram();
    const catalog::Catalog& catalog = m_session->document()->catalog();
    const diagram::Element* element = diagram.element(ElementId(id));
    switch (role) {
    case IdRole:
        return toQString(id);
    case Qt::DisplayRole:
    case NameRole:
        if (element) return toQString(edit::callOf(diagram, catalog, element->id), language);
        if (const diagram::Link* link = diagram.link(LinkId(id))) return toQString(link->name, language);
        return {};
    case KindRole:
        if (element) {
            const catalog::Service* service = catalog.find(element->service);
            return service ? toQString(service->name, language) : toQString(element->service);
        }
        return toQString(Text{"Link", "연결"}, language);
    case ServiceRole:
        return element ? toQString(element->service) : QString();
    default:
        return {};
    }
}

QString FindModel::idAt(int row) const {
    return data(index(row), IdRole).toString();
}

} // namespace sky::lists
