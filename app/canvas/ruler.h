// SPDX-License-Identifier: GPL-3.0-or-later
// A ruler along an edge of the canvas: pixels of the page, with the extent of the selection marked.
#pragma once

#include "canvas/diagram_canvas.h"

#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace sky::canvas {

class Ruler : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::canvas::DiagramCanvas* canvas READ canvas WRITE setCanvas NOTIFY canvasChanged REQUIRED)
    Q_PROPERTY(bool down MEMBER m_down NOTIFY lookChanged) // along the left edge; else along the top
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY lookChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY lookChanged)
    Q_PROPERTY(QColor mark MEMBER m_mark NOTIFY lookChanged)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY lookChanged)

  public:
    explicit Ruler(QQuickItem* parent = nullptr);
    [[nodiscard]] DiagramCanvas* canvas() const { return m_canvas; }
    void setCanvas(DiagramCanvas* canvas);
    void paint(QPainter* painter) override;

    // Pixels of the page between two figures: 1, 2 or 5 times a power of ten, so that they stand far enough apart.
    [[nodiscard]] static int stepAt(double zoom);

  signals:
    void canvasChanged();
    void lookChanged();

  private:
    DiagramCanvas* m_canvas = nullptr;
    bool m_down = false;
    QColor m_paper, m_ink, m_line, m_mark;
    QString m_family;
};

} // namespace sky::canvas
