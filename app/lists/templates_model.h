// SPDX-License-Identifier: GPL-3.0-or-later
// The sample architectures one can begin with, first the blank canvas.
#pragma once

#include "session/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace sky::lists {

class TemplatesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ rows NOTIFY queryChanged)

  public:
    enum Role { KeyRole = Qt::UserRole + 1, NameRole, DescriptionRole };

    explicit TemplatesModel(QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int rows() const { return rowCount(); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    // Puts the template into the document; an empty key: the blank canvas.
    Q_INVOKABLE bool start(const QString& key, sky::session::Document* document) const;

  signals:
    void queryChanged();

  private:
    struct Row {
        QString key;
        Text name;
        Text description;
    };
    void refill();
    std::vector<Row> m_all;
    std::vector<Row> m_rows;
    QString m_query;
};

} // namespace sky::lists
