"""Every cell, column and class of the built-in report against data/*.csv, read with Python's own csv module.

usage: cells.py EXTENSION
"""
import csv
import sqlite3
import sys

MARKS = {"✅": (1, 0), "❌": (0, 0), "~✅": (1, 1), "~❌": (0, 1), "": (None, None)}
ANSWERS = {"": None, "0": 0, "1": 1}
passed = failed = 0


def read(name):
    with open(f"data/{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def compare(what, expected, found):
    """Both are lists of rows; neither may have one twice or one that the other lacks."""
    global passed, failed
    differ = set(expected) ^ set(found)
    same = not differ and len(expected) == len(found) == len(set(found))
    print(f"{what}: {len(found)} compared, {len(differ)} differ")
    passed += same
    failed += not same
    if not same:
        print("  e.g.", *sorted(differ, key=repr)[:3], sep="\n  ")


def text(field):
    return field or None


db = sqlite3.connect(":memory:")
db.enable_load_extension(True)
db.load_extension(sys.argv[1])
members = read("wmi_members")
builds = [column for column in members[0] if column.isdigit()]

compare("cells",
        [(row["Namespace"], row["Class"], row["Member"], int(build), *MARKS[row[build]])
         for row in members for build in builds],
        db.execute("SELECT namespace, class, member, build, available, inferred FROM wmi_availability").fetchall())
compare("cells, by build columns",
        [(row["Namespace"], row["Class"], row["Member"], *(MARKS[row[build]][0] for build in builds)) for row in members],
        db.execute("SELECT namespace, class, member, {} FROM wmi_members".format(
            ", ".join(f"build_{build}" for build in builds))).fetchall())
compare("members",
        [(row["Namespace"], row["Class"], row["Member"], text(row["Type"]), row["Category"], text(row["Access"]),
          ANSWERS[row["Key"]], text(row["Deprecated"]), None, None) for row in members],
        db.execute("SELECT namespace, class, member, type, category, access, is_key, deprecated, description, "
                   "description_en FROM wmi_members").fetchall())
compare("classes",
        [(row["Namespace"], row["Class"], text(row["Superclass"]), ANSWERS[row["Abstract"]],
          ANSWERS[row["Association"]], text(row["Deprecated"])) for row in read("wmi_classes")],
        db.execute("SELECT namespace, class, superclass, is_abstract, is_association, deprecated FROM wmi_classes").fetchall())
parameters = read("wmi_parameters")
compare("parameters",
        [(row["Namespace"], row["Class"], row["Method"], int(row["Position"]), row["Parameter"], row["Direction"],
          text(row["Type"])) for row in parameters],
        db.execute("SELECT * FROM wmi_parameters").fetchall())

# A value map, put together again, is the text that it was read from.
maps = {}
for *key, value, label in db.execute("SELECT namespace, class, member, parameter, value, label FROM wmi_values"):
    maps.setdefault(tuple(key), []).append(f"{value} - {label}")
compare("value maps",
        [(row["Namespace"], row["Class"], row["Member"], None, row["Desc"]) for row in members if row["Desc"]]
        + [(row["Namespace"], row["Class"], row["Method"], row["Parameter"], row["Desc"]) for row in parameters if row["Desc"]],
        [(*key, "[枚举值: " + "; ".join(entries) + "]") for key, entries in maps.items()])

counts = db.execute("SELECT sum(available = 1 AND NOT inferred), sum(available = 0 AND NOT inferred), "
                    "sum(available = 1 AND inferred), sum(available = 0 AND inferred), sum(available IS NULL) "
                    "FROM wmi_availability").fetchall()
marks = [MARKS[row[build]] for row in members for build in builds]
compare("counts", [tuple(marks.count(MARKS[mark]) for mark in ("✅", "❌", "~✅", "~❌", ""))], counts)
compare("wmi_report",
        [(len({row["Namespace"] for row in members}), len(members), sum(inferred == 1 for _, inferred in marks))],
        db.execute("SELECT namespaces, members, inferred FROM wmi_report").fetchall())
print(f"cells: {passed} passed, {failed} failed")
sys.exit(failed > 0)
