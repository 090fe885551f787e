#!/usr/bin/env bash
# What takes too long for CI, by hand before a release; CI has a share of each. Every part prints its counts, and the first
# that fails ends it.
#   soak.sh [PART …]   all of them, or: kills, faults, day, threads, windows
#   KILLS_OF=typing KILLS=500 soak.sh kills     of one activity; YAODIAN_SEED brings a seed back
#   HOURS=72 soak.sh day
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
export QT_LOGGING_RULES="qt.qpa.*=false;yaodian.library.*=false"

kills() { # processes killed at any moment of what they do, a thousand in all
    export YAODIAN_SEED=${YAODIAN_SEED:-$RANDOM$RANDOM}
    local tests=build/release/bin/crash_tests activity
    if [ -n "${KILLS_OF:-}" ]; then
        YAODIAN_KILLS=${KILLS:-100} "$tests" "$KILLS_OF"
        return
    fi
    for activity in typing typing-in-the-window highlighting importing syncing fetching migrating exporting backing-up restoring \
        keeping-backups rescuing; do
        YAODIAN_KILLS=share "$tests" "$activity"
    done
    say "seed $YAODIAN_SEED"
}

faults() { # each call of the system that a piece of work makes fails, once and from then on
    local name
    for name in faults_library faults_files faults_backups faults_power; do # ctest would end each after ten minutes
        YAODIAN_ALL_FAULTS=1 QTEST_FUNCTION_TIMEOUT=14400000 build/release/bin/faults_tests "$name"
    done
}

day() { # a day of sync, reading and marking in fast motion: nothing grows, the library is sound
    cmake --build --preset release --target soak-day
    build/release/bin/soak-day "${HOURS:-24}"
}

threads() { # the thread sanitizer, over everything but the windows
    build tsan
    ctest --preset tsan
}

windows() { # the address and undefined behaviour sanitizers, over everything and the windows as well
    cmake --preset asan -B build/asan-windows -DYAODIAN_WINDOWS=ON "-DYAODIAN_TESTS_OF=$top/build/release" >/dev/null
    cmake --build build/asan-windows
    ctest --test-dir build/asan-windows -L quick --output-on-failure -j 2
}

build release
for part in "${@:-kills faults day threads windows}"; do
    for name in $part; do
        declare -F "$name" >/dev/null || fail "soak.sh knows no part “$name”."
        began=$SECONDS
        say "Soak: $name"
        "$name"
        say "$name: $((SECONDS - began)) s"
    done
done
