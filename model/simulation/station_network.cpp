// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/station_network.h"

#include "base/ensure.h"

#include <cmath>

namespace sky::simulation {
namespace {

Error broken(const std::string& place, std::string english, std::string korean) {
    return {ErrorCode::Invalid, place, {std::move(english), std::move(korean)}, {}};
}

bool part(double value) {
    return value >= 0.0 && value <= 1.0;
}

bool duration(double value) {
    return value >= 0.0 && std::isfinite(value);
}

// Depth-first over stations that pass a request on without any time in between: a circle of them never ends.
bool timeless(const StationNetwork& network, std::uint32_t station, std::vector<std::uint8_t>& seen) {
    if (seen[station] == 1) return true;
    if (seen[station] == 2) return false;
    seen[station] = 1;
    const Station& here = network.stations[station];
    if (here.work.zero()) {
        for (std::uint32_t i = here.firstCall; i < here.firstCall + here.calls; ++i) {
            if (network.calls[i].delayOut <= 0.0 && timeless(network, network.calls[i].to, seen)) return true;
        }
    }
    seen[station] = 2;
    return false;
}

Result<void> checkCall(const Call& call, const std::string& place, std::size_t stations, std::size_t calls) {
    if (call.to >= stations) return broken(place, "A call leads nowhere.", "호출의 대상이 없습니다.");
    if (call.fallback != kNone && call.fallback >= calls) return broken(place, "A fallback is no call.", "대체 호출이 없습니다.");
    if (!part(call.loss) || !part(call.edgeHit) || !part(call.hit)) {
        return broken(place, "A part is not between 0 and 100 %.", "비율이 0~100 % 범위를 벗어났습니다.");
    }
    if (!duration(call.count) || !duration(call.weight) || !duration(call.delayOut) || !duration(call.delayBack) ||
        !duration(call.timeout) || !duration(call.backoff)) {
        return broken(place, "A number of a call is negative or endless.", "호출의 값이 음수이거나 무한합니다.");
    }
    if (call.retries > 100) return broken(place, "A call is retried more than 100 times.", "재시도 횟수가 100회를 넘습니다.");
    return {};
}

} // namespace

void StationNetwork::connect(std::uint32_t station, const std::vector<Call>& given) {
    ENSURE(stations[station].calls == 0, "a station's calls are added once");
    stations[station].firstCall = static_cast<std::uint32_t>(calls.size());
    stations[station].calls = static_cast<std::uint32_t>(given.size());
    calls.insert(calls.end(), given.begin(), given.end());
}

std::uint32_t StationNetwork::add(Station station) {
    stations.push_back(std::move(station));
    return static_cast<std::uint32_t>(stations.size() - 1);
}

Result<void> checkNetwork(const StationNetwork& network) {
    for (const Station& station : network.stations) {
        if (station.servers == 0) return broken(station.id, "It has no servers.", "서버가 없습니다.");
        if (station.workers == 0) return broken(station.id, "It admits nobody: workers is 0.", "workers가 0이라 요청을 받을 수 없습니다.");
        if (!part(station.failure)) return broken(station.id, "Its error rate is not between 0 and 100 %.", "오류율이 0~100 % 범위를 벗어났습니다.");
        if (station.firstCall + static_cast<std::size_t>(station.calls) > network.calls.size()) {
            return broken(station.id, "Its calls are not there.", "호출이 없습니다.");
        }
        for (std::uint32_t i = 0; i < station.calls; ++i) {
            if (auto good = checkCall(network.calls[station.firstCall + i], station.id, network.stations.size(), network.calls.size()); !good) return good;
        }
    }
    for (const Source& source : network.sources) {
        if (source.to >= network.stations.size()) return broken(source.id, "It calls nothing.", "호출하는 대상이 없습니다.");
        if (source.users == 0 && source.profile.empty() && source.between.zero()) {
            return broken(source.id, "Its rate is endless.", "요청률이 무한합니다.");
        }
        for (const ProfilePoint& point : source.profile.points) {
            if (!duration(point.at) || !duration(point.rate)) return broken(source.id, "A rate is negative or endless.", "요청률이 음수이거나 무한합니다.");
        }
    }
    std::vector<std::uint8_t> seen(network.stations.size(), 0);
    for (std::uint32_t i = 0; i < network.stations.size(); ++i) {
        if (timeless(network, i, seen)) {
            return broken(network.stations[i].id, "Its calls come back to it without any time passing.", "호출이 시간 경과 없이 자신에게 되돌아옵니다.");
        }
    }
    return {};
}

} // namespace sky::simulation
