#!/usr/bin/env python3
"""Passwords in a real gnome-keyring, and on desktops where it is shut, mute or missing.

    run.py KEYCHAIN_TRY

Needs the Debian packages gnome-keyring, libsecret-tools and dbus-daemon. Each desktop is a session bus of its own with a
home of its own; the keychain of whoever runs this is not touched. Exits 0 when all was as it should be.
"""
import os, pathlib, subprocess, sys, tempfile

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""
UNLOCK = 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; '
LOCKED = 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; '
LOOK = 'test "$(secret-tool lookup user source/try server org.yaodian.Yaodian)" = "left behind"; '


def environment(home, **more):
    kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {**kept, "LC_ALL": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home}/no-bus", **more}


def desktop(name, script, home, bus=True, **more):
    """Runs a line of shell on a desktop; all that it started ends with its bus."""
    print(f"== {name}", flush=True)
    (home / "bus.conf").write_text(BUS)
    command = ["bash", "-ec", script]
    if bus:
        command = ["dbus-run-session", f"--config-file={home}/bus.conf", "--", *command]
    if subprocess.run(command, env=environment(home, **more)).returncode != 0:
        raise SystemExit(f"not as it should be: {name}")


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        homes = [top / name for name in ("open", "other")]
        for home in homes:
            home.mkdir()
        kept, other = homes
        desktop("a keychain that is open", UNLOCK + f"'{program}' open; '{program}' leavesOne; " + LOOK, kept)
        desktop("the same after the next start", UNLOCK + f"'{program}' findsIt", kept)
        desktop("one that is shut, with nobody there to open it", LOCKED + f"'{program}' shut", kept)
        desktop("a desktop without one", f"'{program}' absent", other)
        desktop("no desktop at all", f"'{program}' absent", other, bus=False)
        desktop("KDE without its wallet", f"'{program}' absent", other,
                XDG_CURRENT_DESKTOP="KDE", KDE_SESSION_VERSION="5")
        desktop("one that never answers", f"'{program}' mute", other, YAODIAN_MUTE="org.freedesktop.secrets",
                YAODIAN_SAYS="The keychain does not answer")
        desktop("a wallet of KDE's that never answers", f"'{program}' mute", other, YAODIAN_MUTE="org.kde.kwalletd5",
                YAODIAN_SAYS="The keychain refused", XDG_CURRENT_DESKTOP="KDE", KDE_SESSION_VERSION="5")


if __name__ == "__main__":
    main(sys.argv[1])
