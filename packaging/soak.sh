#!/usr/bin/env bash
# Hours by hand, before a release: what CI has a share of, whole. Each part prints its counts; the first that fails ends it.
# soak.sh [PART …]: day, threads, windows, crash, faults, roundtrip, fuzz
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

day() { # a day of use in fast motion: memory, descriptors, threads flat; the library sound
    cmake --build --preset release --target soak-day
    build/release/tests/soak/soak-day "${HOURS:-24}" 2>/dev/null || build/release/bin/soak-day "${HOURS:-24}"
}

threads() { # the thread sanitizer over everything but the windows
    build tsan
    ctest --preset tsan
}

windows() { # the address and undefined behaviour sanitizers over everything, the windows as well
    cmake --preset asan -B build/asan-windows -DYAODIAN_WINDOWS=ON >/dev/null
    cmake --build build/asan-windows
    ctest --test-dir build/asan-windows -L quick --output-on-failure -j 2
}
