#!/usr/bin/env bash
# What takes longer than test.sh: the kills, the corpus where it lies beside the project, everything but the windows again
# under the address and undefined behaviour sanitizers, and the package.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing
build release
# Compiled beside those tests, which wait for disks and processes half of the time. The tests' own code is compiled alike.
mkdir -p build
set -m # a group of its own, so that it can be ended with all that it started
(configure="-DYAODIAN_TESTS_OF=$top/build/release" build asan) >build/asan.log 2>&1 &
compiling=$!
set +m
trap 'kill -- -$compiling 2>/dev/null || true' EXIT
say "Testing what takes longer: kills, failing disks, and the corpus where there is one"
ctest --preset full
wait $compiling || { cat build/asan.log; fail "the sanitized build failed."; }
tail -n 1 build/asan.log
say "Testing under the address and undefined behaviour sanitizers"
ctest --preset sanitized

corpus=../shared/corpus
if [ -d "$corpus" ]; then
    say "Scoring the five seeds"
    python3 ../shared/tools/score_digests.py --only '00*' --min 100 -- build/release/bin/yaodian parse --json
    say "Scoring every digest with a gold file"
    python3 ../shared/tools/score_digests.py --min 99 -- build/release/bin/yaodian parse --json
fi

say "Packing"
rm -f build/release/yaodian_*.deb # of an earlier commit
(cd build/release && cpack -G DEB >/dev/null)
ls -l build/release/yaodian_*.deb
# Into a variable first: a grep that stops at its hit breaks the pipe of what feeds it.
contents=$(dpkg-deb --contents build/release/yaodian_*.deb)
grep -q bin/yaodian <<<"$contents" || fail "the package holds no program."
grep -q share/man/man1/yaodian.1.gz <<<"$contents" || fail "the package holds no manual page."
desktop-file-validate packaging/desktop/org.yaodian.Yaodian.desktop
appstreamcli validate --no-net build/release/version/org.yaodian.Yaodian.metainfo.xml
python3 packaging/check_hardened.py build/release/bin/yaodian build/release/bin/yaodian-pdf
linked=$(ldd build/release/bin/yaodian)
! grep -q poppler <<<"$linked" || fail "yaodian links poppler; only yaodian-pdf may."
! grep -q libcurl <<<"$linked" || fail "yaodian links libcurl, which is to be loaded when it is wanted."
say "All of it passed"
