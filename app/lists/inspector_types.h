// SPDX-License-Identifier: GPL-3.0-or-later
// A table of instance types, database classes or cache node types to pick from: searched, sorted, with what a month of
// one costs in the Region the selection stands in.
#pragma once

#include "session/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace sky::lists {

class InspectorTypes : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString table READ table WRITE setTable NOTIFY tableChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(Order sortedBy READ sortedBy WRITE setSortedBy NOTIFY sortingChanged)
    Q_PROPERTY(bool descending READ descending WRITE setDescending NOTIFY sortingChanged)
    Q_PROPERTY(QString region READ region NOTIFY regionChanged) // whose prices are shown
    Q_PROPERTY(int count READ count NOTIFY countChanged)

  public:
    enum class Order { ByType, ByVcpus, ByMemory, ByPrice };
    Q_ENUM(Order)
    enum Role { TypeRole = Qt::UserRole + 1, VcpusRole, MemoryRole, PriceRole, NoteRole };

    explicit InspectorTypes(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] QString table() const { return m_table; }
    void setTable(const QString& table);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] Order sortedBy() const { return m_sortedBy; }
    void setSortedBy(Order order);
    [[nodiscard]] bool descending() const { return m_descending; }
    void setDescending(bool descending);
    [[nodiscard]] QString region() const;
    [[nodiscard]] int count() const { return rowCount(); }
    Q_INVOKABLE [[nodiscard]] QString typeAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& type) const;
    Q_INVOKABLE void look(); // at what is selected now: its Region and engine

  signals:
    void sessionChanged();
    void tableChanged();
    void queryChanged();
    void sortingChanged();
    void regionChanged();
    void countChanged();

  private:
    void refill();
    [[nodiscard]] std::optional<std::int64_t> priceOf(const catalog::InstanceType& type) const; // nano-USD an hour

    session::Session* m_session = nullptr;
    QString m_table;
    QString m_query;
    Order m_sortedBy = Order::ByType;
    bool m_descending = false;
    std::string m_region;
    std::string m_engine;
    std::vector<const catalog::InstanceType*> m_rows;
};

} // namespace sky::lists
