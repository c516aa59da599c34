// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/file_asker.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QWindow>

namespace sky::session {

FileAsker::~FileAsker() {
    delete m_dialog;
}

void FileAsker::ask(QWindow* over, const QUrl& suggested) {
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    const auto spoken = [](const Text& text) { return toQString(text, Preferences::instance().language()); };
    m_dialog = new QFileDialog(nullptr, m_title);
    m_dialog->setObjectName("fileDialog");
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(m_saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    m_dialog->setFileMode(m_saving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (!m_filters.isEmpty()) m_dialog->setNameFilters(m_filters);
    m_dialog->setDefaultSuffix(m_suffix);
    if (suggested.isLocalFile()) {
        const QFileInfo file(suggested.toLocalFile());
        m_dialog->setDirectory(file.absolutePath());
        if (m_saving) m_dialog->selectFile(file.fileName());
    }
    m_dialog->setLabelText(QFileDialog::Accept, m_saving ? spoken({"Save", "저장"}) : spoken({"Open", "열기"}));
    m_dialog->setLabelText(QFileDialog::Reject, spoken({"Cancel", "취소"}));
    m_dialog->setLabelText(QFileDialog::LookIn, spoken({"Folder", "폴더"}));
    m_dialog->setLabelText(QFileDialog::FileName, spoken({"File name", "파일 이름"}));
    m_dialog->setLabelText(QFileDialog::FileType, spoken({"Kind", "형식"}));
    connect(m_dialog, &QFileDialog::accepted, this, [this] { // urlSelected() does not come for a name that was typed
        if (const QList<QUrl> files = m_dialog->selectedUrls(); !files.isEmpty()) emit accepted(files.front());
    });
    connect(m_dialog, &QFileDialog::rejected, this, &FileAsker::rejected);
    if (over) {
        m_dialog->winId(); // there is a window to be told whose it is
        m_dialog->windowHandle()->setTransientParent(over);
        // Where no window manager gives the focus back.
        connect(m_dialog, &QFileDialog::finished, over, [over] { over->requestActivate(); });
    }
    m_dialog->open();
    m_dialog->activateWindow();
}

} // namespace sky::session
