// SPDX-License-Identifier: GPL-3.0-or-later
// Walking through a data file: the first thing that is wrong becomes the error, with the path to it; what is read after
// it is empty and harmless. Inside catalog/ only.
#pragma once

#include "catalog/catalog.h"
#include "catalog/tree.h"

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::catalog {

// Where we are; lives on the stack and becomes a text only when something is wrong.
struct Path {
    const Path* up = nullptr;
    std::string_view key;
    std::int64_t index = -1;
    [[nodiscard]] std::string text() const; // "properties[3].default"
};

class Reading {
  public:
    Reading(std::string_view file, const Tree& tree) : m_file(file), m_tree(tree) {}
    void fail(const Path& path, Text what, Text remedy = {});
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const Tree& tree() const { return m_tree; }
    [[nodiscard]] std::string_view file() const { return m_file; }

    [[nodiscard]] std::string string(const Path& path, const Node& node);
    [[nodiscard]] double number(const Path& path, const Node& node);
    [[nodiscard]] Text text(const Path& path, const Node& node); // {"en":…,"ko":…}

  private:
    std::string_view m_file;
    const Tree& m_tree;
    std::optional<Error> m_error;
};

// An object each of whose keys must be asked for; finish() refuses what nobody asked for.
class Fields {
  public:
    Fields(Reading& reading, const Path& path, const Node& node);

    [[nodiscard]] const Node* take(std::string_view key);
    [[nodiscard]] const Node* need(std::string_view key);
    [[nodiscard]] Path at(std::string_view key) const { return {&m_path, key, -1}; }

    [[nodiscard]] std::string string(std::string_view key);     // empty when absent
    [[nodiscard]] std::string needString(std::string_view key); // absent or empty is an error
    [[nodiscard]] Text text(std::string_view key);
    [[nodiscard]] Text needText(std::string_view key);
    [[nodiscard]] bool flag(std::string_view key);
    [[nodiscard]] std::vector<std::string> strings(std::string_view key);
    template <class Visit>
    void each(std::string_view key, Visit visit) { // visit(const Path&, const Node&) per member of an array
        if (const Node* list = take(key)) eachOf(m_reading, at(key), *list, visit);
    }
    void finish();

    template <class Visit>
    static void eachOf(Reading& reading, const Path& path, const Node& list, Visit visit) {
        if (list.kind != Node::Kind::Array) {
            reading.fail(path, say("a list is expected.", "목록이어야 합니다."));
            return;
        }
        std::int64_t index = 0;
        for (const Node* member = reading.tree().first(list); member; member = reading.tree().next(*member)) {
            if (reading.error()) return;
            visit(Path{&path, {}, index++}, *member);
        }
    }

  private:
    Reading& m_reading;
    const Path& m_path;
    const Node* m_node = nullptr;             // null: not an object
    std::array<std::string_view, 40> m_asked; // no reader asks for more
    std::size_t m_count = 0;
};

} // namespace sky::catalog
