#!/usr/bin/env bash
# Every C++ file is as clang-format would write it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
find app ui tests -name '*.h' -o -name '*.cpp' | sort | xargs clang-format --dry-run -Werror
echo "format: as clang-format would write it"
