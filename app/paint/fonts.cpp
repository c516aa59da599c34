// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

#include <cmath>

namespace sky::paint {
namespace {

const QString kLatinFamily = QStringLiteral("Noto Sans");
const QString kKoreanFamily = QStringLiteral("Noto Sans CJK KR");

// Hangul jamo, syllables and compatibility forms, kana, and Chinese characters: three bytes from U+1100 on.
bool needsKoreanFont(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0xE1 || lead > 0xED) continue;
        const int code = (lead & 0x0F) << 12 | (static_cast<unsigned char>(text[i + 1]) & 0x3F) << 6 |
                         (static_cast<unsigned char>(text[i + 2]) & 0x3F);
        if ((code >= 0x1100 && code <= 0x11FF) || (code >= 0x3040 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7A3))
            return true;
    }
    return false;
}

} // namespace

QFont pictureFont(double pixelSize, bool bold) {
    QFont font(QStringList{kLatinFamily, kKoreanFamily, QStringLiteral("Noto Sans KR"), QStringLiteral("sans-serif")});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixelSize))));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

std::vector<FontProblem> fontProblems(std::span<const picture::FigurePointer> figures) {
    bool any = false;
    bool korean = false;
    for (const picture::FigurePointer& figure : figures)
        for (const picture::Primitive& primitive : figure->primitives)
            if (const auto* words = std::get_if<picture::Words>(&primitive.shape)) {
                any = true;
                korean = korean || needsKoreanFont(words->text);
            }
    std::vector<FontProblem> problems;
    if (any && !QFontDatabase::hasFamily(kLatinFamily)) {
        const bool none = QFontDatabase::families(QFontDatabase::Latin).isEmpty();
        problems.push_back(
            {none,
             none ? say("No font is installed, so no name could be drawn.", "설치된 글꼴이 없어 이름을 그릴 수 없습니다.")
                  : say("The font Noto Sans is not installed; another stands in, and long names may not fit.",
                        "Noto Sans 글꼴이 설치되어 있지 않아 다른 글꼴로 그립니다. 긴 이름은 자리를 벗어날 수 있습니다."),
             say("Install it: apt-get install fonts-noto-core", "설치 방법: apt-get install fonts-noto-core")});
    }
    if (korean && !QFontDatabase::hasFamily(kKoreanFamily)) {
        const bool none = QFontDatabase::families(QFontDatabase::Korean).isEmpty();
        problems.push_back(
            {none,
             none ? say("The picture has Korean names, and no Korean font is installed; they would come out as boxes.",
                        "그림에 한글 이름이 있으나 한글 글꼴이 설치되어 있지 않아 네모로 나옵니다.")
                  : say("The font Noto Sans CJK KR is not installed; another draws the Korean names.",
                        "Noto Sans CJK KR 글꼴이 설치되어 있지 않아 한글 이름을 다른 글꼴로 그립니다."),
             say("Install it: apt-get install fonts-noto-cjk", "설치 방법: apt-get install fonts-noto-cjk")});
    }
    return problems;
}

} // namespace sky::paint
