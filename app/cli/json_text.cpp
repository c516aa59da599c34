// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"

#include "exchange/json/json_tree.h"

#include <cmath>
#include <cstdio>

namespace sky::cli {

void JsonText::separate() {
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_closing.empty()) return;
    m_out += m_first ? "\n" : ",\n";
    m_out.append(m_closing.size() * 2, ' ');
    m_first = false;
}

JsonText& JsonText::begin(char open, char close) {
    separate();
    m_out += open;
    m_closing += close;
    m_first = true;
    return *this;
}

JsonText& JsonText::end() {
    const char close = m_closing.back();
    m_closing.pop_back();
    if (!m_first) {
        m_out += '\n';
        m_out.append(m_closing.size() * 2, ' ');
    }
    m_out += close;
    m_first = false;
    return *this;
}

JsonText& JsonText::key(std::string_view name) {
    separate();
    exchange::json::appendText(m_out, name);
    m_out += ": ";
    m_afterKey = true;
    return *this;
}

JsonText& JsonText::raw(std::string_view text) {
    separate();
    m_out += text;
    return *this;
}

JsonText& JsonText::value(std::string_view text) {
    separate();
    exchange::json::appendText(m_out, text);
    return *this;
}

JsonText& JsonText::value(const Text& text) {
    std::string both = "{\"en\": ";
    exchange::json::appendText(both, text.en);
    both += ", \"ko\": ";
    exchange::json::appendText(both, text.in(Language::Korean));
    return raw(both + '}');
}

JsonText& JsonText::values(const std::vector<std::string>& texts) {
    beginArray();
    for (const std::string& text : texts) value(text);
    return end();
}

JsonText& JsonText::value(double number) {
    if (!std::isfinite(number)) return raw("null");
    char text[40];
    std::snprintf(text, sizeof text, "%.9g", number);
    return raw(text);
}

std::string JsonText::take() {
    return std::move(m_out) + '\n';
}

} // namespace sky::cli
