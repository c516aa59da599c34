// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <csignal>

namespace sky::cli {
namespace {

volatile std::sig_atomic_t g_interrupted = 0;

void note(int) {
    g_interrupted = 1;
}

} // namespace

void watchForInterrupts() {
    struct sigaction action {};
    action.sa_handler = note; // without SA_RESTART: a read that waits for input ends
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() {
    return g_interrupted != 0;
}

} // namespace sky::cli
