// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures for QML: "image://ui/NAME/RRGGBB" an icon of the window in a colour, "image://tile/SERVICE/PRESET" a
// service's tile, "image://shadow/RADIUS/light" the one shadow as a 9-patch. Called from QML's loading threads.
#pragma once

#include <QQuickImageProvider>

class QQmlEngine;

namespace sky::canvas {

class UiIconProvider : public QQuickImageProvider {
  public:
    UiIconProvider() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

class TileProvider : public QQuickImageProvider {
  public:
    TileProvider() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

class ShadowProvider : public QQuickImageProvider {
  public:
    ShadowProvider() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

// "image://template/KEY/light/en": the drawing of a sample project, as large as fits.
class TemplateProvider : public QQuickImageProvider {
  public:
    TemplateProvider() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

void addImageProviders(QQmlEngine& engine);

} // namespace sky::canvas
