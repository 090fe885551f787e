#!/usr/bin/env python3
"""Starts the program in turn with other windows on one screenless X server and prints how long each took to a settled picture.

usage: starts.py [--runs N] BUILD LIBRARY ...     libraries beside a bare window of text, e.g. of 1,000 and 100,000 entries
       starts.py [--runs N] --pdf BUILD PDF ...   a PDF each, in an empty library, beside a bare window with one poppler page
BUILD: a build folder with bin/yaodian and bin/bench-bare (cmake --build … --target bench-bare). Libraries: bench-library.
Needs: Xvfb, a C compiler, the X11 and Xext headers, and ../shared/tools/firstpaint.c. Medians, in milliseconds and as a
multiple of the bare window of the same run; memory as PSS of the process tree. A library is started with the list that was
shown last in it; its first start is not counted."""
import argparse, os, re, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
FIRSTPAINT = os.path.join(HERE, "../../../shared/tools/firstpaint.c")


def started(paint, command, environment):
    said = subprocess.run([paint, "-s", "-i", "4", "-t", "20", "--"] + command, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    found = re.search(r"settled_ms (-?\d+) rss_kb (\d+)", said)
    if not found or int(found[1]) < 0:
        sys.exit("No page was seen of: " + " ".join(command))
    return int(found[1]), int(found[2]) / 1024


def compare(paint, runs, commands, environment):
    """commands: name → a function that gives the command for one start, the bare window first."""
    seen = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            result = started(paint, command(), environment)
            if run > 0:
                seen[name].append(result)
    bare = statistics.median(ms for ms, _ in next(iter(seen.values())))
    for name, results in seen.items():
        ms = statistics.median(ms for ms, _ in results)
        print("%-44s %5.0f ms  x%.2f  %4.0f MB" % (name, ms, ms / bare, statistics.median(mb for _, mb in results)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("build")
    parser.add_argument("what", nargs="+")
    args = parser.parse_args()
    program, bare = (os.path.join(args.build, "bin", name) for name in ("yaodian", "bench-bare"))
    with tempfile.TemporaryDirectory() as work:
        paint = os.path.join(work, "firstpaint")
        subprocess.run(["cc", "-O2", "-o", paint, FIRSTPAINT, "-lX11", "-lXext"], check=True)
        display = ":%d" % (100 + os.getpid() % 800)
        server = subprocess.Popen(["Xvfb", display, "-noreset", "-screen", "0", "1600x1000x24"], stderr=subprocess.DEVNULL)
        try:
            time.sleep(1)
            os.mkdir(os.path.join(work, "run"), 0o700)
            environment = {**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb",
                           "XDG_RUNTIME_DIR": os.path.join(work, "run")}
            if args.pdf:
                for pdf in args.what:
                    compare(paint, args.runs, {
                        "bare " + os.path.basename(pdf): lambda: [bare, pdf],
                        os.path.basename(pdf): lambda: [program, "open", pdf, "--library", tempfile.mkdtemp(dir=work)],
                    }, environment)
            else:
                commands = {"bare": lambda: [bare]}
                for library in args.what:
                    commands[library] = lambda library=library: [program, "--library", library, "--theme", "light"]
                compare(paint, args.runs, commands, environment)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
