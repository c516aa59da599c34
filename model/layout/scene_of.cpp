// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene_of.h"

#include "base/text_width.h"
#include "layout/routes.h"

#include <algorithm>

namespace sky::layout {

SceneBox sceneBox(const Placed& placed, std::int32_t parent) {
    SceneBox box;
    box.parent = parent;
    box.body = placed.body();
    box.anchor = placed.tile.empty() ? placed.frame : placed.tile;
    if (placed.shape == Shape::Container) {
        box.container = true;
        box.body = placed.frame;
        box.anchor = placed.frame;
        box.title = placed.label;
    } else if (placed.shape == Shape::Frame) {
        box.solid = false;
        box.body = placed.frame;
        box.anchor = placed.frame;
    } else if (!placed.tile.empty()) {
        box.words = placed.label;
    }
    return box;
}

SceneBox sceneBox(const PlacedPart& part, std::int32_t parent) {
    SceneBox box;
    box.parent = parent;
    box.body = part.frame.united(part.tile).united(part.label);
    box.anchor = part.tile;
    box.words = part.label;
    return box;
}

Text labelOf(const topology::Topology& topology, const diagram::Link& link) {
    if (!link.name.empty()) return link.name;
    const topology::LinkMeaning meaning = topology.meaning(link.id);
    if (meaning.kind.value != catalog::LinkKind::Traffic) return {};
    std::string words;
    if (meaning.protocol.known()) words = meaning.protocol.value;
    std::transform(words.begin(), words.end(), words.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (meaning.port.known() && meaning.port.value != "all") {
        if (!words.empty()) words += ' ';
        words += meaning.port.value;
    }
    return {words, {}};
}

Terminal terminalOf(const Placed& placed) {
    const SceneBox box = sceneBox(placed, -1);
    return {box.body, box.anchor, false, false};
}

Size labelSize(const topology::Topology& topology, const diagram::Link& link) {
    constexpr std::int32_t kHeight = 16; // 11 px writing on its plate
    const Text text = labelOf(topology, link);
    const std::int32_t width = std::max(textWidth(text.en, 11), textWidth(text.ko, 11));
    if (width == 0) return {};
    return {width + 8, kHeight};
}

} // namespace sky::layout
