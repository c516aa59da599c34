// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_rules.h"

#include "catalog/roles.h"
#include "lists/inspector_options.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <QVariantMap>

#include <algorithm>

namespace sky::lists {

namespace {

using catalog::Property;
using catalog::PropertyType;
using catalog::Record;
using catalog::Records;
using session::Preferences;
using session::toQString;
using session::toStdString;

bool picksOnly(const Property& field) {
    return field.type == PropertyType::Choice || field.type == PropertyType::Bool ||
           (field.type == PropertyType::Reference && !field.orCidr);
}

// How much of the table's width a column takes.
int weightOf(const Property& field) {
    switch (field.type) {
    case PropertyType::Cidr:
    case PropertyType::Reference: return 5;
    case PropertyType::Text: return 4;
    case PropertyType::Integer:
    case PropertyType::Bool: return 2;
    default: return 3;
    }
}

} // namespace

InspectorRules::InspectorRules(QObject* parent) : QAbstractListModel(parent) {
    connect(&Preferences::instance(), &Preferences::languageChanged, this, [this] {
        if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
        emit columnsChanged();
        refresh();
    });
}

void InspectorRules::setSession(session::Session* session) {
    if (session == m_session) return;
    if (m_session) {
        m_session->document()->disconnect(this);
        m_session->jobs()->disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(session->document(), &session::Document::changed, this, &InspectorRules::refresh);
        connect(session->document(), &session::Document::replaced, this, &InspectorRules::refresh);
        connect(session->jobs(), &session::Jobs::sceneChanged, this, &InspectorRules::refresh);
    }
    emit sessionChanged();
    emit columnsChanged();
    refresh();
}

void InspectorRules::setOwners(const QStringList& owners) {
    if (owners == m_owners) return;
    m_owners = owners;
    m_draft.reset();
    emit ownersChanged();
    emit columnsChanged();
    refresh();
}

void InspectorRules::setKey(const QString& key) {
    if (key == m_key) return;
    m_key = key;
    m_draft.reset();
    emit keyChanged();
    emit columnsChanged();
    refresh();
}

InspectorSubject InspectorRules::subject() const {
    edit::Selection things;
    for (const QString& id : m_owners) {
        if (m_session->document()->diagram().element(session::elementId(id))) things.elements.push_back(session::elementId(id));
        else things.links.push_back(session::linkId(id));
    }
    return {*m_session, std::move(things)};
}

const Property* InspectorRules::property() const {
    if (!m_session || m_owners.isEmpty() || m_key.isEmpty()) return nullptr;
    const InspectorSubject its = subject();
    if (its.isProject()) return nullptr;
    for (const Property* each : its.properties())
        if (each->key == toStdString(m_key)) return each;
    return nullptr;
}

const Property* InspectorRules::field(const std::string& key) const {
    const Property* its = property();
    if (!its) return nullptr;
    const auto at = std::find_if(its->fields.begin(), its->fields.end(), [&](const Property& f) { return f.key == key; });
    return at == its->fields.end() ? nullptr : &*at;
}

// The VPC's own ranges are local in each of its route tables.
std::vector<InspectorRules::Row> InspectorRules::lockedRows() const {
    std::vector<Row> rows;
    const InspectorSubject its = subject();
    const diagram::Element* table = its.onlyElement();
    const topology::Topology& topology = its.topology();
    if (!table || !topology.plays(table->id, catalog::role::kRouteTable) || !field("to") || !field("via")) return rows;
    const ElementId vpc = topology.placement(table->id).vpc;
    const topology::AddressSetting cidr = topology.cidr(vpc);
    if (vpc.empty() || !cidr.known()) return rows;
    Row row;
    row.locked = true;
    row.record.set("to", cidr.value);
    row.record.set("via", std::string("local"));
    rows.push_back(row);
    return rows;
}

void InspectorRules::refresh() {
    const Property* its = property();
    if (!its) return show({});
    std::vector<Row> rows = lockedRows();
    const catalog::Value* first = nullptr;
    bool any = false;
    m_several = false;
    subject().forEachValue(its->key, [&](const catalog::Value* value) {
        if (any && !(value == first || (value && first && *value == *first))) m_several = true;
        if (!any) first = value;
        any = true;
    });
    const Speech speech = subject().speech();
    m_unset = its->byDefault           ? speech(say("Not set: this is what AWS makes.", "미설정: AWS가 만드는 기본값입니다."))
              : its->whenUnset.empty() ? speech(say("Not set", "미설정"))
                                       : speech(say("Not set · ", "미설정 · ")) + speech(its->whenUnset);
    const catalog::Value* value = first;
    if (!value && its->byDefault) value = &*its->byDefault;
    m_byDefault = !first;
    if (!m_several && value)
        if (const auto* held = std::get_if<Records>(value))
            for (const Record& record : *held) rows.push_back({record, false, false});
    if (m_draft && !m_several) rows.push_back({*m_draft, false, true});
    show(std::move(rows));
}

void InspectorRules::show(std::vector<Row> rows) {
    // Same number of rows: the cells change, and the one being edited keeps its focus.
    if (rows.size() == m_rows.size()) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool same = rows[i] == m_rows[i];
            m_rows[i] = std::move(rows[i]);
            // Names of what a rule points at may have changed, so cells are told of in any case but the draft's.
            if (!same || !m_rows[i].draft) emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
        }
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    emit statusChanged();
}

