// SPDX-License-Identifier: GPL-3.0-or-later
// What one window shows of its document: selection, keyboard focus, what lies under the pointer, the tool in hand.
// Nothing here is saved with the project. Selected things are always there: what goes out of the diagram is dropped.
#pragma once

#include "edit/draft.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace sky::session {

class Document;

class ViewState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A window has one.")
    Q_PROPERTY(QStringList selectedElements READ selectedElements NOTIFY selectionChanged)
    Q_PROPERTY(QStringList selectedLinks READ selectedLinks NOTIFY selectionChanged)
    Q_PROPERTY(int selectionCount READ selectionCount NOTIFY selectionChanged)
    Q_PROPERTY(QString selectionSummary READ selectionSummary NOTIFY selectionSummaryChanged)
    Q_PROPERTY(QString hovered READ hovered NOTIFY hoveredChanged)
    Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY toolChanged)

  public:
    enum class Tool { Select, Hand, Connect, Words, Note };
    Q_ENUM(Tool)

    explicit ViewState(Document& document, QObject* parent = nullptr);

    // In the order they were picked; the first one leads (its size is taken, its name is shown).
    [[nodiscard]] const std::vector<ElementId>& elements() const { return m_selection.elements; }
    [[nodiscard]] const std::vector<LinkId>& links() const { return m_selection.links; }
    [[nodiscard]] const edit::Selection& selection() const { return m_selection; }
    [[nodiscard]] bool isSelected(const ElementId& id) const;
    [[nodiscard]] bool isSelected(const LinkId& id) const;
    void select(edit::Selection selection);
    void select(const ElementId& id);
    void select(const LinkId& id);
    void toggle(const ElementId& id);
    void toggle(const LinkId& id);

    [[nodiscard]] QStringList selectedElements() const;
    [[nodiscard]] QStringList selectedLinks() const;
    [[nodiscard]] int selectionCount() const;
    [[nodiscard]] QString selectionSummary() const; // "1 selected: web-1"
    Q_INVOKABLE void selectElement(const QString& id) { select(ElementId(id.toStdString())); }
    Q_INVOKABLE void selectLink(const QString& id) { select(LinkId(id.toStdString())); }
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clearSelection() { select(edit::Selection{}); }

    [[nodiscard]] QString hovered() const { return m_hovered; }
    void setHovered(const QString& id);
    [[nodiscard]] Tool tool() const { return m_tool; }
    void setTool(Tool tool);

  signals:
    void selectionAboutToChange(); // to another choice of the person's: what is half typed is to be settled now
    void selectionChanged();
    void selectionSummaryChanged();
    void hoveredChanged();
    void toolChanged();

  private:
    void prune(const edit::ChangeSet& changes);

    Document& m_document;
    edit::Selection m_selection;
    QString m_hovered;
    Tool m_tool = Tool::Select;
};

} // namespace sky::session
