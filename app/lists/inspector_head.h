// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the inspector: what is selected, what it is called, what kind of thing it is and where it stands, one
// derived fact about it, and the page of AWS about it.
#pragma once

#include "lists/inspector_subject.h"
#include "lists/subject_watch.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace sky::lists {

class InspectorHead : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString about READ about NOTIFY changed)     // project element link several
    Q_PROPERTY(QString id READ id NOTIFY changed)           // of the only thing selected
    Q_PROPERTY(QString service READ service NOTIFY changed) // for the tile; empty: mixed
    Q_PROPERTY(QString name READ name NOTIFY changed)       // in the language shown; may be empty
    Q_PROPERTY(QString called READ called NOTIFY changed)   // stands where there is no name
    Q_PROPERTY(QString english READ english NOTIFY changed)
    Q_PROPERTY(QString korean READ korean NOTIFY changed)
    Q_PROPERTY(QString kindAndPlace READ kindAndPlace NOTIFY changed)
    Q_PROPERTY(QString fact READ fact NOTIFY changed)
    Q_PROPERTY(QString factIcon READ factIcon NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QString page READ page NOTIFY changed)

  public:
    explicit InspectorHead(QObject* parent = nullptr);

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] QString about() const { return m_about; }
    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QString service() const { return m_service; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString called() const { return m_called; }
    [[nodiscard]] QString english() const { return m_english; }
    [[nodiscard]] QString korean() const { return m_korean; }
    [[nodiscard]] QString kindAndPlace() const { return m_kindAndPlace; }
    [[nodiscard]] QString fact() const { return m_fact; }
    [[nodiscard]] QString factIcon() const { return m_factIcon; }
    [[nodiscard]] QString description() const { return m_description; }
    [[nodiscard]] QString page() const { return m_page; }

    Q_INVOKABLE bool rename(const QString& name); // in the language shown
    Q_INVOKABLE bool renameIn(const QString& english, const QString& korean);

  signals:
    void sessionChanged();
    void changed();

  private:
    void refresh();
    void describeElement(const InspectorSubject& subject, const diagram::Element& element);
    void describeLink(const InspectorSubject& subject, const diagram::Link& link);

    SubjectWatch m_watch{this};
    session::Session* m_session = nullptr;
    QString m_about, m_id, m_service, m_name, m_called, m_english, m_korean, m_kindAndPlace, m_fact, m_factIcon, m_description, m_page;
};

} // namespace sky::lists
