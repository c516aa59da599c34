// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_model.h"

#include "catalog/roles.h"
#include "edit/add.h"
#include "edit/membership.h"
#include "lists/inspector_cidr.h"
#include "lists/inspector_row.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <algorithm>

namespace sky::lists {

namespace {

using session::Preferences;
using session::toQString;
using session::toStdString;

// Sections that hold what one rarely looks for begin folded.
bool beginsOpen(const std::string& section) {
    constexpr std::string_view kFolded[] = {"behavior", "usage", "operations", "resilience", "notes"};
    return std::find(std::begin(kFolded), std::end(kFolded), section) == std::end(kFolded);
}

// "Minimum 8 is above maximum 6.": sizes of a fleet against each other.
Text flawOfFleet(const diagram::Element& fleet, std::string_view key, const Quantity& typed, std::string& nearest) {
    const auto size = [&](std::string_view other) {
        return other == key ? std::optional<Quantity>(typed) : fleet.properties.quantity(other);
    };
    constexpr std::pair<std::string_view, std::string_view> kPairs[] = {{"min", "max"}, {"min", "desired"}, {"desired", "max"}};
    const auto called = [](std::string_view which) {
        return which == "min" ? say("Minimum", "최소") : which == "max" ? say("maximum", "최대") : say("desired", "원하는 용량");
    };
    for (const auto& [low, high] : kPairs) {
        if (low != key && high != key) continue;
        const std::optional<Quantity> a = size(low);
        const std::optional<Quantity> b = size(high);
        if (!a || !b || a->amount <= b->amount) continue;
        nearest = toText(low == key ? *b : *a);
        return say("{} {} is above {} {}.", "{} {}이(가) {} {}보다 큽니다.", low == "desired" ? say("Desired", "원하는 용량") : called(low),
                   toText(*a), called(high), toText(*b));
    }
    return {};
}

} // namespace

InspectorModel::InspectorModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&Preferences::instance(), &Preferences::languageChanged, this, &InspectorModel::refresh);
    connect(&m_watch, &SubjectWatch::stale, this, &InspectorModel::refresh);
}

InspectorModel::~InspectorModel() = default;

void InspectorModel::setSession(session::Session* session) {
    if (!m_watch.watch(session)) return;
    m_session = session;
    refresh();
    emit sessionChanged();
}

