// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has chosen once for all windows: theme, language, what the wheel does, favourites, recent files. Kept
// with QSettings. The only object that windows share; it never knows a document.
#pragma once

#include "base/text.h"

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

class QJSEngine;
class QQmlEngine;

namespace sky::session {

class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(ThemeChoice theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged)
    Q_PROPERTY(bool korean READ korean WRITE setKorean NOTIFY languageChanged)
    Q_PROPERTY(WheelChoice wheel READ wheel WRITE setWheel NOTIFY wheelChanged)
    Q_PROPERTY(bool rulers READ rulers WRITE setRulers NOTIFY rulersChanged)
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged)
    Q_PROPERTY(QStringList favourites READ favourites NOTIFY favouritesChanged)
    Q_PROPERTY(QStringList recentServices READ recentServices NOTIFY recentServicesChanged)
    Q_PROPERTY(QStringList recentFiles READ recentFiles NOTIFY recentFilesChanged)

  public:
    enum class ThemeChoice { System, Light, Dark };
    Q_ENUM(ThemeChoice)
    enum class WheelChoice { ByDevice, Zooms, Scrolls }; // ByDevice: a notched wheel zooms, a touchpad scrolls
    Q_ENUM(WheelChoice)

    // Not to be made by default: Qt would then make one of its own for QML instead of asking create().
    explicit Preferences(QObject* parent);

    static Preferences& instance();
    static Preferences* create(QQmlEngine* engine, QJSEngine* scripts);

    [[nodiscard]] ThemeChoice theme() const { return m_theme; }
    void setTheme(ThemeChoice theme);
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] bool korean() const { return m_language == Language::Korean; }
    void setKorean(bool korean);
    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] WheelChoice wheel() const { return m_wheel; }
    void setWheel(WheelChoice wheel);
    [[nodiscard]] bool rulers() const { return m_rulers; }
    void setRulers(bool shown);
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);

    [[nodiscard]] QStringList favourites() const { return m_favourites; }
    Q_INVOKABLE void toggleFavourite(const QString& service);
    [[nodiscard]] QStringList recentServices() const { return m_recentServices; }
    void noteService(const QString& service);
    [[nodiscard]] QStringList recentFiles() const { return m_recentFiles; }
    Q_INVOKABLE void noteFile(const QString& path);
    Q_INVOKABLE void forgetFile(const QString& path);

    // From the command line: "light", "ko"; empty: as chosen. Not kept.
    void forThisTime(const QString& theme, const QString& language);

    // Sizes and folds of panels, by a name of the panel.
    Q_INVOKABLE [[nodiscard]] bool rememberedFlag(const QString& key, bool otherwise) const;
    Q_INVOKABLE [[nodiscard]] int rememberedNumber(const QString& key, int otherwise) const;
    Q_INVOKABLE void remember(const QString& key, const QVariant& value);

  signals:
    void themeChanged();
    void darkChanged();
    void languageChanged();
    void wheelChanged();
    void rulersChanged();
    void reduceMotionChanged();
    void favouritesChanged();
    void recentServicesChanged();
    void recentFilesChanged();

  private:
    void settleTheme();
    bool eventFilter(QObject* watched, QEvent* event) override; // the system's palette changed
    [[nodiscard]] static bool systemIsDark();

    QSettings m_settings;
    ThemeChoice m_theme = ThemeChoice::System;
    bool m_dark = false;
    Language m_language = Language::English;
    WheelChoice m_wheel = WheelChoice::ByDevice;
    bool m_rulers = false;
    bool m_reduceMotion = false;
    QStringList m_favourites;
    QStringList m_recentServices;
    QStringList m_recentFiles;
};

} // namespace sky::session
