// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the canvas that shows: camera, scroll cache, overlay.
#include "canvas/diagram_canvas.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

#include <QDateTime>
#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>

namespace sky::canvas {

namespace {

constexpr double kFitMargin = 40;
constexpr double kRevealMargin = 60;
constexpr int kFlightMilliseconds = 240;
constexpr int kZoomRestMilliseconds = 120;

} // namespace

std::array<QPointF, 4> portsOf(const QRectF& tile, double zoom) {
    const double shown = std::min(tile.width(), tile.height()) * zoom;
    const double out = std::clamp((layout::kTile - shown) * 0.3, 0.0, 6.0) / zoom;
    const QRectF around = tile.adjusted(-out, -out, out, out);
    return {QPointF(around.right(), around.center().y()), QPointF(around.center().x(), around.bottom()),
            QPointF(around.left(), around.center().y()), QPointF(around.center().x(), around.top())};
}

DiagramCanvas::DiagramCanvas(QQuickItem* parent)
    : QQuickItem(parent)
    , m_cache([this] { QMetaObject::invokeMethod(this, &QQuickItem::polish, Qt::QueuedConnection); })
    , m_overlay(new OverlayItem(this)) {
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::AllButtons);
    setAcceptHoverEvents(true);
    setClip(true);
    connect(this, &DiagramCanvas::colorsChanged, this, [this] {
        m_overlayDirty = true;
        polish();
    });
}

DiagramCanvas::~DiagramCanvas() = default;

void DiagramCanvas::setSession(session::Session* session) {
    if (session == m_session) return;
    m_session = session;
    if (session) {
        connect(session->jobs(), &session::Jobs::sceneChanged, this, [this](const QRectF& dirty) {
            if (dirty.isNull())
                m_cache.invalidate();
            else
                m_cache.invalidate(dirty.adjusted(-2, -2, 2, 2));
            if (m_fitWhenShown && !scene().bounds().empty()) fitOnce(); // the first picture of another document
            refreshOverlay();
            emit sceneChanged();
        });
        // A gesture changes nothing while it lasts: whoever changes something meanwhile (Undo) takes its ground away.
        connect(session->document(), &session::Document::changed, this, &DiagramCanvas::cancelGesture);
        connect(session->document(), &session::Document::replaced, this, [this] {
            cancelGesture();
            m_fitWhenShown = !diagram().elements().empty();
            if (!m_fitWhenShown) setCamera({});
        });
        connect(session->view(), &session::ViewState::selectionChanged, this, &DiagramCanvas::refreshOverlay);
        connect(session->view(), &session::ViewState::hoveredChanged, this, &DiagramCanvas::refreshOverlay);
        connect(session->view(), &session::ViewState::toolChanged, this, [this] {
            setCursor(m_session->view()->tool() == session::ViewState::Tool::Hand ? Qt::OpenHandCursor
                                                                                  : Qt::ArrowCursor);
        });
        m_fitWhenShown = !diagram().elements().empty();
    }
    emit sessionChanged();
    polish();
}

void DiagramCanvas::setCamera(const Camera& camera) {
    if (camera == m_camera) return;
    if (camera.zoom != m_camera.zoom) noteZoom();
    m_camera = camera;
    m_overlayDirty = true;
    polish();
    update();
    emit cameraChanged();
}

void DiagramCanvas::flyTo(const Camera& camera) {
    if (session::Preferences::instance().reduceMotion() || !window() || !window()->isVisible()) {
        setCamera(camera);
        return;
    }
    m_flightFrom = m_camera;
    m_flightTo = camera;
    m_flightStart = QDateTime::currentMSecsSinceEpoch();
    m_flight.start(8, this);
}

// One notch of the wheel is painted crisp at once; of a stream of steps only the last.
void DiagramCanvas::noteZoom() {
    m_zooming = m_zoomRest.isActive();
    m_zoomRest.start(kZoomRestMilliseconds, this);
}

void DiagramCanvas::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_zoomRest.timerId()) {
        m_zoomRest.stop();
        if (std::exchange(m_zooming, false)) polish();
        return;
    }
    if (event->timerId() != m_flight.timerId()) return QQuickItem::timerEvent(event);
    const double t =
        std::min(1.0, static_cast<double>(QDateTime::currentMSecsSinceEpoch() - m_flightStart) / kFlightMilliseconds);
    const double eased = t < 0.5 ? 4 * t * t * t : 1 - std::pow(-2 * t + 2, 3) / 2;
    if (t >= 1) {
        m_flight.stop();
        setCamera(m_flightTo);
        return;
    }
    // The middle of the view travels on a line while the zoom changes evenly in ratio.
    const QPointF half(width() / 2, height() / 2);
    const double zoom = m_flightFrom.zoom * std::pow(m_flightTo.zoom / m_flightFrom.zoom, eased);
    const QPointF from = m_flightFrom.toPage(half);
    const QPointF to = m_flightTo.toPage(half);
    setCamera({from + (to - from) * eased - half / zoom, zoom});
}

