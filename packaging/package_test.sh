#!/usr/bin/env bash
# The package on a bare Debian 12: installed with apt, started as its menu entry says in a real window, a digest brought
# in and marked, a newer build installed over it, removed; the library is what it was. By hand: it needs root, the
# network of a Debian mirror and some minutes.
# usage: bash packaging/package_test.sh BARE DEB [NEWER.deb]
# BARE: a folder that debootstrap filled (debootstrap --variant=minbase bookworm BARE); it is changed. DEB may be of any
# age, with an older schema. NEWER.deb: without one, the same build with a higher version is made of DEB.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bare=${1:?a folder with a bare Debian 12}
deb=${2:?the package}
newer=${3:-}
[ "$(id -u)" -eq 0 ] || { echo "package: needs root, for chroot" >&2; exit 1; }

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'package: %s\n' "$*" >&2; exit 1; }
inside() { chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} "$@"; }
reader() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/reader XDG_RUNTIME_DIR=/tmp/run-reader DISPLAY=":$display" "$@"; }

display=$((100 + RANDOM % 900)) # others may have one in the same network
server=""
leave() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    umount "$bare/dev/pts" "$bare/dev" "$bare/proc" 2>/dev/null || true
}
trap leave EXIT
mount --bind /dev "$bare/dev"
mount -t devpts devpts "$bare/dev/pts"
mount -t proc proc "$bare/proc"
cp /etc/resolv.conf "$bare/etc/resolv.conf"

if [ -z "$newer" ]; then
    newer="$bare/tmp/newer.deb"
    rm -rf "$bare/tmp/newer"
    dpkg-deb --raw-extract "$deb" "$bare/tmp/newer"
    sed -i 's/^Version: .*/&+1.gfffffff/' "$bare/tmp/newer/DEBIAN/control"
    dpkg-deb -Zgzip --root-owner-group --build "$bare/tmp/newer" "$newer" >/dev/null
fi
cp "$deb" "$bare/tmp/yaodian.deb"
[ "$newer" -ef "$bare/tmp/newer.deb" ] || cp "$newer" "$bare/tmp/newer.deb"
cp "$top/tests/fixtures/cli/daily.txt" "$bare/tmp/daily.txt"
chmod 644 "$bare"/tmp/*.deb "$bare/tmp/daily.txt"

say "Installing it on $(inside sh -c '. /etc/os-release; echo "$PRETTY_NAME $(dpkg -l | grep -c ^ii) packages"')"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /tmp/yaodian.deb >/dev/null
say "It wants $(inside sh -c 'dpkg -l | grep -c ^ii') packages; $(inside yaodian --version)"
# What a desktop has beside it: a display, a window's name, what reads desktop entries.
inside apt-get install -y -qq --no-install-recommends xvfb xdotool libgtk-3-bin desktop-file-utils man-db bash-completion >/dev/null
inside sh -c 'id reader >/dev/null 2>&1 || useradd --create-home --uid 1000 reader; mkdir -p /tmp/run-reader; chown 1000 /tmp/run-reader; chmod 700 /tmp/run-reader'

found() { # by a desktop, a shell and whoever asks for the manual
    inside update-desktop-database
    inside grep -q "x-scheme-handler/yaodian=org.yaodian.Yaodian.desktop" /usr/share/applications/mimeinfo.cache || fail "nobody opens yaodian:// links"
    inside grep -q "application/pdf=.*org.yaodian.Yaodian.desktop" /usr/share/applications/mimeinfo.cache || fail "it does not open PDFs"
    inside test -s /usr/share/icons/hicolor/48x48/apps/org.yaodian.Yaodian.png || fail "no icon"
    inside man -w yaodian
    inside bash -c 'source /usr/share/bash-completion/bash_completion; _completion_loader yaodian; complete -p yaodian'
}

(exec chroot "$bare" Xvfb ":$display" -nolisten tcp -screen 0 1280x900x24 >/dev/null 2>&1) & # so that its id is the server's
server=$!
for _ in $(seq 300); do
    [ ! -S "$bare/tmp/.X11-unix/X$display" ] || break
    sleep 0.2
done
[ -S "$bare/tmp/.X11-unix/X$display" ] || fail "there is no display"

window() { # window: waits for the program's window and prints its title
    for _ in $(seq 300); do
        local id
        id=$(reader xdotool search --onlyvisible --name '要点' 2>/dev/null | head -1 || true)
        if [ -n "$id" ]; then
            reader xdotool getwindowname "$id"
            return
        fi
        sleep 0.2
    done
    fail "no window came"
}
closed() { # ends the window as a desktop does, and waits
    local process
    process=$(reader pgrep -u 1000 -x yaodian || true)
    [ -z "$process" ] || reader kill -TERM "$process"
    for _ in $(seq 100); do
        reader pgrep -u 1000 -x yaodian >/dev/null || return 0
        sleep 0.1
    done
    fail "the window did not end"
}
# What of the list every version has told; an entry's other fields came with later ones.
state() { reader yaodian list --json | tr ',{' '\n\n' | grep -E '^ *"(id|paper|title|verdict)":' | sort | sha256sum; }

say "Starting it from its menu entry"
reader gtk-launch org.yaodian.Yaodian
title=$(window) # a fail in there ends this script too
printf 'the window is called: %s\n' "$title"

say "A digest is brought in and marked while the window is open"
reader yaodian import /tmp/daily.txt
id=$(reader yaodian list --json | tr ',{' '\n\n' | sed -n 's/^ *"id": *"\([^"]*\)".*/\1/p' | head -1)
reader yaodian mark "$id" --verdict keep --star
reader yaodian note "$id" "kept over the upgrade"
reader yaodian doctor
closed
before=$(state)

say "A newer build over it"
inside apt-get install -y -qq --no-install-recommends /tmp/newer.deb >/dev/null
inside dpkg-query -W yaodian
found
reader gtk-launch org.yaodian.Yaodian
title=$(window) # a fail in there ends this script too
printf 'the window is called: %s\n' "$title"
closed
[ "$(state)" = "$before" ] || fail "the list is another one after the upgrade"
reader yaodian note "$id" | grep -q "kept over the upgrade" || fail "the note is gone"
reader yaodian doctor >/dev/null || fail "the library is not sound"

say "Removing it"
listed() { (cd "$bare/home/reader/.local/share/yaodian" && find . -type f ! -path './log/*' -print0 | sort -z | xargs -0 sha256sum); }
held=$(listed)
inside apt-get purge -y -qq yaodian >/dev/null
[ "$(listed)" = "$held" ] || fail "the library was touched"
inside sh -c '! test -e /usr/bin/yaodian && ! test -e /usr/libexec/yaodian-pdf' || fail "programs were left"
printf 'the library is as it was: %s files\n' "$(wc -l <<<"$held")"
say "All of it passed"
