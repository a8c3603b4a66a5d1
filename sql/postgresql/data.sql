-- Read by the sqlite3 shell: writes the current report for PostgreSQL, as rows of the tables of tables.sql and as the
-- functions whose bodies hold facts. The current report is the built-in one, or what wmi_load() has read before.
--
-- A table is written as one JSON text, an array for each row, which the server unfolds: smaller than rows in SQL, escaped by
-- SQLite, and nothing of psql is needed, so that CREATE EXTENSION can read it.

.mode list
.headers off

-- Builds in the order of the marks in a pattern.
CREATE TEMP TABLE pg_builds AS
SELECT row_number() OVER (ORDER BY build DESC) AS slot, build FROM wmi_builds WHERE reported;

-- Numbers that rows refer to each other by; they go by the order of the report. A class and a member are found again by names,
-- NULL a namespace like any other.
CREATE TEMP TABLE pg_classes AS SELECT row_number() OVER () AS class_id, * FROM wmi_classes;
CREATE UNIQUE INDEX temp.pg_classes_names ON pg_classes(class COLLATE NOCASE, coalesce(namespace, '') COLLATE NOCASE);

CREATE TEMP TABLE pg_members AS
SELECT row_number() OVER () AS member_id, m.namespace, m.class, m.member, m.type, m.category, m.access, m.is_key, m.deprecated,
  m.description, m.description_en
FROM wmi_members m;
CREATE UNIQUE INDEX temp.pg_members_names ON pg_members(class COLLATE NOCASE, member COLLATE NOCASE, coalesce(namespace, '') COLLATE NOCASE);

-- The marks of each member, newest build first: 1, 0, or - where it is unknown; then which of them are inferred.
CREATE TEMP TABLE pg_marks AS
SELECT p.member_id,
  group_concat(coalesce(a.available, '-'), '') AS available, group_concat(coalesce(a.inferred, '-'), '') AS inferred
FROM (SELECT * FROM wmi_availability ORDER BY class, member, namespace, build DESC) a
JOIN temp.pg_members p ON p.class = a.class COLLATE NOCASE AND p.member = a.member COLLATE NOCASE AND coalesce(p.namespace, '') = coalesce(a.namespace, '') COLLATE NOCASE
GROUP BY p.member_id;
CREATE UNIQUE INDEX temp.pg_marks_member ON pg_marks(member_id);

-- What available_on() answers to each name that it may be asked, as a row of marks: by itself, so that what classes of one name in
-- two namespaces agree on is said in one place. Keys are in small letters: a class (with its namespace too, where its name stands
-- in several) and a member of it; else a member's name alone, or a class where no member bears the name.
CREATE TEMP TABLE pg_ambiguous AS SELECT lower(class) AS class_key FROM wmi_classes GROUP BY 1 HAVING count(*) > 1;

