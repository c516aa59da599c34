// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as values. A Result holds a value or an Error that names the place and the remedy.
// Exceptions are caught only where a library throws; they never cross a folder of model/.
#pragma once

#include "base/ensure.h"
#include "base/text.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

namespace sky {

enum class ErrorCode : std::uint8_t {
    BadUsage,    // the caller asked for what cannot be
    NotFound,    // no such file or thing
    NotReadable, // permission, a directory, a device that fails
    NotWritable, // permission, disk full, a locked file
    BadFormat,   // not what it says it is, damaged, truncated
    NewerFormat, // made by a newer version of this program
    Invalid,     // well formed, but against the rules of a project
    TooLarge,    // beyond a limit of limits.h
    Cancelled,   // the user stopped it
};

struct Error {
    ErrorCode code = ErrorCode::Invalid;
    std::string place; // file, line, or path inside the document: "elements[12].parent"; may be empty
    Text what;         // the fact, with the user's own names and values
    Text remedy;       // what to do; may be empty

    [[nodiscard]] std::string in(Language language) const; // "place: what remedy" on one line
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& {
        ENSURE(ok(), "value of a failed result");
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T& value() & {
        ENSURE(ok(), "value of a failed result");
        return *std::get_if<0>(&m_state);
    }
    // By value, so that `for (auto& each : *load())` holds on to what it walks.
    [[nodiscard]] T value() && {
        ENSURE(ok(), "value of a failed result");
        return std::move(*std::get_if<0>(&m_state));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] const Error& error() const& {
        ENSURE(!ok(), "error of a good result");
        return *std::get_if<1>(&m_state);
    }
    [[nodiscard]] Error error() && {
        ENSURE(!ok(), "error of a good result");
        return std::move(*std::get_if<1>(&m_state));
    }

  private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const& {
        ENSURE(!ok(), "error of a good result");
        return *m_error;
    }
    [[nodiscard]] Error&& error() && {
        ENSURE(!ok(), "error of a good result");
        return std::move(*m_error);
    }

  private:
    std::optional<Error> m_error;
};

} // namespace sky
