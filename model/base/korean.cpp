// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/korean.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace sky::korean {
namespace {

bool oneOf(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}
bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool isUpper(char32_t c) {
    return c >= U'A' && c <= U'Z';
}
bool isLower(char32_t c) {
    return c >= U'a' && c <= U'z';
}
bool isLetter(char32_t c) {
    return isUpper(c) || isLower(c);
}
bool isVowel(char32_t c) {
    return oneOf(c, U"aeiouy");
}

LastSound ofHangul(char32_t c) {
    const char32_t final = (c - 0xAC00) % 28;
    constexpr char32_t kRieul = 8;
    return final == 0 ? LastSound::Vowel : final == kRieul ? LastSound::Rieul : LastSound::Consonant;
}

LastSound ofNumber(std::u32string_view text) {
    std::size_t zeros = 0;
    while (zeros < text.size() && text[text.size() - 1 - zeros] == U'0') ++zeros;
    // 십 백 천 만 억 end in a consonant, 조 (10^12) does not; a lone or decimal 0 is 영.
    const bool round = zeros < text.size() && isDigit(text[text.size() - 1 - zeros]);
    if (zeros > 0) return round && zeros >= 12 && zeros < 16 ? LastSound::Vowel : LastSound::Consonant;
    switch (text.back()) {
    case U'1': // 일
    case U'7': // 칠
    case U'8': // 팔
        return LastSound::Rieul;
    case U'3': // 삼
    case U'6': // 육
        return LastSound::Consonant;
    default: // 이 사 오 구
        return LastSound::Vowel;
    }
}

LastSound ofLetterName(char32_t c) {
    if (oneOf(c, U"LRlr")) return LastSound::Rieul; // 엘 알
    return oneOf(c, U"MNmn") ? LastSound::Consonant : LastSound::Vowel;
}

LastSound ofWord(std::u32string_view word) {
    const auto fromEnd = [&](std::size_t n) { return n < word.size() ? word[word.size() - 1 - n] : U'\0'; };
    const char32_t last = fromEnd(0);
    const char32_t before = fromEnd(1);
    if (last == U'l') return LastSound::Rieul;
    if (last == U'm' || last == U'n') return LastSound::Consonant;
    if (last == U'g' && before == U'n') return LastSound::Consonant;
    // A stop closes the syllable after a short vowel: web 웹, subnet 서브넷, app 앱, lock 락; but float 플로트, network
    // 네트워크.
    if (oneOf(last, U"bkpt") && (before == last || (last == U'k' && before == U'c'))) return LastSound::Consonant;
    if (oneOf(last, U"bckpt") && isVowel(before) && !isVowel(fromEnd(2))) return LastSound::Consonant;
    if (last == U'e' && word.size() >= 3) { // role 롤, table 테이블, name 네임, zone 존
        if (before == U'l') return LastSound::Rieul;
        if (before == U'm' || before == U'n') return LastSound::Consonant;
    }
    return LastSound::Vowel;
}

LastSound ofLatin(std::u32string_view before, std::u32string_view word) {
    // Units said in Korean right behind a number: 시간, 일; every other unit and its letters agree.
    if (!before.empty() && isDigit(before.back())) {
        if (word == U"h") return LastSound::Consonant;
        if (word == U"d") return LastSound::Rieul;
        if (word == U"m" || word == U"min") return LastSound::Consonant;
    }
    const bool hasVowel = std::any_of(word.begin(), word.end(), isVowel);
    return isUpper(word.back()) || !hasVowel || word.size() == 1 ? ofLetterName(word.back()) : ofWord(word);
}

struct Pair {
    std::string_view pattern, afterConsonant, afterVowel;
};
constexpr std::array<Pair, 6> kPairs = {{
    {"이(가)", "이", "가"},
    {"은(는)", "은", "는"},
    {"을(를)", "을", "를"},
    {"과(와)", "과", "와"},
    {"(으)로", "으로", "로"},
    {"(이)", "이", ""},
}};

} // namespace

LastSound lastSound(std::string_view text) {
    // The last characters decide; a longer word is not read differently.
    constexpr std::size_t kTail = 128;
    if (text.size() > kTail) text.remove_prefix(text.size() - kTail);
    std::u32string characters;
    for (char32_t c : CodePoints(text)) characters += c;
    std::u32string_view rest = characters;
    while (!rest.empty() && oneOf(rest.back(), U")]}>\"'`”’»›」』】〉》）］｝")) rest.remove_suffix(1);
    if (rest.empty()) return LastSound::Unknown;

    const char32_t last = rest.back();
    if (last >= 0xAC00 && last <= 0xD7A3) return ofHangul(last);
    if (last == U'ㄹ') return LastSound::Rieul;                                             // 리을
    if (last >= U'ㄱ' && last <= U'ㅎ') return LastSound::Consonant;                        // 기역, 니은
    if ((last >= U'ㅏ' && last <= U'ㅣ') || oneOf(last, U"%℃°$+")) return LastSound::Vowel; // 퍼센트, 도, 달러
    std::size_t start = rest.size();
    if (isDigit(last)) {
        while (start > 0 && isDigit(rest[start - 1])) --start;
        return ofNumber(rest.substr(start));
    }
    if (isLetter(last)) {
        while (start > 0 && isLetter(rest[start - 1])) --start;
        return ofLatin(rest.substr(0, start), rest.substr(start));
    }
    return LastSound::Unknown;
}

Particle particleAt(std::string_view pattern, std::string_view before) {
    const auto* pair = std::find_if(kPairs.begin(), kPairs.end(), [&](const Pair& each) {
        return pattern.substr(0, each.pattern.size()) == each.pattern;
    });
    if (pair == kPairs.end()) return {};
    const LastSound sound = lastSound(before);
    if (sound == LastSound::Unknown) return {pattern.substr(0, pair->pattern.size()), pair->pattern.size()};
    const bool closed = sound == LastSound::Consonant || (sound == LastSound::Rieul && pair->pattern != "(으)로");
    return {closed ? pair->afterConsonant : pair->afterVowel, pair->pattern.size()};
}

} // namespace sky::korean
