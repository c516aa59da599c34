// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/icon_provider.h"

#include "canvas/camera.h"
#include "catalog/roles.h"
#include "paint/painter.h"
#include "picture/icons.h"
#include "picture/look.h"
#include "picture/scene.h"
#include "session/sample_projects.h"
#include "session/text_bridge.h"

#include <QFile>
#include <QPainter>
#include <QPainterPath>
#include <QQmlEngine>
#include <QSvgRenderer>

namespace sky::canvas {

namespace {

using session::toStdString;

// The look of a service as the canvas draws it, from an element that stands alone.
picture::Look lookOf(const std::string& key, const std::string& preset) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    diagram::Element element;
    element.id = ElementId("sample");
    element.service = key;
    const catalog::Service* service = catalog.find(key);
    if (service)
        for (const catalog::Preset& each : service->presets)
            if (each.key == preset) element.properties = each.properties;
    diagram::Diagram diagram;
    diagram.put(element);
    const topology::Topology topology = topology::Topology::of(diagram, catalog);
    picture::Look look = picture::lookOf(topology, element, picture::theme(picture::ThemeName::Light));
    if (service && service->plays(catalog::role::kSubnet) && preset.starts_with("public")) {
        // Alone it has no route to anywhere; the preset is what makes one.
        look.color = picture::rgb(0x7AA116);
        look.variant = "public";
    }
    return look;
}

} // namespace

QImage UiIconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QSize wanted = requestedSize.isEmpty() ? QSize(16, 16) : requestedSize;
    if (size) *size = wanted;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QFile file(":/qt/qml/Skywright/icons/ui/" + id.section('/', 0, 0) + ".svg");
    if (!file.open(QIODevice::ReadOnly)) return image;
    QByteArray text = file.readAll();
    QString color = id.section('/', 1, 1);
    if (color.size() == 8) color = color.mid(2); // alpha first
    text.replace("currentColor", "#" + color.toLatin1());
    // Strokes are 1.0 at 16 px, 1.25 at 20, 1.5 at 24: the drawing's own proportions.
    QSvgRenderer renderer(text);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF({0, 0}, wanted));
    return image;
}

QImage TileProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QSize wanted = requestedSize.isEmpty() ? QSize(32, 32) : requestedSize;
    if (size) *size = wanted;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const picture::Look look = lookOf(toStdString(id.section('/', 0, 0)), toStdString(id.section('/', 1, 1)));
    auto figure = std::make_shared<picture::Figure>();
    const picture::RectD tile{0, 0, 40, 40};
    figure->bounds = figure->body = tile;
    figure->primitives.push_back({picture::Layer::Tiles, 0, picture::Box{tile, 5, look.color, {}}});
    const std::string icon = picture::IconSet::builtin().iconFor(look.icon, look.variant).key;
    figure->primitives.push_back(
        {picture::Layer::Tiles, 0, picture::Glyph{icon, {6, 6, 28, 28}, picture::rgb(0xFFFFFF)}});
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(wanted.width() / 40.0, wanted.height() / 40.0);
    paint::Painter tools;
    paint::DrawOptions options;
    options.scale = 8; // a tile keeps its glyph at any size
    options.clip = tile;
    const std::vector<picture::FigurePointer> figures{figure};
    tools.draw(painter, figures, options);
    return image;
}

QImage ShadowProvider::requestImage(const QString& id, QSize* size, const QSize&) {
    const double radius = id.section('/', 0, 0).toDouble();
    const bool dark = id.endsWith("dark");
    constexpr int kSide = 96;
    constexpr double kReach = 24;
    if (size) *size = {kSide, kSide};
    QImage image(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Many faint rectangles, each a little smaller: together a soft edge.
    const double whole = dark ? 0.5 : 0.16;
    constexpr int kSteps = 20;
    for (int i = 0; i < kSteps; ++i) {
        const double by = kReach * i / kSteps + 2;
        painter.setBrush(QColor::fromRgbF(dark ? 0.f : 0.08f, dark ? 0.f : 0.1f, dark ? 0.f : 0.15f,
                                          static_cast<float>(whole * 0.9 * (i + 1) / (kSteps * (kSteps + 1) / 2.0))));
        painter.drawRoundedRect(QRectF(by, by, kSide - 2 * by, kSide - 2 * by), radius + kReach - by,
                                radius + kReach - by);
    }
    return image;
}

QImage TemplateProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QSize wanted = requestedSize.isEmpty() ? QSize(270, 154) : requestedSize;
    if (size) *size = wanted;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    const Result<diagram::Diagram> project = session::readTemplate(id.section('/', 0, 0), catalog);
    if (!project) return image;
    picture::SceneSource source;
    source.topology = std::make_shared<const topology::Topology>(topology::Topology::of(*project, catalog));
    source.placement = std::make_shared<const layout::Placement>(layout::placementOf(*source.topology));
    source.routes =
        std::make_shared<const layout::Routes>(layout::routesOf(*source.topology, *source.placement, {false, true}));
    picture::Options options;
    options.theme = id.section('/', 1, 1) == "dark" ? picture::ThemeName::Dark : picture::ThemeName::Light;
    options.language = id.section('/', 2, 2) == "ko" ? Language::Korean : Language::English;
    picture::Scene scene(options);
    scene.update(source);
    const Camera camera = Camera::showing(toQRectF(scene.bounds()), QSizeF(wanted), 4, 1);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(camera.zoom, camera.zoom);
    painter.translate(-camera.origin);
    paint::Painter tools;
    paint::DrawOptions how;
    how.scale = camera.zoom;
    how.clip = toRectD(camera.pageRect(QSizeF(wanted)));
    tools.draw(painter, scene.all(), how);
    return image;
}

void addImageProviders(QQmlEngine& engine) {
    engine.addImageProvider("ui", new UiIconProvider);
    engine.addImageProvider("tile", new TileProvider);
    engine.addImageProvider("template", new TemplateProvider);
    engine.addImageProvider("shadow", new ShadowProvider);
}

} // namespace sky::canvas
