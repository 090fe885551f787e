#!/usr/bin/env bash
# Installs what is missing, builds the release and starts Yaodian. Without a display: plays the first evening on a
# screenless X server and leaves its screenshots and the exported Markdown in out/.
# usage: bash packaging/run.sh [arguments of yaodian]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build release yaodian yaodian-pdf
    say "Starting Yaodian"
    exec "build/release/bin/yaodian" "$@"
fi

build release
say "There is no display here, so the first evening is played on a screenless X server"
out="$top/out/first-evening"
rm -rf "$out"
mkdir -p "$out"
YAODIAN_OUT="$out" build/release/bin/first_evening_window
say "Screenshots and the exported Markdown are in out/first-evening:"
ls "$out"
