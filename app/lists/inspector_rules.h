// SPDX-License-Identifier: GPL-3.0-or-later
// A rule table: the records of one property (rules of a security group or network ACL, routes, listeners …), a row each.
// Rows AWS adds by itself are locked. A new row is kept here until what it must have is typed; then it is given to the
// document as one step. While the property is unset its default rows are shown; the first change makes them its own.
#pragma once

#include "lists/inspector_subject.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace sky::lists {

class InspectorRules : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QStringList owners READ owners WRITE setOwners NOTIFY ownersChanged)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)
    Q_PROPERTY(QVariantList columns READ columns NOTIFY columnsChanged) // [{key, label, help, options, weight}]
    Q_PROPERTY(bool single READ single NOTIFY columnsChanged)    // at most one record: a form rather than a table
    Q_PROPERTY(bool several READ several NOTIFY statusChanged)   // the things have different tables
    Q_PROPERTY(bool byDefault READ byDefault NOTIFY statusChanged) // shows what holds while it is unset
    Q_PROPERTY(bool hasDefault READ hasDefault NOTIFY columnsChanged) // there is something to go back to
    Q_PROPERTY(QString unset READ unset NOTIFY statusChanged)    // said when there is no row
    Q_PROPERTY(QString draftFlaw READ draftFlaw NOTIFY statusChanged) // what the new row still lacks

  public:
    enum Role { LockedRole = Qt::UserRole + 1, DraftRole, CellsRole };

    explicit InspectorRules(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] QStringList owners() const { return m_owners; }
    void setOwners(const QStringList& owners);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString& key);
    [[nodiscard]] QVariantList columns() const;
    [[nodiscard]] bool single() const;
    [[nodiscard]] bool hasDefault() const;
    [[nodiscard]] bool several() const { return m_several; }
    [[nodiscard]] bool byDefault() const { return m_byDefault; }
    [[nodiscard]] QString unset() const { return m_unset; }
    [[nodiscard]] QString draftFlaw() const;

    Q_INVOKABLE [[nodiscard]] QVariantMap check(const QString& column, const QString& text) const; // as InspectorModel's
    Q_INVOKABLE [[nodiscard]] QVariantList options(const QString& column) const;
    Q_INVOKABLE bool setCell(int row, const QString& column, const QString& text); // empty: unset
    Q_INVOKABLE void addRow();
    Q_INVOKABLE void removeRow(int row);
    Q_INVOKABLE void moveRow(int row, int by);
    Q_INVOKABLE void unsetAll(); // back to the default

  signals:
    void sessionChanged();
    void ownersChanged();
    void keyChanged();
    void columnsChanged();
    void statusChanged();

  private:
    struct Row {
        catalog::Record record;
        bool locked = false;
        bool draft = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    void refresh();
    void show(std::vector<Row> rows);
    [[nodiscard]] InspectorSubject subject() const;
    [[nodiscard]] const catalog::Property* property() const;
    [[nodiscard]] const catalog::Property* field(const std::string& key) const;
    [[nodiscard]] std::vector<Row> lockedRows() const;
    [[nodiscard]] catalog::Records records() const; // without locked and draft rows
    bool put(const catalog::Records& records);
    [[nodiscard]] QVariantList cellsOf(const Row& row) const;

    session::Session* m_session = nullptr;
    QStringList m_owners;
    QString m_key;
    std::vector<Row> m_rows; // locked ones first, the draft last
    std::optional<catalog::Record> m_draft;
    bool m_several = false;
    bool m_byDefault = false;
    QString m_unset;
};

} // namespace sky::lists