CREATE TEMP TABLE pg_pairs AS
SELECT lower(class) AS class, lower(member) AS member, k.available
FROM temp.pg_members JOIN temp.pg_marks k USING (member_id) WHERE lower(class) NOT IN (SELECT class_key FROM temp.pg_ambiguous)
UNION ALL
SELECT class, member, group_concat(coalesce(available_on(asked, member, build), '-'), '')
FROM (
  SELECT DISTINCT lower(class) AS class, lower(class) AS asked, lower(member) AS member FROM temp.pg_members
  WHERE lower(class) IN (SELECT class_key FROM temp.pg_ambiguous)
  UNION SELECT lower(replace(namespace, '/', '\')) || char(10) || lower(class), namespace || ':' || class, lower(member) FROM temp.pg_members
  WHERE lower(class) IN (SELECT class_key FROM temp.pg_ambiguous) AND namespace IS NOT NULL), (SELECT build FROM temp.pg_builds ORDER BY slot)
GROUP BY class, member;

-- A name alone, by itself and behind each namespace that has it.
CREATE TEMP TABLE pg_names AS
SELECT space, name, group_concat(coalesce(available_on(CASE space WHEN '' THEN name ELSE space || ':' || name END, build), '-'), '') AS available
FROM (
  SELECT '' AS space, lower(member) AS name FROM temp.pg_members UNION SELECT '', lower(class) FROM temp.pg_classes
  UNION SELECT lower(replace(namespace, '/', '\')), lower(member) FROM temp.pg_members WHERE namespace IS NOT NULL
  UNION SELECT lower(replace(namespace, '/', '\')), lower(class) FROM temp.pg_classes WHERE namespace IS NOT NULL), (SELECT build FROM temp.pg_builds ORDER BY slot)
GROUP BY space, name;

-- Rows of marks stand once.
CREATE TEMP TABLE pg_patterns AS
SELECT row_number() OVER (ORDER BY available, inferred) AS pattern, available, inferred FROM (SELECT DISTINCT available, inferred FROM temp.pg_marks);
CREATE UNIQUE INDEX temp.pg_patterns_marks ON pg_patterns(available, inferred);
CREATE TEMP TABLE pg_rows AS
SELECT row_number() OVER (ORDER BY available) AS row, available FROM (SELECT available FROM temp.pg_pairs UNION SELECT available FROM temp.pg_names);
CREATE UNIQUE INDEX temp.pg_rows_marks ON pg_rows(available);

-- Value maps: whose each is, and each map once.
CREATE TEMP TABLE pg_owners AS
SELECT c.class_id, v.member, v.parameter, group_concat(quote(v.value) || quote(v.low) || quote(v.high) || quote(v.label)) AS entries
FROM wmi_values v JOIN temp.pg_classes c ON c.class = v.class COLLATE NOCASE AND coalesce(c.namespace, '') = coalesce(v.namespace, '') COLLATE NOCASE
GROUP BY c.class_id, v.member, v.parameter;
CREATE TEMP TABLE pg_maps AS
SELECT row_number() OVER () AS map, class_id, member, parameter, entries FROM temp.pg_owners GROUP BY entries;
CREATE UNIQUE INDEX temp.pg_maps_entries ON pg_maps(entries);

-- Type, category, access and key: few members differ in them.
CREATE TEMP TABLE pg_kinds AS
SELECT row_number() OVER (ORDER BY type, category, access, is_key) AS kind, * FROM (SELECT DISTINCT type, category, access, is_key FROM temp.pg_members);

-- --- The tables ---

SELECT 'INSERT INTO wmi.report_data SELECT ' || coalesce(quote(source), 'NULL') || ', ' || quote(sha256) || ', ' || quote(wmi_version())
  || ', ARRAY[' || (SELECT group_concat(build) FROM (SELECT build FROM temp.pg_builds ORDER BY slot)) || ']::bigint[];' FROM wmi_report;

CREATE TEMP TABLE pg_unfold(position INTEGER PRIMARY KEY, target TEXT, fields TEXT, rows TEXT);
INSERT INTO temp.pg_unfold
SELECT 1, 'build_data', '(j->>0)::bigint, j->>1, j->>2, j->>3, (j->>4)::date, (j->>5)::date, (j->>6)::date, (j->>7)::smallint, (j->>8)::bigint, (j->>9)::smallint',
  group_concat(json_array(b.build, version, client, server, released, server_released, support_ends, reported, resolves_to, slot), char(10) || ',')
FROM wmi_builds b LEFT JOIN temp.pg_builds s ON s.build = b.build;
INSERT INTO temp.pg_unfold
SELECT 2, 'pattern_data', '(j->>0)::integer, string_to_array(j->>1, NULL, ''-'')::smallint[], string_to_array(j->>2, NULL, ''-'')::smallint[]',
  group_concat(json_array(pattern, available, inferred), char(10) || ',') FROM temp.pg_patterns;
INSERT INTO temp.pg_unfold
SELECT 3, 'class_data', '(j->>0)::integer, j->>2, j->>1, lower((j->>1) COLLATE "C"), j->>3, (j->>4)::smallint, (j->>5)::smallint, j->>6',
  group_concat(json_array(class_id, class, namespace, superclass, is_abstract, is_association, deprecated), char(10) || ',') FROM temp.pg_classes;
INSERT INTO temp.pg_unfold
SELECT 4, 'kind_data', '(j->>0)::integer, j->>1, j->>2, j->>3, (j->>4)::smallint',
  group_concat(json_array(kind, type, category, access, is_key), char(10) || ',') FROM temp.pg_kinds;
INSERT INTO temp.pg_unfold
SELECT 5, 'member_data (namespace, class, class_key, member, member_key, class_id, kind, deprecated, description, description_en, available, inferred)',
  'c.namespace, c.class, c.class_key, j->>3, lower((j->>3) COLLATE "C"), c.class_id, (j->>2)::integer, j->>4, j->>5, j->>6, p.available, p.inferred',
  group_concat(CASE WHEN m.deprecated IS NULL AND m.description IS NULL AND m.description_en IS NULL THEN json_array(c.class_id, pattern, kind, m.member)
    ELSE json_array(c.class_id, pattern, kind, m.member, m.deprecated, m.description, m.description_en) END, char(10) || ',')
FROM temp.pg_members m
JOIN temp.pg_classes c ON c.class = m.class COLLATE NOCASE AND coalesce(c.namespace, '') = coalesce(m.namespace, '') COLLATE NOCASE
JOIN temp.pg_marks k USING (member_id)
JOIN temp.pg_patterns p ON p.available = k.available AND p.inferred = k.inferred
JOIN temp.pg_kinds d ON d.type IS m.type AND d.category IS m.category AND d.access IS m.access AND d.is_key IS m.is_key;
INSERT INTO temp.pg_unfold
SELECT 6, 'parameter_data', '(j->>0)::integer, j->>1, (j->>2)::smallint, j->>3, j->>4, j->>5',
  group_concat(json_array(class_id, method, position, parameter, direction, type), char(10) || ',')
FROM wmi_parameters p JOIN temp.pg_classes c ON c.class = p.class COLLATE NOCASE AND coalesce(c.namespace, '') = coalesce(p.namespace, '') COLLATE NOCASE;
INSERT INTO temp.pg_unfold
SELECT 7, 'entry_data', '(j->>0)::integer, (row_number() OVER ())::integer, j->>1, (j->>2)::bigint, (j->>3)::bigint, j->>4',
  group_concat(json_array(map, value, low, high, label), char(10) || ',')
FROM temp.pg_maps m JOIN temp.pg_classes c USING (class_id)
JOIN wmi_values v ON v.class = c.class AND v.member = m.member AND v.namespace IS c.namespace AND v.parameter IS m.parameter;
INSERT INTO temp.pg_unfold
SELECT 8, 'map_data (class_id, member, member_key, parameter, map)', '(j->>0)::integer, j->>1, lower((j->>1) COLLATE "C"), j->>2, (j->>3)::integer',
  group_concat(json_array(o.class_id, o.member, o.parameter, m.map), char(10) || ',') FROM temp.pg_owners o JOIN temp.pg_maps m USING (entries);

SELECT 'INSERT INTO wmi.' || target || char(10) || 'SELECT ' || fields || ' FROM jsonb_array_elements(' || quote('[' || rows || ']') || '::jsonb) j'
  || CASE position WHEN 5 THEN ' JOIN wmi.class_data c ON c.class_id = (j->>0)::integer JOIN wmi.pattern_data p ON p.pattern = (j->>1)::integer' ELSE '' END || ';'
FROM temp.pg_unfold WHERE rows IS NOT NULL ORDER BY position;

-- --- wmi.members, with a column for each build, newest first ---

SELECT 'DO ' || quote('
DECLARE
  definition CONSTANT text := ''SELECT m.namespace, m.class, m.member, k.type, k.category, k.access, k.is_key, m.deprecated, m.description, m.description_en,
  ' || group_concat('m.available[' || slot || '] AS build_' || build, ', ') || ',
  m.class_key, m.member_key
FROM wmi.member_data m JOIN wmi.kind_data k ON k.kind OPERATOR(pg_catalog.=) m.kind'';
BEGIN
  EXECUTE ''CREATE OR REPLACE VIEW wmi.members AS '' || definition;
EXCEPTION WHEN invalid_table_definition THEN                             -- other builds than before
  DROP VIEW wmi.members;
  EXECUTE ''CREATE VIEW wmi.members AS '' || definition;
END
') || ';'
FROM (SELECT * FROM temp.pg_builds ORDER BY slot);

-- --- The functions whose bodies hold facts; functions.sql says what they are for ---

CREATE TEMP VIEW pg_rows_array AS
SELECT 'ARRAY[' || group_concat(quote(available)) || ']::pg_catalog.text[]' AS items FROM (SELECT available FROM temp.pg_rows ORDER BY row);

-- The one on the way of every row: no search_path of its own, which costs as much as the look-up, but nothing that needs one.
SELECT 'CREATE OR REPLACE FUNCTION wmi.pair_marks(class text, member text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS ' || quote('
BEGIN
  RETURN (' || (SELECT items FROM temp.pg_rows_array) || ')[(' || quote(json_group_object(class, json(members))) || '::pg_catalog.jsonb
    OPERATOR(pg_catalog.->) pg_catalog.lower(class COLLATE pg_catalog."C")
    OPERATOR(pg_catalog.->>) pg_catalog.lower(member COLLATE pg_catalog."C"))::pg_catalog.int4];
END
') || ';'
FROM (SELECT p.class, json_group_object(p.member, r.row) AS members FROM temp.pg_pairs p JOIN temp.pg_rows r USING (available) GROUP BY p.class);

SELECT 'CREATE OR REPLACE FUNCTION wmi.name_marks(space text, name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS ' || quote('
BEGIN
  RETURN (' || (SELECT items FROM temp.pg_rows_array) || ')[(' || quote(json_group_object(space, json(names))) || '::jsonb -> space ->> name)::integer];
END
') || ';'
FROM (SELECT p.space, json_group_object(p.name, r.row) AS names FROM temp.pg_names p JOIN temp.pg_rows r USING (available) GROUP BY p.space);

SELECT 'CREATE OR REPLACE FUNCTION wmi.class_namespace(class text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS ' || quote('
BEGIN
  RETURN ' || quote(json_group_object(lower(class), lower(replace(namespace, '/', '\')))) || '::jsonb ->> lower(class COLLATE "C");
END
') || ';'
FROM temp.pg_classes WHERE lower(class) NOT IN (SELECT class_key FROM temp.pg_ambiguous) AND namespace IS NOT NULL;

-- The reported builds, newest first, and for every build that is known the slot of the one that stands for it.
SELECT 'CREATE OR REPLACE FUNCTION wmi.reported_builds() RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS ' || quote('
BEGIN
  RETURN ''{' || group_concat(build) || '}''::bigint[];
END
') || ';'
FROM (SELECT build FROM temp.pg_builds ORDER BY slot);
SELECT 'CREATE OR REPLACE FUNCTION wmi.build_slot(build bigint) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS ' || quote('
BEGIN
  RETURN coalesce((' || quote(json_group_object(b.build, s.slot)) || '::jsonb ->> build::text)::integer, 0);
END
') || ';'
FROM wmi_builds b JOIN temp.pg_builds s ON s.build = b.resolves_to;

-- The slot of a version, 0 where nothing stands for it. Spellings that an inventory has on many rows are asked of wmi_build() here;
-- five digits behind 10.0 are a build whatever follows (number.c: 10.0 has all from 9841 to 99999); wmi.release_build reads the rest.
CREATE TEMP TABLE pg_versions AS
WITH editions(edition) AS (VALUES (''), (' Standard'), (' Datacenter'), (' Essentials'), (' Standard Evaluation'), (' Datacenter Evaluation'),
  (' Datacenter Azure Edition'), (' Datacenter: Azure Edition'), (' Home'), (' Pro'), (' Pro for Workstations'), (' Pro Education'), (' Enterprise'), (' Education'),
  (' Enterprise N'), (' Pro N'), (' Enterprise LTSC'), (' IoT Enterprise'), (' IoT Enterprise LTSC'), (' Enterprise Evaluation'), (' (64-bit)')),
products(product) AS (SELECT client FROM wmi_builds UNION SELECT server FROM wmi_builds),
releases(product, version) AS (SELECT client, version FROM wmi_builds UNION SELECT server, version FROM wmi_builds),
spellings(version) AS (
  SELECT CAST(build AS TEXT) FROM wmi_builds
  UNION SELECT nt || '.' || build FROM wmi_builds, (SELECT '10.0' AS nt UNION SELECT '6.1' UNION SELECT '6.2' UNION SELECT '6.3')
  UNION SELECT nt || ' (' || build || ')' FROM wmi_builds, (SELECT '10.0' AS nt UNION SELECT '6.1' UNION SELECT '6.2' UNION SELECT '6.3')
  UNION VALUES (''), ('-'), ('N/A'), ('n/a'), ('NULL'), ('null'), ('None'), ('unknown'), ('Unknown')
  UNION SELECT nt || '.' || build || ' N/A Build ' || build FROM wmi_builds, (SELECT '10.0' AS nt UNION SELECT '6.1' UNION SELECT '6.2' UNION SELECT '6.3')
  UNION SELECT 'Microsoft Windows NT ' || nt || '.' || build || '.0' FROM wmi_builds, (SELECT '10.0' AS nt UNION SELECT '6.2' UNION SELECT '6.3')
  UNION SELECT 'Microsoft Windows NT ' || kind || ' ' || nt FROM (SELECT 'Server' AS kind UNION SELECT 'Advanced Server' UNION SELECT 'Workstation'),
    (SELECT '10.0' AS nt UNION SELECT '6.2' UNION SELECT '6.3')
  UNION SELECT 'Windows ' || number || ' Insider Preview Build ' || build FROM wmi_builds, (SELECT '10' AS number UNION SELECT '11')
  UNION SELECT maker || product || edition FROM products, editions, (SELECT '' AS maker UNION SELECT 'Microsoft ') WHERE product IS NOT NULL
  UNION SELECT maker || product || edition || ' ' || version FROM releases, editions, (SELECT '' AS maker UNION SELECT 'Microsoft ')
  WHERE product IS NOT NULL AND version IS NOT NULL)
SELECT v.version, coalesce(s.slot, 0) AS slot FROM spellings v LEFT JOIN temp.pg_builds s ON s.build = wmi_build(v.version) WHERE v.version IS NOT NULL;

SELECT 'CREATE OR REPLACE FUNCTION wmi.version_slot(version text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS ' || quote('
DECLARE
  slot pg_catalog.int4 := (' || quote(json_group_object(version, slot)) || '::pg_catalog.jsonb OPERATOR(pg_catalog.->>) version)::pg_catalog.int4;
  number pg_catalog.text := version;
BEGIN
  IF slot IS NULL THEN
    IF pg_catalog.left(number, 27) OPERATOR(pg_catalog.=) ''Microsoft Windows [Version '' AND pg_catalog.right(number, 1) OPERATOR(pg_catalog.=) '']'' THEN
      number := pg_catalog.substr(pg_catalog.left(number, -1), 28);
    END IF;
    IF pg_catalog.left(number, 6) OPERATOR(pg_catalog.=) ''10.0 ('' AND pg_catalog.right(number, 1) OPERATOR(pg_catalog.=) '')'' THEN
      number := ''10.0.'' OPERATOR(pg_catalog.||) pg_catalog.substr(pg_catalog.left(number, -1), 7);
    END IF;
    IF pg_catalog.left(number, 5) OPERATOR(pg_catalog.=) ''10.0.'' AND pg_catalog.right(number, 1) OPERATOR(pg_catalog.<>) ''.''
        AND pg_catalog.translate(pg_catalog.substr(number, 6), ''0123456789'', '''') OPERATOR(pg_catalog.=) ANY (''{"", .}''::pg_catalog.text[])
        AND pg_catalog.length(pg_catalog.split_part(number, ''.'', 3)) OPERATOR(pg_catalog.=) 5
        AND pg_catalog.split_part(number, ''.'', 3) OPERATOR(pg_catalog.>=) ''10000'' COLLATE pg_catalog."C" THEN
      slot := COALESCE((' || (
    SELECT quote(json_group_object(b.build, s.slot)) FROM wmi_builds b JOIN temp.pg_builds s ON s.build = b.resolves_to WHERE b.build >= 10000)
  || '::pg_catalog.jsonb OPERATOR(pg_catalog.->>) pg_catalog.split_part(number, ''.'', 3))::pg_catalog.int4, 0);
    END IF;
    IF slot IS NULL THEN
      slot := COALESCE(wmi.build_slot(wmi.release_build(version)), 0);
    END IF;
  END IF;
  RETURN slot;
END
') || ';'
FROM temp.pg_versions;

-- Where the oldest and the newest build of a name cannot be told from its marks, because the classes that it means differ in theirs.
-- A name alone has . before its namespace.
CREATE TEMP TABLE pg_edges AS
SELECT space, name, json_array(since, until) AS edges
FROM (
  SELECT class AS space, member AS name, available, available_since(class, member) AS since, available_until(class, member) AS until FROM temp.pg_pairs
  WHERE class IN (SELECT class_key FROM temp.pg_ambiguous)
  UNION ALL
  SELECT '.', name, available, available_since(name), available_until(name) FROM temp.pg_names WHERE space = '' AND name IN (SELECT class_key FROM temp.pg_ambiguous)) e
WHERE since IS NOT (SELECT min(build) FROM temp.pg_builds b WHERE substr(e.available, b.slot, 1) = '1')
  OR until IS NOT (SELECT max(build) FROM temp.pg_builds b WHERE substr(e.available, b.slot, 1) = '1');
SELECT 'CREATE OR REPLACE FUNCTION wmi.other_edges(space text, name text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS ' || quote('
BEGIN
  RETURN ' || quote(coalesce(json_group_object(space, json(names)), '{}')) || '::jsonb -> space -> name;
END
') || ';'
FROM (SELECT space, json_group_object(name, json(edges)) AS names FROM temp.pg_edges GROUP BY space);

-- --- What wmi.release_build reads with ---

.import --csv data/wmi_builds.csv pg_releases
SELECT 'CREATE OR REPLACE FUNCTION wmi.releases() RETURNS TABLE (build bigint, core bigint, version text, client text, server text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 30 AS ' || quote('VALUES '
  || group_concat('(' || Build || '::pg_catalog.int8, ' || Core || '::pg_catalog.int8, ' || quote(Version) || '::pg_catalog.text, ' || quote(Client)
    || '::pg_catalog.text, ' || quote(Server) || '::pg_catalog.text)', ',' || char(10))) || ';'
FROM pg_releases;
DROP TABLE pg_releases;

-- The rows of ext/release/words.def by their first word: the words behind it ('' for none) and the kind.
CREATE TEMP TABLE pg_words AS
WITH RECURSIVE lines(line, rest) AS (
  SELECT '', CAST(readfile('ext/release/words.def') AS TEXT)
  UNION ALL
  SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM lines WHERE instr(rest, char(10))),
cut(row, kind) AS (
  SELECT substr(line, 7, instr(substr(line, 7), '"') - 1), substr(line, instr(line, '", ') + 3) FROM lines WHERE line GLOB 'WORD("*", *')
SELECT CASE WHEN instr(row, ' ') THEN substr(row, 1, instr(row, ' ') - 1) ELSE row END AS first,
  CASE WHEN instr(row, ' ') THEN substr(row, instr(row, ' ') + 1) ELSE '' END AS rest, substr(kind, 1, instr(kind, ',') - 1) AS kind
FROM cut;
SELECT 'CREATE OR REPLACE FUNCTION wmi.word_rows(word text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS ' || quote('
BEGIN
  RETURN ' || quote(json_group_object(first, json(rows))) || '::pg_catalog.jsonb OPERATOR(pg_catalog.->) word;
END
') || ';'
FROM (SELECT first, json_group_object(rest, kind) AS rows FROM temp.pg_words GROUP BY first);
