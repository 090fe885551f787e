#!/usr/bin/env python3
"""Makes the manual pages and the completions of the shells of what the program itself says of its verbs.

usage: make_pages.py YAODIAN OUT      YAODIAN: the program, asked with --help --json in both languages
Writes yaodian.1, zh_CN/yaodian.1, yaodian.bash, _yaodian (zsh) and yaodian.fish into OUT."""
import json, os, pathlib, subprocess, sys

import completions

HERE = pathlib.Path(__file__).resolve().parent


def asked(program, language):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run([program, "--lang", language, "--help", "--json"], env=environment, check=True, stdout=subprocess.PIPE).stdout
    return json.loads(said)


def roff(text):
    """Text as troff takes it: nothing in it is a command, and a hyphen can be copied into a shell."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return "\\&" + text if text[:1] in (".", "'") else text


def option_lines(options):
    lines = []
    for option in options:
        value = f" \\fI{roff(option['value'])}\\fR" if option["value"] else ""
        lines += [".TP", f"\\fB{roff(option['name'])}\\fR{value}", roff(option["text"])]
    return lines


def verb_lines(verbs):
    lines = []
    for verb in verbs:
        lines += [".TP", f"\\fByaodian {roff(verb['name'])}\\fR {roff(verb['usage'])}".rstrip(), roff(verb["summary"])]
        if verb["options"]:
            lines += [".RS", *option_lines(verb["options"]), ".RE"]
    return lines


def manual(frame, said, version):
    text = (HERE / frame).read_text(encoding="utf-8")
    for place, lines in (("@VERBS@", verb_lines(said["verbs"])), ("@OPTIONS@", option_lines(said["options"]))):
        text = text.replace(place, "\n".join(lines))
    return text.replace("@VERSION@", version)


def main():
    program, out = sys.argv[1], pathlib.Path(sys.argv[2])
    english, chinese = asked(program, "en"), asked(program, "zh_CN")
    version = subprocess.run([program, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    (out / "zh_CN").mkdir(parents=True, exist_ok=True)
    for name, text in {
        "yaodian.1": manual("yaodian.1.in", english, version),
        "zh_CN/yaodian.1": manual("yaodian.zh_CN.1.in", chinese, version),
        "yaodian.bash": completions.bash(english),
        "_yaodian": completions.zsh(english),
        "yaodian.fish": completions.fish(english),
    }.items():
        (out / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
