#!/bin/bash
# Runs the code of sql/CLIENTS.md: each piece through its own language, over a database of its own, with the extension
# that was built: tests/clients/run.sh WMI BUILD
# A client that is not installed is named; ONLY='Python, Perl' runs these alone.
set -u
wmi=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") work=$2
export SQLITE3=${SQLITE3:-sqlite3}
rm -rf "$work" && mkdir -p "$work"
work=$(cd "$work" && pwd)
npm=$PWD/build/npm/node_modules
passed=0 failed=0 skipped=0

# The code of a heading, with the path that it names.
code_of() {
    awk -v heading="## $1" '$0 == heading { here = 1; next } /^## / { here = 0 } here && /^```/ { open = !open; next } here && open' sql/CLIENTS.md |
        sed "s#/path/to/wmi\\.so#$wmi#g; s#/path/to/wmi#${wmi%.*}#g; s#/path/to#${wmi%/*}#g"
}
# client HEADING FILE PRESENT COMMAND: PRESENT is a command that succeeds where the client is installed.
client() {
    local heading=$1 file=$2 present=$3 command=$4 folder output
    [ -z "${ONLY-}" ] || [[ ", $ONLY, " == *", $heading, "* ]] || return
    if ! eval "$present" >/dev/null 2>&1; then
        echo "skipped $heading: it is not installed"
        skipped=$((skipped + 1))
        return
    fi
    folder=$work/${heading//[^A-Za-z0-9]/_}
    mkdir -p "$folder"
    code_of "$heading" >"$folder/$file"
    [ -s "$folder/$file" ] || { echo "$heading: sql/CLIENTS.md has no code for it"; failed=$((failed + 1)); return; }
    $SQLITE3 "$folder/fleet.db" "CREATE TABLE hosts(name, os_version);
        INSERT INTO hosts VALUES ('hv-01', '10.0 (26100)'), ('hv-02', 'Windows Server 2012');"
    output=$(cd "$folder" && eval "$command" 2>&1)
    if [ "$(tail -n 1 <<<"$output" | tr -d '\r')" = hv-02 ]; then
        passed=$((passed + 1))
    else
        echo "$heading: found \"$output\", expected hv-02"
        failed=$((failed + 1))
    fi
}
has() { command -v "$1" >/dev/null; }
# Node, of at least a version, with a package: from npm, or Debian's.
node_with() {
    node -e "if (parseInt(process.versions.node) < $1) process.exit(1); require('$2')"
}
export NODE_PATH=$npm:/usr/share/nodejs:/usr/lib/x86_64-linux-gnu/nodejs:/usr/lib/aarch64-linux-gnu/nodejs
[ -x "$npm/node/bin/node" ] && node22=$npm/node/bin/node || node22=node
debian_node=/usr/bin/node

client 'sqlite3 (shell)' client.sh "has $SQLITE3" 'sh client.sh'
client Python client.py '/usr/bin/python3 -c "import sqlite3; sqlite3.Connection.enable_load_extension"' '/usr/bin/python3 client.py'
client apsw client.py '/usr/bin/python3 -c "import apsw"' '/usr/bin/python3 client.py'
client 'SQLAlchemy, pandas' client.py '/usr/bin/python3 -c "import sqlalchemy"' '/usr/bin/python3 client.py'
client sqlite-utils client.sh 'has sqlite-utils' 'sh client.sh'
client 'DB Browser for SQLite' client.sh 'has sqlitebrowser' 'sh client.sh'
client Perl client.pl 'perl -MDBD::SQLite -e 1' 'perl client.pl'
client PHP client.php 'php -r "exit(class_exists(\"SQLite3\") ? 0 : 1);"' "php -d sqlite3.extension_dir=${wmi%/*} client.php"
client Ruby client.rb 'ruby -e "require %q(sqlite3)"' 'ruby client.rb'
client Tcl client.tcl 'tclsh <(echo "package require sqlite3")' 'tclsh client.tcl'
client R client.R 'Rscript -e "library(RSQLite)"' 'Rscript client.R'
client Java Client.java 'has javac && ls /usr/share/java/sqlite-jdbc.jar' 'javac Client.java && java -cp .:/usr/share/java/sqlite-jdbc.jar Client'
client Go client.go 'has go && ls /usr/share/gocode/src/github.com/mattn/go-sqlite3' 'GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$PWD/cache GOFLAGS=-tags=libsqlite3 go run client.go'
client Rust main.rs 'has cargo && ls -d /usr/share/cargo/registry/rusqlite-*' 'mkdir -p src && mv main.rs src/ && printf "[package]\nname = \"client\"\nversion = \"1.0.0\"\nedition = \"2021\"\n[dependencies]\nrusqlite = { version = \"*\", features = [\"load_extension\"] }\n" >Cargo.toml && mkdir -p .cargo && printf "[source.crates-io]\nreplace-with = \"debian\"\n[source.debian]\ndirectory = \"/usr/share/cargo/registry\"\n" >.cargo/config.toml && cargo run -q --offline'
client OCaml client.ml 'ocamlfind query sqlite3' 'ocamlfind ocamlc -package sqlite3 -linkpkg client.ml -o client && ./client'
client node-sqlite3 client.js "NODE_PATH=/usr/share/nodejs:/usr/lib/$(uname -m)-linux-gnu/nodejs $debian_node -e 'require(\"sqlite3\")'" "NODE_PATH=/usr/share/nodejs:/usr/lib/$(uname -m)-linux-gnu/nodejs $debian_node client.js"
client better-sqlite3 client.js "$node22 -e 'new (require(\"better-sqlite3\"))(\":memory:\")'" "$node22 client.js"
client node:sqlite client.js "$node22 -e 'require(\"node:sqlite\")'" "$node22 --no-warnings client.js"
client libsql client.js "$node22 -e 'require(\"libsql\")'" "$node22 client.js"

# Those that cannot say so: what sql/CLIENTS.md tells of them.
refused() {
    local name=$1 present=$2 command=$3 output
    [ -z "${ONLY-}" ] || [[ ", $ONLY, " == *", $name, "* ]] || return
    if ! eval "$present" >/dev/null 2>&1; then
        echo "skipped $name: it is not installed"
        skipped=$((skipped + 1))
        return
    fi
    output=$(eval "$command" 2>&1)
    if [[ $output == *'not authorized'* ]]; then
        passed=$((passed + 1))
    else
        echo "$name: found \"$output\", expected 'not authorized'"
        failed=$((failed + 1))
    fi
}
# shellcheck disable=SC2089,SC2090 # the environment takes it as it is
question="SELECT load_extension('$wmi')"
# shellcheck disable=SC2090
export question
refused LuaSQL 'lua5.4 -e "require(\"luasql.sqlite3\")"' \
    'lua5.4 -e "print(require(\"luasql.sqlite3\").sqlite3():connect(\":memory:\"):execute(os.getenv(\"question\")))"'
refused PDO 'php -r "exit(PHP_VERSION_ID < 80400 && extension_loaded(\"pdo_sqlite\") ? 0 : 1);"' \
    'php -r "(new PDO(\"sqlite::memory:\"))->query(getenv(\"question\"))->fetch();"'
cat >"$work/refused.cs" <<'END'
class Refused {
    static void Main() {
        var db = new Mono.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        db.Open();
        var command = db.CreateCommand();
        command.CommandText = System.Environment.GetEnvironmentVariable("question");
        System.Console.WriteLine(command.ExecuteScalar());
    }
}
END
refused Mono 'has mcs && has mono && ls /usr/lib/mono/4.5/Mono.Data.Sqlite.dll' \
    '(cd "$work" && mcs -r:System.Data -r:Mono.Data.Sqlite refused.cs && mono refused.exe)'
refused 'litecli -e' 'has litecli' 'litecli :memory: -e "$question"'

echo "clients: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
