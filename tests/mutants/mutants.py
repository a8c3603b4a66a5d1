#!/usr/bin/python3
"""Plants one small fault after the other in a copy of ext/ and sees whether the tests notice.

    mutants.py COPY N SEED [FILE …]

COPY is a folder for the copy and its build. N faults are drawn by chance (SEED) among all that can be made in
the FILEs (by default all of ext/ but its build-time programs). A fault that the compiler refuses is drawn
anew. The tests run from the cheapest to the dearest and stop at the first that fails: then the fault is dead.
A survivor is either a hole in the tests or changes nothing that anybody can see; the latter stand in
equivalent.txt, a line each: FILE, a tab, the line of code with the fault in it, a tab, the reason.

Ends with 'mutants: N dead, N alive, N equivalent' and status 1 if fewer than 90 of 100 are dead."""
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TIMEOUT = 300  # seconds for one step: a fault may loop for ever

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


def run(copy, *command, timeout=TIMEOUT):
    try:
        return subprocess.run(
            command, cwd=copy, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
            timeout=timeout).returncode
    except subprocess.TimeoutExpired:
        return -1


def make(copy, *targets):
    return run(copy, "make", "-s", "-j2", "OPTIMIZE=-O1", "WARNINGS=", *targets)


# From the cheapest to the dearest.
STEPS = ["test-unit", "test-sql", "test-oracle", "test-fault"]


def main():
    copy, count, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    files = sys.argv[4:] or [f for f in tracked if re.fullmatch(r"ext/(?!tools/).*\.[ch]", f)]
    copy.mkdir(parents=True, exist_ok=True)
    archive = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["rsync", "-a", "--from0", "--files-from=-", f"{ROOT}/", f"{copy}/"], input=archive, check=True)
    shared = copy.parent / "shared"
    if not shared.exists() and (ROOT.parent / "shared").exists():
        shared.symlink_to(ROOT.parent / "shared")
    if make(copy, *STEPS) != 0:
        sys.exit("mutants: the tests fail without any fault")
    equivalent = {tuple(line.split("\t")[:2])
                  for line in (HERE / "equivalent.txt").read_text(encoding="utf-8").splitlines()
                  if line and not line.startswith("#")}
    drawn = [mutant for path in files for mutant in mutants_of(path)]
    random.Random(seed).shuffle(drawn)
    dead = alive = same = 0
    for path, number, changed in drawn:
        if dead + alive + same == count:
            break
        source = ROOT / path
        lines = source.read_text(encoding="utf-8").split("\n")
        lines[number] = changed
        (copy / path).write_text("\n".join(lines), encoding="utf-8")
        killer = None
        if make(copy, "all") == 0:
            killer = next((step for step in STEPS if make(copy, step) != 0), "nobody")
        (copy / path).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        if killer is None:
            continue  # the compiler refuses it
        if killer != "nobody":
            dead += 1
        elif (path, changed.strip()) in equivalent:
            same += 1
        else:
            alive += 1
        print(f"{killer:12} {path}:{number + 1}: {changed.strip()}", flush=True)
    print(f"mutants: {dead} dead, {alive} alive, {same} equivalent")
    sys.exit(0 if dead * 10 >= (dead + alive) * 9 else 1)


main()
