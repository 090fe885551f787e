#!/usr/bin/env bash
# Makes anew what is generated in the handbook (docs/handbook): the lists of keys, verbs and settings, and the pictures.
#   bash packaging/handbook.sh [NAME …]    builds what it needs; NAME: these pictures alone
# Pictures are taken by `yaodian screenshots` without a screen, at 100 %, light, and become PNGs of at most 128 colours
# by pngquant where it is installed (apt-get install pngquant); without it they stay whole, three times as large.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scenes=(library-issue add-finding activity triage find reader reader-search reader-selection highlights
        reader-points reader-preview templates history)
[ $# -eq 0 ] || scenes=("$@")
build release yaodian yaodian-pdf update_handbook

shots=$(mktemp -d)
trap 'rm -rf "$shots"' EXIT
say "Taking ${#scenes[@]} pictures in two languages"
for language in zh en; do
    to=docs/handbook/images/$language
    mkdir -p "$to"
    for scene in "${scenes[@]}"; do
        lang=$([ $language = zh ] && echo zh_CN || echo en)
        build/release/bin/yaodian screenshots "$shots" --lang "$lang" --theme light --scale 1 --only "$scene" 2>/dev/null >&2 ||
            fail "the picture $scene ($language) could not be taken, or something is wrong in it: yaodian screenshots DIR --only $scene"
        shot="$shots/$lang-light-$scene@1x.png"
        if command -v pngquant >/dev/null; then
            pngquant --force --speed 1 --strip --nofs --output "$to/$scene.png" 128 "$shot"
        else
            cp "$shot" "$to/$scene.png"
        fi
    done
done
say "$(du -cb docs/handbook/images/*/*.png | tail -1 | cut -f1) bytes of pictures in docs/handbook/images"
