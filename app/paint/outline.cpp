// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/export.h"
#include "paint/fonts.h"

#include <QPainterPath>

#include <charconv>
#include <cmath>

namespace sky::paint {
namespace {

// A size nothing is ever drawn in: what was drawn before in a size moves its glyphs by 1/64 pixel.
constexpr double kDrawnAt = 200;

void appendNumber(std::string& out, double value) {
    const double rounded = std::round(value * 100) / 100;
    char buffer[32];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded).ptr);
}

void appendPoint(std::string& out, const QPainterPath::Element& element, double scale) {
    appendNumber(out, element.x * scale);
    out += ' ';
    appendNumber(out, element.y * scale);
}

} // namespace

std::function<std::string(const picture::Words&)> textOutlines() {
    return [](const picture::Words& words) {
        QPainterPath path;
        path.addText(0, 0, pictureFont(kDrawnAt, words.bold),
                     QString::fromUtf8(words.text.data(), static_cast<qsizetype>(words.text.size())));
        std::string out;
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element element = path.elementAt(i);
            switch (element.type) {
            case QPainterPath::MoveToElement:
                if (i > 0) out += 'Z';
                out += 'M';
                break;
            case QPainterPath::LineToElement: out += 'L'; break;
            case QPainterPath::CurveToElement: out += 'C'; break;
            case QPainterPath::CurveToDataElement: out += ' '; break;
            }
            appendPoint(out, element, words.size / kDrawnAt);
        }
        if (!out.empty()) out += 'Z';
        return out;
    };
}

} // namespace sky::paint
