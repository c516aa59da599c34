#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws every sample project of projects/ as projects/pictures/NAME.svg, and NAME.dark.svg for dark pages.
set -euo pipefail
cd "$(dirname "$0")/.."
cli=${1:-}
for preset in release dev core; do
  [ -n "$cli" ] || [ ! -x "build/$preset/bin/skywright-cli" ] || cli=build/$preset/bin/skywright-cli
done
[ -n "$cli" ] || { echo "packaging/pictures.sh: build skywright-cli first: packaging/run.sh" >&2; exit 3; }
mkdir -p projects/pictures
for project in projects/*.json; do
  name=$(basename "$project" .json)
  "$cli" export "$project" -o "projects/pictures/$name.svg" --lang en --title --legend --no-embed
  "$cli" export "$project" -o "projects/pictures/$name.dark.svg" --lang en --theme dark --title --legend --no-embed
  echo "projects/pictures/$name.svg"
done
