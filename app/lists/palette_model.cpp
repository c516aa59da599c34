// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/palette_model.h"

#include "catalog/roles.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <algorithm>
#include <array>

namespace sky::lists {

namespace {

using catalog::Catalog;
using catalog::Service;
using catalog::Trait;
using session::Preferences;
using session::toQString;
using session::toStdString;

constexpr const char* kPlaces = "places";
constexpr const char* kFavourites = "favourites";
constexpr const char* kRecent = "recent";
constexpr std::string_view kSubnetPresets[] = {"public-subnet", "private-subnet"};

// What people reach for first comes first; everything else follows by name.
int rankOf(const Service& service) {
    constexpr std::array kFirst = {"cloud",
                                   "region",
                                   "az",
                                   "vpc",
                                   "subnet",
                                   "auto-scaling-group",
                                   "ec2",
                                   "lambda",
                                   "ecs",
                                   "alb",
                                   "nlb",
                                   "nat-gateway",
                                   "internet-gateway",
                                   "cloudfront",
                                   "route53",
                                   "rds",
                                   "aurora",
                                   "dynamodb",
                                   "elasticache",
                                   "s3",
                                   "ebs",
                                   "efs",
                                   "sqs",
                                   "sns",
                                   "users",
                                   "external"};
    for (std::size_t i = 0; i < kFirst.size(); ++i)
        if (service.key == kFirst[i]) return static_cast<int>(i);
    return static_cast<int>(kFirst.size());
}

bool isPlace(const Service& service) {
    namespace role = catalog::role;
    return service.is(Trait::Container) || (service.is(Trait::Group) && service.plays(role::kFleet));
}

// Configuration has no box of its own: it is made where it belongs, in the inspector.
bool isShown(const Service& service) {
    return !service.is(Trait::Config);
}

bool belongs(const Service& service, const std::string& category) {
    if (!isShown(service)) return false;
    return category == kPlaces ? isPlace(service) : service.category == category && !isPlace(service);
}

} // namespace

PaletteModel::PaletteModel(QObject* parent) : QAbstractListModel(parent) {
    Preferences& preferences = Preferences::instance();
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0), index(rowCount() - 1), {NameRole, FullNameRole, DescriptionRole});
    });
    connect(&preferences, &Preferences::favouritesChanged, this, [this] {
        if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1), {FavouriteRole});
        refillIf(kFavourites);
    });
    connect(&preferences, &Preferences::recentServicesChanged, this, [this] { refillIf(kRecent); });
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> PaletteModel::roleNames() const {
    return {{ServiceRole, "service"},   {PresetRole, "preset"},           {NameRole, "name"},
            {FullNameRole, "fullName"}, {DescriptionRole, "description"}, {FavouriteRole, "favourite"}};
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Language language = Preferences::instance().language();
    switch (role) {
    case ServiceRole:
        return toQString(row.service->key);
    case PresetRole:
        return row.preset ? toQString(row.preset->key) : QString();
    case Qt::DisplayRole:
    case NameRole:
        return toQString(row.preset ? row.preset->name : row.service->shortName, language);
    case FullNameRole:
        return toQString(row.preset ? row.preset->name : row.service->name, language);
    case DescriptionRole:
        return toQString(row.preset ? row.preset->description : row.service->description, language);
    case FavouriteRole: {
        const std::string key = row.preset ? row.service->key + "/" + row.preset->key : row.service->key;
        return Preferences::instance().favourites().contains(toQString(key));
    }
    default:
        return {};
    }
}

void PaletteModel::setCategory(const QString& category) {
    if (category == m_category) return;
    m_category = category;
    refill();
    emit categoryChanged();
}

void PaletteModel::setQuery(const QString& query) {
    if (query == m_query) return;
    m_query = query;
    refill();
    emit queryChanged();
}

void PaletteModel::setConnectFrom(const QString& service) {
    if (service == m_connectFrom) return;
    m_connectFrom = service;
    refill();
    emit connectFromChanged();
}

QString PaletteModel::nameAt(int row) const {
    return data(index(row), FullNameRole).toString();
}

QString PaletteModel::serviceAt(int row) const {
    return data(index(row), ServiceRole).toString();
}

