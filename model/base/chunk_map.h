// SPDX-License-Identifier: GPL-3.0-or-later
// ChunkMap<T>: values sorted by their member `id`, kept in structurally shared chunks. Copying the map costs one
// counter; a change copies at most one chunk list, one chunk and one value, and nothing when no snapshot is alive.
// Pointers and iterators are good until the map they came from changes.
#pragma once

#include "base/cow.h"
#include "base/ensure.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <vector>

namespace sky {

template <class T>
class ChunkMap {
  public:
    using Key = decltype(T::id);
    static constexpr std::size_t kChunk = 64; // values in a full chunk; it splits in two at twice this

    class Iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        Iterator() = default;
        reference operator*() const { return *(*(*m_chunks)[m_chunk])[m_at]; }
        pointer operator->() const { return &**this; }
        Iterator& operator++() {
            if (++m_at == (*m_chunks)[m_chunk]->size()) {
                m_at = 0;
                ++m_chunk;
            }
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) {
            return a.m_chunk == b.m_chunk && a.m_at == b.m_at;
        }

      private:
        friend class ChunkMap;
        using Chunks = std::vector<Cow<std::vector<Cow<T>>>>;
        Iterator(const Chunks* chunks, std::size_t chunk, std::size_t at)
            : m_chunks(chunks), m_chunk(chunk), m_at(at) {}
        const Chunks* m_chunks = nullptr;
        std::size_t m_chunk = 0;
        std::size_t m_at = 0;
    };

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] Iterator begin() const { return {&*m_chunks, 0, 0}; }
    [[nodiscard]] Iterator end() const { return {&*m_chunks, m_chunks->size(), 0}; }

    [[nodiscard]] const T* find(const Key& key) const {
        const Place place = locate(key);
        return place.found ? &*(*(*m_chunks)[place.chunk])[place.at] : nullptr;
    }
    [[nodiscard]] bool contains(const Key& key) const { return locate(key).found; }

    // The first value whose id is not less than the key.
    [[nodiscard]] Iterator lowerBound(const Key& key) const {
        const Place place = locate(key);
        const Chunks& chunks = *m_chunks;
        if (place.chunk < chunks.size() && place.at == chunks[place.chunk]->size())
            return {&chunks, place.chunk + 1, 0};
        return {&chunks, place.chunk, place.at};
    }

    // The value for writing, or null. Its id must not be changed.
    [[nodiscard]] T* write(const Key& key) {
        const Place place = locate(key);
        return place.found ? &m_chunks.write()[place.chunk].write()[place.at].write() : nullptr;
    }

    // The value for writing, made with nothing but its id when it is not there. Its id must not be changed.
    [[nodiscard]] T& obtain(const Key& key) {
        const Place place = locate(key);
        if (place.found) return m_chunks.write()[place.chunk].write()[place.at].write();
        T value;
        value.id = key;
        return insert(place, std::move(value));
    }

    // Inserts, or replaces the value of the same id. True when it was new.
    bool put(T&& value) {
        const Place place = locate(value.id);
        if (place.found) {
            m_chunks.write()[place.chunk].write()[place.at] = Cow<T>(std::move(value));
            return false;
        }
        insert(place, std::move(value));
        return true;
    }

    bool put(const T& value) { return put(T(value)); }

    // Inserts a value whose id is known not to be there; it stays where it is until it is written or taken.
    const T& insertNew(T&& value) {
        const Place place = locate(value.id);
        ENSURE(!place.found, "an id is put in as new that is there already");
        return insert(place, std::move(value));
    }

    std::optional<T> take(const Key& key) {
        const Place place = locate(key);
        if (!place.found) return std::nullopt;
        Chunks& chunks = m_chunks.write();
        Chunk& chunk = chunks[place.chunk].write();
        std::optional<T> taken(std::move(chunk[place.at].write()));
        chunk.erase(chunk.begin() + static_cast<std::ptrdiff_t>(place.at));
        --m_size;
        if (chunk.empty()) {
            chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(place.chunk));
        } else if (chunk.size() <= kChunk / 4) { // or removals would leave a trail of crumbs
            if (place.chunk + 1 < chunks.size() && chunks[place.chunk + 1]->size() <= kChunk / 2)
                join(chunks, place.chunk);
            else if (place.chunk > 0 && chunks[place.chunk - 1]->size() <= kChunk / 2)
                join(chunks, place.chunk - 1);
        }
        return taken;
    }

    // Calls visit(before, after) for every id whose value may differ, either being null; shared chunks are skipped.
    template <class Visit>
    static void compare(const ChunkMap& before, const ChunkMap& after, Visit visit);

  private:
    using Chunk = std::vector<Cow<T>>;
    using Chunks = std::vector<Cow<Chunk>>;
    struct Place {
        std::size_t chunk;
        std::size_t at;
        bool found;
    };

    [[nodiscard]] Place locate(const Key& key) const {
        const Chunks& chunks = *m_chunks;
        if (chunks.empty()) return {0, 0, false};
        const Chunk& last = *chunks.back(); // readers add in the order of ids
        if (last.back()->id < key) return {chunks.size() - 1, last.size(), false};
        auto chunk = std::upper_bound(chunks.begin(), chunks.end(), key,
                                      [](const Key& k, const Cow<Chunk>& c) { return k < c->front()->id; });
        if (chunk != chunks.begin()) --chunk;
        const Chunk& values = **chunk;
        const auto at = std::lower_bound(values.begin(), values.end(), key,
                                         [](const Cow<T>& v, const Key& k) { return v->id < k; });
        return {static_cast<std::size_t>(chunk - chunks.begin()), static_cast<std::size_t>(at - values.begin()),
                at != values.end() && (*at)->id == key};
    }

    T& insert(const Place& place, T&& value) {
        Chunks& chunks = m_chunks.write();
        if (chunks.empty()) chunks.emplace_back();
        Chunk& chunk = chunks[place.chunk].write();
        const auto at = chunk.insert(chunk.begin() + static_cast<std::ptrdiff_t>(place.at), Cow<T>(std::move(value)));
        T& inserted = at->write(); // values do not move when their chunk splits
        ++m_size;
        if (chunk.size() >= 2 * kChunk) split(chunks, place.chunk);
        return inserted;
    }

    static void split(Chunks& chunks, std::size_t which) {
        Chunk& full = chunks[which].write();
        const auto middle = full.begin() + static_cast<std::ptrdiff_t>(kChunk);
        Chunk upper(std::make_move_iterator(middle), std::make_move_iterator(full.end()));
        full.erase(middle, full.end());
        chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(which) + 1, Cow<Chunk>(std::move(upper)));
    }

    // Appends the chunk after `which` to it.
    static void join(Chunks& chunks, std::size_t which) {
        Chunk& lower = chunks[which].write();
        Chunk& upper = chunks[which + 1].write();
        lower.insert(lower.end(), std::make_move_iterator(upper.begin()), std::make_move_iterator(upper.end()));
        chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(which) + 1);
    }

    Cow<Chunks> m_chunks;
    std::size_t m_size = 0;
};

