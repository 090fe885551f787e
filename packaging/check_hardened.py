#!/usr/bin/env python3
"""Reads from programs whether cmake/YaodianHardening.cmake arrived in them. usage: check_hardened.py PROGRAM ...
Must be there: position independence, all relocations done and read-only before main, no executable stack, the stack
protector, checked variants of the C library's functions. Only said: the marks of Intel's CET, which the loader honours
where every object that was linked has them."""
import re, subprocess, sys


def read(flags, program):
    return subprocess.run(["readelf", "--wide", *flags, program], check=True, stdout=subprocess.PIPE, text=True).stdout


def findings(program):
    """What is named → is it there."""
    header, segments, dynamic, symbols = (read([flag], program) for flag in ("-h", "-l", "-d", "--dyn-syms"))
    stack = re.search(r"GNU_STACK.*", segments)
    names = set(re.findall(r"\s(\w+)(?:@|$)", symbols, re.M))
    writable_code = [line for line in segments.splitlines() if re.match(r"\s+LOAD\b", line) and re.search(r"\sRWE\s", line)]
    return {
        "position independence (PIE)": "DYN (Position-Independent" in header and "FLAGS_1" in dynamic and " PIE" in dynamic,
        "relocations before main (BIND_NOW)": "BIND_NOW" in dynamic or re.search(r"FLAGS_1.*\bNOW\b", dynamic) is not None,
        "read-only relocations (RELRO)": "GNU_RELRO" in segments,
        "no executable stack (NX)": stack is not None and " RWE " not in stack[0],
        "nothing both written and executed": not writable_code,
        "stack protector": "__stack_chk_fail" in names,
        "checked functions (FORTIFY)": any(name.endswith("_chk") for name in names - {"__stack_chk_fail"}),
        "no search path for libraries of its own": not re.search(r"\((RPATH|RUNPATH)\)", dynamic),
    }


wrong = []
for program in sys.argv[1:]:
    found = findings(program)
    wrong += [f"{program}: no {what}" if not what.startswith("no") else f"{program}: not so: {what}" for what, there in found.items() if not there]
    marks = re.search(r"x86 feature: (.*)", read(["-n"], program))
    print(f"hardened: {program}: {sum(found.values())} of {len(found)}; CET: {marks[1] if marks else 'not in every object that was linked'}")
print("\n".join(wrong), end="\n" if wrong else "")
sys.exit(1 if wrong or len(sys.argv) < 2 else 0)
