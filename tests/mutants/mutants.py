#!/usr/bin/python3
"""Plants one small fault after the other in a copy of ext/ and sees whether the tests notice.

    mutants.py FOLDER N SEED [FILE …]

FOLDER is for the copies and their builds. N faults are drawn by chance (SEED) among all that can be made in the
FILEs (by default all of ext/ but its build-time programs). One that the compiler refuses, or of which it makes
the same wmi.so, is drawn anew.

A fault is dead if a test that `make test` runs fails. Once, every test is run over a build that counts: which
functions and lines it reaches, and the time it takes (kept in FOLDER/reach.json for tests that have not
changed). Of a fault run first, from the cheapest to the dearest, the tests that reach its line, then the others that
reach its function; the dear ones (over DEAR seconds) come when all faults were through the rest, of programs of cmocka
but for the first GLANCE seconds. What needs several times the time of the clean run counts as failed. Not run: the tests
over PostgreSQL and in a browser.

A survivor is either a hole in the tests or changes nothing that anybody can see; the latter stand in
equivalent.txt, a line each: FILE, a tab, the line of code with the fault in it, a tab, the reason.

Ends with 'mutants: N dead, N alive, N equivalent' and status 1 if fewer than 90 of 100 are dead."""
import functools
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEAR = 8  # seconds of the processor, over the build that counts
GLANCE = 2
MEMORY = 4 << 30
FLAGS = "build/flags"

# What a fault changes: a pattern of code, and what may stand in its place.
OPERATORS = [
    (r"(?<![<>=!+\-*/&|^%])<=(?!=)", ["<"]),
    (r"(?<![<>=!\-])>=(?!=)", [">"]),
    (r" < ", [" <= "]),
    (r" > ", [" >= "]),
    (r"==", ["!="]),
    (r"!=", ["=="]),
    (r"&&", ["||"]),
    (r"\|\|", ["&&"]),
    (r"(?<=[\w)\]]) \+ (?=[\w(])", [" - "]),
    (r"(?<=[\w)\]]) - (?=[\w(])", [" + "]),
    (r"(?<=[\w)\]]) \| (?=[\w(~])", [" & "]),
    (r"(?<=[\w)\]]) & (?=[\w(~])", [" | "]),
    (r"(?<=[\w)\]])\+\+", ["--"]),
    (r"(?<=[(\s])!(?=[\w(*])", [""]),
    (r"\btrue\b", ["false"]),
    (r"\bfalse\b", ["true"]),
    (r"\b0\b(?![.x])", ["1"]),
    (r"\b1\b(?![.x])", ["0", "2"]),
    (r"\bbreak;", ["continue;"]),
    (r"\breturn (?=[\w(!*&-])(?!true|false|0;|1;)(.+);", ["return 0;"]),
    (r"\bTRY\((.+)\);", [r"(void)(\1);"]),
    (r"^(\s+)(\w[\w>.\-]*(?:\[[^]]*\])? (?:[|&+\-]?=) [^;{}]+;)$", [r"\1;"]),
    (r"^(\s+)((?!return|case|default|struct|static|const|int|char|size_t|uint)\w+\([^;{}]*\);)$", [r"\1;"]),
]


def code_lines(text):
    """Numbers and texts of the lines that are code: comments, strings and directives blanked out of sight."""
    hidden = re.sub(
        r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
        lambda found: re.sub(r"[^\n]", "\0", found[0]),
        text,
        flags=re.S,
    )
    depth = 0
    for number, line in enumerate(hidden.split("\n")):
        inside = depth > 0
        depth += line.count("{") - line.count("}")
        if inside and not line.lstrip().startswith("#") and "assert(" not in line:
            yield number, line


