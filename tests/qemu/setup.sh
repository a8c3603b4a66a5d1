#!/bin/bash
# Gets what the unit tests need of another architecture, libcsv and cmocka, from Debian into a folder of
# its own; the system's own list of packages stays as it is:
#   tests/qemu/setup.sh ARCHITECTURE FOLDER
set -eu
architecture=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
[ -e "$folder/done" ] && exit 0
options=(-q -o "APT::Architecture=$architecture" -o "APT::Architectures::=$architecture"
    -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=root)
mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
cd "$folder"
apt-get "${options[@]}" update >update.log 2>&1 || { cat update.log >&2; exit 1; }
apt-get "${options[@]}" download libcsv-dev libcmocka-dev libcmocka0 >download.log 2>&1 ||
    { cat download.log >&2; exit 1; }
for package in ./*.deb; do
    dpkg-deb -x "$package" root
done
rm -rf lists cache ./*.deb
touch done
