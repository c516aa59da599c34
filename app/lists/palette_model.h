// SPDX-License-Identifier: GPL-3.0-or-later
// One group of the palette: the services of a category, the favourites, those used last, or what a search finds.
// Rows keep their order while they are shown; names follow the language.
#pragma once

#include "catalog/catalog.h"

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace sky::lists {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString category READ category WRITE setCategory NOTIFY categoryChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(QString connectFrom READ connectFrom WRITE setConnectFrom NOTIFY connectFromChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

  public:
    enum Role { ServiceRole = Qt::UserRole + 1, PresetRole, NameRole, FullNameRole, DescriptionRole, FavouriteRole };

    explicit PaletteModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // "places", a key of the catalog, "favourites" or "recent"; with a query the category is not looked at.
    [[nodiscard]] QString category() const { return m_category; }
    void setCategory(const QString& category);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    // Only what a link from this service can lead to: what the picker offers.
    [[nodiscard]] QString connectFrom() const { return m_connectFrom; }
    void setConnectFrom(const QString& service);
    [[nodiscard]] int count() const { return rowCount(); }
    Q_INVOKABLE [[nodiscard]] QString nameAt(int row) const;
    Q_INVOKABLE [[nodiscard]] QString serviceAt(int row) const;
    Q_INVOKABLE [[nodiscard]] QString presetAt(int row) const;

  signals:
    void categoryChanged();
    void queryChanged();
    void connectFromChanged();
    void countChanged();

  private:
    struct Row {
        const catalog::Service* service = nullptr;
        const catalog::Preset* preset = nullptr;
        friend bool operator==(const Row&, const Row&) = default;
    };
    void refill();
    void refillIf(const char* category);
    [[nodiscard]] std::vector<Row> wanted() const;

    QString m_category;
    QString m_query;
    QString m_connectFrom;
    std::vector<Row> m_rows;
};

// The groups the palette shows one below the other.
class PaletteGroups : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT

  public:
    enum Role { KeyRole = Qt::UserRole + 1, NameRole, CountRole, OpenRole };

    explicit PaletteGroups(QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

  private:
    struct Row {
        std::string key;
        Text name;
        int count = 0;
    };
    std::vector<Row> m_rows;
};

} // namespace sky::lists