int InspectorRules::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> InspectorRules::roleNames() const {
    return {{LockedRole, "locked"}, {DraftRole, "draft"}, {CellsRole, "cells"}};
}

QVariant InspectorRules::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case LockedRole: return row.locked;
    case DraftRole: return row.draft;
    case CellsRole: return cellsOf(row);
    case Qt::DisplayRole: {
        QStringList words;
        const QVariantList cells = cellsOf(row);
        for (const QVariant& cell : cells) words.append(cell.toMap()["shown"].toString());
        return words.join(", ");
    }
    default: return {};
    }
}

// [{value, shown, set}], in the order of the columns. What a record leaves unset shows its default.
QVariantList InspectorRules::cellsOf(const Row& row) const {
    QVariantList cells;
    const Property* its = property();
    if (!its) return cells;
    const Speech speech = subject().speech();
    for (const Property& column : its->fields) {
        const catalog::Scalar* scalar = row.record.find(column.key);
        QString label;
        if (scalar) label = lists::shown(column, *scalar, speech);
        else if (column.byDefault) label = lists::shown(column, *column.byDefault, speech);
        cells.append(QVariantMap{{"value", scalar ? toQString(catalog::toText(*scalar)) : QString()},
                                 {"shown", label},
                                 {"set", scalar != nullptr}});
    }
    return cells;
}

QVariantList InspectorRules::columns() const {
    QVariantList columns;
    const Property* its = property();
    if (!its) return columns;
    const Speech speech = subject().speech();
    for (const Property& each : its->fields)
        columns.append(QVariantMap{{"key", toQString(each.key)},
                                   {"label", speech(each.label)},
                                   {"help", speech(each.help)},
                                   {"picks", picksOnly(each)},
                                   {"offers", picksOnly(each) || each.type == PropertyType::Reference || !each.words.empty()},
                                   {"required", each.required},
                                   {"weight", weightOf(each)}});
    return columns;
}

bool InspectorRules::single() const {
    const Property* its = property();
    return its && its->most == 1;
}

bool InspectorRules::hasDefault() const {
    const Property* its = property();
    return its && (its->byDefault || single());
}

QString InspectorRules::draftFlaw() const {
    const Property* its = property();
    if (!its || !m_draft) return {};
    const Speech speech = subject().speech();
    QStringList missing;
    for (const Property& each : its->fields)
        if (each.required && !m_draft->find(each.key)) missing.append(speech(each.label));
    if (missing.isEmpty()) return {};
    return speech(say("Still to fill in: {}.", "더 입력할 항목: {}.", toStdString(missing.join(", "))));
}

QVariantMap InspectorRules::check(const QString& column, const QString& text) const {
    QVariantMap answer{{"ok", true}, {"error", QString()}, {"nearest", QString()}, {"nearestIs", QString()}};
    const Property* its = field(toStdString(column));
    const std::string typed = toStdString(text.trimmed());
    if (!its || typed.empty()) return answer;
    const Speech speech = subject().speech();
    const Checked checked = lists::check(*its, typed);
    if (checked.value) return answer;
    answer["ok"] = false;
    answer["error"] = speech(checked.error);
    answer["nearest"] = toQString(checked.nearest);
    return answer;
}

