// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare.h"

#include <algorithm>
#include <cstdlib>

namespace sky::image {
namespace {

bool near(QRgb a, QRgb b, int channel) {
    return std::abs(qRed(a) - qRed(b)) <= channel && std::abs(qGreen(a) - qGreen(b)) <= channel &&
           std::abs(qBlue(a) - qBlue(b)) <= channel && std::abs(qAlpha(a) - qAlpha(b)) <= channel;
}

bool found(const QImage& image, int x, int y, QRgb wanted, const Tolerance& tolerance) {
    if (near(image.pixel(x, y), wanted, tolerance.channel)) return true;
    if (!tolerance.shifted) return false;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            if (image.valid(x + dx, y + dy) && near(image.pixel(x + dx, y + dy), wanted, tolerance.channel)) return true;
    return false;
}

Comparison compared(const QImage& actual, const QImage& expected, const Tolerance& tolerance, QImage* differences) {
    if (actual.isNull() || expected.isNull()) return {false, 1, actual.isNull() ? "no picture" : "no picture to compare with"};
    if (actual.size() != expected.size())
        return {false, 1,
                std::to_string(actual.width()) + "x" + std::to_string(actual.height()) + " instead of " +
                    std::to_string(expected.width()) + "x" + std::to_string(expected.height())};
    const QImage a = actual.convertToFormat(QImage::Format_ARGB32);
    const QImage e = expected.convertToFormat(QImage::Format_ARGB32);
    std::int64_t wrong = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            // Both ways round, so that neither may have what the other lacks.
            if (found(e, x, y, a.pixel(x, y), tolerance) && found(a, x, y, e.pixel(x, y), tolerance)) continue;
            ++wrong;
            if (differences) differences->setPixel(x, y, qRgb(255, 0, 0));
        }
    const double share = static_cast<double>(wrong) / std::max<double>(1, static_cast<double>(a.width()) * a.height());
    if (share <= tolerance.share) return {true, share, {}};
    return {false, share, std::to_string(share * 100) + " % of the pixels differ"};
}

} // namespace

Comparison compare(const QImage& actual, const QImage& expected, const Tolerance& tolerance) {
    return compared(actual, expected, tolerance, nullptr);
}

Comparison compareLeaving(const QImage& actual, const QImage& expected, const std::string& folder, const std::string& name,
                          const Tolerance& tolerance) {
    QImage differences(actual.size(), QImage::Format_RGB32);
    differences.fill(Qt::white);
    Comparison result = compared(actual, expected, tolerance, &differences);
    if (!result.same) {
        const QString stem = QString::fromStdString(folder + "/" + name);
        if (actual.save(stem + QStringLiteral(".out.png")) && differences.save(stem + QStringLiteral(".diff.png")))
            result.why += "; see " + folder + "/" + name + ".out.png and .diff.png";
    }
    return result;
}

} // namespace sky::image
