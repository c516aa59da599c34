// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_file.h"

#include "diagram/limits.h"
#include "store/atomic_replace.h"
#include "store/embedded.h"
#include "store/file_errors.h"
#include "store/project_format.h"

namespace sky::store {
namespace {

using diagram::limits::kFileBytes;

// Errors of the format say where in the file; in front of that comes which file.
Error in(const std::string& path, Error error) {
    error.place = error.place.empty() ? path : path + ", " + error.place;
    return error;
}

struct Kind {
    std::string_view start;
    Text what;
    Text remedy;
};

// What it is instead of a project, by its first bytes.
Error otherKind(std::string_view bytes, const std::string& path) {
    const Text convert =
        say("Use 'skywright-cli convert' or File > Import.", "'skywright-cli convert'나 파일 > 가져오기를 쓰세요.");
    const Text choose = say("Name a project (.skyw), or a PNG or SVG with a project inside.",
                            "프로젝트(.skyw)나, 프로젝트가 든 PNG 또는 SVG를 적으세요.");
    if (bytes.empty())
        return {ErrorCode::BadFormat, path, say("the file is empty.", "빈 파일입니다."),
                say("The previous version, with ~ after the name, may still be whole.",
                    "이름 뒤에 ~가 붙은 이전 버전은 온전할 수 있습니다.")};
    const Kind kinds[] = {
        {"{", say("this is JSON.", "JSON입니다."), convert},
        {"[", say("this is JSON, and not a project.", "JSON이지만 프로젝트가 아닙니다."), choose},
        {"<mxfile", say("this is a draw.io diagram.", "draw.io 그림입니다."), convert},
        {"<mxGraphModel", say("this is a draw.io diagram.", "draw.io 그림입니다."), convert},
        {"<svg", say("this is a damaged SVG.", "손상된 SVG입니다."), choose},
        {"<", say("this is XML, and not an SVG.", "XML이지만 SVG가 아닙니다."), choose},
        {"AWSTemplateFormatVersion", say("this is a CloudFormation template.", "CloudFormation 템플릿입니다."),
         convert},
        {"Resources:", say("this is a CloudFormation template.", "CloudFormation 템플릿입니다."), convert},
        {"%PDF-",
         say("this is a PDF; projects do not fit inside.", "PDF입니다. PDF에는 프로젝트가 들어 있지 않습니다."),
         choose},
        {"\xFF\xD8\xFF",
         say("this is a JPEG; projects do not fit inside.", "JPEG입니다. JPEG에는 프로젝트가 들어 있지 않습니다."),
         choose},
        {"GIF8", say("this is a GIF; projects do not fit inside.", "GIF입니다. GIF에는 프로젝트가 들어 있지 않습니다."),
         choose},
        {"PK\x03\x04", say("this is a ZIP archive.", "ZIP 압축 파일입니다."),
         say("Unpack it and name the project in it.", "압축을 풀고 그 안의 프로젝트를 적으세요.")},
        {"\x1F\x8B", say("this is a gzip archive.", "gzip 압축 파일입니다."),
         say("Unpack it and name the project in it.", "압축을 풀고 그 안의 프로젝트를 적으세요.")},
        {"skywright recovery ", say("this is a recovery file of Skywright.", "Skywright의 복구 파일입니다."),
         say("Start Skywright; it offers to restore it.", "Skywright를 시작하면 복구할 수 있습니다.")},
    };
    std::string_view text = bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start != std::string_view::npos) text.remove_prefix(start);
    if (text.starts_with("<?xml")) { // the element behind the declaration says more
        const std::size_t end = text.find("?>");
        const std::size_t next = end == std::string_view::npos ? end : text.find('<', end);
        if (next != std::string_view::npos) text.remove_prefix(next);
    }
    for (const Kind& kind : kinds)
        if (text.starts_with(kind.start)) return {ErrorCode::BadFormat, path, kind.what, kind.remedy};
    return {ErrorCode::BadFormat, path,
            say("this is not a Skywright project, but a file of another program.",
                "Skywright 프로젝트가 아니라 다른 프로그램의 파일입니다."),
            choose};
}

Result<Opened> openPicture(Result<std::optional<std::string>> inside, Carrier carrier, const char* kind,
                           const std::string& path, const catalog::Catalog& catalog) {
    if (!inside) return in(path, std::move(inside).error());
    if (!*inside)
        return Error{ErrorCode::BadFormat, path,
                     say("this is a {} without a project.", "프로젝트가 들어 있지 않은 {}입니다.", kind),
                     say("Export it again with 'include the project', or open the project file.",
                         "'프로젝트 포함'으로 다시 내보내거나 프로젝트 파일을 여세요.")};
    Result<diagram::Diagram> diagram = load(**inside, catalog);
    if (!diagram) return in(path + ", the project inside", std::move(diagram).error());
    return Opened{*std::move(diagram), carrier};
}

} // namespace

Result<Opened> openBytes(std::string_view bytes, const std::string& path, const catalog::Catalog& catalog) {
    if (bytes.starts_with(kMagic)) {
        Result<diagram::Diagram> diagram = load(bytes, catalog);
        if (!diagram) return in(path, std::move(diagram).error());
        return Opened{*std::move(diagram), Carrier::ProjectFile};
    }
    if (looksLikePng(bytes)) return openPicture(projectInPng(bytes), Carrier::Png, "PNG", path, catalog);
    if (looksLikeSvg(bytes)) return openPicture(projectInSvg(bytes), Carrier::Svg, "SVG", path, catalog);
    return otherKind(bytes, path);
}

Result<Opened> openAny(const FileSystem& files, const std::string& path, const catalog::Catalog& catalog) {
    const Result<std::string> bytes = files.read(path, kFileBytes);
    if (!bytes) return bytes.error();
    return openBytes(*bytes, path, catalog);
}

Result<Saved> saveFile(FileSystem& files, const std::string& path, const diagram::Diagram& diagram,
                       const catalog::Catalog& catalog) {
    const Result<std::string> bytes = save(diagram);
    if (!bytes) return in(path, bytes.error());
    // The file on disk is good; only bytes known to be readable may take its place.
    const Result<diagram::Diagram> again = load(*bytes, catalog);
    if (!again) return in(path, again.error());
    if (!(*again == diagram))
        return Error{ErrorCode::Invalid, path,
                     say("the project does not read back as it was written; the file was left as it is.",
                         "저장한 내용을 다시 읽으면 원래와 다릅니다. 파일은 그대로 두었습니다."),
                     say("Export it as JSON and report this.", "JSON으로 내보내고 이 문제를 알려 주세요.")};
    const Result<FileStatus> old = files.status(path);
    if (old && old->kind == FileKind::Regular && old->size == bytes->size()) {
        const Result<std::string> there = files.read(path, bytes->size());
        if (there && *there == *bytes) return Saved{false, std::nullopt}; // or the backup would lose what differs
    }
    Result<Replaced> replaced = replaceFile(files, path, *bytes, {.backup = true, .mode = 0666});
    if (!replaced) return replaced.error();
    return Saved{true, std::move(replaced->backupProblem)};
}

} // namespace sky::store
