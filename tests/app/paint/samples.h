// SPDX-License-Identifier: GPL-3.0-or-later
// Figures made by hand, with every primitive in every form, and other programs to judge what was made of them.
#pragma once

#include "picture/page.h"

#include <QImage>

#include <string>

namespace sky::paint {

[[nodiscard]] picture::Page everyPrimitive();

// A folder of this test program's own, removed with it.
[[nodiscard]] const std::string& scratch();
[[nodiscard]] std::string write(const std::string& name, const std::string& bytes); // in scratch(); gives the path
[[nodiscard]] std::string run(const std::string& command, int* code = nullptr);     // what it prints, errors too
[[nodiscard]] bool has(const char* program);
[[nodiscard]] QImage decode(const std::string& picture);

} // namespace sky::paint
