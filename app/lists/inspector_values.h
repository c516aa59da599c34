// SPDX-License-Identifier: GPL-3.0-or-later
// What values of properties look like to people, and what people type: read as they type, with the nearest right value
// where it is wrong. Knows nothing of widgets.
#pragma once

#include "catalog/catalog.h"
#include "diagram/diagram.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace sky::lists {

// Who is spoken to, and about what: names of things come from the diagram.
struct Speech {
    const diagram::Diagram& diagram;
    const catalog::Catalog& catalog;
    Language language = Language::English;
    [[nodiscard]] QString operator()(const Text& text) const;
};

[[nodiscard]] QString shown(const catalog::Property& property, const catalog::Scalar& scalar, const Speech& speech);
[[nodiscard]] QString shown(const catalog::Property& property, const catalog::Value& value, const Speech& speech);
[[nodiscard]] QString nameOfThing(const std::string& id, const Speech& speech); // an element or a link
[[nodiscard]] QString editText(const catalog::Value& value); // canonical, as parseScalar reads it back
[[nodiscard]] std::optional<catalog::Scalar> scalarOf(const catalog::Value& value);
[[nodiscard]] catalog::Value valueOf(const catalog::Scalar& scalar);
[[nodiscard]] QString rangeOf(const catalog::Property& property, const Speech& speech); // "5 s to 5 min"; empty: none

struct Checked {
    std::optional<catalog::Scalar> value; // unset: wrong
    Text error;
    Text remedy;
    std::string nearest; // the nearest right value; empty: none is near
};
[[nodiscard]] Checked check(const catalog::Property& property, std::string_view text);

} // namespace sky::lists
