// SPDX-License-Identifier: GPL-3.0-or-later
// Projects that a program which no longer runs has left unsaved.
#pragma once

#include "store/recovery.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace sky::lists {

class RecoveryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

  public:
    enum Role { NameRole = Qt::UserRole + 1, WhatRole, FileRole, PathRole, DamagedRole };

    explicit RecoveryModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    Q_INVOKABLE int look(); // how many there are
    Q_INVOKABLE void discard(int row);

  signals:
    void countChanged();

  private:
    std::vector<store::Recoverable> m_rows;
};

} // namespace sky::lists
