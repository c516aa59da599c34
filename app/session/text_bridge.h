// SPDX-License-Identifier: GPL-3.0-or-later
// Between the model's texts (UTF-8, two languages) and Qt's.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "base/text.h"

#include <QString>

namespace sky::session {

[[nodiscard]] inline QString toQString(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline QString toQString(const Text& text, Language language) {
    return toQString(text.in(language));
}
[[nodiscard]] inline std::string toStdString(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}
[[nodiscard]] inline ElementId elementId(const QString& text) {
    return ElementId(toStdString(text));
}
[[nodiscard]] inline LinkId linkId(const QString& text) {
    return LinkId(toStdString(text));
}

} // namespace sky::session
