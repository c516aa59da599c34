// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/envelope.h"

#include "base/crc32c.h"
#include "store/characters.h"
#include "store/project_format.h"

#include <charconv>

namespace sky::store {
namespace {

Error broken(std::string place, Text what) {
    return Error{
        ErrorCode::BadFormat, std::move(place), std::move(what),
        say("Open the previous version, with ~ after the name, or a recovered copy; this file was not touched.",
            "이름 뒤에 ~가 붙은 이전 버전이나 복구본을 여세요. 이 파일은 그대로 두었습니다.")};
}

// Takes a number off the front of the text; nullopt when none is there. One too large for 64 bits is the largest.
std::optional<std::uint64_t> takeNumber(std::string_view& text) {
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end == text.data()) return std::nullopt;
    if (problem == std::errc::result_out_of_range) number = ~std::uint64_t{0};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

Error newer(std::uint64_t format, std::string_view rest, int newest) {
    std::string version;
    if (rest.starts_with(" needs "))
        for (const char c : rest.substr(7, 20)) version += isBare(c) ? c : '?';
    return Error{ErrorCode::NewerFormat, "line 1",
                 say("the project is of format {}; this version of Skywright reads up to format {}.",
                     "프로젝트 형식이 {}입니다. 이 버전의 Skywright는 형식 {}까지 읽습니다.", format, newest),
                 version.empty()
                     ? say("Open it with a newer Skywright.", "더 새로운 Skywright로 여세요.")
                     : say("Open it with Skywright {} or later.", "Skywright {} 이상으로 여세요.", version)};
}

} // namespace

Result<Envelope> openEnvelope(std::string_view bytes, int oldest, int newest) {
    if (!bytes.starts_with(kMagic))
        return Error{ErrorCode::BadFormat, "line 1",
                     say("this is not a Skywright project.", "Skywright 프로젝트가 아닙니다."),
                     say("A project begins with '{}'.", "프로젝트는 '{}'(으)로 시작합니다.", kMagic.substr(0, 17))};
    const std::size_t newline = bytes.find('\n');
    if (newline == std::string_view::npos)
        return broken("line 1", say("the file is cut off in its first line.", "파일이 첫 줄에서 잘렸습니다."));
    std::string_view first = bytes.substr(kMagic.size(), newline - kMagic.size());
    const auto format = takeNumber(first);
    if (format && *format > static_cast<std::uint64_t>(newest)) return newer(*format, first, newest);
    if (!format || *format < static_cast<std::uint64_t>(oldest))
        return broken("line 1", say("the format number is not one that ever was.", "존재한 적 없는 형식 번호입니다."));
    if (first.ends_with('\r'))
        return broken("line 1", say("another program changed the line ends to CR LF (git: *.skyw -text prevents it).",
                                    "다른 프로그램이 줄 끝을 CR LF로 바꿨습니다(git에서는 *.skyw -text로 막습니다)."));
    if (!first.starts_with(" needs "))
        return broken("line 1", say("the first line is damaged.", "첫 줄이 손상되었습니다."));

    const auto cutOff = [] {
        return broken("", say("the file is cut off: its last line, 'end', is missing.",
                              "파일이 잘렸습니다. 마지막 줄 'end'가 없습니다."));
    };
    if (bytes.size() < 2 || bytes.back() != '\n') return cutOff();
    const std::size_t lastStart = bytes.rfind('\n', bytes.size() - 2) + 1;
    std::string_view last = bytes.substr(lastStart, bytes.size() - 1 - lastStart);
    if (!last.starts_with("end") || lastStart <= newline) return cutOff();
    last.remove_prefix(3);
    const Envelope envelope{static_cast<int>(*format), bytes.substr(newline + 1, lastStart - newline - 1), 2};
    if (last.empty()) return envelope;
    const auto damagedEnd = [] { return broken("", say("the last line is damaged.", "마지막 줄이 손상되었습니다.")); };
    if (!last.starts_with(' ')) return damagedEnd();
    last.remove_prefix(1);
    const auto count = takeNumber(last);
    if (!count || !last.starts_with(" crc32c ")) return damagedEnd();
    if (*count != lastStart)
        return broken("", say("the file has {} bytes where {} were written.",
                              "파일이 {}바이트입니다. 쓴 것은 {}바이트였습니다.", std::uint64_t{lastStart}, *count));
    if (bytes.substr(lastStart) != lastLine(bytes.substr(0, lastStart), true))
        return broken("", say("the file is damaged: its checksum does not fit its contents.",
                              "파일이 손상되었습니다. 체크섬이 내용과 맞지 않습니다."));
    return envelope;
}

std::string firstLine(int format, std::string_view program) {
    return std::string(kMagic) + std::to_string(format) + " needs " + std::string(program) + '\n';
}

std::string lastLine(std::string_view before, bool checksum) {
    if (!checksum) return "end\n";
    std::string line = "end " + std::to_string(before.size()) + " crc32c ";
    const std::uint32_t value = crc32c(before);
    for (int shift = 28; shift >= 0; shift -= 4) line += "0123456789abcdef"[(value >> shift) & 0xFu];
    return line + '\n';
}

} // namespace sky::store
