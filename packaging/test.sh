#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a preset, runs every test of it through ctest.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: packaging/test.sh [PRESET] [ctest options]

  dev    everything, with the window and its tests (the default)
  core   the model and the command line, without Qt
  asan   the model under the address and undefined-behaviour sanitizers
  tsan   the model under the thread sanitizer
  tidy   clang-tidy over the model (a build, no tests)
  fuzz   the fuzz targets, each for 20 seconds (SKYWRIGHT_FUZZ_SECONDS)

Runs on Debian 12 as root or with sudo. Missing packages are installed through apt.
ctest options are handed on: packaging/test.sh core -R catalog
TEXT
}

preset=dev
case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  dev | core | asan | tsan | tidy | fuzz) preset=$1; shift ;;
  -* | "") ;;
  *) echo "packaging/test.sh: no preset '$1'. Presets: dev core asan tsan tidy fuzz" >&2; exit 2 ;;
esac

cd "$(dirname "$0")/.."
# shellcheck source=packaging/packages.sh
. packaging/packages.sh

needed=("${packages_build[@]}" "${packages_test[@]}")
case "$preset" in
  dev) needed+=("${packages_qt[@]}" "${packages_window[@]}" "${packages_window_test[@]}") ;;
  tidy | fuzz) needed+=("${packages_clang[@]}") ;;
esac
ensure_packages "${needed[@]}"

echo "Building preset $preset"
build_preset "$preset"

case "$preset" in
  tidy)
    echo "clang-tidy has nothing to say"
    ;;
  fuzz)
    for target in "build/$preset"/bin/*_fuzz; do
      name=$(basename "$target")
      corpus=build/$preset/corpus/$name
      mkdir -p "$corpus"
      seeds=()
      [ -d "tests/fuzz/seeds/$name" ] && seeds=("tests/fuzz/seeds/$name")
      echo "Fuzzing $name"
      "$target" -max_total_time="${SKYWRIGHT_FUZZ_SECONDS:-20}" -malloc_limit_mb=256 -rss_limit_mb=1500 \
        -artifact_prefix="build/$preset/" -verbosity=0 "$corpus" "${seeds[@]}"
    done
    ;;
  *)
    # The offscreen platform wants a private runtime folder.
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR
    chmod 700 "$XDG_RUNTIME_DIR"
    trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
    ctest --preset "$preset" --no-tests=error -j "$(nproc)" "$@"
    ;;
esac
