// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the window: each takes the selection or what a gesture ends with, has the step built by edit/, and gives
// it to the document. Things that were placed automatically get their place written down in the same step as soon as
// anything is moved, so that nothing else moves under the hand.
#pragma once

#include "edit/arrange.h"
#include "edit/clipboard.h"
#include "edit/connect.h"
#include "session/document.h"
#include "session/drop_plan.h"
#include "session/jobs.h"
#include "session/view_state.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace sky::session {

class Editor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A window has one.")

  public:
    Editor(Document& document, ViewState& view, Jobs& jobs, QObject* parent = nullptr);

    [[nodiscard]] Document& document() { return m_document; }

    // Selection
    Q_INVOKABLE void remove();
    Q_INVOKABLE void duplicate();
    Q_INVOKABLE void nudge(int dx, int dy);
    Q_INVOKABLE void align(const QString& edge); // left middle right top centre bottom
    Q_INVOKABLE void distribute(bool across);
    Q_INVOKABLE void sameSize();
    Q_INVOKABLE void toggleLock();
    Q_INVOKABLE void copySettings(); // what is set on the first of the selection, less what only one thing can have
    Q_INVOKABLE void pasteSettings();
    Q_INVOKABLE void group();
    Q_INVOKABLE void ungroup();
    Q_INVOKABLE void setAccess(const QString& access); // public private isolated
    Q_INVOKABLE void addZoneLike();
    Q_INVOKABLE void reverseLinks();
    Q_INVOKABLE void setLinkKind(const QString& kind); // empty: the first that fits
    Q_INVOKABLE void clearWaypoints();
    Q_INVOKABLE void cut();
    Q_INVOKABLE void copy();
    Q_INVOKABLE void paste();
    Q_INVOKABLE bool rename(const QString& id, const QString& name); // element or link, in the language shown

    // Looks
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString& id) const; // its own name in the language shown, or empty
    Q_INVOKABLE [[nodiscard]] QString callOf(const QString& id) const; // what it is called on the canvas
    Q_INVOKABLE [[nodiscard]] bool selectionHas(const QString& what) const; // zone, subnet, container, several, link …

    // What gestures end with
    void moveBy(Point delta, const DropPlan& plan);
    void duplicateBy(Point delta, const DropPlan& plan);
    void resize(const ElementId& id, Rect pageFrame);
    // The thing made, or empty. `at` is where its centre shall be, on the page.
    ElementId place(const std::string& service, const std::string& preset, Point at, const DropPlan& plan,
                    std::string_view mergeKey = {});
    Q_INVOKABLE QString placeInSelection(const QString& service, const QString& preset); // double-click, Enter
    std::optional<LinkId> connect(const ElementId& from, const ElementId& to,
                                  std::optional<catalog::LinkKind> kind = std::nullopt, std::string_view mergeKey = {});
    void reconnect(const LinkId& link, edit::End end, const ElementId& to);
    void setWaypoints(const LinkId& link, const std::vector<Point>& waypoints);
    void insertSpace(bool across, std::int32_t from, std::int32_t by);
    ElementId placeAndConnect(const ElementId& from, const std::string& service, const std::string& preset, Point at);

  signals:
    void placed(const QString& id);

  private:
    using Build = std::function<Result<edit::Step>(const diagram::Diagram&)>;
    using BuildMade = std::function<Result<edit::Built>(const diagram::Diagram&)>;
    // The builder sees every drawn thing with its place; the places are part of the step.
    [[nodiscard]] Result<edit::Step> onPlaces(const Build& build);
    [[nodiscard]] Result<edit::Built> onPlacesMade(const BuildMade& build);
    diagram::Diagram withPlaces(std::vector<edit::Edit>& edits);
    [[nodiscard]] const catalog::Catalog& catalog() const { return m_document.catalog(); }
    [[nodiscard]] Point originOf(const ElementId& container) const;
    void selectMade(const std::optional<edit::Selection>& made);

    Document& m_document;
    ViewState& m_view;
    Jobs& m_jobs;
};

} // namespace sky::session
