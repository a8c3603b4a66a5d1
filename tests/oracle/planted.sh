#!/bin/bash
# Shows that the oracle finds faults: plants one after the other in a copy of the sources, builds it and runs
# the oracle, which has to find each: tests/oracle/planted.sh [CC]. Some faults show only under a SQLite newer
# than the system's; for them it takes the newest that `make test-sqlite` has fetched. With TEXTS=1 it only sees whether
# each place still stands in the sources, which takes a second.
set -u
cc=${1:-cc}
queries=${N:-6000}
seeds=${SEEDS:-1 2 3 4}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
newest=3.54.1
sources=build/sqlite/source
found=0 missed=0 skipped=0

# Puts the sources of the tree into the copy.
mkdir -p "$copy/tests/oracle" "$copy/tests/sqlite" "$copy/sql"
cp -r Makefile ext include data "$copy"
cp tests/portable.h "$copy/tests/"
cp tests/oracle/*.[ch] tests/oracle/*.mk "$copy/tests/oracle/"
cp tests/sqlite/*.mk "$copy/tests/sqlite/"
touched=

# Puts back the file that was changed last, with a new time.
restore() {
    [ -z "$touched" ] || cp "$touched" "$copy/$touched"
    touched=$1
}

# build PROGRAM: of the copy's.
build() {
    make --no-print-directory -C "$copy" -j2 CC="$cc" BUILD="$copy/build" "$copy/build/$1" >"$copy/log" 2>&1
}

# planted NAME FILE OLD NEW: puts NEW in the place of the text OLD, all over FILE. ONLY, a regular expression,
# picks some by their names.
planted() {
    [[ $1 =~ ${ONLY-} ]] || return
    restore "$2"
    local program=${program-tests/oracle/oracle}
    if ! OLD=$3 NEW=$4 perl -0pi -e 's/\Q$ENV{OLD}\E/$ENV{NEW}/g' "$copy/$2" || cmp -s "$2" "$copy/$2"; then
        echo "  $1: $2 has no such text any more: $3"
        missed=$((missed + 1))
        return
    fi
    if [ -n "${TEXTS-}" ]; then
        found=$((found + 1))
        return
    fi
    if ! build "$program"; then
        echo "  $1: does not compile"
        sed -n '/error/p' "$copy/log" | head -n 5
        missed=$((missed + 1))
        return
    fi
    local seed code
    for seed in $seeds; do
        timeout 600 "$copy/build/$program" "$queries" "$seed" >"$copy/answer" 2>&1
        code=$?
        if [ $code -eq 124 ]; then
            echo "  $1: no answer within ten minutes"
            break
        elif [ $code -ne 0 ]; then
            echo "  found: $1 (seed $seed, $(grep -cE '^oracle: .*(differ|not what follows)|^oracle: ours' "$copy/answer") differences in $(sed -nE 's/^oracle: ([0-9]+ passed).*/\1/p' "$copy/answer"))"
            found=$((found + 1))
            return
        fi
    done
    echo "  MISSED: $1"
    missed=$((missed + 1))
}

# planted_newest NAME FILE OLD NEW: the same, over the newest SQLite.
planted_newest() {
    [[ $1 =~ ${ONLY-} ]] || return
    if [ ! -d "$sources/$newest" ]; then
        echo "  skipped: $1: there is no SQLite $newest in $sources"
        skipped=$((skipped + 1))
        return
    fi
    mkdir -p "$copy/build/sqlite"
    ln -sfn "$PWD/$sources" "$copy/build/sqlite/source"
    local program=sqlite/$newest/oracle
    planted "$@"
}

[ -n "${TEXTS-}" ] || build tests/oracle/oracle || { cat "$copy/log"; exit 2; }
[ -n "${TEXTS-}" ] || "$copy/build/tests/oracle/oracle" "$queries" 1 >"$copy/answer" 2>&1 || {
    cat "$copy/answer"
    echo "oracle-planted: the tree itself has faults, so nothing can be shown"
    exit 2
}

planted 'any collation of a name taken as NOCASE' ext/table/plan.c \
    'nocase = collates(planning, constraint, "NOCASE")' 'nocase = true'
planted 'RTRIM taken as NOCASE' ext/table/plan.c \
    'collates(planning, constraint, "BINARY")' '!nocase'
planted 'a name under BINARY taken as exact' ext/table/plan.c \
    'nocase && !is_odd' '!is_odd'
planted 'the collation of type, category and access not looked at' ext/table/plan.c \
    '!choice.is_exact && !collates(planning, index, "BINARY")' 'false'
planted 'type, category and access under BINARY taken as exact' ext/table/plan.c \
    'is_test || collates(planning, index, "NOCASE")' 'true'
planted 'the namespace not looked at in a list' ext/table/walk.c \
    '(!walk->has_namespaces || namespace_passes(walk, element))' '(!walk->has_namespaces || walk->list || namespace_passes(walk, element))'
