#!/usr/bin/env python3
"""Checks that docs/threat-model.md keeps what it says: a row for every surface, a test for every row, and each test one
that there is.

A test is written `CTEST · FUNCTION`, a gate `packaging/check_trust.py · GATE`. CTEST is looked up in the CMakeLists of
tests/**, FUNCTION in the file that it is made of.
"""
import pathlib, re, sys

import check_trust

TOP = pathlib.Path(__file__).resolve().parent.parent
SURFACES = [f"H{n}" for n in range(1, 26)] + ["L", "D", "C"]
GATES = {gate.__name__ for gate in check_trust.GATES}


def words(text):
    return re.sub(r"#[^\n]*", "", text).split()


def tests():
    """Name of each ctest -> the text of its sources."""
    out = {}
    for lists in (TOP / "tests").rglob("CMakeLists.txt"):
        text, folder = lists.read_text(encoding="utf-8"), lists.parent
        sets = {name: value for name, value in re.findall(r"set\((\w+) ([^)]*)\)", text)}
        text = re.sub(r"\$\{(\w+)\}", lambda m: sets.get(m[1], ""), text)
        for call, arguments in re.findall(r"\b(yaodian_tests?)\(([^)]*)\)", text):
            names, keyword, prefix, sources = words(arguments), None, "", []
            quick = []
            for word in names[1:]:
                if word in ("PREFIX", "QUICK", "FULL", "LINKS", "SOURCES", "NEEDS", "quick", "full"):
                    keyword = word
                elif keyword == "PREFIX":
                    prefix = word
                elif keyword in ("QUICK", "FULL"):
                    quick.append(word)
                elif keyword == "SOURCES":
                    sources.append(folder / word)
            made = {prefix + name: [folder / (name + ".cpp")] for name in quick} if call == "yaodian_tests" else {
                names[0]: sources}
            for name, files in made.items():
                out[name] = "\n".join(f.read_text(encoding="utf-8") for f in files if f.exists())
    return out


def wrong_lines():
    model = TOP / "docs/threat-model.md"
    known, rows = tests(), {}
    for number, line in enumerate(model.read_text(encoding="utf-8").splitlines(), 1):
        for ctest, function in re.findall(r"`([\w./]+) · (\w+)`", line):
            if ctest == "packaging/check_trust.py":
                if function not in GATES:
                    yield f"docs/threat-model.md:{number}: there is no gate {function}"
            elif ctest not in known:
                yield f"docs/threat-model.md:{number}: there is no test {ctest}"
            elif not re.search(rf"\b{function}\(\)", known[ctest]):
                yield f"docs/threat-model.md:{number}: {ctest} has no function {function}"
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("| ") and re.match(r"(H\d+|[LDC]|P\d+)\b", cells[0]):
            rows[re.match(r"\w+", cells[0])[0]] = cells
            if len(cells) != 5:
                yield f"docs/threat-model.md:{number}: {cells[0]}: {len(cells)} cells, not 5"
            # What there is not in the program cannot be tested, and says so; everything else is.
            elif "` · " not in cells[3] and not re.search(r"`[\w./]+ · \w+`", cells[3]) and "no such feature" not in cells[2]:
                yield f"docs/threat-model.md:{number}: {cells[0]} has no test"
            elif not cells[4]:
                yield f"docs/threat-model.md:{number}: {cells[0]} does not say what stays open"
    for surface in SURFACES:
        if surface not in rows:
            yield f"docs/threat-model.md: {surface} has no row"
    promises = (model.read_text(encoding="utf-8").split("## What is promised", 1) + [""])[1]
    for row in re.findall(r"^\| (?!Promise|---)(.*) \|$", promises, re.M):
        cells = [cell.strip() for cell in row.split(" | ")]
        if not re.search(r"`[\w./]+ · \w+`", row) and not cells[-1].startswith("open"):
            yield f"docs/threat-model.md: neither met by a test nor named as open: {cells[0]}"


if __name__ == "__main__":
    wrong = list(wrong_lines())
    print("\n".join(wrong) or f"threats: {len(SURFACES)} surfaces, each with a test that there is")
    sys.exit(1 if wrong else 0)
