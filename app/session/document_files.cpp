// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a document that knows files: project files and pictures through store/, everything else through
// exchange/.
#include "session/document.h"

#include "diagram/limits.h"
#include "exchange/formats.h"
#include "session/preferences.h"
#include "session/text_bridge.h"
#include "store/atomic_replace.h"
#include "store/project_file.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace sky::session {

namespace {

constexpr const char* kProjectSuffix = "skyw";

Result<diagram::Diagram> readAny(const std::string& path, const catalog::Catalog& catalog, bool& isProjectFile) {
    store::FileSystem& files = store::posixFileSystem();
    isProjectFile = false;
    const Result<std::string> bytes = files.read(path, diagram::limits::kFileBytes);
    if (!bytes) return bytes.error();
    if (const exchange::Format* format = exchange::formatByContent(*bytes)) return format->read(*bytes, catalog);
    Result<store::Opened> opened = store::openBytes(*bytes, path, catalog);
    if (!opened) return opened.error();
    isProjectFile = opened->carrier == store::Carrier::ProjectFile;
    return std::move(opened->diagram);
}

} // namespace

QString Document::title() const {
    if (!m_path.isEmpty()) return QFileInfo(m_path).completeBaseName();
    const QString name = toQString(m_diagram.project().name, Preferences::instance().language());
    if (!name.isEmpty()) return name;
    if (!m_suggestedName.isEmpty()) return m_suggestedName;
    return toQString(Text{"Untitled", "제목 없음"}, Preferences::instance().language());
}

bool Document::pristine() const {
    return m_path.isEmpty() && m_diagram.elements().empty() && !m_history.canUndo() && !m_history.canRedo();
}

void Document::put(diagram::Diagram diagram, const QString& path) {
    m_diagram = std::move(diagram);
    m_history.clear();
    m_unsavedChanges = 0;
    m_path = path;
    ++m_revision;
    if (m_recovery) m_recovery->clean();
    const std::string folder = store::recoveryFolder();
    m_recovery = folder.empty()
                     ? nullptr
                     : std::make_unique<store::RecoveryWriter>(store::posixFileSystem(), folder, toStdString(path));
    emit replaced();
    emit revisionChanged();
    emit historyChanged();
    emit titleChanged();
}

bool Document::lock(const QString& path) {
    m_lock.reset();
    Result<store::ProjectLock> held = store::ProjectLock::acquire(store::posixFileSystem(), toStdString(path));
    if (!held) {
        sayFile(held.error());
        return false;
    }
    m_lock.emplace(*std::move(held));
    return true;
}

bool Document::openFile(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    bool isProjectFile = false;
    Result<diagram::Diagram> read = readAny(toStdString(absolute), catalog(), isProjectFile);
    if (!read) {
        sayFile(read.error());
        return false;
    }
    if (isProjectFile && !lock(absolute)) return false;
    if (!isProjectFile) m_lock.reset();
    m_suggestedName = QFileInfo(path).completeBaseName();
    // What was imported is a new project: saving asks for a name and never overwrites what it came from.
    put(*std::move(read), isProjectFile ? absolute : QString());
    Preferences::instance().noteFile(absolute);
    return true;
}

bool Document::openUrl(const QUrl& url) {
    return openFile(url.isLocalFile() ? url.toLocalFile() : url.toString());
}

bool Document::write(const QString& path) {
    Result<store::Saved> written = store::saveFile(store::posixFileSystem(), toStdString(path), m_diagram, catalog());
    if (!written) {
        sayFile(written.error());
        return false;
    }
    m_history.markSaved();
    m_unsavedChanges = 0;
    if (m_recovery) m_recovery->clean(toStdString(path));
    if (written->backupProblem) sayFile(*written->backupProblem);
    Preferences::instance().noteFile(path);
    emit historyChanged();
    emit titleChanged();
    emit saved(path);
    return true;
}

bool Document::save() {
    return !m_path.isEmpty() && write(m_path);
}

bool Document::saveAs(const QString& wanted) {
    QString path = QFileInfo(wanted).absoluteFilePath();
    if (QFileInfo(path).suffix().isEmpty()) path += QString(".") + kProjectSuffix;
    if (const exchange::Format* format = exchange::formatBySuffix(toStdString(path)); format && format->write) {
        const Result<std::string> bytes = format->write(m_diagram, catalog());
        const Result<store::Replaced> written =
            bytes ? store::replaceFile(store::posixFileSystem(), toStdString(path), *bytes)
                  : Result<store::Replaced>(bytes.error());
        if (!written) {
            sayFile(written.error());
            return false;
        }
        emit saved(path); // a copy in another format: the project itself is as unsaved as before
        return true;
    }
    if (path != m_path) {
        std::optional<store::ProjectLock> before = std::move(m_lock);
        if (!lock(path)) {
            m_lock = std::move(before);
            return false;
        }
    }
    if (!write(path)) return false;
    m_path = path;
    emit titleChanged();
    return true;
}

QString Document::pathOf(const QUrl& url) const {
    return url.isLocalFile() ? url.toLocalFile() : url.toString();
}

QUrl Document::suggestedUrl() const {
    if (!m_path.isEmpty()) return QUrl::fromLocalFile(m_path);
    QString name = title();
    for (QChar& c : name)
        if (c == '/' || c == '\\' || c.unicode() < 32) c = '-';
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir()) folder = QDir::homePath();
    return QUrl::fromLocalFile(folder + "/" + name + "." + kProjectSuffix);
}

bool Document::saveAsUrl(const QUrl& url) {
    return saveAs(url.isLocalFile() ? url.toLocalFile() : url.toString());
}

bool Document::revert() {
    return !m_path.isEmpty() && openFile(m_path);
}

void Document::startNew(diagram::Diagram diagram, const QString& suggestedName) {
    m_lock.reset();
    m_suggestedName = suggestedName;
    put(std::move(diagram), {});
}

void Document::startBlank() {
    startNew({});
}

bool Document::restore(const QString& recoveryFile, const QString& projectPath) {
    Result<diagram::Diagram> found = store::recover(store::posixFileSystem(), toStdString(recoveryFile), catalog());
    if (!found) {
        sayFile(found.error());
        return false;
    }
    if (!projectPath.isEmpty() && !lock(projectPath)) return false;
    put(*std::move(found), projectPath);
    m_history.forgetSaved();
    m_unsavedChanges = 1;
    if (m_recovery) m_recovery->changed(m_diagram);
    emit historyChanged();
    const Result<void> gone = store::discard(store::posixFileSystem(), toStdString(recoveryFile));
    if (!gone) sayFile(gone.error());
    return true;
}

void Document::close() {
    if (m_recovery) m_recovery->clean();
    m_lock.reset();
}

} // namespace sky::session
