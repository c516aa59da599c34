// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/picture_export.h"

#include "canvas/camera.h"
#include "canvas/printing.h"
#include "paint/export.h"
#include "picture/page.h"
#include "picture/svg_writer.h"
#include "session/preferences.h"
#include "session/text_bridge.h"
#include "store/atomic_replace.h"
#include "store/embedded.h"
#include "store/project_format.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QThreadPool>

namespace sky::canvas {

namespace {

using session::toQString;
using session::toStdString;

picture::Color backgroundOf(picture::ThemeName theme, bool transparent) {
    return transparent ? picture::kNoColor : picture::theme(theme).canvas;
}

} // namespace

// Everything an export needs, taken on the GUI thread and used on another.
struct PictureExport::Wish {
    std::shared_ptr<const topology::Topology> topology;
    picture::PageOptions page;
    QString format;
    bool transparent = false;
    bool embed = false;
    int scale = 1;
    int paper = 0;
    std::string title;
    Progress progress;
};

PictureExport::~PictureExport() {
    m_token.cancel();
}

void PictureExport::setSession(session::Session* session) {
    if (session == m_session) return;
    m_session = session;
    emit sessionChanged();
}

PictureExport::Wish PictureExport::wish() const {
    Wish wish;
    m_session->jobs()->finish();
    wish.topology = m_session->jobs()->source().topology;
    wish.page.options.theme = m_dark ? picture::ThemeName::Dark : picture::ThemeName::Light;
    wish.page.options.language = m_korean ? Language::Korean : Language::English;
    wish.page.options.titleBlock = m_titleBlock;
    wish.page.options.legend = m_legend;
    if (m_selectionOnly) {
        for (const ElementId& id : m_session->view()->elements()) wish.page.only.push_back(id.str());
        for (const LinkId& id : m_session->view()->links()) wish.page.only.push_back(id.str());
    }
    wish.format = m_format;
    wish.transparent = m_transparent;
    wish.embed = m_embed && !m_selectionOnly;
    wish.scale = m_scale;
    wish.paper = m_paper;
    wish.title = toStdString(m_session->document()->title());
    wish.progress = Progress(m_token);
    return wish;
}

Result<std::string> PictureExport::bytesOf(const Wish& wish) {
    Result<picture::Page> page = picture::pageOf(wish.topology, wish.page);
    if (!page) return page.error();
    std::string project;
    if (wish.embed && wish.format != "pdf") {
        Result<std::string> saved = store::save(wish.topology->diagram());
        if (!saved) return saved.error();
        project = wish.format == "png" ? store::embed(*saved) : store::embedForSvg(*saved);
    }
    const picture::Color background = backgroundOf(wish.page.options.theme, wish.transparent);
    if (wish.format == "svg") {
        picture::SvgOptions options;
        options.area = page->area;
        options.background = background;
        options.title = wish.title;
        options.language = wish.page.options.language == Language::Korean ? "ko" : "en";
        options.embedded = project;
        return picture::toSvg(page->figures, options);
    }
    if (wish.format == "pdf") {
        paint::PdfExport how;
        how.paper = wish.paper == 1 ? paint::Paper::A4 : wish.paper == 2 ? paint::Paper::Slide : paint::Paper::Content;
        how.background = background;
        how.title = wish.title;
        return paint::toPdf(*page, how);
    }
    paint::PngExport how;
    how.scale = wish.scale;
    how.background = background;
    how.project = project;
    how.progress = wish.progress;
    return paint::toPng(*page, how);
}

void PictureExport::renew(int width, int height) {
    if (!m_session || width <= 0 || height <= 0) return;
    const Wish wanted = wish();
    const QPointer<PictureExport> self(this);
    QThreadPool::globalInstance()->start([wanted, width, height, self] {
        QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QString measure;
        QString problem;
        const Result<picture::Page> page = picture::pageOf(wanted.topology, wanted.page);
        if (!page) {
            problem = toQString(page.error().what, session::Preferences::instance().language());
        } else {
            const QRectF area = toQRectF(page->area);
            const double scale = std::min({width / area.width(), height / area.height(), 2.0});
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate((width - area.width() * scale) / 2, (height - area.height() * scale) / 2);
            painter.scale(scale, scale);
            painter.translate(-area.topLeft());
            if (const picture::Color color = backgroundOf(wanted.page.options.theme, wanted.transparent);
                color.visible())
                painter.fillRect(area, paint::toQColor(color));
            paint::Painter tools;
            paint::DrawOptions how;
            how.scale = std::max(scale, 1.0); // small text is left out of the canvas, not of a preview
            how.leastLine = 1;
            how.clip = page->area;
            tools.draw(painter, page->figures, how);
            const int times = wanted.format == "png" ? wanted.scale : 1;
            measure =
                QString("%1 × %2 px").arg(std::lround(area.width() * times)).arg(std::lround(area.height() * times));
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        const QUrl url("data:image/png;base64," + QString::fromLatin1(bytes.toBase64()));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, url, measure, problem] {
            if (!self) return;
            self->m_preview = url;
            self->m_measure = measure;
            self->m_problem = problem;
            emit self->previewChanged();
        });
    });
}