def mutants_of(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    lines = text.split("\n")
    for number, visible in code_lines(text):
        for pattern, replacements in OPERATORS:
            for found in re.finditer(pattern, visible):
                for replacement in replacements:
                    original = lines[number]
                    part = re.sub(pattern, replacement, found[0]) if "\\" in replacement else replacement
                    if "\0" in part:  # the text of a string is hidden: take it from the source
                        continue
                    changed = original[: found.start()] + part + original[found.end() :]
                    if changed != original:
                        yield path, number, changed


# --- The tests ---


class Test:
    """A program of cmocka, or a target of the Makefile. `own` are the files that are its alone."""

    def __init__(self, name, programs, command, own):
        self.name, self.programs, self.command, self.own = name, programs, command, own
        self.seconds, self.reached = 0.0, {}

    def is_dear(self):
        return self.seconds > DEAR

    def reaches(self, path, line):
        return line in self.reached.get(path, {}).get("lines", ())

    def enters(self, path, line):
        return any(first <= line <= last for first, last in self.reached.get(path, {}).get("functions", ()))


PLAIN_MAKE = ["make", "-s", "WARNINGS="]
# The program that makes the built-in report follows from nothing: it is built anew only by other_report().
MAKE = [*PLAIN_MAKE, "EMBED="]
COUNTING = ["OPTIMIZE=", "CFLAGS=-O1 --coverage", "LDFLAGS=--coverage"]
# Targets of the Makefile, the program that each needs beside wmi.so, and the folder of tests/ that is its alone.
TARGETS = [("test-sql", "", "sql"), ("test-entry", "", ""), ("test-readme", "", ""), ("test-docs", "build/reference", ""),
           ("test-leaks", "", "sql"), ("test-cells", "", "cells"), ("test-export", "", "cells"),
           ("test-oracle", "build/tests/oracle/oracle", "oracle"), ("test-fault", "build/tests/fault/fault", "fault")]


def all_tests():
    tests = []
    for path in sorted((ROOT / "tests/unit").glob("test_*.c")):
        program = f"build/tests/unit/{path.stem}"
        tests.append(Test(path.stem, [program], [program], [path]))
    for name, program, folder in TARGETS:
        own = sorted((ROOT / "tests" / folder).glob("*")) if folder else []
        tests.append(Test(name, [program] if program else [], [*MAKE, name], own))
    return tests


def limits(seconds):
    """For the child: processor time, so that a busy machine kills no fault, and memory. No core is dumped."""
    def set_them():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return set_them


def code_of(tree, command, seconds=600):
    """How it ends, within that much time of the processor. Of a program of cmocka the first failure is enough."""
    process = subprocess.Popen(command, cwd=tree, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               stdin=subprocess.DEVNULL, preexec_fn=limits(seconds), start_new_session=True)
    stop = functools.partial(os.killpg, process.pid, signal.SIGKILL)  # its session: the child leads one of its own
    timer = threading.Timer(30 + 10 * seconds, stop)  # it may sleep for ever
    timer.start()
    failed = any(b"[  FAILED  ]" in line for line in process.stderr)
    if failed:
        stop()
    code = process.wait()
    timer.cancel()
    return 1 if failed else code


def run(*arguments):
    return code_of(*arguments) == 0


def used():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


# --- What they reach ---


def digest(files):
    whole = hashlib.sha256()
    for path in files:
        if path.is_file():
            whole.update(str(path).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def read_counts(tree):
    """What gcov says of the counts in the tree: file → the functions entered, as line ranges, and the lines reached."""
    counts = sorted(str(path.relative_to(tree)) for path in (tree / "build").rglob("*.gcda"))
    if not counts:
        return {}
    said = subprocess.run(["gcov", "--json-format", "--stdout", *counts], cwd=tree, capture_output=True, text=True,
                          check=True).stdout
    reached = {}
    for text in said.splitlines():
        for file in json.loads(text)["files"] if text.startswith("{") else ():
            if not file["file"].startswith("ext/"):
                continue
            of_file = reached.setdefault(file["file"], {"functions": [], "lines": []})
            for function in file["functions"]:
                part = [function["start_line"], function["end_line"]]
                if function["execution_count"] and part not in of_file["functions"]:
                    of_file["functions"].append(part)
            of_file["lines"] += [line["line_number"] for line in file["lines"] if line["count"]]
    for of_file in reached.values():
        of_file["lines"] = sorted(set(of_file["lines"]))
    return reached


def measure(tests, tree, file):
    """Fills in what each test reaches and the time it takes."""
    kept = json.loads(file.read_text()) if file.exists() else {}
    tracked = [ROOT / name for name in git_files()]
    alone = {path for test in tests for path in test.own}
    common = digest(path for path in tracked if path not in alone and path.relative_to(ROOT).parts[0] in (
        "Makefile", "ext", "include", "data", "tests") and HERE not in path.parents)
    for test in tests:
        key = common + digest(test.own)
        if kept.get(test.name, {}).get("key") != key:
            if test.programs and not run(tree, [*MAKE, *COUNTING, *test.programs]):
                sys.exit(f"mutants: {test.name} cannot be built")
            for path in (tree / "build").rglob("*.gcda"):
                path.unlink()
            before = used()
            if not run(tree, test.command + (COUNTING if "make" in test.command else [])):
                sys.exit(f"mutants: {test.name} fails without any fault")
            kept[test.name] = {"key": key, "seconds": used() - before, "reached": read_counts(tree)}
            file.write_text(json.dumps(kept))
            print(f"{test.name}: {kept[test.name]['seconds']:.1f} s", flush=True)
        test.seconds, test.reached = kept[test.name]["seconds"], kept[test.name]["reached"]


# --- The copies ---


def git_files():
    return [name for name in subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True,
                                            check=True).stdout.split("\n") if name]


def copy_to(tree):
    """The sources as they stand; what has not changed keeps its time, so that little is built anew."""
    tree.mkdir(parents=True, exist_ok=True)
    names = git_files()
    subprocess.run(["rsync", "-a", "--files-from=-", f"{ROOT}/", f"{tree}/"], input="\n".join(names), text=True,
                   check=True)
    for path in [*(tree / "ext").rglob("*.*"), *(tree / "tests").rglob("*.*")]:
        if path.is_file() and str(path.relative_to(tree)) not in names:
            path.unlink()
    shared = tree.parent / "shared"
    if not shared.exists() and (ROOT.parent / "shared").exists():
        shared.symlink_to(ROOT.parent / "shared")


def plant(clean, work, fault):
    """Makes `work` the clean tree, built as it is, with the fault. Files are shared by links: compilers and linkers
    write new ones, and what make writes in its place is copied."""
    path, number, changed = fault
    shutil.rmtree(work, ignore_errors=True)
    subprocess.run(["cp", "-al", str(clean), str(work)], check=True)
    (work / FLAGS).unlink()
    shutil.copy2(clean / FLAGS, work / FLAGS)
    lines = (clean / path).read_text(encoding="utf-8").split("\n")
    lines[number] = changed
    (work / path).unlink()
    (work / path).write_text("\n".join(lines), encoding="utf-8")


def is_a_fault(clean, work):
    """Does the compiler take it, and make another wmi.so of it?"""
    return run(work, [*MAKE, "all"]) and (work / "build/wmi.so").read_bytes() != (clean / "build/wmi.so").read_bytes()


# --- Killing ---


def choose(tests, fault):
    """The tests that can see the fault, the likeliest and cheapest first. What belongs to no function, all may see."""
    path, line = fault[0], fault[1] + 1
    entering = [test for test in tests if test.enters(path, line)] or tests
    return sorted(entering, key=lambda test: (not test.reaches(path, line), test.seconds))


def is_dead(work, test, is_glance):
    """Does the test fail? At a glance, does it within the first seconds of a dear one?"""
    if is_glance and test.is_dear():
        return code_of(work, test.command, GLANCE) not in (0, -signal.SIGXCPU)
    return not run(work, test.command, 5 + 4 * test.seconds)


def killer_of(work, tests, is_glance):
    """The name of the first test that fails, or None. Ever more programs are linked at a time."""
    if is_glance:
        tests = [test for test in tests if test.programs == test.command or not test.is_dear()]
    size = 1
    while tests:
        some, tests, size = tests[:size], tests[size:], size * 2
        programs = [program for test in some for program in test.programs]
        if programs and not run(work, [*MAKE, *programs]):
            return "build"
        for test in some:
            if is_dead(work, test, is_glance):
                return test.name
    return None


def other_report(clean, work):
    """Does the program that makes the built-in report fail, or make another that the tests see?"""
    if not run(work, [*PLAIN_MAKE, "build/builtin.c"]):
        return "build"
    if (work / "build/builtin.c").read_bytes() == (clean / "build/builtin.c").read_bytes():
        return None
    return next((name for name in ("test-cells", "test-sql") if not run(work, [*PLAIN_MAKE, name])), None)


def main():
    folder, count, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    files = sys.argv[4:] or [name for name in git_files() if re.fullmatch(r"ext/(?!tools/).*\.[ch]", name)]
    clean, cover, work = folder / "clean", folder / "cover", folder / "work"
    tests = all_tests()
    copy_to(cover)
    if not run(cover, [*PLAIN_MAKE, *COUNTING, "all"], 3600):
        sys.exit("mutants: the tree does not build")
    measure(tests, cover, folder / "reach.json")
    copy_to(clean)
    built = [program for test in tests for program in test.programs]
    if not run(clean, [*PLAIN_MAKE, "all", *built], 3600):
        sys.exit("mutants: the tests do not build")
    equivalent = {tuple(line.split("\t")[:2])
                  for line in (HERE / "equivalent.txt").read_text(encoding="utf-8").splitlines()
                  if line and not line.startswith("#")}
    drawn = [fault for path in files for fault in mutants_of(path)]
    for path, changed in sorted(equivalent - {(path, changed.strip()) for path, _, changed in drawn}):
        if path in files:
            print(f"equivalent.txt: there is no such fault in {path}: {changed}")
    random.Random(seed).shuffle(drawn)
    totals = {"dead": 0, "alive": 0, "equivalent": 0}
    suspects = []

    def say(killer, fault):
        path, number, changed = fault
        print(f"{time.strftime('%H:%M')} {killer:20} {path}:{number + 1}: {changed.strip()}", flush=True)

    for fault in drawn:
        if sum(totals.values()) + len(suspects) == count:
            break
        plant(clean, work, fault)
        if not is_a_fault(clean, work):
            continue
        if (fault[0], fault[2].strip()) in equivalent:
            totals["equivalent"] += 1
            say("equivalent", fault)
            continue
        killer = killer_of(work, choose(tests, fault), True)
        if killer:
            totals["dead"] += 1
        else:
            suspects.append(fault)
        say(killer or "nobody cheap", fault)
    for fault in suspects:
        plant(clean, work, fault)
        is_a_fault(clean, work)
        dear = [test for test in choose(tests, fault) if test.is_dear()]
        killer = killer_of(work, dear, False) or other_report(clean, work)
        totals["dead" if killer else "alive"] += 1
        say(killer or "nobody", fault)
    print(f"mutants: {totals['dead']} dead, {totals['alive']} alive, {totals['equivalent']} equivalent")
    sys.exit(0 if totals["dead"] * 10 >= (totals["dead"] + totals["alive"]) * 9 else 1)


if __name__ == "__main__":
    main()