void DiagramCanvas::zoomBy(double factor) {
    m_flight.stop();
    setCamera(m_camera.zoomedAt({width() / 2, height() / 2}, m_camera.zoom * factor));
}

void DiagramCanvas::zoomTo(double zoom) {
    flyTo(m_camera.zoomedAt({width() / 2, height() / 2}, zoom));
}

void DiagramCanvas::fitAll() {
    const picture::RectD all = scene().bounds();
    flyTo(all.empty() ? Camera{} : Camera::showing(toQRectF(all), size(), kFitMargin, 2));
}

void DiagramCanvas::fitOnce() {
    if (size().isEmpty()) return;
    const picture::RectD all = scene().bounds();
    m_flight.stop();
    m_fitWhenShown = all.empty();
    setCamera(all.empty() ? Camera{} : Camera::showing(toQRectF(all), size(), kFitMargin, 1));
}

void DiagramCanvas::fitSelection() {
    QRectF all;
    for (const ElementId& id : m_session->view()->elements())
        if (const auto body = bodyOf(id)) all = all.united(*body);
    for (const LinkId& id : m_session->view()->links())
        if (const auto figure = scene().figure({picture::OwnerKind::Link, id.str()}))
            all = all.united(toQRectF(figure->bounds));
    if (all.isNull()) return fitAll();
    flyTo(Camera::showing(all, size(), 2 * kFitMargin, 2));
}

void DiagramCanvas::reveal(const QString& id) {
    m_session->jobs()->finish(); // what was made a moment ago stands somewhere
    std::optional<QRectF> body = bodyOf(session::elementId(id));
    if (!body)
        if (const auto figure = scene().figure({picture::OwnerKind::Link, session::toStdString(id)}))
            body = toQRectF(figure->bounds);
    if (!body) return;
    const QRectF view = m_camera.toView(*body);
    const QRectF room = QRectF({0, 0}, size()).adjusted(kRevealMargin, kRevealMargin, -kRevealMargin, -kRevealMargin);
    if (room.contains(view)) return;
    if (view.width() > room.width() || view.height() > room.height())
        return flyTo(Camera::showing(*body, size(), kRevealMargin, m_camera.zoom));
    flyTo(Camera{body->center() - QPointF(width(), height()) / (2 * m_camera.zoom), m_camera.zoom});
}

void DiagramCanvas::centreOn(double pageX, double pageY) {
    m_flight.stop();
    setCamera({QPointF(pageX, pageY) - QPointF(width(), height()) / (2 * m_camera.zoom), m_camera.zoom});
}

std::optional<QRectF> DiagramCanvas::bodyOf(const ElementId& id) const {
    const layout::Placed* placed = placement().find(id);
    if (!placed) return std::nullopt;
    const bool iconOnly = placed->shape == layout::Shape::Tile || placed->shape == layout::Shape::Border;
    return toQRectF(iconOnly && !placed->tile.empty() ? placed->tile : placed->frame);
}

QRectF DiagramCanvas::nameRect(const QString& id) const {
    if (!m_session) return {};
    if (const layout::Placed* placed = placement().find(session::elementId(id))) {
        const QRectF label = toQRectF(placed->label.empty() ? placed->frame : placed->label);
        const bool below = placed->shape == layout::Shape::Tile || placed->shape == layout::Shape::Border;
        // A tile's name is the first line below it, wherever the label is kept free.
        return m_camera.toView(below ? QRectF(label.x(), label.y(), label.width(), 20) : label);
    }
    if (const layout::Route* route = m_session->jobs()->routes().find(session::linkId(id))) {
        const QPointF middle = route->label.empty() ? toQPointF(route->points[route->points.size() / 2])
                                                    : toQPointF(route->label.center());
        return m_camera.toView(QRectF(middle.x() - 50, middle.y() - 10, 100, 20));
    }
    return {};
}

QString DiagramCanvas::spokenName(const QString& id) const {
    if (!m_session) return {};
    const auto figure = scene().figure({picture::OwnerKind::Element, session::toStdString(id)});
    return figure ? session::toQString(figure->title) : QString();
}

QPointF DiagramCanvas::placeBeside(const QString& id) const {
    const layout::Placed* placed = placement().find(session::elementId(id));
    if (!placed) return shownPage().center();
    const Point near{placed->frame.right() + 100, placed->frame.center().y};
    const ElementId within = session::containerAt(diagram(), catalog(), placement(), near);
    const layout::Placed* box = placement().find(within);
    const Point origin = box ? box->frame.topLeft() : Point{};
    const Rect free = layout::freeFrame(placement(), within, {layout::kTile, layout::kTile}, near);
    return toQPointF(free.translated(origin).center());
}

void DiagramCanvas::hide(std::set<picture::Owner> owners) {
    if (owners == m_hidden) return;
    QRectF dirty;
    const auto soil = [&](const std::set<picture::Owner>& changing) {
        for (const picture::Owner& owner : changing)
            if (const auto figure = scene().figure(owner)) dirty = dirty.united(toQRectF(figure->bounds));
    };
    soil(owners);
    soil(m_hidden);
    m_hidden = std::move(owners);
    if (!dirty.isNull()) m_cache.invalidate(dirty.adjusted(-3, -3, 3, 3));
    polish();
}

