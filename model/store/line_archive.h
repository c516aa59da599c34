// SPDX-License-Identifier: GPL-3.0-or-later
// A saving and a loading archive of Boost.Serialization's archive concept that write one record per line, so that files
// differ where projects differ. Grammar: store/README.md. Integers, texts, words and lists of them; no pointers, no
// tracking, no class versions, no floating point, no raw memory. There are no counts: a list ends where it ends.
// Nothing throws: after the first error everything is ignored, and the error says where it was.
#pragma once

#include "base/ensure.h"
#include "store/line_lexer.h"

#include <boost/mpl/bool.hpp>
#include <boost/serialization/level.hpp>
#include <boost/serialization/serialization.hpp>
#include <boost/serialization/tracking.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sky::store {

// Which types are lines of their own: LineOf<T>::name is their first word, LineOf<T>::most how many a list may hold.
template <class T>
struct LineOf {
    static constexpr std::string_view name = {};
};

template <std::size_t N>
struct LineName {
    constexpr LineName(const char (&text)[N]) { std::copy_n(text, N, characters); }
    char characters[N] = {};
};
template <LineName Name, std::size_t Most>
struct LineNamed {
    static constexpr std::string_view name{Name.characters};
    static constexpr std::size_t most = Most;
};

template <class T>
concept Line = !LineOf<T>::name.empty();
template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template <class T>
inline constexpr bool kIsList = false;
template <class T>
inline constexpr bool kIsList<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsList<std::deque<T>> = true;
template <class T>
concept List = kIsList<T>;

namespace detail {

template <class T>
constexpr void requirePlainRecord() {
    static_assert(std::is_class_v<T>, "an archive of lines takes integers, texts, enums, lists and plain records");
    static_assert(boost::serialization::implementation_level<T>::value == boost::serialization::object_serializable,
                  "a record must not carry a class version");
    static_assert(boost::serialization::tracking_level<T>::value == boost::serialization::track_never,
                  "a record must not be tracked");
}

} // namespace detail

class LineWriter {
  public:
    using is_saving = boost::mpl::bool_<true>;
    using is_loading = boost::mpl::bool_<false>;

    explicit LineWriter(std::string& out) : m_lexer(out) {}

    template <class T>
    LineWriter& operator<<(const T& value) {
        if constexpr (Line<T>) {
            m_lexer.startLine(LineOf<T>::name);
            record(value);
            m_lexer.leaveLine();
        } else if constexpr (List<T>) {
            list(value);
        } else if constexpr (std::is_enum_v<T>) {
            m_lexer.word(wordsOf(value)[static_cast<std::size_t>(value)]);
        } else if constexpr (std::same_as<T, std::string>) {
            m_lexer.text(value);
        } else if constexpr (Integer<T>) {
            m_lexer.integer(value);
        } else {
            record(value);
        }
        return *this;
    }
    template <class T>
    LineWriter& operator&(const T& value) {
        return *this << value;
    }
    template <class T>
    void register_type(const T* = nullptr) {}
    void save_binary(const void*, std::size_t) = delete; // raw memory has no place in a file

    // Ends the last line. Empty when all went well, or what could not be written.
    [[nodiscard]] std::optional<Error> finish() { return m_lexer.finish(); }

  private:
    template <class T>
    void record(const T& value) {
        detail::requirePlainRecord<T>();
        // Boost's serialize functions take the value by reference for both directions; saving changes nothing.
        boost::serialization::serialize_adl(*this, const_cast<T&>(value), 0u);
    }
    template <class L>
    void list(const L& values) {
        using T = typename L::value_type;
        if constexpr (Line<T>) {
            for (const T& value : values) *this << value;
        } else {
            m_lexer.open('[');
            for (const T& value : values) {
                if constexpr (std::is_class_v<T> && !std::same_as<T, std::string>) {
                    m_lexer.open('(');
                    record(value);
                    m_lexer.shut(')');
                } else {
                    *this << value;
                }
            }
            m_lexer.shut(']');
        }
    }
    LineEncoder m_lexer;
};

class LineReader {
  public:
    using is_saving = boost::mpl::bool_<false>;
    using is_loading = boost::mpl::bool_<true>;

    // `firstLine` is the number of the first line of `bytes` in the file.
    LineReader(std::string_view bytes, std::int64_t firstLine) : m_lexer(bytes, firstLine) {}

    template <class T>
    LineReader& operator>>(T& value) {
        if (!m_lexer.good()) return *this;
        if constexpr (Line<T>) {
            if (m_lexer.startLine(LineOf<T>::name)) {
                record(value);
                m_lexer.leaveLine();
            } else {
                m_lexer.missingLine(LineOf<T>::name);
            }
        } else if constexpr (List<T>) {
            list(value);
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(m_lexer.word(wordsOf(value)));
        } else if constexpr (std::same_as<T, std::string>) {
            m_lexer.text(value);
        } else if constexpr (Integer<T>) {
            m_lexer.integer(value);
        } else {
            record(value);
        }
        return *this;
    }
    template <class T>
    LineReader& operator&(T& value) {
        return *this >> value;
    }
    template <class T>
    void register_type(const T* = nullptr) {}
    void load_binary(void*, std::size_t) = delete;
    [[nodiscard]] unsigned get_library_version() const { return 0; } // nothing of Boost's own is in the file

    // A list of lines that is not kept: each is read into `one`, made empty before, and handed to `take`.
    template <Line T, class Empty, class Take>
    void each(T& one, Empty empty, Take take) {
        for (std::size_t count = 0; m_lexer.startLine(LineOf<T>::name); ++count) {
            if (count >= LineOf<T>::most) return m_lexer.tooMany(LineOf<T>::name, LineOf<T>::most);
            empty(one);
            record(one);
            m_lexer.leaveLine();
            if (!m_lexer.good()) return;
            take(one);
        }
    }

    // Everything must have been read. Empty when all went well.
    [[nodiscard]] std::optional<Error> finish() { return m_lexer.finish(); }

  private:
    template <class T>
    void record(T& value) {
        detail::requirePlainRecord<T>();
        boost::serialization::serialize_adl(*this, value, 0u);
    }
    template <class L>
    void list(L& values) {
        using T = typename L::value_type;
        if constexpr (Line<T>) {
            while (m_lexer.startLine(LineOf<T>::name)) {
                if (values.size() >= LineOf<T>::most) return m_lexer.tooMany(LineOf<T>::name, LineOf<T>::most);
                record(values.emplace_back());
                m_lexer.leaveLine();
                if (!m_lexer.good()) return;
            }
        } else {
            m_lexer.open('[');
            while (m_lexer.good() && !m_lexer.shut(']')) {
                if (values.size() >= kMostInList) return m_lexer.tooMany("[", kMostInList);
                m_lexer.countItem();
                if constexpr (std::is_class_v<T> && !std::same_as<T, std::string>) {
                    m_lexer.open('(');
                    record(values.emplace_back());
                    if (!m_lexer.shut(')')) m_lexer.unexpected();
                } else {
                    *this >> values.emplace_back();
                }
            }
        }
    }
    static constexpr std::size_t kMostInList = 250'000; // in one pair of brackets; limits.h is stricter
    LineDecoder m_lexer;
};

} // namespace sky::store
