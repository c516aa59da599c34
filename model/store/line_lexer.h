// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of a project file: lines, their indent, and the words, texts, integers and brackets in them. The
// archives (line_archive.h) are the only users. The decoder trusts nothing: strict UTF-8, no control characters, one
// spelling of every integer, and never more memory than the bytes that are really there call for.
#pragma once

#include "base/result.h"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sky::store {

inline constexpr std::size_t kMostTextBytes = 1024 * 1024;  // of one text of a file; limits.h is stricter
inline constexpr std::size_t kMostItems = 8u * 1024 * 1024; // lines and list items of one file

class LineEncoder {
  public:
    explicit LineEncoder(std::string& out) : m_out(out) {}

    void startLine(std::string_view name);
    void leaveLine() { --m_depth; }
    void text(std::string_view text);
    void word(std::string_view word) {
        space();
        m_out += word;
    }
    template <std::integral T>
    void integer(T value) {
        space();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_out.append(digits, end);
    }
    void open(char bracket) {
        space();
        m_out += bracket;
        m_fresh = true;
    }
    void shut(char bracket) {
        m_out += bracket;
        m_fresh = false;
    }
    [[nodiscard]] std::optional<Error> finish();

  private:
    void space() {
        ENSURE(m_lineDepth == m_depth, "a field was written after the lines below its own");
        if (!m_fresh) m_out += ' ';
        m_fresh = false;
    }
    void quoted(std::string_view text);
    void refuse(Text what);

    std::string& m_out;
    std::optional<Error> m_error;
    std::size_t m_lineStart = 0;
    std::size_t m_ownerStart = 0; // of the line at depth 0 that this one belongs to
    std::size_t m_items = 0;
    int m_depth = 0;
    int m_lineDepth = -1; // of the line being written
    bool m_fresh = true;  // nothing stands before the next field in its brackets
};

class LineDecoder {
  public:
    LineDecoder(std::string_view bytes, std::int64_t firstLine)
        : m_at(bytes.data())
        , m_lineEnd(bytes.data())
        , m_end(bytes.data() + bytes.size())
        , m_next(bytes.data())
        , m_line(firstLine - 1) {}

    [[nodiscard]] bool good() const { return !m_error; }

    // Goes on to the next line when that is one of this name at the depth where we are.
    bool startLine(std::string_view name);
    void leaveLine(); // the line, and those below it, must have been read to the end
    void missingLine(std::string_view name);
    void tooMany(std::string_view name, std::size_t most);
    void countItem();

    void text(std::string& out);
    [[nodiscard]] std::size_t word(std::span<const std::string_view> words); // its place among them; 0 on error
    template <std::integral T>
    void integer(T& value) {
        if (!space()) return;
        T number = 0;
        const auto [end, problem] = std::from_chars(m_at, m_lineEnd, number);
        const bool leadingZero = end != m_at && (*m_at == '0' ? end - m_at > 1 : *m_at == '-' && m_at[1] == '0');
        if (problem == std::errc::result_out_of_range) return outOfRange();
        if (problem != std::errc{} || leadingZero || !endsField(end)) return notAnInteger();
        m_at = end;
        value = number;
    }
    void open(char bracket);
    bool shut(char bracket); // true and passed, when it stands here
    void unexpected();       // what stands here does not belong here

    [[nodiscard]] std::optional<Error> finish();

  private:
    [[nodiscard]] bool endsField(const char* at) const {
        return at == m_lineEnd || *at == ' ' || *at == ']' || *at == ')';
    }
    bool space();
    void quoted(std::string& out);
    void outOfRange();
    void notAnInteger();
    void badCharacter(const char* at, std::size_t bytes);
    void fail(Text what, Text remedy = {}, ErrorCode code = ErrorCode::BadFormat);
    [[nodiscard]] std::string fieldHere() const; // what stands here, shortened and safe to show
    [[nodiscard]] std::string nameOfNext() const;

    const char* m_at;
    const char* m_lineEnd;
    const char* m_end;
    const char* m_next; // where the next line begins
    std::int64_t m_line;
    std::size_t m_items = 0;
    int m_depth = 0;
    bool m_fresh = false;
    std::optional<Error> m_error;
};

} // namespace sky::store
