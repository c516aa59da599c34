// SPDX-License-Identifier: GPL-3.0-or-later
// What may be picked for a property: choices, regions, cities, and the things of the drawing a reference may name.
#pragma once

#include "lists/inspector_subject.h"

#include <QVariantList>

namespace sky::lists {

struct Option {
    std::string value; // as parseScalar reads it
    QString label;
    QString detail;
    std::string service; // whose tile stands before it; empty: none
};

// `near` is the element it is picked for: things of its VPC come first. Empty: none.
[[nodiscard]] std::vector<Option> optionsFor(const catalog::Property& property, const ElementId& near, const Speech& speech,
                                             const topology::Topology& topology);

// Elements of a service that plays the role, near ones first.
[[nodiscard]] std::vector<Option> elementsPlaying(std::string_view role, const ElementId& near, const Speech& speech,
                                                  const topology::Topology& topology);

[[nodiscard]] QVariantList toVariants(const std::vector<Option>& options);

} // namespace sky::lists
