// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sky {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 0xFF;

constexpr std::array<std::uint8_t, 256> makeValues() {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNone);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}
constexpr auto kValues = makeValues();

Error damaged(Text what) {
    return {ErrorCode::BadFormat,
            {},
            std::move(what),
            Text{"Copy the text again, whole and unchanged.", "글 전체를 그대로 다시 복사하십시오."}};
}

} // namespace

std::string toBase64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = bytes.size() - at < 3 ? bytes.size() - at : 3;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i) text += i <= count ? kAlphabet[bits >> (18 - 6 * i) & 0x3F] : '=';
    }
    return text;
}

Result<std::string> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return damaged(say("The Base64 text has {} characters, which is not a multiple of 4.",
                           "Base64 글이 {}자인데, 4의 배수가 아닙니다.", std::uint64_t{text.size()}));
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool padded = at >= text.size() - padding;
        const std::uint8_t value = padded ? std::uint8_t{0} : kValues[static_cast<unsigned char>(text[at])];
        if (value == kNone)
            return damaged(say("The Base64 text has a wrong character at place {}.",
                               "Base64 글의 {}번째에 쓸 수 없는 글자가 있습니다.", std::uint64_t{at + 1}));
        bits = bits << 6 | value;
        if (at % 4 != 3) continue;
        const std::size_t count = at + 1 == text.size() ? 3 - padding : 3;
        for (std::size_t i = 0; i < count; ++i)
            bytes += static_cast<char>(static_cast<unsigned char>(bits >> (16 - 8 * i) & 0xFF));
        const std::uint32_t dropped = bits & ((1u << (8 * (3 - count))) - 1);
        if (dropped != 0)
            return damaged(say("The Base64 text ends in bits that belong to no byte.",
                               "Base64 글의 끝에 어느 바이트에도 속하지 않는 비트가 있습니다."));
        bits = 0;
    }
    return bytes;
}

} // namespace sky
