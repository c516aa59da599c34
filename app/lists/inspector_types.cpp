// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_types.h"

#include "session/text_bridge.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

namespace sky::lists {

namespace {

using catalog::InstanceType;
using session::toQString;
using session::toStdString;

constexpr double kHoursPerMonth = 730; // as AWS's price pages count
constexpr const char* kOtherwise = "us-east-1";

// "m6i.2xlarge" comes after "m6i.xlarge": by family, then by size.
auto orderOf(const InstanceType& type) {
    return std::tuple(type.family, type.vcpus, type.memoryBytes, type.type);
}

} // namespace

void InspectorTypes::setSession(session::Session* session) {
    if (session == m_session) return;
    m_session = session;
    emit sessionChanged();
    look();
}

void InspectorTypes::setTable(const QString& table) {
    if (table == m_table) return;
    m_table = table;
    emit tableChanged();
    refill();
}

void InspectorTypes::setQuery(const QString& query) {
    if (query == m_query) return;
    m_query = query;
    emit queryChanged();
    refill();
}

void InspectorTypes::setSortedBy(Order order) {
    if (order == m_sortedBy) return;
    m_sortedBy = order;
    emit sortingChanged();
    refill();
}

void InspectorTypes::setDescending(bool descending) {
    if (descending == m_descending) return;
    m_descending = descending;
    emit sortingChanged();
    refill();
}

void InspectorTypes::look() {
    m_region = kOtherwise;
    m_engine.clear();
    if (m_session && !m_session->view()->elements().empty()) {
        const ElementId& lead = m_session->view()->elements().front();
        const topology::Topology& topology = m_session->jobs()->topology();
        if (const std::string& code = topology.placement(lead).regionCode; !code.empty()) m_region = code;
        if (const std::string* engine = topology.property(lead, "engine").text()) m_engine = *engine;
    }
    emit regionChanged();
    refill();
}

QString InspectorTypes::region() const {
    return toQString(m_region);
}

std::optional<std::int64_t> InspectorTypes::priceOf(const InstanceType& type) const {
    auto at = type.nanoUsdPerHour.find(m_region);
    if (at == type.nanoUsdPerHour.end()) at = type.nanoUsdPerHour.find(m_region + "/" + m_engine);
    return at == type.nanoUsdPerHour.end() ? std::nullopt : std::optional(at->second);
}

void InspectorTypes::refill() {
    beginResetModel();
    m_rows.clear();
    if (m_session) {
        const std::string words = toStdString(m_query.trimmed().toLower());
        for (const InstanceType& type : m_session->document()->catalog().types(toStdString(m_table)))
            if (words.empty() || type.type.find(words) != std::string::npos || type.architecture.find(words) != std::string::npos)
                m_rows.push_back(&type);
        // What has no price comes last, whichever way round.
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](const InstanceType* a, const InstanceType* b) {
            const InstanceType* less = m_descending ? b : a;
            const InstanceType* more = m_descending ? a : b;
            if (m_sortedBy == Order::ByVcpus && a->vcpus != b->vcpus) return less->vcpus < more->vcpus;
            if (m_sortedBy == Order::ByMemory && a->memoryBytes != b->memoryBytes) return less->memoryBytes < more->memoryBytes;
            if (m_sortedBy == Order::ByPrice) {
                const auto mine = priceOf(*a);
                const auto other = priceOf(*b);
                if (mine.has_value() != other.has_value()) return mine.has_value();
                if (mine != other) return *priceOf(*less) < *priceOf(*more);
            }
            if (m_sortedBy != Order::ByType) return orderOf(*a) < orderOf(*b);
            return orderOf(*less) < orderOf(*more);
        });
    }
    endResetModel();
    emit countChanged();
}

int InspectorTypes::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> InspectorTypes::roleNames() const {
    return {{TypeRole, "type"}, {VcpusRole, "vcpus"}, {MemoryRole, "memory"}, {PriceRole, "price"}, {NoteRole, "note"}};
}

QVariant InspectorTypes::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const InstanceType& type = *m_rows[static_cast<std::size_t>(index.row())];
    const QLocale locale(QLocale::English);
    switch (role) {
    case Qt::DisplayRole:
    case TypeRole: return toQString(type.type);
    case VcpusRole: return QString::number(type.vcpus);
    case MemoryRole: {
        const double gib = static_cast<double>(type.memoryBytes) / (1024.0 * 1024 * 1024);
        return QString::number(gib, 'g', 6);
    }
    case PriceRole: {
        const std::optional<std::int64_t> price = priceOf(type);
        if (!price) return QStringLiteral("–");
        return locale.toString(static_cast<double>(*price) / 1e9 * kHoursPerMonth, 'f', 2);
    }
    case NoteRole: return toQString(type.architecture);
    default: return {};
    }
}

QString InspectorTypes::typeAt(int row) const {
    return row >= 0 && row < rowCount() ? toQString(m_rows[static_cast<std::size_t>(row)]->type) : QString();
}

int InspectorTypes::rowOf(const QString& type) const {
    for (int i = 0; i < rowCount(); ++i)
        if (typeAt(i) == type) return i;
    return -1;
}

} // namespace sky::lists