template <class T>
template <class Visit>
void ChunkMap<T>::compare(const ChunkMap& before, const ChunkMap& after, Visit visit) {
    if (before.m_chunks.sameAs(after.m_chunks)) return;
    const Chunks& old = *before.m_chunks;
    const Chunks& now = *after.m_chunks;
    std::size_t i = 0, a = 0, j = 0, b = 0; // chunk and place in it, of old and of now
    const auto step = [](const Chunks& chunks, std::size_t& chunk, std::size_t& at) {
        if (++at == chunks[chunk]->size()) {
            at = 0;
            ++chunk;
        }
    };
    while (i < old.size() || j < now.size()) {
        if (i < old.size() && j < now.size() && a == 0 && b == 0 && old[i].sameAs(now[j])) {
            ++i;
            ++j;
            continue;
        }
        const Cow<T>* left = i < old.size() ? &(*old[i])[a] : nullptr;
        const Cow<T>* right = j < now.size() ? &(*now[j])[b] : nullptr;
        if (left && (!right || (*left)->id < (*right)->id)) {
            visit(&**left, static_cast<const T*>(nullptr));
            step(old, i, a);
        } else if (right && (!left || (*right)->id < (*left)->id)) {
            visit(static_cast<const T*>(nullptr), &**right);
            step(now, j, b);
        } else {
            if (!left->sameAs(*right)) visit(&**left, &**right);
            step(old, i, a);
            step(now, j, b);
        }
    }
}

} // namespace sky
