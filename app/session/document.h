// SPDX-License-Identifier: GPL-3.0-or-later
// One open project: the diagram, its history, its file. perform() is the only way a diagram changes; every change is
// announced as a ChangeSet. Lives on the GUI thread; diagram() copied is a snapshot any thread may read.
#pragma once

#include "edit/draft.h"
#include "edit/history.h"
#include "store/project_lock.h"
#include "store/recovery.h"

#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace sky::session {

class Document : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A window has one.")
    Q_PROPERTY(QString title READ title NOTIFY titleChanged)
    Q_PROPERTY(QString path READ path NOTIFY titleChanged)
    Q_PROPERTY(bool untitled READ untitled NOTIFY titleChanged)
    Q_PROPERTY(bool pristine READ pristine NOTIFY historyChanged)
    Q_PROPERTY(bool modified READ modified NOTIFY historyChanged)
    Q_PROPERTY(int unsavedChanges READ unsavedChanges NOTIFY historyChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY historyChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY historyChanged)
    Q_PROPERTY(QString undoName READ undoName NOTIFY historyChanged)
    Q_PROPERTY(QString redoName READ redoName NOTIFY historyChanged)
    Q_PROPERTY(int elementCount READ elementCount NOTIFY revisionChanged)
    Q_PROPERTY(int linkCount READ linkCount NOTIFY revisionChanged)
    Q_PROPERTY(int revision READ revisionForQml NOTIFY revisionChanged)

  public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const diagram::Diagram& diagram() const { return m_diagram; }
    [[nodiscard]] const catalog::Catalog& catalog() const { return catalog::Catalog::builtin(); }
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] int revisionForQml() const { return static_cast<int>(m_revision & 0x7FFFFFFF); }

    // Carries out what a builder made, as one entry of the history. An error is announced by refused() and changes
    // nothing. Steps with the same merge key, one after the other, become one entry (endMerging() closes it).
    bool perform(Result<edit::Step> step, std::string_view mergeKey = {});
    std::optional<edit::Selection> perform(Result<edit::Built> built, std::string_view mergeKey = {});
    void endMerging() { m_history.endMerging(); }
    Q_INVOKABLE bool undo();
    Q_INVOKABLE bool redo();

    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;
    [[nodiscard]] bool modified() const { return m_history.isModified(); }
    [[nodiscard]] int unsavedChanges() const { return m_unsavedChanges; }
    [[nodiscard]] int elementCount() const { return static_cast<int>(m_diagram.elements().size()); }
    [[nodiscard]] int linkCount() const { return static_cast<int>(m_diagram.links().size()); }

    // Files. All answer true when done; what went wrong is announced by fileProblem().
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool untitled() const { return m_path.isEmpty(); }
    [[nodiscard]] bool pristine() const; // nothing drawn and nothing to undo: another project may take its place
    Q_INVOKABLE bool openFile(const QString& path);
    Q_INVOKABLE bool openUrl(const QUrl& url);
    Q_INVOKABLE bool save();
    Q_INVOKABLE bool saveAs(const QString& path);
    Q_INVOKABLE [[nodiscard]] QUrl suggestedUrl() const; // for a dialog that asks where to save
    Q_INVOKABLE [[nodiscard]] QString pathOf(const QUrl& url) const;
    Q_INVOKABLE bool saveAsUrl(const QUrl& url);
    Q_INVOKABLE bool revert();
    void startNew(diagram::Diagram diagram, const QString& suggestedName = {});
    Q_INVOKABLE void startBlank();
    Q_INVOKABLE bool restore(const QString& recoveryFile, const QString& projectPath);
    Q_INVOKABLE void close(); // on purpose: nothing is left to recover

  signals:
    void changed(const sky::edit::ChangeSet& changes);
    void replaced();
    void revisionChanged();
    void historyChanged();
    void titleChanged();
    void refused(const QString& what, const QString& remedy);
    void fileProblem(const QString& what, const QString& remedy);
    void saved(const QString& path);

  private:
    void announce(const edit::ChangeSet& changes);
    void say(const Error& error);
    void sayFile(const Error& error);
    void put(diagram::Diagram diagram, const QString& path);
    bool write(const QString& path);
    bool lock(const QString& path);

    diagram::Diagram m_diagram;
    edit::History m_history;
    quint64 m_revision = 1;
    int m_unsavedChanges = 0;
    QString m_path;
    QString m_suggestedName;
    std::optional<store::ProjectLock> m_lock;
    std::unique_ptr<store::RecoveryWriter> m_recovery;
};

} // namespace sky::session
