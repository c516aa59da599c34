// SPDX-License-Identifier: GPL-3.0-or-later
// What a thing can be connected to: things of the diagram that take such a link, new services that would, and those
// that refuse, with the reason. The list behind the picker and behind Ctrl+Enter.
#pragma once

#include "session/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace sky::lists {

class TargetModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY fromChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool newOnly READ newOnly WRITE setNewOnly NOTIFY newOnlyChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

  public:
    enum Role { GlyphRole = Qt::UserRole + 1, PresetRole, NameRole, DetailRole, HeadingRole, PossibleRole };

    explicit TargetModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] QString from() const { return m_from; }
    void setFrom(const QString& id);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] bool newOnly() const { return m_newOnly; }
    void setNewOnly(bool newOnly);
    [[nodiscard]] int count() const { return rowCount(); }
    Q_INVOKABLE void refill();

    // Connects to the row; a new service is placed at a point of the page. Its id, or empty when the row refuses.
    Q_INVOKABLE QString take(int row, double pageX, double pageY);

  signals:
    void sessionChanged();
    void fromChanged();
    void queryChanged();
    void newOnlyChanged();
    void countChanged();

  private:
    enum class Group { There, New, Refusing };
    struct Row {
        Group group = Group::There;
        ElementId element;
        const catalog::Service* service = nullptr;
        const catalog::Preset* preset = nullptr;
        Text name;
        Text detail;
    };

    session::Session* m_session = nullptr;
    QString m_from;
    QString m_query;
    bool m_newOnly = false;
    std::vector<Row> m_rows;
};

} // namespace sky::lists
