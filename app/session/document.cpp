// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

namespace sky::session {

namespace {

QString spoken(const Text& text) {
    return toQString(text, Preferences::instance().language());
}

} // namespace

Document::Document(QObject* parent) : QObject(parent) {
    put({}, {}); // what is drawn before the first save is watched over too
    connect(&Preferences::instance(), &Preferences::languageChanged, this, [this] {
        emit titleChanged();
        emit historyChanged();
    });
}

Document::~Document() = default;

bool Document::perform(Result<edit::Step> step, std::string_view mergeKey) {
    if (!step) {
        say(step.error());
        return false;
    }
    if (step->edits.empty()) return true;
    Result<edit::ChangeSet> changes = edit::apply(m_diagram, catalog(), *step);
    if (!changes) {
        say(changes.error());
        return false;
    }
    m_history.push(*std::move(step), mergeKey);
    ++m_unsavedChanges;
    announce(*changes);
    return true;
}

std::optional<edit::Selection> Document::perform(Result<edit::Built> built, std::string_view mergeKey) {
    if (!built) {
        say(built.error());
        return std::nullopt;
    }
    edit::Built made = *std::move(built);
    if (!perform(Result<edit::Step>(std::move(made.step)), mergeKey)) return std::nullopt;
    return std::move(made.made);
}

bool Document::undo() {
    if (!canUndo()) return false;
    const Result<edit::ChangeSet> changes = m_history.undo(m_diagram);
    if (!changes) {
        say(changes.error());
        return false;
    }
    m_unsavedChanges = modified() ? std::max(1, m_unsavedChanges - 1) : 0;
    announce(*changes);
    return true;
}

bool Document::redo() {
    if (!canRedo()) return false;
    const Result<edit::ChangeSet> changes = m_history.redo(m_diagram);
    if (!changes) {
        say(changes.error());
        return false;
    }
    m_unsavedChanges = modified() ? m_unsavedChanges + 1 : 0;
    announce(*changes);
    return true;
}

QString Document::undoName() const {
    return spoken(m_history.undoName());
}

QString Document::redoName() const {
    return spoken(m_history.redoName());
}

void Document::announce(const edit::ChangeSet& changes) {
    ++m_revision;
    if (m_recovery) m_recovery->changed(m_diagram);
    emit changed(changes);
    emit revisionChanged();
    emit historyChanged();
    if (changes.project) emit titleChanged();
}

void Document::say(const Error& error) {
    emit refused(spoken(error.what), spoken(error.remedy));
}

void Document::sayFile(const Error& error) {
    QString what = spoken(error.what);
    if (!error.place.empty()) what = toQString(error.place) + ": " + what;
    emit fileProblem(what, spoken(error.remedy));
}

} // namespace sky::session
