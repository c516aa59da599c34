// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing as a picture: PNG, SVG or PDF with the options of the command line, and what it would look like, made off
// the GUI thread. Also puts a picture of the selection into the clipboard, and prints.
#pragma once

#include "base/cancel.h"
#include "session/session.h"

#include <QImage>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace sky::canvas {

class PictureExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sky::session::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString format MEMBER m_format NOTIFY changed) // png svg pdf
    Q_PROPERTY(bool dark MEMBER m_dark NOTIFY changed)
    Q_PROPERTY(bool korean MEMBER m_korean NOTIFY changed)
    Q_PROPERTY(bool transparent MEMBER m_transparent NOTIFY changed)
    Q_PROPERTY(bool selectionOnly MEMBER m_selectionOnly NOTIFY changed)
    Q_PROPERTY(bool titleBlock MEMBER m_titleBlock NOTIFY changed)
    Q_PROPERTY(bool legend MEMBER m_legend NOTIFY changed)
    Q_PROPERTY(bool embed MEMBER m_embed NOTIFY changed) // the project inside, so that the picture opens again
    Q_PROPERTY(int scale MEMBER m_scale NOTIFY changed)  // of PNG
    Q_PROPERTY(int paper MEMBER m_paper NOTIFY changed)  // of PDF: 0 the drawing, 1 A4, 2 slide
    Q_PROPERTY(QString measure READ measure NOTIFY previewChanged) // "2400 × 1600 px"
    Q_PROPERTY(QUrl preview READ preview NOTIFY previewChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY previewChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

  public:
    explicit PictureExport(QObject* parent = nullptr) : QObject(parent) {}
    ~PictureExport() override;

    [[nodiscard]] session::Session* session() const { return m_session; }
    void setSession(session::Session* session);
    [[nodiscard]] QString measure() const { return m_measure; }
    [[nodiscard]] QUrl preview() const { return m_preview; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool busy() const { return m_busy; }

    Q_INVOKABLE void renew(int width, int height); // the preview, in the screen's own pixels
    Q_INVOKABLE [[nodiscard]] QUrl suggestedUrl() const;
    Q_INVOKABLE void writeTo(const QUrl& url);
    Q_INVOKABLE void cancel() { m_token.cancel(); }
    Q_INVOKABLE void copySelection(); // or everything; PNG and SVG together
    Q_INVOKABLE void printOut();      // everything, fitted to the paper, after the system's dialog

  signals:
    void sessionChanged();
    void changed();
    void previewChanged();
    void busyChanged();
    void written(const QString& path);
    void copied();
    void failed(const QString& what);

  private:
    struct Wish;
    [[nodiscard]] Wish wish() const;
    static Result<std::string> bytesOf(const Wish& wish);

    session::Session* m_session = nullptr;
    QString m_format = "png";
    bool m_dark = false;
    bool m_korean = false;
    bool m_transparent = false;
    bool m_selectionOnly = false;
    bool m_titleBlock = false;
    bool m_legend = false;
    bool m_embed = true;
    int m_scale = 2;
    int m_paper = 0;
    QString m_measure;
    QUrl m_preview;
    QString m_problem;
    bool m_busy = false;
    CancelToken m_token;
};

} // namespace sky::canvas