planted 'NULL in = taken as a class without a namespace' ext/table/candidates.c \
    'bits & PLAN_NAMESPACE_IS && sqlite3_value_type' 'sqlite3_value_type'
planted 'IS NULL finds no class without a namespace' ext/table/plan.c \
    'op == OPERATOR_EQ ? 0 : PLAN_NAMESPACE_IS' '0'
planted 'a namespace looked for among the first namesake alone' ext/table/candidates.c \
    'report_classes_end(report, last)};' 'last + 1};'
planted 'a list of namespaces taken as one in what is constant' ext/table/promise.c \
    'bits & PLAN_NAMESPACE && !(bits & PLAN_NAMESPACE_IN)' 'bits & PLAN_NAMESPACE'
planted 'a class name taken to stand in one namespace' ext/table/promise.c \
    '(one_class && !(odd_names & REPORT_NAMESAKES))' 'one_class'
planted 'the namespace left out of what is unique' ext/table/promise.c \
    'if (!is_constant(plan, table->columns[table->order[i].column].key))' \
    'if (table->columns[table->order[i].column].key != KEY_NAMESPACE && !is_constant(plan, table->columns[table->order[i].column].key))'
planted 'namesakes at the upper end of a BINARY range left out' ext/table/filter.c \
    'report_classes_end(report, upper)' 'upper + 1'
planted 'unknown cells taken as absent' ext/table/walk.c \
    '(known[i] & ~present[i] & walk->reject_absent[i])' '(~present[i] & walk->reject_absent[i])'
planted 'unknown cells never rejected' ext/table/walk.c \
    '(~known[i] & walk->reject_unknown[i])' '(known[i] & 0 & walk->reject_unknown[i])'
planted 'names that look like numbers forgotten' ext/builder/layout.c \
    '? REPORT_NUMERIC_NAMES : 0' '? 0 : 0'
planted 'dots in names forgotten' ext/builder/layout.c \
    '|= REPORT_DOTTED_NAMES' '|= 0'
planted 'DESC not looked at' ext/table/promise.c \
    'table->order[next].is_descending != (bool)info->aOrderBy[i].desc' 'false'
planted 'the order always taken as ours' ext/table/plan.c \
    'info->orderByConsumed = promise_order(&planning.plan, info)' 'info->orderByConsumed = true'
planted 'a list taken as one value in what is constant' ext/table/promise.c \
    'bits & PLAN_CLASS && !(bits & PLAN_CLASS_IN)' 'bits & PLAN_CLASS'
planted 'a wrong bound of classes' ext/table/filter.c \
    'low_text, false)' 'low_text, true)'
planted 'the upper end of a BINARY range left out' ext/table/filter.c \
    'upper >= bounds[1]' 'false'
planted 'names that are one number taken as one name' ext/table/promise.c \
    'if (odd_names & REPORT_NUMERIC_NAMES)' 'if (false)'
planted 'a build that another stands for given by its number' ext/table/filter.c \
    'report_builds(report)[index].number != number' 'false'
planted 'reals compared as integers with cells' ext/table/filter.c \
    'is_number ? sqlite3_value_double(value) : 2' 'is_number ? (double)sqlite3_value_int64(value) : 2'
planted 'texts below numbers' ext/table/filter.c \
    ': 2;' ': -1;'
planted 'IS NULL on a cell taken as absent' ext/table/filter.c \
    'return ACCEPT_UNKNOWN;' 'return ACCEPT_ABSENT;'
planted 'more than one 64-bit word of builds not looked at' ext/table/walk.c \
    'i < words; i++' 'i < 1; i++'
planted 'the last member of a class left out' ext/table/candidates.c \
    'report_class(report, found).end_member);' 'report_class(report, found).end_member - 1);'
planted 'the two arguments of wmi_changes in the wrong order' ext/table/changes.c \
    'cursor->arguments[argument]' 'cursor->arguments[1 - argument]'
planted 'scans said to be unique' ext/table/promise.c \
    'if (is_unique(plan)) {' 'if (is_unique(plan) || true) {'
planted 'LIMIT taken from a SQLite that hides conditions' ext/table/plan.c \
    '< 3046000' '< 3031000'
planted_newest 'LIMIT taken beside conditions that are left to SQLite' ext/table/plan.c \
    '!all_exact(planning) ||' '(all_exact(planning) && false) ||'
planted_newest 'LIMIT taken beside a row value of which only a part is shown' ext/table/plan.c \
    'op == SQLITE_INDEX_CONSTRAINT_GE || op == SQLITE_INDEX_CONSTRAINT_LE' 'op == 255'
planted 'conditions in ON of a LEFT JOIN taken for the left table' ext/table/plan.c \
    'sqlite3_libversion_number() < 3051001' 'false'
planted 'a missing argument of wmi_changes refused while planning' ext/table/plan.c \
    'planning->plan.bits |= PLAN_MISSING;' 'return SQLITE_ERROR;'

echo "oracle-planted: $found passed, $missed failed, $skipped skipped"
[ $missed -eq 0 ]
