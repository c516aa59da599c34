// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the data files and what they stand for.
#include "catalog/read.h"

#include <array>
#include <utility>

namespace sky::catalog {

namespace {

template <class T, std::size_t n>
using Words = std::array<std::pair<std::string_view, T>, n>;

template <class T, std::size_t n>
std::optional<T> find(const Words<T, n>& words, std::string_view word) {
    for (const auto& each : words)
        if (each.first == word) return each.second;
    return std::nullopt;
}

constexpr Words<Trait, 14> kTraits{{{"container", Trait::Container},
                                    {"domain", Trait::Domain},
                                    {"group", Trait::Group},
                                    {"spanning", Trait::Spanning},
                                    {"eni", Trait::Eni},
                                    {"caller", Trait::Caller},
                                    {"station", Trait::Station},
                                    {"splitter", Trait::Splitter},
                                    {"store", Trait::Store},
                                    {"queue", Trait::Queue},
                                    {"router", Trait::Router},
                                    {"config", Trait::Config},
                                    {"annotation", Trait::Annotation},
                                    {"managed", Trait::Managed}}};

constexpr Words<Scope, 8> kScopes{{{"none", Scope::None},
                                   {"global", Scope::Global},
                                   {"edge", Scope::Edge},
                                   {"account", Scope::Account},
                                   {"region", Scope::Region},
                                   {"vpc", Scope::Vpc},
                                   {"zone", Scope::Zone},
                                   {"on-premises", Scope::OnPremises}}};

constexpr Words<PropertyType, 19> kTypes{{{"bool", PropertyType::Bool},
                                          {"text", PropertyType::Text},
                                          {"localized-text", PropertyType::LocalizedText},
                                          {"choice", PropertyType::Choice},
                                          {"cidr", PropertyType::Cidr},
                                          {"address", PropertyType::Address},
                                          {"ports", PropertyType::Ports},
                                          {"place", PropertyType::Place},
                                          {"date", PropertyType::Date},
                                          {"integer", PropertyType::Integer},
                                          {"number", PropertyType::Number},
                                          {"duration", PropertyType::Duration},
                                          {"rate", PropertyType::Rate},
                                          {"bytes", PropertyType::Bytes},
                                          {"bandwidth", PropertyType::Bandwidth},
                                          {"percent", PropertyType::Percent},
                                          {"money", PropertyType::Money},
                                          {"reference", PropertyType::Reference},
                                          {"records", PropertyType::Records}}};

constexpr Words<LinkKind, 8> kKinds{{{"traffic", LinkKind::Traffic},
                                     {"event", LinkKind::Event},
                                     {"replication", LinkKind::Replication},
                                     {"attach", LinkKind::Attach},
                                     {"peering", LinkKind::Peering},
                                     {"vpn", LinkKind::Vpn},
                                     {"direct-connect", LinkKind::DirectConnect},
                                     {"plain", LinkKind::Plain}}};

constexpr Words<LifecycleState, 5> kStates{{{"current", LifecycleState::Current},
                                            {"previous", LifecycleState::Previous},
                                            {"closed", LifecycleState::Closed},
                                            {"ended", LifecycleState::Ended},
                                            {"renamed", LifecycleState::Renamed}}};

} // namespace

std::optional<Trait> traitOf(std::string_view word) {
    return find(kTraits, word);
}
std::optional<Scope> scopeOf(std::string_view word) {
    return find(kScopes, word);
}
std::optional<PropertyType> propertyTypeOf(std::string_view word) {
    return find(kTypes, word);
}
std::optional<LinkKind> linkKindOf(std::string_view word) {
    return find(kKinds, word);
}

std::optional<LifecycleState> lifecycleStateOf(std::string_view word) {
    return find(kStates, word);
}

std::string_view wordOf(Trait trait) {
    for (const auto& each : kTraits)
        if (each.second == trait) return each.first;
    return {};
}

} // namespace sky::catalog
