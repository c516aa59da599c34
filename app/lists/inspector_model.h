// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the inspector: sections that fold, and in them the properties of the selection (of the project when nothing
// is selected), each with the editor that fits, what it is, or what holds while it is unset. Rows stay the same rows while
// the selection is of the same kind, so that a field keeps its focus while what it shows changes.
#pragma once

#include "lists/inspector_options.h"
#include "lists/subject_watch.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <memory>

namespace sky::lists {

class InspectorModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)

  public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        EditorRole,    // section switch choice text words value drop type list rules things fact
        LabelRole,
        HelpRole,      // what it means, its range and where the default is from
        SectionRole,
        OpenRole,      // its section is not folded
        AppliesRole,   // has a meaning beside the other properties
        StateRole,     // set unset several
        TextRole,      // to be edited
        ShownRole,     // to be read
        UnsetRole,     // "Not set · AWS: none"
        RangeRole,
        EnglishRole,   // of words
        KoreanRole,
        ItemsRole,     // of a list: [{value, label}]
        OwnersRole,    // of rules: the ids of the things that have them
        RulesKeyRole,
        TableRole,     // of a type: the table it is picked from
        TargetRole,    // the thing a reference names, to go there; empty: none
        CountRole,     // of a section: how many of its properties are set
    };

    explicit InspectorModel(QObject* parent = nullptr);
    ~InspectorModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] int rowOf(const QString& key) const; // -1: no such property here

    // {ok, error, nearest, nearestIs}: of a text while it is typed. Empty is right: it unsets.
    Q_INVOKABLE [[nodiscard]] QVariantMap check(int row, const QString& text) const;
    Q_INVOKABLE bool commit(int row, const QString& text);
    Q_INVOKABLE bool commitWords(int row, const QString& english, const QString& korean);
    Q_INVOKABLE void unset(int row);
    Q_INVOKABLE [[nodiscard]] QVariantList options(int row) const; // [{value, label, detail, service}]
    Q_INVOKABLE bool addItem(int row, const QString& text);
    Q_INVOKABLE void removeItem(int row, int item);
    Q_INVOKABLE void addThing(int row);      // of `things`: makes one more and selects it
    Q_INVOKABLE void goTo(const QString& id); // selects it: the inspector is the only place where tables and ACLs are seen
    Q_INVOKABLE void toggleSection(int row);

  signals:
    void sessionChanged();

  private:
    struct Row;
    enum class Special { None, Section, LinkKind, Spans, Groups, Fact, Rules, Things };

    void refresh();
    [[nodiscard]] std::vector<Row> wanted() const;
    void fill(Row& row) const;
    void fillProperty(Row& row) const;
    void addMembership(std::vector<Row>& rows, const diagram::Element& lead, const catalog::Service& service) const;
    void addFacts(std::vector<Row>& rows, const diagram::Element& lead) const;
    void fillThings(Row& row) const;
    [[nodiscard]] const catalog::Service* madeFor(const Row& row) const; // what can be made on the spot; null: nothing
    [[nodiscard]] ElementId vpcOfLead() const;
    bool make(const Row& row);
    [[nodiscard]] const Row* at(int row) const;
    [[nodiscard]] std::string lead() const;
    [[nodiscard]] bool isOpen(const std::string& section) const;
    [[nodiscard]] std::vector<catalog::Scalar> itemsOf(const Row& row) const;
    bool putItems(const Row& row, const std::vector<catalog::Scalar>& items);

    SubjectWatch m_watch{this};
    session::Session* m_session = nullptr;
    std::unique_ptr<InspectorSubject> m_subject;
    std::vector<Row> m_rows;
    std::map<std::string, bool, std::less<>> m_open;
};

} // namespace sky::lists
