#!/bin/bash
# Writes sqlpkg.json, by which sqlpkg installs the archives of a release: sqlpkg.sh VERSION WMI FOLDER > sqlpkg.json
# The symbols are those that the extension registers, the files and sums those of the folder.
set -eu
version=$1 wmi=$2 folder=$3
${SQLITE3:-sqlite3} -batch :memory: <<END
CREATE TEMP TABLE former AS SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list;
.load $wmi
CREATE TEMP TABLE files(platform, name, sum);
$(cd "$folder" && sha256sum wmi-"$version"-loadable-*.tar.gz | while read -r sum name; do
    platform=$(sed -E 's/.*-loadable-(.*)-([^-]*)\.tar\.gz/\1-\2/; s/x86_64/amd64/; s/aarch64/arm64/; s/-i[36]86/-386/; s/macos/darwin/' <<<"$name")
    echo "INSERT INTO files VALUES ('$platform', '$name', 'sha256-$sum');"
done)
SELECT json_object('owner', 'wmi', 'name', 'wmi', 'version', '$version', 'license', 'MIT',
    'description', 'The WMI compatibility matrix in SQL: which WMI members exist on which Windows build',
    'keywords', json_array('wmi', 'windows', 'inventory'),
    'symbols', (SELECT json_group_array(name) FROM (SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list)
        WHERE name NOT IN former),
    'assets', json_object('files', json_group_object(platform, name), 'checksums', json_group_object(name, sum))) FROM files;
END
