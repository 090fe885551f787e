#!/usr/bin/env python3
"""Holds the tree to its size budget (ARCHITECTURE.md): no file over 800 lines, file median <= 100, 95 % <= 450, 95 % of
the functions <= 40 lines, and tests of at least 35 % of the code, over all and in each room that keeps what readers made. Those rooms aim at
60 %: which of them are below is printed, and is no failure yet."""
import pathlib, statistics, sys

TOP = pathlib.Path(__file__).resolve().parent.parent
CAREFUL = ["digest", "library", "sync", "notes", "exporting"]


def lines_of(*folders):
    files = [f for d in folders for f in (TOP / d).glob("**/*") if f.suffix in (".h", ".cpp") and "/bench/" not in str(f)]
    return {str(f.relative_to(TOP)): len(f.read_text(encoding="utf-8").splitlines()) for f in files}


def functions_of(*folders):
    """Lines of every function: as the format lays them out, its braces stand alone in the first column."""
    lengths = []
    for path in (f for d in folders for f in (TOP / d).glob("**/*.cpp")):
        start = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                lengths.append(number - start + 1)
                start = None
    return sorted(lengths)


code, tests = lines_of("app", "ui"), lines_of("tests")
every = sorted({**code, **tests}.items(), key=lambda item: item[1])
sizes = [n for _, n in every]
median, p95 = statistics.median(sizes), sizes[int(len(sizes) * 0.95)]
overall = sum(tests.values()) / sum(code.values())
careful = {r: sum(lines_of(f"tests/app/{r}").values()) / max(1, sum(lines_of(f"app/{r}").values())) for r in CAREFUL}
wrong = [f"{name} has {n} lines; none may have over 800" for name, n in every if n > 800]
if median > 100:
    wrong.append(f"the median file has {median:.0f} lines; the budget is 100")
if p95 > 450:
    wrong.append(f"95 % of the files have up to {p95} lines; the budget is 450")
functions = functions_of("app", "ui")
function95 = functions[int(len(functions) * 0.95)]
if function95 > 40:
    wrong.append(f"95 % of the functions have up to {function95} lines; the budget is 40")
if overall < 0.35:
    wrong.append(f"tests are {overall:.0%} of the code; the budget is 35 %")
wrong += [f"tests of {r} are {share:.0%} of its code, less than the least of 35 %" for r, share in careful.items() if share < 0.35]
short = [f"{r} {share:.0%}" for r, share in careful.items() if share < 0.6]
print(f"sizes: {len(every)} files, {sum(code.values())} lines of code, tests {overall:.0%}; median {median:.0f}, "
      f"95 % {p95}, longest {every[-1][1]} ({every[-1][0]}); "
      f"{len(functions)} functions, 95 % {function95}, longest {functions[-1]}; " + ", ".join(f"{r} {s:.0%}" for r, s in careful.items()))
if short:
    print("sizes: tests still below their budget of 60 %: " + ", ".join(short))
print("\n".join(wrong), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
