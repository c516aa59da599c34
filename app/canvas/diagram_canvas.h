// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas: shows the scene of a session's jobs through the scroll cache, and turns mouse, wheel and keys into
// gestures. It holds the camera; it changes nothing in the diagram but through the session's editor.
#pragma once

#include "canvas/camera.h"
#include "canvas/gesture.h"
#include "canvas/overlay.h"
#include "canvas/scroll_cache.h"
#include "session/session.h"

#include <QBasicTimer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <set>

namespace sky::canvas {

class DiagramCanvas : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(double zoom READ zoom NOTIFY cameraChanged)
    Q_PROPERTY(QRectF shownPage READ shownPage NOTIFY cameraChanged)
    Q_PROPERTY(bool spaceHeld READ spaceHeld WRITE setSpaceHeld NOTIFY spaceHeldChanged)
    Q_PROPERTY(bool busyWithGesture READ busyWithGesture NOTIFY gestureChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY gestureChanged)
    Q_PROPERTY(bool keyboardFocus READ keyboardFocus WRITE setKeyboardFocus NOTIFY keyboardFocusChanged)
    Q_PROPERTY(QColor canvasColor MEMBER m_canvasColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor dotColor MEMBER m_dotColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor focusColor MEMBER m_focusColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor accentColor MEMBER m_accentColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor acceptColor MEMBER m_acceptColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor refuseColor MEMBER m_refuseColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor linkColor MEMBER m_linkColor NOTIFY colorsChanged)

