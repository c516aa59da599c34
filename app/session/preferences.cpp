// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/preferences.h"

#include <QEvent>
#include <QGuiApplication>
#include <QJSEngine>
#include <QLocale>
#include <QPalette>

namespace sky::session {

namespace {

constexpr qsizetype kMostRecent = 12;

void moveToFront(QStringList& list, const QString& text) {
    list.removeAll(text);
    list.prepend(text);
    while (list.size() > kMostRecent) list.removeLast();
}

} // namespace

Preferences::Preferences(QObject* parent) : QObject(parent) {
    const QString theme = m_settings.value("theme", "system").toString();
    m_theme = theme == "light" ? ThemeChoice::Light : theme == "dark" ? ThemeChoice::Dark : ThemeChoice::System;
    const bool systemSpeaksKorean = QLocale::system().language() == QLocale::Korean;
    const QString language = m_settings.value("language", systemSpeaksKorean ? "ko" : "en").toString();
    m_language = language == "ko" ? Language::Korean : Language::English;
    const QString wheel = m_settings.value("wheel", "device").toString();
    m_wheel = wheel == "zooms" ? WheelChoice::Zooms : wheel == "scrolls" ? WheelChoice::Scrolls : WheelChoice::ByDevice;
    m_rulers = m_settings.value("rulers", false).toBool();
    m_reduceMotion = m_settings.value("reduceMotion", false).toBool();
    m_favourites = m_settings.value("favourites").toStringList();
    m_recentServices = m_settings.value("recentServices").toStringList();
    m_recentFiles = m_settings.value("recentFiles").toStringList();
    settleTheme();
    if (QCoreApplication* application = QCoreApplication::instance()) application->installEventFilter(this);
}

bool Preferences::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange) settleTheme();
    return QObject::eventFilter(watched, event);
}

Preferences& Preferences::instance() {
    static Preferences* preferences = new Preferences(QCoreApplication::instance());
    return *preferences;
}

Preferences* Preferences::create(QQmlEngine*, QJSEngine*) {
    QJSEngine::setObjectOwnership(&instance(), QJSEngine::CppOwnership);
    return &instance();
}

bool Preferences::systemIsDark() {
    // Qt 6.4 has no QStyleHints::colorScheme: the palette's own lightness tells.
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Preferences::settleTheme() {
    const bool dark = m_theme == ThemeChoice::Dark || (m_theme == ThemeChoice::System && systemIsDark());
    if (dark == m_dark) return;
    m_dark = dark;
    emit darkChanged();
}

void Preferences::forThisTime(const QString& theme, const QString& language) {
    if (!theme.isEmpty()) {
        m_theme = theme == "light" ? ThemeChoice::Light : theme == "dark" ? ThemeChoice::Dark : ThemeChoice::System;
        settleTheme();
        emit themeChanged();
    }
    if (!language.isEmpty() && (language == "ko") != korean()) {
        m_language = language == "ko" ? Language::Korean : Language::English;
        emit languageChanged();
    }
}

void Preferences::setTheme(ThemeChoice theme) {
    if (theme == m_theme) return;
    m_theme = theme;
    m_settings.setValue("theme", theme == ThemeChoice::Light  ? "light"
                                 : theme == ThemeChoice::Dark ? "dark"
                                                              : "system");
    settleTheme();
    emit themeChanged();
}

void Preferences::setKorean(bool wanted) {
    if (wanted == korean()) return;
    m_language = wanted ? Language::Korean : Language::English;
    m_settings.setValue("language", wanted ? "ko" : "en");
    emit languageChanged();
}

void Preferences::setWheel(WheelChoice wheel) {
    if (wheel == m_wheel) return;
    m_wheel = wheel;
    m_settings.setValue("wheel", wheel == WheelChoice::Zooms     ? "zooms"
                                 : wheel == WheelChoice::Scrolls ? "scrolls"
                                                                 : "device");
    emit wheelChanged();
}

void Preferences::setRulers(bool shown) {
    if (shown == m_rulers) return;
    m_rulers = shown;
    m_settings.setValue("rulers", shown);
    emit rulersChanged();
}

void Preferences::setReduceMotion(bool reduce) {
    if (reduce == m_reduceMotion) return;
    m_reduceMotion = reduce;
    m_settings.setValue("reduceMotion", reduce);
    emit reduceMotionChanged();
}

void Preferences::toggleFavourite(const QString& service) {
    if (m_favourites.removeAll(service) == 0) m_favourites.append(service);
    m_settings.setValue("favourites", m_favourites);
    emit favouritesChanged();
}

void Preferences::noteService(const QString& service) {
    moveToFront(m_recentServices, service);
    m_settings.setValue("recentServices", m_recentServices);
    emit recentServicesChanged();
}

void Preferences::noteFile(const QString& path) {
    moveToFront(m_recentFiles, path);
    m_settings.setValue("recentFiles", m_recentFiles);
    emit recentFilesChanged();
}

void Preferences::forgetFile(const QString& path) {
    m_recentFiles.removeAll(path);
    m_settings.setValue("recentFiles", m_recentFiles);
    emit recentFilesChanged();
}

bool Preferences::rememberedFlag(const QString& key, bool otherwise) const {
    return m_settings.value("panels/" + key, otherwise).toBool();
}

int Preferences::rememberedNumber(const QString& key, int otherwise) const {
    return m_settings.value("panels/" + key, otherwise).toInt();
}

void Preferences::remember(const QString& key, const QVariant& value) {
    m_settings.setValue("panels/" + key, value);
}

} // namespace sky::session
