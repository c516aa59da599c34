// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_width.h"

#include "base/text_width_table.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <limits>

namespace sky {
namespace {

constexpr int kHangulWidth = 920;
constexpr int kOtherWidth = 1000; // ideographs, kana, emoji, and what neither font has
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kAscii = 0x80;
constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kSpaces = " \t\r";

// Thousandths that fit a number of pixels of text of this size.
std::int64_t room(int width, int pixelSize) {
    return width <= 0 || pixelSize <= 0 ? 0 : static_cast<std::int64_t>(width) * 1000 / pixelSize;
}

int pixels(std::int64_t thousandths, int pixelSize) {
    if (pixelSize <= 0) return 0;
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    if (thousandths > kMost * 1000 / pixelSize) return static_cast<int>(kMost);
    return static_cast<int>((thousandths * pixelSize + 999) / 1000);
}

// A character with what joins it: marks, variation selectors, and the next part of an emoji after a joiner.
struct Cluster {
    std::size_t begin;
    std::size_t end;
    std::int64_t width;
};

std::vector<Cluster> clustersOf(std::string_view text, FontWeight weight) {
    std::vector<Cluster> clusters;
    const CodePoints characters(text);
    char32_t before = 0;
    for (auto it = characters.begin(); it != characters.end(); ++it) {
        const std::size_t begin = text.size() - it.rest().size();
        const int width = characterWidth(*it, weight);
        if (!clusters.empty() && (width == 0 || before == kJoiner)) {
            clusters.back().end = begin + it.bytes();
            clusters.back().width += width;
        } else {
            clusters.push_back({begin, begin + it.bytes(), width});
        }
        before = *it;
    }
    return clusters;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Whether a text is no wider than this; stops where it is, so that long texts cost no more than a line.
bool isWithin(std::string_view text, std::int64_t most, FontWeight weight) {
    std::int64_t width = 0;
    for (const char32_t code : CodePoints(text))
        if ((width += characterWidth(code, weight)) > most) return false;
    return true;
}

// How many bytes of a line that is too wide go on it: up to the last word that fits, or else the last cluster that
// fits, or else one cluster, because there would be no end otherwise.
std::size_t breakAt(std::string_view line, std::int64_t most, FontWeight weight) {
    std::size_t wordEnd = 0;
    std::size_t clusterBegin = 0;
    std::int64_t width = 0;
    char32_t before = 0;
    const CodePoints characters(line);
    for (auto it = characters.begin(); it != characters.end(); ++it) {
        const std::size_t at = line.size() - it.rest().size();
        const int advance = characterWidth(*it, weight);
        const bool space = *it == U' ' || *it == U'\t';
        if (at > 0 && advance > 0 && before != kJoiner) {
            if (width > most && wordEnd == 0) return at;
            clusterBegin = at;
            if (space && before != U' ' && before != U'\t') wordEnd = at;
        }
        width += advance;
        if (width > most && !space) {
            if (wordEnd > 0) return wordEnd;
            if (clusterBegin > 0) return clusterBegin;
        }
        before = *it;
    }
    return line.size();
}

int searchedWidth(char32_t code, FontWeight weight) {
    const auto* const end = text_width::kRuns + text_width::kRunCount;
    const auto* run = std::upper_bound(text_width::kRuns, end, code,
                                       [](char32_t c, const text_width::WidthRun& each) { return c < each.first; });
    if (run == text_width::kRuns) return kOtherWidth;
    --run;
    if (code - run->first >= run->count) return kOtherWidth;
    return weight == FontWeight::Bold ? run->bold : run->regular;
}

// Most characters of most names, looked up once.
struct AsciiWidths {
    std::array<std::array<std::uint16_t, kAscii>, 2> widths;
    AsciiWidths() {
        for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
            for (char32_t code = 0; code < kAscii; ++code)
                widths[static_cast<std::size_t>(weight)][code] = static_cast<std::uint16_t>(searchedWidth(code, weight));
    }
};

} // namespace

int characterWidth(char32_t code, FontWeight weight) {
    static const AsciiWidths ascii;
    if (code < kAscii) return ascii.widths[static_cast<std::size_t>(weight)][code];
    if (code >= 0xAC00 && code <= 0xD7A3) return kHangulWidth;
    return searchedWidth(code, weight);
}

std::int64_t textWidthThousandths(std::string_view text, FontWeight weight) {
    std::int64_t width = 0;
    for (const char32_t code : CodePoints(text)) width += characterWidth(code, weight);
    return width;
}

int textWidth(std::string_view text, int pixelSize, FontWeight weight) {
    return pixels(textWidthThousandths(text, weight), pixelSize);
}

int lineAscent(int pixelSize) {
    return pixels(text_width::kAscent, pixelSize);
}
int lineDescent(int pixelSize) {
    return pixels(text_width::kDescent, pixelSize);
}

std::string elideToWidth(std::string_view text, int width, int pixelSize, FontWeight weight) {
    const std::int64_t most = room(width, pixelSize);
    if (isWithin(text, most, weight)) return std::string(text);
    const std::int64_t left = most - textWidthThousandths(kEllipsis, weight);
    if (left < 0) return {};
    const std::vector<Cluster> clusters = clustersOf(text, weight);
    std::size_t head = 0;
    std::size_t tail = clusters.size();
    std::int64_t headWidth = 0;
    std::int64_t tailWidth = 0;
    // The narrower side grows, so that both ends of a name stay readable.
    while (head < tail) {
        const bool grownHead = headWidth <= tailWidth;
        const std::int64_t next = clusters[grownHead ? head : tail - 1].width;
        if (headWidth + tailWidth + next > left) break;
        if (grownHead) {
            headWidth += next;
            ++head;
        } else {
            tailWidth += next;
            --tail;
        }
    }
    const std::size_t headEnd = head == 0 ? 0 : clusters[head - 1].end;
    const std::size_t tailBegin = tail == clusters.size() ? text.size() : clusters[tail].begin;
    std::string_view front = text.substr(0, headEnd);
    std::string_view back = text.substr(tailBegin);
    while (!front.empty() && kSpaces.find(front.back()) != std::string_view::npos) front.remove_suffix(1);
    while (!back.empty() && kSpaces.find(back.front()) != std::string_view::npos) back.remove_prefix(1);
    return std::string(front) + std::string(kEllipsis) + std::string(back);
}

std::vector<std::string> wrapText(std::string_view text, int width, std::size_t maxLines, int pixelSize,
                                  FontWeight weight) {
    std::vector<std::string> lines;
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::int64_t most = room(width, pixelSize);
    const auto isBlank = [&](std::string_view rest) {
        return rest.find_first_not_of(kBlanks) == std::string_view::npos;
    };
    if (!isBlank(text)) text.remove_prefix(text.find_first_not_of(kBlanks));
    while (lines.size() < maxLines && !isBlank(text)) {
        const std::size_t lineEnd = text.find('\n');
        const std::string_view after =
            lineEnd == std::string_view::npos ? std::string_view() : text.substr(lineEnd + 1);
        const std::string_view line = trimmed(text.substr(0, lineEnd));
        const bool fits = isWithin(line, most, weight);
        if (lines.size() + 1 == maxLines && (!fits || !isBlank(after))) {
            std::string rest(trimmed(text));
            std::replace(rest.begin(), rest.end(), '\n', ' ');
            lines.push_back(elideToWidth(rest, width, pixelSize, weight));
            break;
        }
        if (fits) {
            lines.emplace_back(line);
            text = after;
            continue;
        }
        const std::size_t bytes = breakAt(line, most, weight);
        lines.emplace_back(trimmed(line.substr(0, bytes)));
        text.remove_prefix(static_cast<std::size_t>(line.data() - text.data()) + bytes);
        text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
    }
    return lines;
}

} // namespace sky