  public:
    explicit DiagramCanvas(QQuickItem* parent = nullptr);
    ~DiagramCanvas() override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);

    // The camera
    [[nodiscard]] const Camera& camera() const { return m_camera; }
    void setCamera(const Camera& camera);
    [[nodiscard]] double zoom() const { return m_camera.zoom; }
    [[nodiscard]] QRectF shownPage() const { return m_camera.pageRect(size()); }
    Q_INVOKABLE void zoomBy(double factor); // about the middle
    Q_INVOKABLE void zoomTo(double zoom);
    Q_INVOKABLE void fitAll();
    Q_INVOKABLE void fitSelection();
    Q_INVOKABLE void fitOnce(); // when shown the first time: all of it, never larger than 100 %
    Q_INVOKABLE void reveal(const QString& id);
    Q_INVOKABLE void centreOn(double pageX, double pageY);

    // Keys the canvas wants, from the invisible input that holds the focus. False: not ours.
    Q_INVOKABLE bool key(int key, int modifiers);
    [[nodiscard]] bool spaceHeld() const { return m_spaceHeld; }
    void setSpaceHeld(bool held);
    [[nodiscard]] bool keyboardFocus() const { return m_keyboardFocus; }
    void setKeyboardFocus(bool focus);

    // What comes from the palette: the pointer is in this item's coordinates.
    Q_INVOKABLE void beginPlacing(const QString& service, const QString& preset);
    Q_INVOKABLE void placingAt(double x, double y, int modifiers);
    Q_INVOKABLE void drop(double x, double y, int modifiers);
    Q_INVOKABLE void cancelGesture();

    // Where the name of a thing is written, in this item's coordinates; null when it is not shown.
    Q_INVOKABLE [[nodiscard]] QRectF nameRect(const QString& id) const;
    Q_INVOKABLE [[nodiscard]] QPointF fromPage(double x, double y) const { return m_camera.toView({x, y}); }
    Q_INVOKABLE [[nodiscard]] QString spokenName(const QString& id) const; // for screen readers
    Q_INVOKABLE void menuAtSelection();
    Q_INVOKABLE [[nodiscard]] QPointF placeBeside(const QString& id) const; // on the page, for something new
    Q_INVOKABLE void startConnecting(const QString& from, double x, double y);

    [[nodiscard]] bool busyWithGesture() const { return m_gesture != nullptr; }
    [[nodiscard]] QString hint() const;

    // For gestures
    [[nodiscard]] const picture::Scene& scene() const { return m_session->jobs()->scene(); }
    [[nodiscard]] const layout::Placement& placement() const { return m_session->jobs()->placement(); }
    [[nodiscard]] const diagram::Diagram& diagram() const { return m_session->document()->diagram(); }
    [[nodiscard]] const catalog::Catalog& catalog() const { return m_session->document()->catalog(); }
    [[nodiscard]] std::optional<QRectF> bodyOf(const ElementId& id) const; // its frame on the page
    [[nodiscard]] ElementId elementAt(QPointF page, bool alsoInside) const;
    void hide(std::set<picture::Owner> owners); // left out of the picture while something else stands for them
    [[nodiscard]] Overlay::Sprite spriteOf(const std::set<picture::Owner>& owners) const;
    void refreshOverlay();
    [[nodiscard]] quint64 fullRepaints() const { return m_cache.repaints(); }
    [[nodiscard]] bool drawn() const { return m_cache.area().scale > 0 && !scene().bounds().empty(); }
    [[nodiscard]] bool settled() const { return m_cache.settled() && !m_zooming; }

  signals:
    void sessionChanged();
    void cameraChanged();
    void spaceHeldChanged();
    void gestureChanged();
    void keyboardFocusChanged();
    void colorsChanged();
    void menuRequested(double x, double y);
    void renameRequested(const QString& id);
    void pickerRequested(const QString& from, double x, double y, double pageX, double pageY);
    void sceneChanged();
    void painted();     // the picture is up to date
    void pressed();     // before anything else is done about it
    void focusWanted(); // keys shall come here
    void searchWanted();

  protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData*) override;
    void updatePolish() override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override; // pinch
    void timerEvent(QTimerEvent* event) override;

  private:
    [[nodiscard]] Pointer pointerAt(QPointF view, Qt::KeyboardModifiers modifiers) const;
    void begin(GesturePointer gesture);
    void endGesture();
    GesturePointer gestureFor(const Pointer& pointer);
    void clickDeeper(const Pointer& pointer);
    void hoverAt(QPointF view);
    void describeSelection(Overlay& overlay) const;
    void describeHover(Overlay& overlay) const;
    bool walk(int key, Qt::KeyboardModifiers modifiers);
    void flyTo(const Camera& camera);
    void noteZoom(); // the zoom has changed: is it one step, or does zooming go on?
    [[nodiscard]] std::vector<picture::FigurePointer> collect(const QRectF& page) const;
    [[nodiscard]] OverlayTheme overlayTheme() const;
    [[nodiscard]] int handleAt(QPointF view) const; // edges: 1 left 2 top 4 right 8 bottom; 0: none
    [[nodiscard]] ElementId portAt(QPointF view) const;
    [[nodiscard]] double portRadius() const; // as drawn: small tiles get small ports
    [[nodiscard]] std::optional<edit::End> linkEndAt(QPointF view) const;

    session::Session* m_session = nullptr;
    Camera m_camera;
    ScrollCache m_cache;
    OverlayItem* m_overlay;
    std::set<picture::Owner> m_hidden;
    GesturePointer m_gesture;
    Pointer m_press;
    Qt::MouseButton m_pressed = Qt::NoButton;
    bool m_dragging = false; // the pointer has moved far enough for the press to be a drag
    bool m_deferredClick = false;
    bool m_spaceHeld = false;
    bool m_keyboardFocus = false;
    bool m_imageChanged = true;
    bool m_overlayDirty = true;
    bool m_fitWhenShown = false;
    Camera m_flightFrom;
    Camera m_flightTo;
    qint64 m_flightStart = 0;
    QBasicTimer m_flight;
    QBasicTimer m_zoomRest; // runs while zooming goes on; at its end the picture becomes crisp
    bool m_zooming = false;
    QColor m_canvasColor, m_dotColor, m_focusColor, m_accentColor, m_acceptColor, m_refuseColor, m_linkColor;
};

// Ports of a tile, on the page: the middles of its sides, a little outside when it is shown so small that they would cover
// its icon.
[[nodiscard]] std::array<QPointF, 4> portsOf(const QRectF& tile, double zoom);

} // namespace sky::canvas
