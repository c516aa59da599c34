// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest steps of the engine, for its own source files.
#pragma once

#include "simulation/engine.h"

namespace sky::simulation {

inline void Engine::plan(Frame& frame, double at, FrameState state) {
    frame.state = state;
    frame.pending = m_events.plan(at, what(kFrame, static_cast<std::uint32_t>(&frame - m_frames.data())));
}

inline std::uint32_t Engine::allocate() {
    const std::uint32_t index = m_freeFrame;
    if (index != kNone) [[likely]] {
        m_freeFrame = m_frames[index].next;
        return index;
    }
    if (m_frames.size() >= kMostFrames) return kNone;
    m_frames.emplace_back();
    return static_cast<std::uint32_t>(m_frames.size() - 1);
}

inline void Engine::release(std::uint32_t index) {
    Frame& frame = m_frames[index];
    ++frame.serial;
    frame.state = FrameState::Free;
    frame.next = m_freeFrame;
    m_freeFrame = index;
}

inline void Engine::touch(StationState& station, StationTally& tally) {
    const double passed = m_now - station.lastChange;
    const std::uint32_t here = station.discipline == Discipline::Sharing ? static_cast<std::uint32_t>(station.sharing.size())
                                                                        : station.queued + station.busy;
    station.lastChange = m_now;
    tally.areaHere += passed * here;
    tally.areaBusy += passed * (here < station.servers ? here : station.servers);
    if (station.levels != 0) tally.levels[here < station.levels ? here : station.levels - 1] += passed;
}

} // namespace sky::simulation
