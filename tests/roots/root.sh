#!/bin/bash
# Runs the commands of the README, or COMMANDS (one a line), on a bare Debian: tests/roots/root.sh SUITE[:ARCHITECTURE] FOLDER
# The bare system is made once, in FOLDER/SUITE.bare; each run works in a copy of it, FOLDER/SUITE.
set -eu
suite=${1%:*} folder=$2 architecture=
[[ $1 != *:* ]] || architecture=${1#*:}
cd "$(dirname "$0")/../.."
[ "$(id -u)" -eq 0 ] || { echo "skipped $suite: only root can make a system"; echo "root-$suite: 0 passed, 0 failed, 1 skipped"; exit 0; }
tests/setup.sh debootstrap
mkdir -p "$folder"
bare=$folder/$suite$architecture.bare root=$folder/$suite$architecture
# The archive that this machine uses. Whatever it takes to reach it is needed in there too.
mirror=$(sed -nE 's/^URIs: *(.*\/debian)\/?$/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(sed -nE 's/^deb (\[.*\] )?([^ ]*\/debian)\/? .*/\2/p' /etc/apt/sources.list 2>/dev/null | head -n 1)
if [ ! -e "$bare/.made" ]; then
    rm -rf "$bare"
    echo "Making a bare $suite"
    debootstrap ${architecture:+--arch="$architecture"} --variant=minbase --include=make "$suite" "$bare" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log"; exit 1; }
    cp /etc/resolv.conf /etc/hosts "$bare/etc/"
    cp -r /etc/apt/apt.conf.d/*proxy* "$bare/etc/apt/apt.conf.d/" 2>/dev/null || true
    touch "$bare/.made"
fi
rm -rf "$root"
cp -a "$bare" "$root"
mkdir "$root/wmi"
tar -cf - --exclude=./build --exclude=./.git . | tar -xf - -C "$root/wmi"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
trap 'umount "$root/dev/pts" "$root/dev" "$root/proc"' EXIT
# What the README prints, indented, at its start.
commands=${COMMANDS:-$(sed -nE 's/^    (make [a-z ]*[a-z]) *(#.*)?$/\1/p' README.md | head -n 2)}
passed=0 failed=0
while read -r command; do
    code=0
    chroot "$root" env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL sh -c "cd /wmi && $command" </dev/null >"$root.log" 2>&1 || code=$?
    if grep -E '^make: [^*]|libcsv\.a is not there' "$root.log"; then
        echo "$suite: $command: this is said of what 'make setup' installs"
        code=1
    fi
    if [ $code -eq 0 ]; then
        passed=$((passed + 1))
        echo "$suite: $command: $(tail -n 1 "$root.log")"
    else
        failed=$((failed + 1))
        grep -vE '^ +(CC|LD) ' "$root.log" | tail -n 60
        echo "$suite: $command: FAILED"
    fi
done <<<"$commands"
echo "root-$suite: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
