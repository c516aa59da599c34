#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release, and shows a project.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: packaging/run.sh [PROJECT]

Builds Skywright and opens PROJECT (.skyw or .json; the three-tier sample when none is named) in its window.
Without a display it checks the project, names what must not fail, simulates the loss of a zone and exports its picture.
Runs on Debian 12 as root or with sudo. Missing packages are installed through apt.
TEXT
}

case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  -*) echo "packaging/run.sh: unknown option '$1'" >&2; usage >&2; exit 2 ;;
esac

here=$(pwd)
cd "$(dirname "$0")/.."
project=${1:-projects/three-tier-web.json}
case "$project" in
  /*) ;;
  *) [ $# -eq 0 ] || project=$here/$project ;;
esac
[ -f "$project" ] || { echo "packaging/run.sh: no file '$project'" >&2; exit 3; }

# shellcheck source=packaging/packages.sh
. packaging/packages.sh
ensure_packages "${packages_build[@]}" "${packages_bench[@]}" "${packages_qt[@]}" "${packages_window[@]}"
echo "Building the release"
build_preset release

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/bin/skywright "$project"
fi

echo "No display: the same work without a window"
cli=build/release/bin/skywright-cli
picture=build/$(basename "${project%.*}").png
"$cli" validate "$project"
# A finding or a missed goal is an answer (exit 1), not a failure of these commands.
answer() { "$cli" "$@" || [ $? -eq 1 ]; }
answer check "$project"
answer spof "$project"
answer simulate "$project" --scenario az-power-interruption
"$cli" export "$project" -o "$picture" --title --legend
echo "The picture is $(pwd)/$picture"
