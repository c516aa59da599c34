// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/templates_model.h"

#include "session/preferences.h"
#include "session/sample_projects.h"
#include "session/text_bridge.h"

namespace sky::lists {

using session::Preferences;
using session::toQString;

TemplatesModel::TemplatesModel(QObject* parent) : QAbstractListModel(parent) {
    m_all.push_back({{}, {"Blank canvas", "빈 캔버스"}, {"Start from nothing", "처음부터 시작합니다"}});
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    for (const QString& key : session::templateKeys()) {
        const Result<diagram::Diagram> project = session::readTemplate(key, catalog);
        if (!project) continue;
        Text description;
        if (const catalog::Value* value = project->project().properties.find("description")) {
            if (const Text* both = std::get_if<Text>(value))
                description = *both;
            else if (const std::string* one = std::get_if<std::string>(value))
                description = {*one, {}};
        }
        if (description.empty())
            description =
                say("{} things, {} links", "요소 {}개, 연결 {}개", project->elements().size(), project->links().size());
        const Text& name = project->project().name;
        m_all.push_back({key, name.empty() ? Text{session::toStdString(key), {}} : name, description});
    }
    m_rows = m_all;
    connect(&Preferences::instance(), &Preferences::languageChanged, this, [this] {
        if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
    });
}

void TemplatesModel::setQuery(const QString& query) {
    if (query == m_query) return;
    m_query = query;
    refill();
    emit queryChanged();
}

void TemplatesModel::refill() {
    beginResetModel();
    m_rows.clear();
    const QString wanted = m_query.trimmed();
    for (const Row& row : m_all) {
        bool found = wanted.isEmpty() || row.key.contains(wanted, Qt::CaseInsensitive);
        for (const std::string* text : {&row.name.en, &row.name.ko, &row.description.en, &row.description.ko})
            found = found || toQString(*text).contains(wanted, Qt::CaseInsensitive);
        if (found) m_rows.push_back(row);
    }
    endResetModel();
}

int TemplatesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> TemplatesModel::roleNames() const {
    return {{KeyRole, "key"}, {NameRole, "name"}, {DescriptionRole, "description"}};
}

QVariant TemplatesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Language language = Preferences::instance().language();
    switch (role) {
    case KeyRole:
        return row.key;
    case Qt::DisplayRole:
    case NameRole:
        return toQString(row.name, language);
    case DescriptionRole:
        return toQString(row.description, language);
    default:
        return {};
    }
}

bool TemplatesModel::start(const QString& key, session::Document* document) const {
    if (key.isEmpty()) {
        document->startBlank();
        return true;
    }
    Result<diagram::Diagram> project = session::readTemplate(key, document->catalog());
    if (!project) return false;
    document->startNew(*std::move(project));
    return true;
}

} // namespace sky::lists
