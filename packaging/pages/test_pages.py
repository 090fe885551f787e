#!/usr/bin/env python3
"""Every verb and option that the program's help tells stands in the manual pages and the completions, and a real bash
completes them. usage: test_pages.py YAODIAN FOLDER-OF-THE-PAGES"""
import os, pathlib, re, shutil, subprocess, sys, tempfile

PROGRAM, MADE = sys.argv[1], pathlib.Path(sys.argv[2])
wrong = []


def said(*words):
    return subprocess.run([PROGRAM, "--lang", "en", *words], check=True, stdout=subprocess.PIPE).stdout.decode()


def completed(line):
    """What bash offers behind the words of `line`."""
    words = line.split(" ")
    script = (f'source "$1"; COMP_WORDS=({" ".join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}; '
              'compopt() { :; }; "$(complete -p yaodian | sed "s/.*-F \\([^ ]*\\).*/\\1/")"; printf "%s\\n" "${COMPREPLY[@]}"')
    return set(subprocess.run(["bash", "--norc", "-c", script, "bash", MADE / "yaodian.bash"], check=True, stdout=subprocess.PIPE, text=True).stdout.split())


verbs = re.findall(r"^  yaodian ([a-z]+)", said("--help"), re.M)
options = {verb: re.findall(r"^  (--[a-z-]+)", said(verb, "--help").split("Options of every verb:")[0], re.M) for verb in verbs}
every = re.findall(r"^  (--[a-z-]+)", said("--help"), re.M)
if len(verbs) < 20 or len(every) < 8:
    wrong.append("the help tells next to nothing")
for page in ("yaodian.1", "zh_CN/yaodian.1"):
    text = (MADE / page).read_text(encoding="utf-8").replace("\\-", "-")
    missing = [v for v in verbs if f"\\fByaodian {v}\\fR" not in text]
    missing += [o for o in {o for row in options.values() for o in row} | set(every) if f"\\fB{o}\\fR" not in text]
    wrong += [f"{page} lacks {name}" for name in missing] + ([f"{page} has a place that was not filled"] if "@" in text else [])

wrong += [f"bash does not offer {verb}" for verb in set(verbs) - completed("yaodian ")]
for verb in verbs:
    wrong += [f"bash does not offer {verb} {option}" for option in {*options[verb], *every} - completed(f"yaodian {verb} --")]
for line, expected in {
    "yaodian exp": {"export"}, "yaodian --lang ": {"zh_CN", "en"}, "yaodian sources a": {"add"}, "yaodian session n": {"next"},
    "yaodian mark x --verdict k": {"keep"}, "yaodian export --format b": {"bibtex"}, "yaodian --theme dark exp": {"export"},
    "yaodian --library DIR doc": {"doctor"}, "yaodian export --v": {"--view", "--version"}, "yaodian parse x": set(),
}.items():
    if completed(line) != expected:
        wrong.append(f"bash offers {sorted(completed(line))} behind “{line}”")
for shell, file in (("zsh", "_yaodian"), ("fish", "yaodian.fish")):
    text = (MADE / file).read_text(encoding="utf-8")
    wrong += [f"{file} lacks {v}" for v in verbs if not re.search(rf"\b{v}\b", text)]
    wrong += [f"{file} lacks {o}" for row in options.values() for o in row if not re.search(rf"(?:--|-l ){o[2:]}\b", text)]
    if shutil.which(shell) and subprocess.run([shell, "-n", MADE / file]).returncode != 0:
        wrong.append(f"{shell} cannot read {file}")

print("\n".join(wrong) or f"pages: {len(verbs)} verbs stand in the manual pages and the completions")
sys.exit(1 if wrong else 0)
