// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "picture/sketch.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace sky::paint {

using namespace picture;

namespace {

Words line(const char* text, PointD at, Align align, int size, bool bold, Color color) {
    return {text, at, align, static_cast<double>(size), bold, color, wordsWidth(text, size, bold)};
}

} // namespace

Page everyPrimitive() {
    constexpr Color kInk = rgb(0x232F3E);
    constexpr Color kViolet = rgb(0x8C4FFF);
    constexpr Color kOrange = rgb(0xED7100);
    Figure boxes;
    boxes.owner = {OwnerKind::Element, "boxes"};
    boxes.title = "Boxes & <discs>";
    const auto put = [](Figure& figure, Layer layer, Shape shape, double leastScale = 0) {
        figure.bounds = figure.bounds.united(bounds(shape));
        figure.primitives.push_back({layer, leastScale, std::move(shape)});
    };
    put(boxes, Layer::Groups, Box{{10, 10, 200, 100}, 0, rgb(0xF2F6E8), {kViolet, 2, Dash::Solid}});
    put(boxes, Layer::Groups, Box{{230, 10, 200, 100}, 0, kNoColor, {kViolet, 2, Dash::Dotted}});
    put(boxes, Layer::Groups, Box{{10, 130, 200, 100}, 0, kNoColor, {rgb(0x00A4A6), 1.5, Dash::Dashed}});
    put(boxes, Layer::Tiles, Box{{240, 140, 40, 40}, 6, kOrange, {}});
    put(boxes, Layer::Tiles, Glyph{"ec2", {246, 146, 28, 28}, rgb(0xFFFFFF)});
    put(boxes, Layer::Tiles, Glyph{"nat-gateway", {300, 140, 40, 40}, kViolet});
    put(boxes, Layer::Tiles, Disc{{380, 160}, 18, rgb(0xFFFFFF), {kViolet, 2, Dash::Solid}});
    Figure lines;
    lines.owner = {OwnerKind::Link, "lines"};
    put(lines, Layer::Links, Line{{{20, 260}, {120, 260}, {120, 300}, {300, 300}, {300, 262}}, 4, {kInk, 1.5, Dash::Solid}});
    put(lines, Layer::Links, Polygon{{{300, 253}, {296, 262}, {304, 262}}, kInk, {}});
    put(lines, Layer::Links, Line{{{20, 320}, {220, 320}, {222, 330}, {420, 330}}, 12, {kInk, 1.5, Dash::Dashed}});
    put(lines, Layer::Links, Line{{{20, 350}, {420, 240}}, 4, {kInk, 1.5, Dash::Dotted}});
    put(lines, Layer::LinkTexts, Box{{340, 292, 62, 14}, 2, rgb(0xFFFFFF), {}});
    put(lines, Layer::LinkTexts, line("HTTPS 443", {371, 303}, Align::Center, 11, false, kInk));
    Figure words;
    words.owner = {OwnerKind::Element, "words"};
    put(words, Layer::Tiles, line("orders-db", {110, 60}, Align::Center, 12, true, kInk));
    put(words, Layer::Tiles, line("Amazon RDS, db.r6g.large", {20, 90}, Align::Left, 11, false, kInk));
    put(words, Layer::Tiles, line("주문 데이터베이스", {420, 60}, Align::Right, 12, true, kInk));
    put(words, Layer::Tiles, line("서울 리전 · ap-northeast-2", {240, 90}, Align::Left, 11, false, kInk));
    put(words, Layer::Callouts, Disc{{30, 160}, 9, rgb(0x000000), {}});
    put(words, Layer::Callouts, line("1", {30, 163.6}, Align::Center, 10, true, rgb(0xFFFFFF)));
    put(words, Layer::Tiles, line("only when enlarged", {20, 200}, Align::Left, 11, false, kInk), 1.5);
    Page page;
    page.area = {0, 0, 440, 370};
    for (Figure* figure : {&boxes, &words, &lines}) page.figures.push_back(std::make_shared<const Figure>(std::move(*figure)));
    return page;
}

const std::string& scratch() {
    struct Folder {
        std::string path;
        Folder() {
            std::string pattern = (std::filesystem::temp_directory_path() / "skywright-paint-XXXXXX").string();
            path = mkdtemp(pattern.data()) ? pattern : std::string();
        }
        ~Folder() {
            std::error_code ignored;
            if (!path.empty()) std::filesystem::remove_all(path, ignored);
        }
    };
    static const Folder folder;
    return folder.path;
}

std::string write(const std::string& name, const std::string& bytes) {
    const std::string path = scratch() + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string run(const std::string& command, int* code) {
    std::string out;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return out;
    std::array<char, 4096> buffer;
    for (std::size_t read; (read = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), read);
    const int status = pclose(pipe);
    if (code) *code = status;
    return out;
}

bool has(const char* program) {
    int code = 0;
    static_cast<void>(run(std::string("command -v ") + program, &code));
    return code == 0;
}

QImage decode(const std::string& picture) {
    return QImage::fromData(reinterpret_cast<const uchar*>(picture.data()), static_cast<int>(picture.size()));
}

} // namespace sky::paint
