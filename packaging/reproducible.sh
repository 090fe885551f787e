#!/usr/bin/env bash
# Builds the package twice, from clones in two folders of different names and at two times, without ccache, and compares
# the bytes. By hand: it takes two whole builds. What cpack takes from its surroundings is the umask alone (the modes of the
# three members of the archive itself), so it is set.
# usage: bash packaging/reproducible.sh [FOLDER]      FOLDER: where the two clones go, by default below the system's own
set -euo pipefail
shopt -s inherit_errexit # a clone that fails must not go on in the folder one stands in
umask 022
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/yaodian-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT
commit=$(git -C "$top" rev-parse HEAD) # of both: the head may move meanwhile

package() { # package CLONE: prints its .deb
    git clone -q "$top" "$work/$1"
    git -C "$work/$1" checkout -q --detach "$commit"
    (
        cd "$work/$1"
        export CCACHE_DISABLE=1
        cmake --preset release -DBUILD_TESTING=OFF >/dev/null
        cmake --build --preset release >/dev/null
        cd build/release
        cpack -G DEB >/dev/null
    )
    ls "$work/$1"/build/release/yaodian_*.deb
}

first=$(package one)
second=$(TZ=Asia/Shanghai LC_ALL=C package a-second-and-longer-name)
sha256sum "$first" "$second"
if cmp "$first" "$second"; then
    echo "reproducible: both builds gave the same $(stat -c %s "$first") bytes"
    exit
fi
# What differs, file by file.
for package in "$first" "$second"; do
    dpkg-deb --raw-extract "$package" "$package.d"
done
diff -rq "$first.d" "$second.d" || true
exit 1
