#!/bin/sh
# Installs those of the given Debian packages that are missing. Where that cannot be done, it says what to install.
set -eu
missing=
for package in "$@"; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
    *' installed') ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
if ! command -v apt-get >/dev/null; then
    echo "There is no apt-get here. Please install what these Debian packages hold, then run make:$missing" >&2
    exit 1
elif [ -n "$sudo" ] && ! command -v sudo >/dev/null; then
    echo "There is no sudo here. Please run as root: apt-get install$missing" >&2
    exit 1
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
# shellcheck disable=SC2086 # one word for each package
$sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
