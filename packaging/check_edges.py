#!/usr/bin/env python3
"""Checks that every folder includes only what ARCHITECTURE.md allows it to know.

The table below is the whole list of allowed edges. `app` never includes `ui`; main.cpp alone sees both. Only
pdf/worker includes poppler, only net speaks to the network.
"""
import pathlib, re, sys

TOP = pathlib.Path(__file__).resolve().parent.parent
APP = {
    "base": [],
    "digest": ["base"],
    "library": ["base", "digest"],
    "net": ["base"],
    "pdf/protocol": ["base"],
    "pdf/worker": ["base", "pdf/protocol"],
    "pdf": ["base", "pdf/protocol"],
    "papers": ["base", "digest", "library", "net", "pdf"],
    "notes": ["base", "library", "pdf"],
    "reading": ["base", "library", "papers", "pdf", "notes"],
    "sync": ["base", "digest", "library", "net"],
    "exporting": ["base", "digest", "library", "notes", "pdf"],
}
APP["cli"] = list(APP)
UI = {
    "ui/base": [],
    "ui/commands": ["ui/base"],
    "ui/looks": ["ui/base"],
    "ui/settings": ["ui/base", "ui/commands", "ui/library"],
    "ui/notes": ["ui/base", "ui/commands"],
    "ui/library": ["ui/base", "ui/commands", "ui/notes"],
    "ui/session": ["ui/base", "ui/commands", "ui/library"],
    "ui/sources": ["ui/base", "ui/commands", "ui/library"],
    "ui/exporting": ["ui/base", "ui/commands", "ui/notes"],
    "ui/reader": ["ui/base", "ui/commands", "ui/notes"],
    "ui/help": ["ui/base", "ui/commands", "ui/library", "ui/notes", "ui/settings"],
    "ui/marks": ["ui/base", "ui/commands", "ui/notes", "ui/reader"],
}
UI["ui/shell"] = list(UI)
EVERY_APP = [room for room in APP if room != "pdf/worker"]
ALLOWED = {**APP, **{room: known + EVERY_APP for room, known in UI.items()}}


def room_of(path):
    """The longest room that the path lies in, or None."""
    return max((r for r in ALLOWED if path.startswith(r + "/")), key=len, default=None)


def wrong_lines():
    files = [f for f in [*TOP.glob("app/**/*"), *TOP.glob("ui/**/*")] if f.suffix in (".h", ".cpp")]
    for file in sorted(files):
        name = str(file.relative_to(TOP)).removeprefix("app/")
        if name == "main.cpp":
            continue
        room = room_of(name)
        if room is None:
            yield f"{name}: lies in no room of the table"
            continue
        text = file.read_text(encoding="utf-8")
        for include in re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.M):
            target = room_of(include)
            if target and target != room and target not in ALLOWED[room]:
                yield f"{name}: {room} must not know {include}"
            if include.startswith("poppler") and room != "pdf/worker":
                yield f"{name}: only pdf/worker may include {include}"
            if include.startswith("ui/") and not room.startswith("ui/"):
                yield f"{name}: app must not know {include}"
        if ("QNetworkAccessManager" in text or "curl/curl.h" in text) and room != "net":
            yield f"{name}: only net may speak to the network"
        if re.search(r"processEvents\s*\(", text):
            yield f"{name}: processEvents is not used here"


wrong = list(wrong_lines())
print("\n".join(wrong) or "edges: every folder knows only what it may")
sys.exit(1 if wrong else 0)
