#!/usr/bin/env python3
"""docs/dependencies.md names what CMake looks for, each with the least version, and on Debian 12 with the one it found.
usage: check_dependencies.py FILE       FILE: dependencies.txt of a build folder, lines "NAME;LEAST;FOUND" """
import pathlib, re, sys

TOP = pathlib.Path(__file__).resolve().parent.parent
found = {name: (least or "any", version) for name, least, version in
         (line.split(";") for line in pathlib.Path(sys.argv[1]).read_text().split())}
table = re.findall(r"^\| ([\w.-]+) \| ([\w.]+) \| ([\d.]+) \|", (TOP / "docs/dependencies.md").read_text(encoding="utf-8"), re.M)
told = {name: (least, version) for name, least, version in table}
release = pathlib.Path("/etc/os-release")
debian12 = release.exists() and 'VERSION_ID="12"' in release.read_text()

wrong = [f"{name} is looked for and not in the table" for name in found.keys() - told.keys()]
wrong += [f"{name} is in the table and not looked for" for name in told.keys() - found.keys()]
for name in found.keys() & told.keys():
    if found[name][0] != told[name][0]:
        wrong.append(f"{name}: at least {found[name][0]} is asked for, the table says {told[name][0]}")
    if debian12 and found[name][1] and found[name][1] != told[name][1]:
        wrong.append(f"{name}: {found[name][1]} was found, the table says {told[name][1]}")
print("\n".join(f"docs/dependencies.md: {each}" for each in wrong) or f"dependencies: {len(found)}, as docs/dependencies.md says")
sys.exit(1 if wrong else 0)
