// SPDX-License-Identifier: GPL-3.0-or-later
// The command line program. Everything is in cli/.
#include "cli/program.h"

int main(int count, char** arguments) {
    return sky::cli::run(std::vector<std::string>(arguments + (count > 0 ? 1 : 0), arguments + count));
}
