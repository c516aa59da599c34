// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing addresses and blocks.
#include "base/cidr.h"
#include "base/utf8.h"

#include <array>
#include <cstddef>

namespace sky {
namespace {

using Groups = std::array<std::uint16_t, 8>;

std::string shown(std::string_view text) {
    return elideMiddle(text, 50);
}

Error refuse(Text what, Text remedy) {
    return {ErrorCode::Invalid, {}, std::move(what), std::move(remedy)};
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<unsigned> hexDigit(char c) {
    if (isDigit(c)) return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

Text writeV4() {
    return {"Write four numbers from 0 to 255, like 10.0.0.4.", "0부터 255까지의 수 네 개로 쓰십시오. 예: 10.0.0.4"};
}

Result<std::uint32_t> parseV4(std::string_view text) {
    std::uint32_t address = 0;
    std::string_view rest = text;
    for (int part = 0; part < 4; ++part) {
        std::size_t digits = 0;
        std::uint32_t number = 0;
        while (digits < rest.size() && digits < 4 && isDigit(rest[digits]))
            number = number * 10 + static_cast<std::uint32_t>(rest[digits++] - '0');
        if (digits == 0)
            return refuse(say("“{}” is not an IPv4 address.", "“{}”은(는) IPv4 주소가 아닙니다.", shown(text)),
                          writeV4());
        if (digits > 3 || number > 255)
            return refuse(say("“{}” has a number above 255.", "“{}”에 255보다 큰 수가 있습니다.", shown(text)),
                          writeV4());
        if (digits > 1 && rest.front() == '0')
            return refuse(say("“{}” has a number with a leading zero, which some programs read as octal.",
                              "“{}”에 0으로 시작하는 수가 있습니다. 이를 8진수로 읽는 프로그램도 있습니다.",
                              shown(text)),
                          Text{"Leave the leading zero out.", "앞의 0을 지우십시오."});
        address = address << 8 | number;
        rest.remove_prefix(digits);
        if (part == 3) break;
        if (rest.empty() || rest.front() != '.')
            return refuse(say("“{}” is not an IPv4 address.", "“{}”은(는) IPv4 주소가 아닙니다.", shown(text)),
                          writeV4());
        rest.remove_prefix(1);
    }
    if (!rest.empty())
        return refuse(
            say("“{}” goes on after the IPv4 address.", "“{}”에 IPv4 주소 뒤로 다른 글자가 있습니다.", shown(text)),
            writeV4());
    return address;
}

Error notV6(std::string_view text, Text reason) {
    return refuse(say("“{}” is not an IPv6 address: {}.", "“{}”은(는) IPv6 주소가 아닙니다. {}.", shown(text), reason),
                  Text{"Write it like 2600:1f14:abcd::4.", "예: 2600:1f14:abcd::4"});
}

Result<IpAddress> parseV6(std::string_view text) {
    Groups groups{};
    std::size_t count = 0;
    std::optional<std::size_t> gap; // the groups before "::"
    std::string_view rest = text;
    if (rest.substr(0, 2) == "::") {
        gap = 0;
        rest.remove_prefix(2);
    }
    while (!rest.empty()) {
        if (count == 8) return notV6(text, {"it has more than 8 groups", "그룹이 8개보다 많습니다"});
        std::size_t digits = 0;
        unsigned number = 0;
        while (digits < rest.size() && digits < 5) {
            const auto digit = hexDigit(rest[digits]);
            if (!digit) break;
            number = number << 4 | *digit;
            ++digits;
        }
        if (digits > 0 && digits < rest.size() && rest[digits] == '.') { // an IPv4 address as the last two groups
            const Result<std::uint32_t> tail = parseV4(rest);
            if (!tail || count > 6)
                return notV6(text, {"its last part is not an IPv4 address", "마지막 부분이 IPv4 주소가 아닙니다"});
            groups[count++] = static_cast<std::uint16_t>(*tail >> 16);
            groups[count++] = static_cast<std::uint16_t>(*tail & 0xFFFF);
            break;
        }
        if (digits == 0) return notV6(text, {"a group is not hexadecimal", "16진수가 아닌 그룹이 있습니다"});
        if (digits > 4) return notV6(text, {"a group has more than 4 digits", "네 자리보다 긴 그룹이 있습니다"});
        groups[count++] = static_cast<std::uint16_t>(number);
        rest.remove_prefix(digits);
        if (rest.empty()) break;
        if (rest.substr(0, 2) == "::") {
            if (gap) return notV6(text, {"it has “::” twice", "“::”이 두 번 있습니다"});
            gap = count;
            rest.remove_prefix(2);
        } else if (rest.front() == ':' && rest.size() > 1) {
            rest.remove_prefix(1);
        } else {
            return notV6(text, {"a group is not hexadecimal", "16진수가 아닌 그룹이 있습니다"});
        }
    }
    if (!gap && count < 8) return notV6(text, {"it has fewer than 8 groups", "그룹이 8개보다 적습니다"});
    if (gap && count == 8) return notV6(text, {"its “::” stands for no group", "“::”이 나타내는 그룹이 없습니다"});
    if (gap) {
        const std::size_t moved = count - *gap;
        for (std::size_t i = 0; i < moved; ++i) {
            groups[7 - i] = groups[count - 1 - i];
            if (count - 1 - i < 8 - moved) groups[count - 1 - i] = 0;
        }
    }
    IpAddress address{IpFamily::V6, 0, 0};
    for (std::size_t i = 0; i < 8; ++i) {
        std::uint64_t& half = i < 4 ? address.high : address.low;
        half = half << 16 | groups[i];
    }
    return address;
}

std::string textOfV4(std::uint64_t address) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += std::to_string(address >> shift & 0xFF);
        if (shift > 0) text += '.';
    }
    return text;
}

std::string hex(std::uint16_t group) {
    std::string text;
    for (int shift = 12; shift >= 0; shift -= 4) {
        const unsigned digit = group >> shift & 0xFu;
        if (digit != 0 || !text.empty() || shift == 0) text += "0123456789abcdef"[digit];
    }
    return text;
}

} // namespace

Result<IpAddress> parseIpAddress(std::string_view text) {
    if (text.find('/') != std::string_view::npos)
        return refuse(say("“{}” is a block, but one address is needed here.",
                          "“{}”은(는) 블록입니다. 여기에는 주소 하나가 필요합니다.", shown(text)),
                      Text{"Leave the prefix length out.", "접두사 길이를 지우십시오."});
    if (text.find(':') != std::string_view::npos) return parseV6(text);
    const Result<std::uint32_t> address = parseV4(text);
    if (!address) return address.error();
    return IpAddress{IpFamily::V4, 0, *address};
}

Result<Cidr> parseCidr(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    const Result<IpAddress> parsed = parseIpAddress(address);
    if (!parsed) return parsed.error();
    const unsigned bits = addressBits(parsed->family);
    if (slash == std::string_view::npos)
        return refuse(say("“{}” is one address, but a block is needed here.",
                          "“{}”은(는) 주소 하나입니다. 여기에는 블록이 필요합니다.", shown(text)),
                      say("Write {}/{} for this address alone, or a shorter prefix for more.",
                          "이 주소만 뜻하려면 {}/{}, 더 넓게는 더 짧은 접두사를 쓰십시오.", toText(*parsed),
                          std::uint64_t{bits}));
    const std::string_view digits = text.substr(slash + 1);
    unsigned prefix = 0;
    for (char c : digits) prefix = isDigit(c) && prefix <= 128 ? prefix * 10 + static_cast<unsigned>(c - '0') : 1000;
    if (digits.empty() || digits.size() > 3 || prefix > bits || (digits.size() > 1 && digits.front() == '0'))
        return refuse(
            say("“{}” has the prefix length “{}”.", "“{}”의 접두사 길이가 “{}”입니다.", shown(text), shown(digits)),
            say("Write a number from 0 to {} after the slash.", "빗금 뒤에 0부터 {}까지의 수를 쓰십시오.",
                std::uint64_t{bits}));
    const Cidr block = blockAround(*parsed, prefix);
    if (block.network != *parsed)
        return refuse(say("“{}” is an address inside the block {}, not a block.",
                          "“{}”은(는) 블록이 아니라 블록 {} 안의 주소입니다.", shown(text), toText(block)),
                      say("Write {}.", "{}을(를) 쓰십시오.", toText(block)));
    return block;
}

std::string toText(IpAddress address) {
    if (address.family == IpFamily::V4) return textOfV4(address.low);
    if (address.high == 0 && address.low >> 32 == 0xFFFF) return "::ffff:" + textOfV4(address.low & 0xFFFFFFFF);
    Groups groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = static_cast<std::uint16_t>((i < 4 ? address.high : address.low) >> (48 - 16 * (i % 4)));
    std::size_t bestStart = 8, bestLength = 1; // a single zero group is not shortened
    for (std::size_t i = 0; i < 8;) {
        std::size_t length = 0;
        while (i + length < 8 && groups[i + length] == 0) ++length;
        if (length > bestLength) {
            bestStart = i;
            bestLength = length;
        }
        i += length + 1;
    }
    std::string text;
    for (std::size_t i = 0; i < 8;) {
        if (i == bestStart) {
            text += "::";
            i += bestLength;
            continue;
        }
        if (!text.empty() && text.back() != ':') text += ':';
        text += hex(groups[i++]);
    }
    return text;
}

std::string toText(Cidr block) {
    return toText(block.network) + "/" + std::to_string(block.prefix);
}

} // namespace sky
