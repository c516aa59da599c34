// SPDX-License-Identifier: GPL-3.0-or-later
// Things of the diagram that a search finds: by name in both languages, id, kind and address. Best matches first.
#pragma once

#include "session/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace sky::lists {

class FindModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

  public:
    enum Role { IdRole = Qt::UserRole + 1, NameRole, KindRole, ServiceRole };

    explicit FindModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] int count() const { return rowCount(); }
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;

  signals:
    void sessionChanged();
    void queryChanged();
    void countChanged();

  private:
    void refill();

    session::Session* m_session = nullptr;
    QString m_query;
    std::vector<std::string> m_rows; // ids
};

} // namespace sky::lists
