# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages that each part of the project needs, and the function that installs what is missing.
# Sourced by run.sh and test.sh; every list is the one place where a package is named.

packages_build=(cmake ninja-build g++ ccache mold python3 git
  libboost-dev libboost-serialization-dev nlohmann-json3-dev libpugixml-dev libcli11-dev zlib1g-dev libzip-dev)

packages_test=(libgtest-dev libgmock-dev python3-jsonschema)

packages_clang=(clang-14 clang-tidy-14 libclang-rt-14-dev)

packages_bench=(libbenchmark-dev)

packages_qt=(qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-charts-dev qt6-svg-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev libvulkan-dev fonts-noto-core fonts-noto-cjk)

packages_window=(qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-templates
  qml6-module-qtquick-layouts qml6-module-qtquick-window qml6-module-qtquick-dialogs qml6-module-qtquick-shapes
  qml6-module-qtqml-workerscript qml6-module-qtcharts qml6-module-qtqml qml6-module-qtqml-models
  qml6-module-qt-labs-folderlistmodel libgl1-mesa-dri)

packages_window_test=(qml6-module-qttest xvfb xdotool librsvg2-bin poppler-utils qpdf pngcheck)

# ensure_packages NAME...: installs those that dpkg does not know as installed, and says so. Quick when none is missing.
ensure_packages() {
  local missing
  missing=$(comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  [ -n "$missing" ] || return 0
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "These packages are missing: ${missing//$'\n'/ }" >&2
      echo "Install them as root (apt-get install ...), or install sudo, then run this again." >&2
      return 1
    }
    sudo=(sudo)
    echo "Installing with sudo: ${missing//$'\n'/ }"
  else
    echo "Installing: ${missing//$'\n'/ }"
  fi
  # shellcheck disable=SC2086
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 || {
    "${sudo[@]}" apt-get update -q >/dev/null &&
      "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
  } || {
    echo "apt-get could not install: ${missing//$'\n'/ }" >&2
    return 1
  }
}

# build_preset NAME: configures once and builds. Says only what went wrong.
build_preset() {
  local preset=$1 log
  mkdir -p build
  log=build/$preset.log
  if ! { { [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"; } && cmake --build --preset "$preset"; } >"$log" 2>&1; then
    grep -nE 'error|warning|FAILED|CMake Error' "$log" | head -40 >&2
    echo "The build of preset $preset failed; the whole log is in $log" >&2
    return 1
  fi
}
