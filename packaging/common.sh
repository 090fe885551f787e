# Shared by run.sh and test.sh: installs what is missing and builds. Sourced, never run.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'yaodian: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "packages are missing ($*), and there is neither root nor sudo to install them."
    fi
}

install_missing() { # install_missing [more lists of packages]
    command -v dpkg-query >/dev/null || fail "this script installs Debian packages; on another system install those of packaging/packages.txt and build with: cmake --preset release && cmake --build --preset release"
    local name missing=()
    while read -r name; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' packaging/packages.txt "$@")
    if [ ${#missing[@]} -eq 0 ]; then
        say "All packages are there"
        return
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

build() { # build PRESET [target...]; $configure: more for cmake
    local preset=$1
    shift
    [ -f "build/$preset/build.ninja" ] || { say "Configuring ($preset)"; cmake --preset "$preset" ${configure:+"$configure"} >/dev/null; }
    say "Building ($preset)"
    cmake --build --preset "$preset" ${1:+--target "$@"}
}
