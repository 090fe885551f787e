#!/usr/bin/env bash
# Installs what is missing, builds the release and runs the quick tests.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing
say "Checking folder edges, sizes and format"
python3 packaging/check_edges.py
python3 packaging/check_sizes.py
bash packaging/check_format.sh
build release
say "Testing"
ctest --preset quick
