#!/usr/bin/env python3
"""The version comes from git, and from the file VERSION where there is none. usage: test_version.py CMAKE"""
import os, pathlib, subprocess, sys, tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
CMAKE = sys.argv[1]
# Git tells hooks where its repository is: this test has repositories of its own.
GIT = {**{key: value for key, value in os.environ.items() if not key.startswith("GIT_")}, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
       "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z"}


def check(what, fine):
    if not fine:
        sys.exit(f"version: {what}")


def git(folder, *words):
    return subprocess.run(["git", "-C", folder, *words], env=GIT, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def made(source, out):
    subprocess.run([CMAKE, f"-DSOURCE={source}", f"-DOUT={out}", "-P", TOP / "cmake/YaodianVersion.cmake"], env=GIT, check=True)
    return (out / "version.txt").read_text().strip()


def is_newer(later, earlier):
    return subprocess.run(["dpkg", "--compare-versions", later, "gt", earlier]).returncode == 0


with tempfile.TemporaryDirectory() as work:
    source, out = pathlib.Path(work, "source"), pathlib.Path(work, "out")
    (source / "packaging/desktop").mkdir(parents=True)
    out.mkdir()
    (source / "VERSION").write_text("0.1.0\n")
    metainfo = "packaging/desktop/org.yaodian.Yaodian.metainfo.xml.in"
    (source / metainfo).write_text((TOP / metainfo).read_text(encoding="utf-8"), encoding="utf-8")
    check("a tarball has that of the file VERSION", made(source, out) == "0.1.0")

    git(source, "init", "-q")
    git(source, "add", ".")
    git(source, "commit", "-qm", "first")
    check("so has a checkout where nothing is tagged", made(source, out) == "0.1.0")
    git(source, "tag", "v0.2.0")
    check("a tag is the version", made(source, out) == "0.2.0")
    texts = {file: (out / file).read_text(encoding="utf-8") for file in ("version.cpp", "changelog.Debian", "org.yaodian.Yaodian.metainfo.xml")}
    check("the program has it", '"0.2.0"' in texts["version.cpp"])
    check("the release of AppStream has it and its day",
          '<release version="0.2.0" date="2026-01-02"/>' in texts["org.yaodian.Yaodian.metainfo.xml"])
    check("the changelog has both", "yaodian (0.2.0-1)" in texts["changelog.Debian"] and "Fri, 02 Jan 2026 03:04:05 +0000" in texts["changelog.Debian"])

    os.utime(out / "version.cpp", (1, 1))
    made(source, out)
    check("what is as it was is not written again", (out / "version.cpp").stat().st_mtime == 1)

    seen = ["0.2.0"]
    for number in range(1, 12):
        git(source, "commit", "-q", "--allow-empty", "-m", "more")
        version = made(source, out)
        check(f"{version} says how far it is from the tag", version == f"0.2.0+{number}.g{git(source, 'rev-parse', '--short=7', 'HEAD')}")
        check(f"{version} is newer than {seen[-1]} for dpkg", is_newer(version, seen[-1]))
        seen.append(version)
    git(source, "tag", "something-else")
    check("other tags say nothing", made(source, out) == seen[-1])
    git(source, "tag", "-a", "v0.2.1", "-m", "annotated")
    check("the next release is newer than all before", made(source, out) == "0.2.1" and is_newer("0.2.1", seen[-1]))

    inner = source / "unpacked"
    (inner / "packaging/desktop").mkdir(parents=True)
    (inner / "VERSION").write_text("0.0.9\n")
    (inner / metainfo).write_text("@VERSION@")
    check("a tarball that was unpacked in somebody's checkout has its own", made(inner, out) == "0.0.9")
print("version: from git, and from the file VERSION where there is none")
