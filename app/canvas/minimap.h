// SPDX-License-Identifier: GPL-3.0-or-later
// The whole drawing in small, with the part that is shown; pressing or dragging in it moves the view.
#pragma once

#include "canvas/diagram_canvas.h"

#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace sky::canvas {

class MiniMap : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::canvas::DiagramCanvas* canvas READ canvas WRITE setCanvas NOTIFY canvasChanged REQUIRED)
    Q_PROPERTY(QColor frameColor MEMBER m_frameColor NOTIFY frameColorChanged)

  public:
    explicit MiniMap(QQuickItem* parent = nullptr);
    [[nodiscard]] DiagramCanvas* canvas() const { return m_canvas; }
    void setCanvas(DiagramCanvas* canvas);
    void paint(QPainter* painter) override;

  signals:
    void canvasChanged();
    void frameColorChanged();

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    [[nodiscard]] Camera view() const;
    void renew();

    DiagramCanvas* m_canvas = nullptr;
    QImage m_drawing; // painted when the diagram changes; the frame over it moves with the view
    QRectF m_all;     // the drawing's bounds, when it was painted
    QColor m_frameColor;
    bool m_stale = true;
};

} // namespace sky::canvas
