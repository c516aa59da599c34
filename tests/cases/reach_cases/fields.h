// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of JSON fields that remembers the first thing that is wrong, and where.
#pragma once

#include "base/cidr.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::cases {

class Complaints {
  public:
    void add(std::string place, Text what) {
        if (!m_first) m_first = Error{ErrorCode::BadFormat, std::move(place), std::move(what), {}};
    }
    [[nodiscard]] bool any() const { return m_first.has_value(); }
    [[nodiscard]] Error take() { return std::move(*m_first); }

  private:
    std::optional<Error> m_first;
};

// An object and where it stands. Absent and null are the same.
class Fields {
  public:
    Fields(const nlohmann::json& object, std::string place, Complaints& complaints)
        : m_object(object), m_place(std::move(place)), m_complaints(complaints) {
        if (!object.is_object()) complain({}, say("An object is needed here.", "여기에는 객체가 있어야 합니다."));
    }

    [[nodiscard]] const nlohmann::json* find(std::initializer_list<const char*> names) const {
        if (!m_object.is_object()) return nullptr;
        for (const char* name : names) {
            const auto at = m_object.find(name);
            if (at != m_object.end() && !at->is_null()) return &*at;
        }
        return nullptr;
    }
    [[nodiscard]] std::optional<std::string> text(std::initializer_list<const char*> names) const {
        const nlohmann::json* value = find(names);
        if (!value) return std::nullopt;
        if (value->is_string()) return value->get<std::string>();
        complain(*names.begin(), say("A text is needed here.", "여기에는 텍스트가 있어야 합니다."));
        return std::nullopt;
    }
    [[nodiscard]] std::optional<bool> flag(std::initializer_list<const char*> names) const {
        const nlohmann::json* value = find(names);
        if (!value) return std::nullopt;
        if (value->is_boolean()) return value->get<bool>();
        complain(*names.begin(), say("true or false is needed here.", "여기에는 true나 false가 있어야 합니다."));
        return std::nullopt;
    }
    // One text or a list of texts.
    [[nodiscard]] std::vector<std::string> texts(std::initializer_list<const char*> names) const {
        std::vector<std::string> texts;
        const nlohmann::json* value = find(names);
        if (!value) return texts;
        if (value->is_string()) {
            texts.push_back(value->get<std::string>());
        } else if (value->is_array()) {
            for (const nlohmann::json& each : *value) {
                if (each.is_string())
                    texts.push_back(each.get<std::string>());
                else
                    complain(*names.begin(), say("Texts are needed here.", "여기에는 텍스트가 있어야 합니다."));
            }
        } else {
            complain(*names.begin(), say("A list of texts is needed here.", "여기에는 텍스트 목록이 있어야 합니다."));
        }
        return texts;
    }
    [[nodiscard]] std::optional<IpAddress> address(std::initializer_list<const char*> names) const {
        const auto value = text(names);
        if (!value) return std::nullopt;
        Result<IpAddress> parsed = parseIpAddress(*value);
        if (parsed.ok()) return *parsed;
        m_complaints.add(m_place + "." + *names.begin(), parsed.error().what);
        return std::nullopt;
    }
    [[nodiscard]] std::vector<Cidr> blocks(std::initializer_list<const char*> names) const {
        std::vector<Cidr> blocks;
        for (const std::string& each : texts(names)) {
            Result<Cidr> parsed = parseCidr(each);
            if (parsed.ok())
                blocks.push_back(*parsed);
            else
                m_complaints.add(m_place + "." + *names.begin(), parsed.error().what);
        }
        return blocks;
    }

    void complain(std::string_view field, Text what) const {
        m_complaints.add(field.empty() ? m_place : m_place + "." + std::string(field), std::move(what));
    }
    [[nodiscard]] const std::string& place() const { return m_place; }
    [[nodiscard]] Complaints& complaints() const { return m_complaints; }

  private:
    const nlohmann::json& m_object;
    std::string m_place;
    Complaints& m_complaints;
};

} // namespace sky::cases
