// SPDX-License-Identifier: GPL-3.0-or-later
// What routes see of a diagram: numbered boxes, one in another, in a spatial index. Containers are entered in the index
// by their borders only: a line that starts inside one never meets it, one that comes from outside does.
#pragma once

#include "layout/rect_index.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sky::layout {

struct SceneBox {
    Rect body;    // what links go round
    Rect anchor;  // what links meet
    Rect title;   // of a container: where a link must not cross the writing; may be empty
    Rect words;   // of a leaf: its caption within the body; with none the whole body is taken to be covered
    std::int32_t parent = -1;
    bool container = false;
    bool solid = true; // false: an outline that links may cross
    friend bool operator==(const SceneBox&, const SceneBox&) = default;
};

class Scene {
  public:
    explicit Scene(std::size_t expected = 1024) : m_index(expected) {}

    void set(std::int32_t number, std::optional<SceneBox> box);
    [[nodiscard]] const SceneBox* box(std::int32_t number) const {
        return number >= 0 && static_cast<std::size_t>(number) < m_boxes.size() && m_boxes[static_cast<std::size_t>(number)]
                   ? &*m_boxes[static_cast<std::size_t>(number)]
                   : nullptr;
    }
    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(m_boxes.size()); }
    [[nodiscard]] std::vector<std::int32_t> ancestors(std::int32_t number) const; // nearest first; stops on a circle
    [[nodiscard]] bool isInside(std::int32_t number, std::int32_t container) const;

    // visit(number, isTitle) for what touches the area; may repeat.
    template <class Visit>
    void query(const Area& area, Visit visit) const {
        m_index.query(area, [&](std::int32_t entry, const Area&) { visit(entry / 2, (entry & 1) != 0); });
    }

  private:
    template <class Enter>
    void eachArea(std::int32_t number, const SceneBox& box, Enter enter) const;

    std::vector<std::optional<SceneBox>> m_boxes;
    RectIndex m_index;
};

} // namespace sky::layout