void InspectorModel::refresh() {
    std::vector<Row> rows;
    if (m_session) {
        m_subject = std::make_unique<InspectorSubject>(*m_session);
        rows = wanted();
    }
    // Rows of the same thing stay; those between what is alike at the beginning and at the end go and come.
    const auto alike = [](const Row& a, const Row& b) { return a.sameThing(b); };
    const auto [newMiddle, oldMiddle] = std::mismatch(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), alike);
    const auto first = static_cast<int>(newMiddle - rows.begin());
    int newEnd = static_cast<int>(rows.size());
    int oldEnd = rowCount();
    while (newEnd > first && oldEnd > first && alike(rows[static_cast<std::size_t>(newEnd) - 1], m_rows[static_cast<std::size_t>(oldEnd) - 1])) {
        --newEnd;
        --oldEnd;
    }
    if (first == 0 || (oldEnd > first && newEnd > first)) {
        if (oldEnd > first || newEnd > first) { // another kind of thing
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
    } else if (oldEnd > first) {
        beginRemoveRows({}, first, oldEnd - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + oldEnd);
        endRemoveRows();
    } else if (newEnd > first) {
        beginInsertRows({}, first, newEnd - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + newEnd);
        endInsertRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool changed = !rows[i].sameLook(m_rows[i]);
        m_rows[i] = std::move(rows[i]);
        if (changed) emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

int InspectorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> InspectorModel::roleNames() const {
    return {{KeyRole, "key"},         {EditorRole, "editor"},   {LabelRole, "label"},   {HelpRole, "help"},     {SectionRole, "section"},
            {OpenRole, "open"},       {AppliesRole, "applies"}, {StateRole, "status"},  {TextRole, "value"},    {ShownRole, "shown"},
            {UnsetRole, "unset"},     {RangeRole, "range"},     {EnglishRole, "english"}, {KoreanRole, "korean"}, {ItemsRole, "items"},
            {OwnersRole, "owners"},   {RulesKeyRole, "rulesKey"}, {TableRole, "table"},   {TargetRole, "target"},  {CountRole, "count"}};
}

QVariant InspectorModel::data(const QModelIndex& index, int role) const {
    const Row* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row) return {};
    switch (role) {
    case KeyRole: return toQString(row->key);
    case EditorRole: return row->editor;
    case Qt::DisplayRole:
    case LabelRole: return row->label;
    case HelpRole: return row->help;
    case SectionRole: return toQString(row->section);
    case OpenRole: return row->open;
    case AppliesRole: return row->applies;
    case StateRole: return row->status;
    case TextRole: return row->value;
    case ShownRole: return row->shown;
    case UnsetRole: return row->unset;
    case RangeRole: return row->range;
    case EnglishRole: return row->english;
    case KoreanRole: return row->korean;
    case ItemsRole: return row->items;
    case RulesKeyRole: return row->property ? toQString(row->property->key) : QString();
    case TableRole: return row->table;
    case TargetRole: return row->target;
    case CountRole: return row->count;
    case OwnersRole: {
        QStringList owners;
        for (const std::string& id : row->owners) owners.append(toQString(id));
        return owners;
    }
    default: return {};
    }
}

const InspectorModel::Row* InspectorModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int InspectorModel::rowOf(const QString& key) const {
    for (int i = 0; i < rowCount(); ++i)
        if (at(i)->special != Special::Section && at(i)->key == toStdString(key)) return i;
    return -1;
}

std::string InspectorModel::lead() const {
    const edit::Selection& things = m_subject->things();
    return things.elements.empty() ? std::string() : things.elements.front().str();
}

bool InspectorModel::isOpen(const std::string& section) const {
    const auto at = m_open.find(section);
    if (at != m_open.end()) return at->second;
    return Preferences::instance().rememberedFlag("inspector/" + toQString(section), beginsOpen(section));
}

void InspectorModel::toggleSection(int row) {
    const Row* header = at(row);
    if (!header || header->special != Special::Section) return;
    const std::string section = header->key;
    const bool open = !isOpen(section);
    m_open[section] = open;
    Preferences::instance().remember("inspector/" + toQString(section), open);
    refresh();
}

QVariantMap InspectorModel::check(int row, const QString& text) const {
    QVariantMap answer{{"ok", true}, {"error", QString()}, {"nearest", QString()}, {"nearestIs", QString()}};
    const Row* its = at(row);
    const std::string typed = toStdString(text.trimmed());
    if (!its || !its->property || typed.empty() || its->property->type == catalog::PropertyType::Records) return answer;
    const Speech speech = m_subject->speech();
    const Checked checked = lists::check(*its->property, typed);
    if (!checked.value) {
        answer["ok"] = false;
        answer["error"] = speech(checked.error);
        answer["nearest"] = toQString(checked.nearest);
        if (checked.nearest.empty() && !checked.remedy.empty()) answer["error"] = speech(checked.error) + " " + speech(checked.remedy);
        return answer;
    }
    const diagram::Element* element = m_subject->onlyElement();
    const catalog::Service* service = m_subject->service();
    if (!element || !service) return answer;
    if (its->key == "cidr" && (service->plays(catalog::role::kSubnet) || service->plays(catalog::role::kVpc))) {
        const Result<Cidr> block = parseCidr(typed);
        if (!block) return answer;
        const CidrAdvice advice = adviseOn(m_subject->topology(), element->id, *block);
        answer["error"] = speech(advice.error);
        answer["nearest"] = toQString(advice.nearest);
        answer["nearestIs"] = speech(advice.nearestIs);
    } else if (service->plays(catalog::role::kFleet)) {
        if (const Quantity* quantity = std::get_if<Quantity>(&*checked.value)) {
            std::string nearest;
            answer["error"] = speech(flawOfFleet(*element, its->key, *quantity, nearest));
            answer["nearest"] = toQString(nearest);
        }
    }
    return answer;
}

bool InspectorModel::commit(int row, const QString& text) {
    const Row* its = at(row);
    if (!its) return false;
    const std::string typed = toStdString(text.trimmed());
    if (its->special == Special::LinkKind) {
        m_session->editor()->setLinkKind(toQString(typed));
        return true;
    }
    if (typed.starts_with(kNew)) return make(*its);
    if (!its->property || its->property->list) return false;
    if (typed.empty()) {
        unset(row);
        return true;
    }
    const Checked checked = lists::check(*its->property, typed);
    if (!checked.value) return false;
    const std::string key = its->key;
    return m_subject->set(key, valueOf(*checked.value));
}

bool InspectorModel::commitWords(int row, const QString& english, const QString& korean) {
    const Row* its = at(row);
    if (!its || !its->property) return false;
    const std::string key = its->key;
    const Text words{toStdString(english.trimmed()), toStdString(korean.trimmed())};
    if (words.empty()) return m_subject->set(key, std::nullopt);
    return m_subject->set(key, catalog::Value(words));
}

void InspectorModel::unset(int row) {
    const Row* its = at(row);
    if (!its || its->status == "unset") return;
    if (its->special == Special::LinkKind) return m_session->editor()->setLinkKind({});
    if (its->special == Special::Spans || its->special == Special::Groups) {
        putItems(*its, {});
    } else if (its->property && its->special == Special::None) {
        const std::string key = its->key;
        m_subject->set(key, std::nullopt);
    }
}

QVariantList InspectorModel::options(int row) const {
    const Row* its = at(row);
    if (!its) return {};
    const Speech speech = m_subject->speech();
    const topology::Topology& topology = m_subject->topology();
    const ElementId near(lead());
    std::vector<Option> options;
    if (its->special == Special::LinkKind) {
        const diagram::Link& link = *m_subject->diagram().link(m_subject->things().links.front());
        for (const catalog::LinkKind kind : kindsFor(m_subject->diagram(), m_subject->catalog(), link)) {
            const catalog::LinkType& type = m_subject->catalog().linkType(kind);
            options.push_back({type.key, speech(type.name), {}, {}});
        }
    } else if (its->special == Special::Spans) {
        options = elementsPlaying(catalog::role::kSubnet, near, speech, topology);
    } else if (its->special == Special::Groups) {
        options = elementsPlaying(its->key == kFleetKey ? catalog::role::kFleet : catalog::role::kSecurityGroup, near, speech, topology);
    } else if (its->property && its->key == "cidr" && m_subject->onlyElement() &&
               (topology.plays(near, catalog::role::kSubnet) || topology.plays(near, catalog::role::kVpc))) {
        for (const FreeBlock& block : freeBlocks(topology, near))
            options.push_back({block.block, toQString(block.block), speech(say("{} addresses", "주소 {}개", block.usable)), {}});
    } else if (its->property) {
        options = optionsFor(*its->property, near, speech, topology);
    }
    if (its->editor == "list") // what is in it already is not offered again
        std::erase_if(options, [&](const Option& option) {
            return std::any_of(its->items.begin(), its->items.end(),
                               [&](const QVariant& item) { return item.toMap()["value"].toString() == toQString(option.value); });
        });
    if (const catalog::Service* service = madeFor(*its); service && !vpcOfLead().empty())
        options.push_back({std::string(kNew) + service->key, speech(say("New: {}", "새로 만들기: {}", service->shortName)), {}, service->key});
    return toVariants(options);
}

// Configuration is made where it is named: it has no place in the palette.
const catalog::Service* InspectorModel::madeFor(const Row& row) const {
    if (row.special == Special::Groups && row.key == kSecurityGroupsKey)
        return edit::serviceThatPlays(m_subject->catalog(), catalog::role::kSecurityGroup);
    if (row.special != Special::None || !row.property || row.property->type != catalog::PropertyType::Reference || row.property->list)
        return nullptr;
    for (const catalog::Service& service : m_subject->catalog().services())
        if (service.is(catalog::Trait::Config))
            for (const std::string& pattern : row.property->refersTo)
                if (pattern.starts_with("role:") && service.plays(pattern.substr(5))) return &service;
    return nullptr;
}

ElementId InspectorModel::vpcOfLead() const {
    return m_subject->topology().placement(ElementId(lead())).vpc;
}

bool InspectorModel::make(const Row& row) {
    const catalog::Service* service = madeFor(row);
    if (!service) return false;
    const std::string key = row.special == Special::Groups ? std::string() : row.key;
    return m_session->document()
        ->perform(edit::addFor(m_subject->diagram(), m_subject->catalog(), m_subject->things().elements, key, service->key, vpcOfLead()))
        .has_value();
}

void InspectorModel::addThing(int row) {
    const Row* its = at(row);
    const catalog::Service* service = its && its->special == Special::Things ? edit::serviceThatPlays(m_subject->catalog(), its->key) : nullptr;
    if (!service) return;
    const std::optional<edit::Selection> made = m_session->document()->perform(
        edit::addFor(m_subject->diagram(), m_subject->catalog(), {}, {}, service->key, ElementId(lead())));
    if (made) m_session->view()->select(*made);
}

void InspectorModel::goTo(const QString& id) {
    if (m_session->document()->diagram().element(session::elementId(id))) m_session->view()->select(session::elementId(id));
    else if (m_session->document()->diagram().link(session::linkId(id))) m_session->view()->select(session::linkId(id));
}

std::vector<catalog::Scalar> InspectorModel::itemsOf(const Row& row) const {
    std::vector<catalog::Scalar> items;
    const diagram::Element* element = m_subject->diagram().element(ElementId(lead()));
    if (row.special == Special::Spans && element) {
        for (const ElementId& id : element->spans) items.emplace_back(catalog::Reference{id.str()});
    } else if (row.special == Special::Groups && element) {
        for (const ElementId& id : element->groups) {
            const diagram::Element* group = m_subject->diagram().element(id);
            const catalog::Service* service = group ? m_subject->catalog().find(group->service) : nullptr;
            const bool fleet = service && service->plays(catalog::role::kFleet);
            if (fleet == (row.key == kFleetKey)) items.emplace_back(catalog::Reference{id.str()});
        }
    } else if (row.property) {
        bool first = true;
        m_subject->forEachValue(row.key, [&](const catalog::Value* value) {
            if (first && value)
                if (const auto* list = std::get_if<catalog::List>(value)) items = *list;
            first = false;
        });
    }
    return items;
}

bool InspectorModel::putItems(const Row& row, const std::vector<catalog::Scalar>& items) {
    session::Document& document = *m_session->document();
    const std::vector<ElementId> elements = m_subject->things().elements;
    const diagram::Diagram& diagram = m_subject->diagram();
    if (row.special == Special::Spans) {
        std::vector<ElementId> subnets;
        for (const catalog::Scalar& item : items) subnets.emplace_back(catalog::toText(item));
        return document.perform(edit::setSpans(diagram, m_subject->catalog(), elements, subnets));
    }
    if (row.special == Special::Groups) {
        const std::vector<catalog::Scalar> before = itemsOf(row);
        const auto in = [](const std::vector<catalog::Scalar>& list, const catalog::Scalar& item) {
            return std::find(list.begin(), list.end(), item) != list.end();
        };
        std::vector<ElementId> joined;
        std::vector<ElementId> left;
        for (const catalog::Scalar& item : items)
            if (!in(before, item)) joined.emplace_back(catalog::toText(item));
        for (const catalog::Scalar& item : before)
            if (!in(items, item)) left.emplace_back(catalog::toText(item));
        return document.perform(edit::changeGroups(diagram, m_subject->catalog(), elements, joined, left));
    }
    const std::string key = row.key;
    if (items.empty()) return m_subject->set(key, std::nullopt);
    return m_subject->set(key, catalog::Value(catalog::List(items)));
}

bool InspectorModel::addItem(int row, const QString& text) {
    const Row* its = at(row);
    const std::string typed = toStdString(text.trimmed());
    if (!its || typed.empty()) return false;
    if (typed.starts_with(kNew)) return make(*its);
    std::vector<catalog::Scalar> items = itemsOf(*its);
    if (its->special == Special::Spans || its->special == Special::Groups) {
        items.emplace_back(catalog::Reference{typed});
    } else {
        const Checked checked = lists::check(*its->property, typed);
        if (!checked.value) return false;
        items.push_back(*checked.value);
    }
    if (std::count(items.begin(), items.end(), items.back()) > 1) return false;
    return putItems(*its, items);
}

void InspectorModel::removeItem(int row, int item) {
    const Row* its = at(row);
    if (!its) return;
    std::vector<catalog::Scalar> items = itemsOf(*its);
    if (item < 0 || item >= static_cast<int>(items.size())) return;
    items.erase(items.begin() + item);
    putItems(*its, items);
}

} // namespace sky::lists
