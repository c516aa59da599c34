// SPDX-License-Identifier: GPL-3.0-or-later
// Ids are texts that never change once given: [A-Za-z0-9][A-Za-z0-9._-]{0,63}, unique over elements, links and
// scenarios of a project. Each kind of thing has its own id type, so that one cannot stand for another.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace sky {

[[nodiscard]] bool isValidId(std::string_view text);

template <class Tag>
class Id {
  public:
    Id() = default;
    explicit Id(std::string text) : m_text(std::move(text)) {}
    explicit Id(std::string_view text) : m_text(text) {}
    explicit Id(const char* text) : m_text(text) {}

    [[nodiscard]] const std::string& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;

  private:
    std::string m_text;
};

using ElementId = Id<struct ElementTag>;
using LinkId = Id<struct LinkTag>;
using ScenarioId = Id<struct ScenarioTag>;

} // namespace sky

template <class Tag>
struct std::hash<sky::Id<Tag>> {
    std::size_t operator()(const sky::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
