#!/usr/bin/env bash
# The optional test against a real keychain (gnome-keyring): installs it where it is missing, and runs it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing packaging/keychain.txt
build release test_keychain
