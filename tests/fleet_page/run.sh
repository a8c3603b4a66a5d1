#!/bin/bash
# The page of sql/fleet_page.sql in headless Chromium: cells counted against SQL, names that stay names, links that lead somewhere,
# all of it on paper, 500 hosts by 200 scripts quick and 501 by 200 grouped. Pictures of it, light and dark, are left in $1.
. "$(dirname "$0")/../shell.sh"
set -euo pipefail
pictures=${1:?a folder for pictures}
skip() { echo "skipped the page in a browser: $1"; echo "fleet-page: $passed passed, $failed failed, 1 skipped"; exit "$failed"; }
passed=0 failed=0
check() { # NAME COMMAND …
    if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "fleet-page: failed: $1"; fi
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

page() { wmi_shell -bail ".read $1" '.read sql/fleet_page.sql' >"$work/$2.html"; }
page tests/fleet_page/inventory.sql page
wmi_shell -bail '.read tests/fleet_page/inventory.sql' '.read tests/fleet_page/counts.sql' >"$work/expected"

# Fleets of 500 and 501 hosts, 200 scripts, each of which runs everywhere.
for hosts in 500 501; do
    cat >"$work/$hosts.sql" <<SQL
.read data/inventory.sql
DELETE FROM runs;
WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1000 + $hosts - 201) INSERT INTO hosts SELECT i, 'more ' || i, 'site', '10.0.' || json_extract((SELECT json_group_array(build) FROM wmi_builds WHERE reported), '\$[' || (i % 20) || ']'), 't' FROM n;
WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 259) INSERT INTO scripts SELECT i, 'script ' || i, 'x', 'y' FROM n;
INSERT INTO script_uses SELECT 100 + (class_number * 7 + i) % 160, class, member FROM (SELECT class, member, rowid AS class_number FROM script_uses), (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2);
INSERT INTO runs SELECT host_id, script_id FROM hosts, scripts;
SQL
    start=$EPOCHREALTIME
    page "$work/$hosts.sql" "$hosts"
    printf 'fleet-page: %s hosts by 200 scripts: %.2f s, %s kB\n' "$hosts" "$(awk "BEGIN { print $EPOCHREALTIME - $start }")" "$(($(wc -c <"$work/$hosts.html") / 1000))"
done
check 'up to 500 hosts by 200 scripts each host has a row' grep -q '<caption>500 rows by 200 scripts' "$work/500.html"
check 'beyond that it groups' grep -Eq '<caption>[0-9]{1,2} rows by 200 scripts' "$work/501.html"
check '  and says so' grep -q 'hosts of one build share a row' "$work/501.html"
runs_shown() {
    sed -n '/class="matrix"/,/<\/table>/p' "$work/501.html" | grep -oE '<td class="(breaks|open|runs)">(<a [^>]*>)?[^<]*' |
        awk '{ n = /×/ ? substr($0, index($0, "×") + length("×")) : 1; sum += n } END { print sum }'
}
check '  and nothing is lost' test "$(runs_shown)" = 100200
check 'it needs nothing from elsewhere' test "$(grep -Eci 'https?://|<script|@import|url\(' "$work/page.html")" = 0

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip 'there is no Chromium'
browser() { # what it does, and the page
    HOME=$work timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
        --user-data-dir="$work/profile" "$@" 2>"$work/log"
}
mkdir -p "$pictures"
browser --dump-dom "file://$work/page.html" >"$work/dom" || { cat "$work/log"; exit 1; }
tests/fleet_page/dom.py "$work/dom" >"$work/found"
check 'cells, names and links' diff "$work/expected" "$work/found"
for scheme in light:1 dark:0; do
    picture=$pictures/${scheme%:*}.png
    browser --blink-settings=preferredColorScheme="${scheme#*:}" --screenshot="$picture" --window-size=1300,1400 "file://$work/page.html" >/dev/null
    check "a picture of it, ${scheme%:*}" test -s "$picture"
done
check 'light and dark differ' test "$(cksum <"$pictures/light.png")" != "$(cksum <"$pictures/dark.png")"
start=$EPOCHREALTIME
browser --dump-dom "file://$work/500.html" | wc -c >"$work/size"
printf 'fleet-page: Chromium starts and lays 500 hosts by 200 scripts out: %.2f s\n' "$(awk "BEGIN { print $EPOCHREALTIME - $start }")"
check '500 hosts by 200 scripts arrive whole' test "$(cat "$work/size")" -ge "$(wc -c <"$work/500.html")"
browser --print-to-pdf="$pictures/page.pdf" --no-pdf-header-footer "file://$work/page.html" >/dev/null
command -v pdftotext >/dev/null || skip 'without pdftotext, what is on paper is not read'
pdftotext -layout "$pictures/page.pdf" "$work/paper"
names() { wmi_shell '.read data/inventory.sql' "SELECT name FROM hosts WHERE name GLOB 'hv-*' UNION SELECT s.name FROM scripts s JOIN runs USING (script_id)"; }
missing() { names | while read -r name; do grep -qF -- "${name:0:8}" "$work/paper" || echo "not on paper: $name"; done; }
check 'every host and script is on paper' test -z "$(missing | tee /dev/stderr)"
echo "fleet-page: $passed passed, $failed failed"
exit "$failed"
