// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of the program: each is given a session of its own. Also keeps the words of the window in the language
// chosen, for all of them at once.
#pragma once

#include "session/session.h"

#include <QObject>
#include <QTranslator>

#include <memory>
#include <vector>

class QQmlComponent;
class QQmlEngine;

namespace sky::session {

class Windows : public QObject {
    Q_OBJECT

  public:
    explicit Windows(QQmlEngine& engine, QObject* parent = nullptr);
    ~Windows() override;

    // A file to open, or none: blank, or with the welcome page. The window stays when the file cannot be read, and says
    // why.
    QObject* openWindow(const QString& file, bool welcome = false);
    [[nodiscard]] int count() const { return static_cast<int>(m_open.size()); }

  private:
    struct Open;
    void speak();

    QQmlEngine& m_engine;
    std::unique_ptr<QQmlComponent> m_component;
    std::vector<std::unique_ptr<Open>> m_open;
    QTranslator m_words;
};

} // namespace sky::session
