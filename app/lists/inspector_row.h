// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the inspector, ready to be shown. Inside the inspector only.
#pragma once

#include "lists/inspector_model.h"

namespace sky::lists {

struct InspectorModel::Row {
    Special special = Special::None;
    std::string key; // of the property; of a section its group
    const catalog::Property* property = nullptr;
    std::string section;
    std::vector<std::string> owners; // of rules

    // As shown, made anew by fill()
    QString editor;
    QString label;
    QString help;
    QString status = "unset";
    QString value;
    QString shown;
    QString unset;
    QString range;
    QString english;
    QString korean;
    QString table;
    QString target;
    QVariantList items;
    bool open = true;
    bool applies = true;
    int count = 0;

    [[nodiscard]] bool sameThing(const Row& other) const {
        return special == other.special && key == other.key && property == other.property && section == other.section;
    }
    [[nodiscard]] bool sameLook(const Row& o) const {
        return editor == o.editor && label == o.label && help == o.help && status == o.status && value == o.value &&
               shown == o.shown && unset == o.unset && range == o.range && english == o.english && korean == o.korean &&
               table == o.table && target == o.target && items == o.items && open == o.open && applies == o.applies && count == o.count &&
               owners == o.owners;
    }
};

inline constexpr std::string_view kNew = "new:"; // before a service's key: an option that makes one

// Rows that are no property of the catalog.
inline constexpr const char* kLinkKindKey = "kind";
inline constexpr const char* kSpansKey = "spans";
inline constexpr const char* kSecurityGroupsKey = "groups";
inline constexpr const char* kFleetKey = "groups/fleet";

} // namespace sky::lists
