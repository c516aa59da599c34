// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/search.h"

#include "base/utf8.h"
#include "catalog/read.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sky::catalog {

namespace {

// Compatibility letters, in the order in which Unicode counts the parts of a syllable. Double consonants stand whole;
// compound vowels and finals are taken apart, as they are typed.
constexpr std::array<std::string_view, 19> kInitials = {"ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ",
                                                        "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
constexpr std::array<std::string_view, 21> kVowels = {"ㅏ",   "ㅐ",   "ㅑ",   "ㅒ",   "ㅓ",   "ㅔ",   "ㅕ",
                                                      "ㅖ",   "ㅗ",   "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ",   "ㅜ",
                                                      "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ",   "ㅡ",   "ㅡㅣ", "ㅣ"};
constexpr std::array<std::string_view, 28> kFinals = {
    "",     "ㄱ",   "ㄲ", "ㄱㅅ", "ㄴ",   "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ",
    "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ",   "ㅂㅅ", "ㅅ",   "ㅆ",   "ㅇ", "ㅈ", "ㅊ",   "ㅋ",   "ㅌ",   "ㅍ",   "ㅎ"};
constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;

bool isSyllable(char32_t code) {
    return code >= kFirstSyllable && code <= kLastSyllable;
}
bool isConsonantLetter(char32_t code) {
    return code >= 0x3131 && code <= 0x314E;
}

void appendLetters(std::string& letters, char32_t code) {
    if (isSyllable(code)) {
        const std::size_t index = code - kFirstSyllable;
        letters += kInitials[index / 588];
        letters += kVowels[index / 28 % 21];
        letters += kFinals[index % 28];
    } else if (code >= 'A' && code <= 'Z') {
        letters += static_cast<char>(code - 'A' + 'a');
    } else if (code == '-' || code == '_' || code == '/' || code == '(' || code == ')' || code == '.' || code == ',') {
        letters += ' '; // "nat-gateway", "S3 (bucket)": words all the same
    } else {
        appendCharacter(letters, code);
    }
}

SearchName nameOf(std::string_view text, bool description) {
    SearchName name;
    name.letters = foldForSearch(text);
    for (const char32_t code : CodePoints(text)) {
        if (isSyllable(code))
            name.initials += kInitials[(code - kFirstSyllable) / 588];
        else if (!name.initials.empty() && code == ' ')
            name.initials += ' ';
    }
    name.description = description;
    return name;
}

void addNames(SearchEntry& entry, const Text& text, bool description) {
    entry.names.push_back(nameOf(text.en, description));
    if (!text.ko.empty() && text.ko != text.en) entry.names.push_back(nameOf(text.ko, description));
}

struct Term {
    std::string letters;
    bool consonants = false; // nothing but consonants: initials are meant
};

std::vector<Term> termsOf(std::string_view words) {
    std::vector<Term> terms;
    std::string folded = foldForSearch(words);
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at) {
            Term term{folded.substr(at, end - at), true};
            for (const char32_t code : CodePoints(term.letters))
                term.consonants = term.consonants && isConsonantLetter(code);
            terms.push_back(std::move(term));
        }
        at = end + 1;
    }
    return terms;
}

constexpr int kNever = 1000;

int placeScore(std::string_view text, std::string_view part, int whole, int start, int word, int anywhere) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos || part.empty()) return kNever;
    if (at == 0) return text.size() == part.size() ? whole : start;
    for (std::size_t next = at; next != std::string_view::npos; next = text.find(part, next + 1))
        if (text[next - 1] == ' ') return word;
    return anywhere;
}

int score(const SearchName& name, const Term& term) {
    if (name.description) return placeScore(name.letters, term.letters, 40, 40, 40, 50);
    int best = placeScore(name.letters, term.letters, 0, 10, 15, 25);
    if (term.consonants) best = std::min(best, placeScore(name.initials, term.letters, 12, 14, 18, 30));
    return best;
}

} // namespace

std::string foldForSearch(std::string_view text) {
    std::string letters;
    letters.reserve(text.size() * 2);
    for (const char32_t code : CodePoints(text)) appendLetters(letters, code);
    while (!letters.empty() && letters.back() == ' ') letters.pop_back();
    letters.erase(0, std::min(letters.find_first_not_of(' '), letters.size()));
    return letters;
}

std::vector<SearchEntry> searchEntries(const std::vector<Service>& services) {
    std::vector<SearchEntry> entries;
    for (std::size_t i = 0; i < services.size(); ++i) {
        const Service& service = services[i];
        SearchEntry entry{i, -1, {}};
        addNames(entry, service.shortName, false);
        addNames(entry, service.name, false);
        entry.names.push_back(nameOf(service.key, false));
        for (const std::string& alias : service.aliases) entry.names.push_back(nameOf(alias, false));
        for (const std::string& old : service.lifecycle.formerly) entry.names.push_back(nameOf(old, false));
        addNames(entry, service.description, true);
        entries.push_back(std::move(entry));
        for (std::size_t p = 0; p < service.presets.size(); ++p) {
            const Preset& preset = service.presets[p];
            SearchEntry own{i, static_cast<std::int32_t>(p), {}};
            addNames(own, preset.name, false);
            for (const std::string& alias : preset.aliases) own.names.push_back(nameOf(alias, false));
            addNames(own, preset.description, true);
            entries.push_back(std::move(own));
        }
    }
    return entries;
}

std::vector<const SearchEntry*> findEntries(const std::vector<SearchEntry>& entries, std::string_view words) {
    const std::vector<Term> terms = termsOf(words);
    std::vector<std::pair<int, const SearchEntry*>> found;
    if (terms.empty()) return {};
    // The words together may be one name ("route 53"); otherwise each word has to be found, and the scores add up.
    const Term together{foldForSearch(words), false};
    for (const SearchEntry& entry : entries) {
        int total = 0;
        int whole = kNever;
        for (const Term& term : terms) {
            int best = kNever;
            for (const SearchName& name : entry.names) best = std::min(best, score(name, term));
            total = std::min(kNever, total + best);
        }
        for (const SearchName& name : entry.names) whole = std::min(whole, score(name, together));
        if (terms.size() > 1) total = std::min(total, whole);
        if (total < kNever) found.emplace_back(total, &entry);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const SearchEntry*> result;
    for (const auto& each : found) result.push_back(each.second);
    return result;
}

std::optional<Place> parsePosition(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto degrees = [](std::string_view part, double most) -> std::optional<double> {
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        double value = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
        if (part.empty() || read.ec != std::errc() || read.ptr != part.data() + part.size()) return std::nullopt;
        return value >= -most && value <= most ? std::optional<double>(value) : std::nullopt;
    };
    const auto latitude = degrees(text.substr(0, comma), 90);
    const auto longitude = degrees(text.substr(comma + 1), 180);
    if (!latitude || !longitude) return std::nullopt;
    return Place{{std::string(text), {}}, {}, *latitude, *longitude};
}

bool matches(const Service& service, std::string_view pattern) {
    constexpr std::string_view kTrait = "trait:";
    constexpr std::string_view kRole = "role:";
    if (pattern == "any") return true;
    if (pattern.substr(0, kTrait.size()) == kTrait) {
        const auto trait = traitOf(pattern.substr(kTrait.size()));
        return trait && service.is(*trait);
    }
    if (pattern.substr(0, kRole.size()) == kRole) return service.plays(pattern.substr(kRole.size()));
    return service.key == pattern;
}

} // namespace sky::catalog
