// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/embedded.h"

#include "base/base64.h"
#include "diagram/limits.h"

#include <algorithm>
#include <cstdint>
#include <zlib.h>

namespace sky::store {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";

// A text of ours deflates to a tenth; what would grow to more than both of these is made to fill memory.
constexpr std::size_t kMostRatio = 64;
constexpr std::size_t kMostInflated = diagram::limits::kFileBytes / 3 * 4 + 4;

Error damaged(Text what) {
    return {ErrorCode::BadFormat, "", std::move(what),
            say("Open the project file itself, or another copy of the picture.",
                "프로젝트 파일이나 그림의 다른 사본을 여세요.")};
}

std::uint32_t wordAt(std::string_view bytes, std::size_t at) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) word = word << 8 | static_cast<unsigned char>(bytes[at + i]);
    return word;
}

// Inflates twice: first to learn the length, then into memory of exactly that length.
class Inflater {
  public:
    explicit Inflater(std::string_view deflated) : m_deflated(deflated) {}

    [[nodiscard]] std::optional<std::string> run() {
        const std::size_t most =
            std::min(kMostInflated, std::max<std::size_t>(1u << 20, m_deflated.size() * kMostRatio));
        std::size_t size = 0;
        if (!pass(most, [&](std::string_view part) { size += part.size(); })) return std::nullopt;
        std::string out;
        out.reserve(size);
        if (!pass(most, [&](std::string_view part) { out += part; })) return std::nullopt;
        return out;
    }

  private:
    template <class Take>
    bool pass(std::size_t most, Take take) {
        z_stream stream{};
        if (inflateInit(&stream) != Z_OK) return false;
        // zlib reads only, but its interface predates const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(m_deflated.data()));
        stream.avail_in = static_cast<uInt>(m_deflated.size()); // a chunk's length has 31 bits
        char part[16384];
        std::size_t total = 0;
        int result = Z_OK;
        while (result == Z_OK) {
            stream.next_out = reinterpret_cast<Bytef*>(part);
            stream.avail_out = sizeof part;
            result = inflate(&stream, Z_NO_FLUSH);
            const std::size_t got = sizeof part - stream.avail_out;
            total += got;
            if (total > most) break;
            take(std::string_view(part, got));
        }
        inflateEnd(&stream);
        return result == Z_STREAM_END && total <= most;
    }
    std::string_view m_deflated;
};

// The text of a chunk whose keyword is ours, inflated where need be; nullopt: damaged.
std::optional<std::string> textOf(std::string_view type, std::string_view rest) {
    if (type == "tEXt") return std::string(rest);
    if (type == "zTXt") {
        if (rest.empty() || rest.front() != 0) return std::nullopt;
        return Inflater(rest.substr(1)).run();
    }
    if (rest.size() < 2) return std::nullopt; // iTXt: compressed?, method, language, translated keyword, text
    const bool compressed = rest[0] != 0;
    const bool knownMethod = rest[1] == 0;
    rest.remove_prefix(2);
    for (int skipped = 0; skipped < 2; ++skipped) {
        const std::size_t zero = rest.find('\0');
        if (zero == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(zero + 1);
    }
    if (!compressed) return std::string(rest);
    if (!knownMethod) return std::nullopt;
    return Inflater(rest).run();
}

} // namespace

bool looksLikePng(std::string_view bytes) {
    return bytes.starts_with(kSignature);
}

Result<std::optional<std::string>> projectInPng(std::string_view picture) {
    if (!looksLikePng(picture)) return damaged(say("this is not a PNG.", "PNG가 아닙니다."));
    const auto cutOff = [] { return damaged(say("the PNG is cut off.", "PNG가 잘렸습니다.")); };
    for (std::size_t at = kSignature.size(); at < picture.size();) {
        if (picture.size() - at < 12) return cutOff();
        const std::size_t length = wordAt(picture, at);
        if (length > picture.size() - at - 12) return cutOff();
        const std::string_view type = picture.substr(at + 4, 4);
        const std::string_view data = picture.substr(at + 8, length);
        const std::string_view checked = picture.substr(at + 4, length + 4);
        const std::uint32_t checksum = wordAt(picture, at + 8 + length);
        at += 12 + length;
        if (type == "IEND") break;
        if (type != "tEXt" && type != "zTXt" && type != "iTXt") continue;
        if (data.size() <= kPngKey.size() || !data.starts_with(kPngKey) || data[kPngKey.size()] != 0) continue;
        if (crc32_z(0, reinterpret_cast<const Bytef*>(checked.data()), checked.size()) != checksum)
            return damaged(say("the project in the PNG is damaged: its checksum does not fit.",
                               "PNG 안의 프로젝트가 손상되었습니다. 체크섬이 맞지 않습니다."));
        const auto text = textOf(type, data.substr(kPngKey.size() + 1));
        if (!text)
            return damaged(say("the project in the PNG cannot be unpacked.", "PNG 안의 프로젝트를 풀 수 없습니다."));
        Result<std::string> project = fromBase64(*text);
        if (!project)
            return damaged(say("the project in the PNG is not base64.", "PNG 안의 프로젝트가 base64가 아닙니다."));
        return std::optional(*std::move(project));
    }
    return std::optional<std::string>();
}

} // namespace sky::store
