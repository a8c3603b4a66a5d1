#!/bin/bash
# Gets Debian packages into a folder, from the archives that this machine's apt knows, without touching its
# lists or installing anything:
#   tests/platforms/apt.sh FOLDER source PACKAGE …        source packages, unpacked as FOLDER/PACKAGE
#   tests/platforms/apt.sh FOLDER ARCHITECTURE PACKAGE …  packages of an architecture, unpacked into FOLDER
set -eu
folder=$1 what=$2
shift 2
command -v apt-get >/dev/null || { echo "$folder: this needs apt-get, and Debian's archives" >&2; exit 1; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
state=$folder/.apt
rm -rf "$state"
mkdir -p "$state/lists/partial" "$state/archives/partial" "$state/get" "$state/parts"
trap 'rm -rf "$state"' EXIT

# The machine's own entries for Debian's archives, with the keys they name, since apt refuses two opinions on that.
# Sources are asked for where sources are wanted.
[ "$what" = source ] && kind=deb-src || kind=deb
for file in /etc/apt/sources.list.d/*.sources; do
    if grep -qsE '^URIs:.*/debian' "$file"; then
        sed "s/^Types:.*/Types: $kind/" "$file" >"$state/parts/${file##*/}"
    fi
done
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -nE "s#^deb( .*/debian.*)#$kind\1#p" >"$state/parts/own.list" || true

options=(-qq -o Acquire::Retries=3 -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$state/parts"
    -o "Dir::State::lists=$state/lists" -o "Dir::Cache=$state" -o APT::Sandbox::User=root)
[ "$what" = source ] || options+=(-o "APT::Architecture=$what" -o "APT::Architectures::=$what")
run() {
    "$@" >"$state/log" 2>&1 || { cat "$state/log" >&2; exit 1; }
}
# An archive in the midst of a change is left out: another one may have the packages, and apt says what is missing.
apt-get "${options[@]}" update >"$state/log" 2>&1 || sed -n 's/^E: /  left out: /p' "$state/log" | grep 'Failed to fetch' >&2 || true
cd "$state/get"
if [ "$what" = source ]; then
    for package in "$@"; do
        run apt-get "${options[@]}" source "$package"
        rm -rf "${folder:?}/$package"
        mv ./*/ "$folder/$package"
        rm -f ./*
    done
else
    run apt-get "${options[@]}" download "$@"
    for package in ./*.deb; do
        dpkg-deb -x "$package" "$folder"
    done
fi