QUrl PictureExport::suggestedUrl() const {
    const QUrl project = m_session->document()->suggestedUrl();
    const QFileInfo file(project.toLocalFile());
    return QUrl::fromLocalFile(file.absolutePath() + "/" + file.completeBaseName() + "." + m_format);
}

void PictureExport::writeTo(const QUrl& url) {
    if (!m_session || m_busy) return;
    m_token = CancelToken::make();
    const Wish wanted = wish();
    m_busy = true;
    emit busyChanged();
    QString path = url.isLocalFile() ? url.toLocalFile() : url.toString();
    if (QFileInfo(path).suffix().isEmpty()) path += "." + m_format;
    const QPointer<PictureExport> self(this);
    QThreadPool::globalInstance()->start([wanted, path, self] {
        Result<std::string> bytes = bytesOf(wanted);
        const Result<store::Replaced> done =
            bytes ? store::replaceFile(store::posixFileSystem(), toStdString(path), *bytes)
                  : Result<store::Replaced>(bytes.error());
        const QString problem =
            done ? QString() : toQString(done.error().in(session::Preferences::instance().language()));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, path, problem] {
            if (!self) return;
            self->m_busy = false;
            emit self->busyChanged();
            if (problem.isEmpty())
                emit self->written(path);
            else
                emit self->failed(problem);
        });
    });
}

void PictureExport::copySelection() {
    if (!m_session) return;
    Wish wanted = wish();
    wanted.page.options.theme =
        session::Preferences::instance().dark() ? picture::ThemeName::Dark : picture::ThemeName::Light;
    wanted.page.options.language = session::Preferences::instance().language();
    wanted.page.only.clear();
    for (const ElementId& id : m_session->view()->elements()) wanted.page.only.push_back(id.str());
    wanted.embed = false;
    wanted.scale = 2;
    m_token = CancelToken::make();
    wanted.progress = Progress(m_token);
    const QPointer<PictureExport> self(this);
    QThreadPool::globalInstance()->start([wanted, self]() mutable {
        QByteArray made[2];
        QString problem;
        for (const int which : {0, 1}) {
            wanted.format = which == 0 ? "png" : "svg";
            const Result<std::string> bytes = bytesOf(wanted);
            if (bytes)
                made[which] = QByteArray(bytes->data(), static_cast<qsizetype>(bytes->size()));
            else
                problem = toQString(bytes.error().what, session::Preferences::instance().language());
        }
        const QImage image = QImage::fromData(made[0], "PNG");
        QMetaObject::invokeMethod(QCoreApplication::instance(),
                                  [self, image, png = made[0], svg = made[1], problem] {
                                      if (!self) return;
                                      if (!problem.isEmpty()) {
                                          emit self->failed(problem);
                                          return;
                                      }
                                      auto* data = new QMimeData;
                                      data->setImageData(image);
                                      data->setData("image/png", png);
                                      data->setData("image/svg+xml", svg);
                                      QGuiApplication::clipboard()->setMimeData(data);
                                      emit self->copied();
                                  });
    });
}

void PictureExport::printOut() {
    if (!m_session) return;
    Wish wanted = wish();
    wanted.page.options.theme = picture::ThemeName::Light; // paper is white
    wanted.page.options.language = session::Preferences::instance().language();
    wanted.page.only.clear();
    const Result<picture::Page> page = picture::pageOf(wanted.topology, wanted.page);
    if (!page) {
        emit failed(toQString(page.error().what, session::Preferences::instance().language()));
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(toQString(wanted.title));
    printer.setPageOrientation(page->area.width > page->area.height ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintDialog dialog(&printer);
    if (dialog.exec() == QDialog::Accepted && !printPage(*page, printer))
        emit failed(toQString(Text{"The printer takes nothing.", "프린터가 인쇄 작업을 받지 않습니다."},
                              session::Preferences::instance().language()));
}

} // namespace sky::canvas
