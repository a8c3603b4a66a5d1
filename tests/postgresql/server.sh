# shellcheck shell=bash
# Sourced: private PostgreSQL servers in a folder of their own, gone when the script ends, whatever happens.
#
#   find_postgresql         says why and ends the script where there is none; $bin, $work, $as_server
#   relocate_postgresql     a PostgreSQL below $work/tree whose extensions are its own: nothing is installed into the system
#   start_server NAME       a server on the Unix socket $work/NAME; stop_server NAME
#   psql_of NAME …          psql there
unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGOPTIONS PGSERVICE PGPASSWORD PGCLIENTENCODING

find_postgresql() {
    bin=${PGBIN-}
    for folder in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo none/none)")"; do
        [ -z "$bin" ] && [ -x "$folder/initdb" ] && bin=$folder
    done
    [ -n "$bin" ] && [ -x "$bin/initdb" ] && [ -x "$bin/pg_config" ] || skip 'PostgreSQL is not installed'
    version=$("$bin/postgres" --version | grep -o '[0-9]*' | head -1)
    [ "$version" -ge 14 ] || skip "PostgreSQL $version is too old"
    # The server refuses to run as root.
    as_server=
    if [ "$(id -u)" = 0 ]; then
        getent passwd postgres >/dev/null && command -v setpriv >/dev/null || skip 'run as root, and there is no user postgres'
        as_server='setpriv --reuid postgres --regid postgres --clear-groups'
    fi
    # Not under build/: a checkout may be closed to that user, and a socket's path has to be short.
    work=$(mktemp -d /tmp/wmi-pg.XXXXXX)
    trap stop_servers EXIT
    trap 'exit 1' INT TERM HUP
    [ -z "$as_server" ] || chown postgres "$work"
    chmod 755 "$work"
}

# A server finds its files from where it stands itself: the programs are copied, their data is linked to, but for the extensions.
relocate_postgresql() {
    local config=$bin/pg_config share library extension file
    share=$("$config" --sharedir) library=$("$config" --pkglibdir)
    extension=$work/tree$share/extension
    mkdir -p "$work/tree$bin" "$extension" "$(dirname "$work/tree$library")"
    cp "$bin/postgres" "$bin/initdb" "$bin/pg_ctl" "$work/tree$bin"
    [ -e "$work/tree$library" ] || ln -s "$library" "$work/tree$library"
    for file in "$share"/*; do
        [ "$file" = "$share/extension" ] || ln -s "$file" "$work/tree$share"
    done
    for file in "$share"/extension/plpgsql* "$share"/extension/postgres_fdw*; do
        [ ! -e "$file" ] || ln -s "$file" "$extension"
    done
    # shellcheck disable=SC2034 # for whoever sources this
    pg_config=$config tree=$work/tree server_bin=$work/tree$bin
}

start_server() { # NAME OPTION …
    local folder=$work/$1
    if [ ! -d "$folder" ]; then
        mkdir "$folder"
        [ -z "$as_server" ] || chown postgres "$folder"
        (cd / && $as_server "$server_bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1) ||
            { cat "$folder/initdb.log"; return 1; }
    fi
    (cd / && $as_server "$server_bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -s start -o "-k $folder -c listen_addresses= \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
        -c max_wal_size=4GB -c shared_buffers=128MB -c autovacuum=off ${*:2}") || { cat "$folder/data/log"; return 1; }
}
stop_server() { (cd / && $as_server "$server_bin/pg_ctl" -D "$work/$1/data" -m immediate -s stop); }
stop_servers() {
    local file
    for file in "$work"/*/data/postmaster.pid; do
        [ ! -f "$file" ] || (cd / && $as_server "$server_bin/pg_ctl" -D "$(dirname "$file")" -m immediate -s stop) || true
    done
    rm -rf "$work"
}
psql_of() { "$bin/psql" -X -q -h "$work/$1" -U postgres -v ON_ERROR_STOP=1 "${@:2}"; }

timed() { # NAME COMMAND …
    local name=$1 start=$EPOCHREALTIME
    shift
    "$@"
    printf 'postgresql: %6.2f s  %s\n' "$(awk "BEGIN { print $EPOCHREALTIME - $start }")" "$name"
}
