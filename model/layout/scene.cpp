// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene.h"

namespace sky::layout {

template <class Enter>
void Scene::eachArea(std::int32_t number, const SceneBox& box, Enter enter) const {
    const Area area = Area::of(box.body);
    if (!box.solid) return;
    if (!box.container) {
        enter(number * 2, area);
        return;
    }
    enter(number * 2, {area.left, area.top, area.right, area.top});
    enter(number * 2, {area.left, area.bottom, area.right, area.bottom});
    enter(number * 2, {area.left, area.top, area.left, area.bottom});
    enter(number * 2, {area.right, area.top, area.right, area.bottom});
    if (!box.title.empty()) enter(number * 2 + 1, Area::of(box.title));
}

void Scene::set(std::int32_t number, std::optional<SceneBox> box) {
    const auto at = static_cast<std::size_t>(number);
    if (at >= m_boxes.size()) m_boxes.resize(at + 1);
    if (m_boxes[at]) eachArea(number, *m_boxes[at], [&](std::int32_t entry, const Area& area) { m_index.erase(entry, area); });
    m_boxes[at] = box;
    if (box) eachArea(number, *box, [&](std::int32_t entry, const Area& area) { m_index.insert(entry, area); });
}

std::vector<std::int32_t> Scene::ancestors(std::int32_t number) const {
    constexpr std::size_t kMost = 64;
    std::vector<std::int32_t> chain;
    const SceneBox* at = box(number);
    while (at && at->parent >= 0 && chain.size() < kMost) {
        chain.push_back(at->parent);
        at = box(at->parent);
    }
    return chain;
}

bool Scene::isInside(std::int32_t number, std::int32_t container) const {
    const SceneBox* at = box(number);
    for (int step = 0; at && step < 64; ++step) {
        if (at->parent == container) return true;
        at = box(at->parent);
    }
    return false;
}

} // namespace sky::layout