Overlay::Sprite DiagramCanvas::spriteOf(const std::set<picture::Owner>& owners) const {
    std::vector<picture::FigurePointer> figures;
    QRectF all;
    // What a drag may bring into view, within reason: a picture of everything would be as large as the page.
    const QRectF seen = shownPage().adjusted(-width() / 2 / zoom(), -height() / 2 / zoom(), width() / 2 / zoom(),
                                             height() / 2 / zoom());
    for (const picture::Owner& owner : owners)
        if (auto figure = scene().figure(owner); figure && toQRectF(figure->bounds).intersects(seen)) {
            all = all.united(toQRectF(figure->bounds));
            figures.push_back(std::move(figure));
        }
    std::stable_sort(figures.begin(), figures.end(),
                     [](const auto& a, const auto& b) { return picture::drawnBefore(*a, *b); });
    all = all.adjusted(-3, -3, 3, 3).intersected(seen);
    const double scale = zoom() * (window() ? window()->effectiveDevicePixelRatio() : 1);
    Overlay::Sprite sprite;
    if (all.isEmpty()) return sprite;
    sprite.page = all;
    sprite.image = QImage((all.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    sprite.image.fill(Qt::transparent);
    QPainter painter(&sprite.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-all.topLeft());
    paint::DrawOptions options;
    options.scale = scale;
    options.clip = toRectD(all);
    paint::Painter tools;
    tools.draw(painter, figures, options);
    return sprite;
}

std::vector<picture::FigurePointer> DiagramCanvas::collect(const QRectF& page) const {
    std::vector<picture::FigurePointer> figures = scene().visible(toRectD(page));
    if (!m_hidden.empty())
        std::erase_if(figures, [&](const picture::FigurePointer& figure) { return m_hidden.contains(figure->owner); });
    return figures;
}

void DiagramCanvas::refreshOverlay() {
    m_overlayDirty = true;
    polish();
}

OverlayTheme DiagramCanvas::overlayTheme() const {
    return {m_focusColor, m_accentColor, m_acceptColor, m_refuseColor, m_canvasColor, Qt::white, m_linkColor};
}

void DiagramCanvas::updatePolish() {
    if (!m_session || size().isEmpty()) return;
    m_cache.setColors({m_canvasColor, m_dotColor, true});
    if (m_cache.takeRepaint()) m_imageChanged = true;
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    if (m_cache.update(m_camera, size(), ratio, m_zooming, [this](const QRectF& page) { return collect(page); }))
        m_imageChanged = true;
    if (m_imageChanged) update();
    if (m_overlayDirty) {
        m_overlayDirty = false;
        Overlay overlay;
        if (!m_gesture || m_gesture->showsSelection()) describeSelection(overlay);
        if (m_gesture)
            m_gesture->describe(overlay);
        else
            describeHover(overlay);
        m_overlay->show(std::move(overlay), m_camera, overlayTheme(), size());
    }
    if (settled()) emit painted();
}

QSGNode* DiagramCanvas::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    const PaintedArea& area = m_cache.area();
    if (area.scale <= 0 || area.image.isNull()) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<QSGImageNode*>(old);
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        m_imageChanged = true;
    }
    if (m_imageChanged) {
        m_imageChanged = false;
        node->setTexture(window()->createTextureFromImage(area.image, QQuickWindow::TextureIsOpaque));
    }
    // Only what is seen: the node is then as large as the view, and the rest of the image costs nothing.
    const double ratio = window()->effectiveDevicePixelRatio();
    const QRectF page = area.page().intersected(shownPage());
    QRectF source(page.topLeft() * area.scale - QPointF(area.origin), page.size() * area.scale);
    QRectF target = m_camera.toView(page);
    const bool oneToOne = std::abs(area.scale - m_camera.zoom * ratio) < 1e-9;
    if (oneToOne) { // whole pixels: no filtering, crisp text
        const QPointF corner = m_camera.origin * area.scale - QPointF(area.origin);
        const QPoint whole(static_cast<int>(std::lround(corner.x())), static_cast<int>(std::lround(corner.y())));
        const QRect seen = QRect(whole, (size() * ratio).toSize()).intersected(area.image.rect());
        source = seen;
        target = QRectF(QPointF(seen.topLeft() - whole) / ratio, QSizeF(seen.size()) / ratio);
    }
    node->setFiltering(oneToOne ? QSGTexture::Nearest : QSGTexture::Linear);
    node->setSourceRect(source);
    node->setRect(target);
    return node;
}

void DiagramCanvas::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() == before.size()) return;
    if (m_session && m_fitWhenShown && !now.isEmpty()) fitOnce();
    m_overlayDirty = true;
    polish();
    update();
    emit cameraChanged();
}

void DiagramCanvas::itemChange(ItemChange change, const ItemChangeData& data) {
    QQuickItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged) {
        m_cache.invalidate();
        polish();
    }
}

} // namespace sky::canvas
