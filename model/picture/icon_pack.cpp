// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/icon_pack.h"

#include "picture/icon_pack_names.h"

#include <pugixml.hpp>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

namespace sky::picture {
namespace {

namespace fs = std::filesystem;

// AWS's package of January 2026 has some 10 000 files, the largest of its icons 60 KB.
constexpr std::size_t kMostFiles = 200'000;
constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr int kMostDepth = 16;

Text remedy() {
    return say("Give the folder or the zip of AWS's architecture icons (Asset Package) as it was downloaded.",
               "AWS 아키텍처 아이콘(Asset Package)을 내려받은 그대로의 폴더나 zip을 지정하세요.");
}
Error notAPack(const std::string& path) {
    return {ErrorCode::BadFormat, path, say("No AWS icon is in here.", "이 안에는 AWS 아이콘이 없습니다."), remedy()};
}
Error unreadable(const std::string& path, std::string_view why) {
    return {ErrorCode::NotReadable, path,
            say("The icon pack cannot be read: {}.", "아이콘 팩을 읽을 수 없습니다: {}.", why), remedy()};
}
Error brokenIcon(const std::string& path, const std::string& file, std::string_view why) {
    return {ErrorCode::BadFormat, path + ":" + file,
            say("This icon is not a sound SVG file: {}.", "이 아이콘은 올바른 SVG 파일이 아닙니다: {}.", why),
            say("Download the package again.", "패키지를 다시 내려받으세요.")};
}

// "Architecture-Service-Icons/…/Arch_Amazon-EC2_48.svg" -> "amazon-ec2", 48.
struct FileName {
    std::string plain;
    int size = 0;
    bool dark = false;
};
std::optional<FileName> readName(std::string_view path) {
    std::string_view name = path.substr(path.find_last_of('/') + 1);
    if (!name.ends_with(".svg") || name.starts_with("._")) return std::nullopt; // "._": leavings of macOS
    name.remove_suffix(4);
    for (const std::string_view prefix : {"Arch_", "Res_"})
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    FileName read;
    if (name.ends_with("_Dark")) {
        read.dark = true;
        name.remove_suffix(5);
    } else if (name.ends_with("_Light")) {
        name.remove_suffix(6);
    }
    const std::size_t cut = name.find_last_of('_');
    if (cut == std::string_view::npos) return std::nullopt;
    const std::string_view size = name.substr(cut + 1);
    if (size.empty() || size.size() > 3 ||
        !std::all_of(size.begin(), size.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    for (const char digit : size) read.size = read.size * 10 + (digit - '0');
    read.plain = name.substr(0, cut);
    for (char& c : read.plain)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return read;
}

} // namespace

// Chooses files by name first, then reads only those.
class IconPackReader {
  public:
    explicit IconPackReader(std::string path) : m_path(std::move(path)) {
        for (const PackName& name : packNames()) m_wanted.emplace(name.file, Choice{});
    }

    void offer(const std::string& file) {
        const std::optional<FileName> name = readName(file);
        if (!name) return;
        const auto wanted = m_wanted.find(name->plain);
        if (wanted == m_wanted.end()) return;
        std::string& chosen = name->dark ? wanted->second.dark : wanted->second.light;
        int& size = name->dark ? wanted->second.darkSize : wanted->second.lightSize;
        // 48 is drawn for the size our tiles have; among equals the first by name, so that the order of files is
        // nothing.
        const auto rank = [](int s) { return s == 48 ? 1000 : s; };
        if (chosen.empty() || rank(name->size) > rank(size) || (name->size == size && file < chosen)) {
            chosen = file;
            size = name->size;
        }
    }

    template <class Read> // file name -> Result<std::string>
    Result<IconPack> read(Read readFile) {
        IconPack pack;
        for (const PackName& name : packNames()) {
            const Choice& choice = m_wanted.find(name.file)->second;
            if (pack.m_icons.contains(std::string(name.key)) || (choice.light.empty() && choice.dark.empty())) continue;
            IconPack::Icon icon;
            for (const bool dark : {false, true}) {
                const std::string& file = dark ? choice.dark : choice.light;
                if (file.empty()) continue;
                Result<std::string> svg = readFile(file);
                if (!svg) return std::move(svg).error();
                pugi::xml_document document;
                const pugi::xml_parse_result parsed = document.load_buffer(svg->data(), svg->size());
                if (!parsed) return brokenIcon(m_path, file, parsed.description());
                if (!document.child("svg")) return brokenIcon(m_path, file, "no <svg>");
                (dark ? icon.dark : icon.svg) = *std::move(svg);
            }
            if (icon.svg.empty()) icon.svg = icon.dark;
            pack.m_icons.emplace(name.key, std::move(icon));
        }
        if (pack.m_icons.empty()) return notAPack(m_path);
        return pack;
    }

  private:
    struct Choice {
        std::string light;
        std::string dark;
        int lightSize = 0;
        int darkSize = 0;
    };
    std::string m_path;
    std::map<std::string, Choice, std::less<>> m_wanted; // by plain name
};

namespace {

Result<IconPack> openFolder(const std::string& path) {
    IconPackReader reader(path);
    std::error_code failed;
    fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, failed);
    if (failed) return unreadable(path, failed.message());
    std::size_t files = 0;
    for (; at != fs::recursive_directory_iterator(); at.increment(failed)) {
        if (failed) return unreadable(path, failed.message());
        if (at.depth() >= kMostDepth) at.disable_recursion_pending();
        if (++files > kMostFiles) return notAPack(path);
        if (at->is_regular_file(failed)) reader.offer(fs::relative(at->path(), path, failed).generic_string());
    }
    return reader.read([&](const std::string& file) -> Result<std::string> {
        const fs::path whole = fs::path(path) / file;
        std::error_code error;
        if (fs::file_size(whole, error) > kMostBytes || error) return brokenIcon(path, file, "too large");
        std::ifstream stream(whole, std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(stream)), {});
        if (!stream.good() && !stream.eof()) return brokenIcon(path, file, "unreadable");
        return bytes;
    });
}

struct ZipClose {
    void operator()(zip_t* zip) const { zip_discard(zip); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Result<IconPack> openZip(const std::string& path) {
    int error = 0;
    const std::unique_ptr<zip_t, ZipClose> zip(zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (!zip) {
        zip_error_t why;
        zip_error_init_with_code(&why, error);
        const std::string text = zip_error_strerror(&why);
        zip_error_fini(&why);
        return error == ZIP_ER_NOZIP || error == ZIP_ER_INCONS ? notAPack(path) : unreadable(path, text);
    }
    IconPackReader reader(path);
    const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
    if (count > static_cast<zip_int64_t>(kMostFiles)) return notAPack(path);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(zip.get(), static_cast<zip_uint64_t>(i), 0)) reader.offer(name);
    return reader.read([&](const std::string& file) -> Result<std::string> {
        zip_stat_t status;
        if (zip_stat(zip.get(), file.c_str(), 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE))
            return brokenIcon(path, file, zip_strerror(zip.get()));
        if (status.size > kMostBytes) return brokenIcon(path, file, "too large");
        const std::unique_ptr<zip_file_t, ZipClose> open(zip_fopen(zip.get(), file.c_str(), 0));
        if (!open) return brokenIcon(path, file, zip_strerror(zip.get()));
        std::string bytes(static_cast<std::size_t>(status.size), '\0');
        if (zip_fread(open.get(), bytes.data(), status.size) != static_cast<zip_int64_t>(status.size))
            return brokenIcon(path, file, zip_file_strerror(open.get()));
        return bytes;
    });
}

} // namespace

Result<IconPack> IconPack::open(const std::string& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status))
        return Error{ErrorCode::NotFound, path, say("There is no such icon pack.", "아이콘 팩이 없습니다."), remedy()};
    return fs::is_directory(status) ? openFolder(path) : openZip(path);
}

const std::string* IconPack::find(std::string_view key, bool darkPage) const {
    auto found = m_icons.find(key);
    if (found == m_icons.end()) {
        const std::size_t dot = key.find('.');
        if (dot == std::string_view::npos) return nullptr;
        found = m_icons.find(key.substr(0, dot));
        if (found == m_icons.end()) return nullptr;
    }
    return darkPage && !found->second.dark.empty() ? &found->second.dark : &found->second.svg;
}

std::function<std::string(const std::string& icon)> packIcons(std::shared_ptr<const IconPack> pack, bool darkPage) {
    if (!pack) return {};
    return [pack = std::move(pack), darkPage](const std::string& icon) -> std::string {
        if (!icon.starts_with(kPackPrefix)) return {};
        const std::string* svg = pack->find(std::string_view(icon).substr(kPackPrefix.size()), darkPage);
        return svg ? *svg : std::string();
    };
}

} // namespace sky::picture
