#!/usr/bin/env bash
# What takes longer than test.sh: everything again under the address and undefined behaviour sanitizers, the kills, the
# corpus where it lies beside the project, and the package.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing
build asan
say "Testing under the sanitizers"
ctest --preset full

corpus=../shared/corpus
if [ -d "$corpus" ]; then
    say "Scoring the five seeds"
    python3 ../shared/tools/score_digests.py --only '00*' --min 100 -- build/release/bin/yaodian parse --json
    say "Scoring every digest with a gold file"
    python3 ../shared/tools/score_digests.py -- build/release/bin/yaodian parse --json || true
fi

say "Packing"
(cd build/release && cpack -G DEB >/dev/null)
ls -l build/release/yaodian_*.deb
dpkg-deb --contents build/release/yaodian_*.deb | grep -q bin/yaodian
desktop-file-validate packaging/desktop/org.yaodian.Yaodian.desktop
! ldd build/release/bin/yaodian | grep -q poppler || fail "yaodian links poppler; only yaodian-pdf may."
say "All of it passed"
