// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value stands: "elements[web].routes[0].via". Lives on the stack, beside what it names, and becomes a text
// only when something is wrong there.
#pragma once

#include "diagram/element.h"
#include "diagram/link.h"
#include "diagram/scenario.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sky::diagram {

class Where {
  public:
    explicit Where(std::string_view root) : m_word(root) {}
    explicit Where(const Element& element) : m_word("elements"), m_id(&element.id.str()) {}
    explicit Where(const Link& link) : m_word("links"), m_id(&link.id.str()) {}
    explicit Where(const Scenario& scenario) : m_word("scenarios"), m_id(&scenario.id.str()) {}
    [[nodiscard]] Where operator[](std::size_t index) const { return {this, {}, index}; }
    [[nodiscard]] Where operator[](std::string_view field) const { return {this, field, 0}; }

    [[nodiscard]] std::string_view field() const { return m_word; } // the last part, when it is no index

    [[nodiscard]] std::string text() const {
        if (m_above) {
            const std::string above = m_above->text();
            if (m_word.empty()) return above + '[' + std::to_string(m_index) + ']';
            return above.empty() ? std::string(m_word) : above + '.' + std::string(m_word);
        }
        std::string text(m_word);
        if (m_id) (text += '[').append(*m_id) += ']';
        return text;
    }

  private:
    Where(const Where* above, std::string_view word, std::size_t index)
        : m_above(above), m_word(word), m_index(index) {}
    const Where* m_above = nullptr;
    std::string_view m_word; // empty below something: the index
    const std::string* m_id = nullptr;
    std::size_t m_index = 0;
};

} // namespace sky::diagram
