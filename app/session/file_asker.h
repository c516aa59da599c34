// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a file with the system's dialog (Qt's own where there is none): its name field has the focus, so that a name
// can be typed at once, which the dialog of QtQuick.Dialogs does not do in Qt 6.4.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QUrl>
#include <QWindow>
#include <QtQml/qqmlregistration.h>

class QFileDialog;

namespace sky::session {

class FileAsker : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString title MEMBER m_title NOTIFY changed)
    Q_PROPERTY(QStringList filters MEMBER m_filters NOTIFY changed) // "Pictures (*.png *.svg)"; empty: all files
    Q_PROPERTY(QString suffix MEMBER m_suffix NOTIFY changed)       // put to a name without one
    Q_PROPERTY(bool saving MEMBER m_saving NOTIFY changed)

  public:
    explicit FileAsker(QObject* parent = nullptr) : QObject(parent) {}
    ~FileAsker() override;

    Q_INVOKABLE void ask(QWindow* over, const QUrl& suggested);

  signals:
    void changed();
    void accepted(const QUrl& file);
    void rejected();

  private:
    QString m_title;
    QStringList m_filters;
    QString m_suffix;
    bool m_saving = false;
    QPointer<QFileDialog> m_dialog;
};

} // namespace sky::session