QString PaletteModel::presetAt(int row) const {
    return data(index(row), PresetRole).toString();
}

std::vector<PaletteModel::Row> PaletteModel::wanted() const {
    const Catalog& catalog = Catalog::builtin();
    std::vector<Row> rows;
    const QString query = m_query.trimmed();
    if (!m_connectFrom.isEmpty()) {
        const Service* from = catalog.find(toStdString(m_connectFrom));
        if (!from) return rows;
        const auto fits = [&](const Service& service) {
            const std::vector<catalog::LinkKind> kinds = catalog.kindsBetween(*from, service);
            return isShown(service) && !kinds.empty() && kinds.front() != catalog::LinkKind::Plain;
        };
        if (query.isEmpty()) {
            for (const Service& service : catalog.services())
                if (fits(service)) rows.push_back({&service, nullptr});
            std::stable_sort(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return rankOf(*a.service) < rankOf(*b.service); });
        } else {
            for (const Catalog::Match& match : catalog.searchPalette(toStdString(query)))
                if (fits(*match.service)) rows.push_back({match.service, match.preset});
        }
        return rows;
    }
    if (!query.isEmpty()) {
        for (const Catalog::Match& match : catalog.searchPalette(toStdString(query)))
            if (isShown(*match.service)) rows.push_back({match.service, match.preset});
        return rows;
    }
    if (m_category == kFavourites || m_category == kRecent) {
        const QStringList keys =
            m_category == kFavourites ? Preferences::instance().favourites() : Preferences::instance().recentServices();
        for (const QString& key : keys) {
            const Service* service = catalog.find(toStdString(key.section('/', 0, 0)));
            if (!service) continue;
            Row row{service, nullptr};
            const std::string preset = toStdString(key.section('/', 1));
            for (const catalog::Preset& each : service->presets)
                if (each.key == preset) row.preset = &each;
            rows.push_back(row);
        }
        return rows;
    }
    const std::string category = toStdString(m_category);
    for (const Service& service : catalog.services()) {
        if (!belongs(service, category)) continue;
        if (service.plays(catalog::role::kSubnet)) { // whether a subnet is public is what people think of first
            for (const std::string_view key : kSubnetPresets)
                for (const catalog::Preset& preset : service.presets)
                    if (preset.key == key) rows.push_back({&service, &preset});
        } else {
            rows.push_back({&service, nullptr});
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return rankOf(*a.service) < rankOf(*b.service); });
    return rows;
}

void PaletteModel::refill() {
    std::vector<Row> rows = wanted();
    if (rows == m_rows) return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
}

void PaletteModel::refillIf(const char* category) {
    if (m_category == category && m_query.trimmed().isEmpty()) refill();
}

PaletteGroups::PaletteGroups(QObject* parent) : QAbstractListModel(parent) {
    const Catalog& catalog = Catalog::builtin();
    const auto add = [&](const std::string& key, const Text& name) {
        int count = 0;
        for (const Service& service : catalog.services())
            if (belongs(service, key)) count += service.plays(catalog::role::kSubnet) ? 2 : 1;
        if (count > 0) m_rows.push_back({key, name, count});
    };
    add(kPlaces, {"Places", "장소"});
    for (const char* first : {"compute", "containers", "network", "database", "storage"})
        if (const catalog::Category* category = catalog.category(first)) add(category->key, category->name);
    for (const catalog::Category& category : catalog.categories()) {
        const bool there =
            std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.key == category.key; });
        if (!there) add(category.key, category.name);
    }
    connect(&Preferences::instance(), &Preferences::languageChanged, this,
            [this] { emit dataChanged(index(0), index(rowCount() - 1), {NameRole}); });
}

int PaletteGroups::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> PaletteGroups::roleNames() const {
    return {{KeyRole, "key"}, {NameRole, "name"}, {CountRole, "count"}, {OpenRole, "open"}};
}

QVariant PaletteGroups::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return toQString(row.key);
    case Qt::DisplayRole:
    case NameRole:
        return toQString(row.name, Preferences::instance().language());
    case CountRole:
        return row.count;
    case OpenRole:
        return index.row() < 6;
    default:
        return {};
    }
}

} // namespace sky::lists
