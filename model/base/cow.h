// SPDX-License-Identifier: GPL-3.0-or-later
// Cow<T>: a value that is shared until it is written (copy on write). Copying costs one counter; write() clones only
// while somebody else still holds the value. Different Cow objects may live on different threads; one object may not.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace sky {

template <class T>
class Cow {
  public:
    Cow() : m_box(new Box{}) {}
    explicit Cow(T&& value) : m_box(new Box{std::move(value)}) {}
    explicit Cow(const T& value) : m_box(new Box{value}) {}
    Cow(const Cow& other) noexcept : m_box(other.m_box) { m_box->holders.fetch_add(1, std::memory_order_relaxed); }
    Cow(Cow&& other) noexcept : m_box(std::exchange(other.m_box, nullptr)) {} // a moved-from Cow may only be assigned
    Cow& operator=(Cow other) noexcept {
        std::swap(m_box, other.m_box);
        return *this;
    }
    ~Cow() { release(); }

    [[nodiscard]] const T& read() const { return m_box->value; }
    const T& operator*() const { return m_box->value; }
    const T* operator->() const { return &m_box->value; }

    [[nodiscard]] T& write() {
        if (m_box->holders.load(std::memory_order_acquire) != 1) {
            Box* mine = new Box{m_box->value};
            release();
            m_box = mine;
        }
        return m_box->value;
    }

    // True when both hold the very same value: equal for certain, found without looking inside.
    [[nodiscard]] bool sameAs(const Cow& other) const { return m_box == other.m_box; }

  private:
    struct Box {
        T value{};
        std::atomic<std::uint32_t> holders{1};
        Box() = default;
        explicit Box(T&& v) : value(std::move(v)) {}
        explicit Box(const T& v) : value(v) {}
    };
    void release() {
        if (m_box && m_box->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete m_box;
    }
    Box* m_box;
};

} // namespace sky