QVariantList InspectorRules::options(const QString& column) const {
    const Property* its = field(toStdString(column));
    if (!its) return {};
    const InspectorSubject things = subject();
    const ElementId near = things.things().elements.empty() ? ElementId() : things.things().elements.front();
    return toVariants(optionsFor(*its, near, things.speech(), things.topology()));
}

Records InspectorRules::records() const {
    Records records;
    for (const Row& row : m_rows)
        if (!row.locked && !row.draft) records.push_back(row.record);
    return records;
}

bool InspectorRules::put(const Records& records) {
    return subject().set(toStdString(m_key), catalog::Value(records));
}

bool InspectorRules::setCell(int row, const QString& column, const QString& text) {
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].locked) return false;
    const std::string key = toStdString(column);
    const Property* its = field(key);
    const std::string typed = toStdString(text.trimmed());
    if (!its) return false;
    Record record = m_rows[static_cast<std::size_t>(row)].record;
    const bool draft = m_rows[static_cast<std::size_t>(row)].draft;
    if (typed.empty()) {
        if (its->required && !draft) return false;
        record.unset(key);
    } else {
        const Checked checked = lists::check(*its, typed);
        if (!checked.value) return false;
        record.set(key, *checked.value);
    }
    if (record == m_rows[static_cast<std::size_t>(row)].record) return true;
    Records all = records();
    if (!draft) {
        const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& each) { return !each.locked; });
        all[static_cast<std::size_t>(row - (first - m_rows.begin()))] = record;
        return put(all);
    }
    all.push_back(record);
    const Property* whole = property();
    if (!catalog::validate(*whole, catalog::Value(Records{record}))) {
        m_draft = std::move(record);
        refresh();
        return true;
    }
    m_draft.reset();
    return put(all);
}

void InspectorRules::addRow() {
    const Property* its = property();
    if (!its || m_draft || m_several) return;
    Record record;
    // Numbers are given in steps, as AWS's console does, so that rules can be put between.
    for (const Property& each : its->fields) {
        if (each.type != PropertyType::Integer || !each.required || each.key != "number") continue;
        std::int64_t highest = 0;
        const Records all = records();
        for (const Record& other : all)
            if (const catalog::Scalar* scalar = other.find(each.key))
                if (const Quantity* number = std::get_if<Quantity>(scalar)) highest = std::max(highest, number->amount);
        const std::int64_t next = (highest / 100 + 1) * 100;
        if (!each.most || next <= *each.most) record.set(each.key, Quantity{next, Unit::Count});
    }
    const bool complete = catalog::validate(*its, catalog::Value(Records{record})).ok() && !record.fields.empty();
    if (complete && std::none_of(its->fields.begin(), its->fields.end(), [](const Property& f) { return f.required && f.key != "number"; })) {
        Records all = records();
        all.push_back(record);
        put(all);
        return;
    }
    m_draft = std::move(record);
    refresh();
}

void InspectorRules::removeRow(int row) {
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].locked) return;
    if (m_rows[static_cast<std::size_t>(row)].draft) {
        m_draft.reset();
        return refresh();
    }
    Records all = records();
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& each) { return !each.locked; });
    all.erase(all.begin() + (row - (first - m_rows.begin())));
    if (all.empty() && !property()->byDefault) return unsetAll();
    put(all);
}

void InspectorRules::moveRow(int row, int by) {
    const int to = row + by;
    if (row < 0 || to < 0 || row >= rowCount() || to >= rowCount()) return;
    for (const int each : {row, to})
        if (m_rows[static_cast<std::size_t>(each)].locked || m_rows[static_cast<std::size_t>(each)].draft) return;
    Records all = records();
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& each) { return !each.locked; }) - m_rows.begin();
    std::swap(all[static_cast<std::size_t>(row - first)], all[static_cast<std::size_t>(to - first)]);
    put(all);
}

void InspectorRules::unsetAll() {
    m_draft.reset();
    if (property()) subject().set(toStdString(m_key), std::nullopt);
    refresh();
}

} // namespace sky::lists
