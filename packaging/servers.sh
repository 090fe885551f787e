#!/usr/bin/env bash
# The optional test against a real WordPress and a real nginx: installs them where they are missing, and runs it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing packaging/servers.txt
build release test_servers
