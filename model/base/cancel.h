// SPDX-License-Identifier: GPL-3.0-or-later
// How long work is stopped and watched. A CancelToken is a value shared by who may stop and who works; a Progress
// carries the token and tells how far the work is. Both may be used from any thread; polling costs one relaxed load.
#pragma once

#include "base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace sky {

class CancelToken {
  public:
    CancelToken() = default; // can never be cancelled, costs nothing
    [[nodiscard]] static CancelToken make() {
        CancelToken token;
        token.m_cancelled = std::make_shared<std::atomic<bool>>(false);
        return token;
    }
    void cancel() const {
        if (m_cancelled) m_cancelled->store(true, std::memory_order_relaxed);
    }
    [[nodiscard]] bool cancelled() const { return m_cancelled && m_cancelled->load(std::memory_order_relaxed); }

  private:
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

[[nodiscard]] inline Error cancelledError() {
    return {ErrorCode::Cancelled,
            {},
            {"The work was stopped before it was done.", "작업이 끝나기 전에 중단되었습니다."},
            {}};
}

// Calls its listener on the working thread, with thousandths of the whole that only rise, each at most once, so that
// report() may stand in a tight loop. Where several threads work, listeners may run at the same time.
class Progress {
  public:
    using Listener = std::function<void(int permille)>;

    Progress() = default; // nobody listens, nobody stops
    explicit Progress(CancelToken token, Listener listener = {})
        : m_token(std::move(token)), m_shared(listener ? std::make_shared<Shared>(std::move(listener)) : nullptr) {}

    [[nodiscard]] bool cancelled() const { return m_token.cancelled(); }
    [[nodiscard]] const CancelToken& token() const { return m_token; }

    void report(std::uint64_t done, std::uint64_t whole) const {
        if (!m_shared) return;
        const int permille =
            done >= whole ? 1000 : static_cast<int>(static_cast<double>(done) * 1000.0 / static_cast<double>(whole));
        int before = m_shared->permille.load(std::memory_order_relaxed);
        while (permille > before) {
            if (m_shared->permille.compare_exchange_weak(before, permille, std::memory_order_relaxed)) {
                m_shared->listener(permille);
                return;
            }
        }
    }

  private:
    struct Shared {
        explicit Shared(Listener given) : listener(std::move(given)) {}
        Listener listener;
        std::atomic<int> permille{-1};
    };
    CancelToken m_token;
    std::shared_ptr<Shared> m_shared;
};

} // namespace sky
