// SPDX-License-Identifier: GPL-3.0-or-later
// The sample projects that are part of the program (projects/*.json, as resources of the window).
#pragma once

#include "diagram/diagram.h"

#include <QString>
#include <QStringList>

namespace sky::session {

[[nodiscard]] QStringList templateKeys(); // sorted
[[nodiscard]] Result<diagram::Diagram> readTemplate(const QString& key, const catalog::Catalog& catalog);

} // namespace sky::session
