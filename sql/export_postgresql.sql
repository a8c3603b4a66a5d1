-- How do I ask the same questions in PostgreSQL, of a fleet that lives in a server?
--
-- Needs   nothing but the extension; the result needs PostgreSQL 14 or later and psql (it holds COPY data).
-- Run     sqlite3 -batch :memory: '.load ./wmi' '.read sql/export_postgresql.sql' > wmi.sql
--         psql -1 -v ON_ERROR_STOP=1 -f wmi.sql mydatabase
--
-- The report must have each class name in one namespace: the export of another stops with an error.
--
-- Writes one SQL script for PostgreSQL: the current report and the release list as the schema wmi, with functions that
-- answer as the extension's do, or NULL where a version string is in one of the rarer forms. An older schema wmi is dropped. Floating-point
-- arguments need a cast to numeric. To export another report, have wmi_load() read it first, with its output thrown away.
--
--   wmi.builds        a Windows build; resolves_to is the report build that stands for it
--   wmi.members       a member; class_key and member_key are its names in small letters (a to z only, as NOCASE folds)
--   wmi.availability  a member on a report build: 1, 0 or NULL
--   wmi.labels        an entry of a value map; members of the same map share its value_map
--   wmi.reports       what was exported
--
--   wmi.wmi_build(version)                      version is text or a number; the same for the arguments below. Of texts
--                                               it reads the forms that inventories mostly hold (see wmi.release_build)
--   wmi.available_on(member, version), wmi.available_on(class, member, version)
--   wmi.wmi_label(member, value), wmi.wmi_label(class, member, value)
--
-- All tables are small, have primary keys and ordinary types, and none is ever written again: in a distributed
-- PostgreSQL they are reference tables, copied to each node and joined there. Where the extension citus is installed, the
-- script makes them so (the test has no Citus: that statement is not tried). For millions of rows join the tables; the functions look up one row at a time:
--
--   WITH versions AS MATERIALIZED (
--     SELECT os_version, wmi.wmi_build(os_version) AS build FROM (SELECT DISTINCT os_version FROM inventory) v)
--   SELECT i.* FROM inventory i JOIN versions USING (os_version)
--   JOIN wmi.members m ON m.class_key = lower(i.class COLLATE "C") AND m.member_key = lower(i.member COLLATE "C")
--   JOIN wmi.availability a USING (member_id, build)
--   WHERE a.available = 0;

.mode list
.headers off
.separator "\t" "\n"
.nullvalue "\\N"

-- Numbers that the exported rows refer to each other by. They go by the order of the names.
CREATE TEMP TABLE export_members AS
SELECT row_number() OVER (ORDER BY class, member) AS member_id, class, member, type, category, access, description, description_en,
  NULL AS value_map
FROM wmi_members;
CREATE UNIQUE INDEX temp.export_members_name ON export_members(class, member);

-- A map is written once, however many members have it: each refers to the first that does.
CREATE TEMP TABLE export_maps AS
SELECT e.member_id, group_concat(quote(v.value) || quote(v.label)) AS entries
FROM export_members e JOIN wmi_values v ON v.class = e.class AND v.member = e.member
GROUP BY e.member_id;
CREATE INDEX temp.export_maps_entries ON export_maps(entries);
UPDATE export_members SET value_map =
  (SELECT min(other.member_id) FROM export_maps mine JOIN export_maps other USING (entries)
   WHERE mine.member_id = export_members.member_id);

-- Texts of COPY's text format.
CREATE TEMP VIEW export_texts AS
SELECT member_id, lower(class) AS class_key, lower(member) AS member_key, class, member, type, category, access,
  replace(replace(replace(replace(description, '\', '\\'), char(9), '\t'), char(10), '\n'), char(13), '\r') AS description,
  replace(replace(replace(replace(description_en, '\', '\\'), char(9), '\t'), char(10), '\n'), char(13), '\r') AS description_en,
  value_map
FROM export_members;

SELECT '-- The WMI compatibility matrix for PostgreSQL, written by wmi ' || wmi_version() || '. Load it with: psql -1 -v ON_ERROR_STOP=1 -f wmi.sql
SET client_encoding = ''UTF8'';
SET standard_conforming_strings = on;
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS wmi CASCADE;
CREATE SCHEMA wmi;

CREATE TABLE wmi.reports (
  source text, sha256 text PRIMARY KEY, classes integer, members integer, builds integer);
CREATE TABLE wmi.builds (
  build bigint PRIMARY KEY, version text, client text, server text, released date, server_released date,
  support_ends date, reported smallint NOT NULL,
  resolves_to bigint);
CREATE TABLE wmi.members (
  member_id integer PRIMARY KEY, class_key text COLLATE "C" NOT NULL, member_key text COLLATE "C" NOT NULL,
  class text NOT NULL, member text NOT NULL, type text, category text, access text,
  description text, description_en text, value_map integer);
CREATE TABLE wmi.availability (
  member_id integer NOT NULL, build bigint NOT NULL, available smallint, PRIMARY KEY (member_id, build));
CREATE TABLE wmi.labels (
  value_map integer NOT NULL, entry integer NOT NULL, value text NOT NULL, low bigint, high bigint, label text,
  PRIMARY KEY (value_map, entry));

COPY wmi.reports FROM stdin;';
SELECT replace(replace(replace(source, '\', '\\'), char(9), '\t'), char(10), '\n'), sha256, classes, members, builds FROM wmi_report;
SELECT '\.

COPY wmi.builds FROM stdin;';
SELECT build, version, client, server, released, server_released, support_ends, reported, resolves_to FROM wmi_builds
ORDER BY build;
SELECT '\.

COPY wmi.members FROM stdin;';
SELECT * FROM temp.export_texts ORDER BY member_id;
SELECT '\.

COPY wmi.availability FROM stdin;';
SELECT e.member_id, a.build, a.available
FROM wmi_availability a JOIN temp.export_members e ON e.class = a.class AND e.member = a.member;
SELECT '\.

COPY wmi.labels FROM stdin;';
SELECT e.member_id, row_number() OVER (PARTITION BY e.member_id),
  replace(replace(replace(replace(v.value, '\', '\\'), char(9), '\t'), char(10), '\n'), char(13), '\r'), v.low, v.high,
  replace(replace(replace(replace(v.label, '\', '\\'), char(9), '\t'), char(10), '\n'), char(13), '\r')
FROM temp.export_members e JOIN wmi_values v ON v.class = e.class AND v.member = e.member
WHERE e.value_map = e.member_id;

-- In what follows ` stands for '.
SELECT replace('\.

CREATE UNIQUE INDEX members_names ON wmi.members (class_key, member_key);
CREATE INDEX members_member ON wmi.members (member_key);
ANALYZE wmi.builds;
ANALYZE wmi.members;
ANALYZE wmi.availability;
ANALYZE wmi.labels;

DO $wmi$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = `citus`) THEN
    PERFORM create_reference_table(name::regclass)
    FROM unnest(ARRAY[`wmi.reports`, `wmi.builds`, `wmi.members`, `wmi.availability`, `wmi.labels`]) AS name;
  END IF;
END $wmi$;

-- The value of a row of digits; what has more than ten becomes the greatest that 32 bits hold.
CREATE FUNCTION wmi.digits_value(digits text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(ltrim(digits, `0`)) > 10 THEN 4294967295
  ELSE least((`0` || ltrim(digits, `0`))::bigint, 4294967295) END;

-- Is it a build of that version of NT? NULL where NT has no such version. 6.3 goes on because Windows 10 and
-- later still write it into the registry.
CREATE FUNCTION wmi.nt_has(major bigint, minor bigint, build bigint) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN major = 10 AND minor = 0 THEN build IN (9200, 9600) OR build BETWEEN 9841 AND 99999
  WHEN major = 6 AND minor = 3 THEN build BETWEEN 9600 AND 99999
  WHEN major = 6 AND minor = 2 THEN build = 9200
  WHEN major = 6 AND minor = 1 THEN build BETWEEN 7600 AND 7601
  WHEN major = 6 AND minor = 0 THEN build BETWEEN 6000 AND 6003
  WHEN major = 5 AND minor = 2 THEN build = 3790
  WHEN major = 5 AND minor = 1 THEN build = 2600 END;

-- The build that a text of numbers and dots names, or NULL: 26100, 26100.4652, 10.0.26100, 10.0.26100.4652.
CREATE FUNCTION wmi.number_build(number text) RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $wmi$
DECLARE
  part text[] := string_to_array(number, `.`);
  first bigint := wmi.digits_value(part[1]);
BEGIN
  CASE cardinality(part)
  WHEN 1 THEN
    RETURN CASE WHEN first BETWEEN 1 AND 4294967294 THEN first END;
  WHEN 2 THEN
    RETURN CASE WHEN first BETWEEN 7600 AND 99999 THEN first END;
  WHEN 3, 4 THEN
    RETURN CASE WHEN wmi.nt_has(first, wmi.digits_value(part[2]), wmi.digits_value(part[3]))
      THEN wmi.digits_value(part[3]) END;
  ELSE
    RETURN NULL;
  END CASE;
END $wmi$;

-- The one build of a client or server of that name and version (null for any), or NULL.
CREATE FUNCTION wmi.build_of_name(product text, is_server boolean, release text) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
DECLARE
  wanted text := CASE release WHEN `19h1` THEN `1903` WHEN `19h2` THEN `1909` WHEN `20h1` THEN `2004` ELSE release END;
BEGIN
  RETURN (SELECT CASE WHEN count(*) = 1 THEN max(b.build) END FROM wmi.builds b
    WHERE CASE WHEN NOT is_server THEN lower(b.client COLLATE "C") = product
        WHEN product = `windows server` THEN lower(b.server COLLATE "C") LIKE `windows server%`
        ELSE lower(b.server COLLATE "C") = product END
      AND b.version NOT LIKE `% SP_`                                   -- Windows 7 needs its service pack
      AND (wanted IS NULL OR lower(b.version COLLATE "C") = wanted));
END $wmi$;

-- The build number that an operating system`s version names, or NULL. It reads the forms that inventories mostly
-- hold: numbers, 10.0.26100, 10.0 (26100), systeminfo`s and ver`s lines, and the names of releases with an edition.
-- What the extension reads beyond them is NULL here, never another build.
CREATE FUNCTION wmi.release_build(os_version text) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
DECLARE
  whole text := lower(btrim(os_version, E` \t\n\x0b\f\r`) COLLATE "C");
  part text[];
  build bigint;
  year boolean;
BEGIN
  IF whole ~ `^[0-9]+(\.[0-9]+)*$` THEN
    RETURN wmi.number_build(whole);
  END IF;

  -- 10.0 (26100), 10.0.26100 N/A Build 26100, Microsoft Windows [Version 10.0.26100.4652].
  part := regexp_match(whole, `^(?:microsoft )?(?:windows )?(?:nt )?\[?(?:version )?(10|[56])\.([0-3])`
    `(?:\.| \(| build | )([0-9]+)(?:\.[0-9]+)?[])]?(?: n/a build ([0-9]+))?$`);
  IF part IS NOT NULL THEN
    build := wmi.digits_value(part[3]);
    RETURN CASE WHEN wmi.nt_has(wmi.digits_value(part[1]), wmi.digits_value(part[2]), build)
      AND wmi.digits_value(coalesce(part[4], part[3])) = build THEN build END;
  END IF;

  part := regexp_match(whole, `^windows 1[01] insider preview build ([0-9]+)$`);
  IF part IS NOT NULL THEN
    build := wmi.digits_value(part[1]);
    RETURN CASE WHEN build BETWEEN 7600 AND 99999 THEN build END;
  END IF;

  part := regexp_match(whole, `^(?:microsoft )?windows nt (?:advanced )?(?:server|workstation) (6\.[23])$`);
  IF part IS NOT NULL THEN
    RETURN (SELECT b.build FROM wmi.builds b WHERE b.version = part[1]);
  END IF;

  -- Windows 10 Pro 22H2, Microsoft Windows Server 2012 R2 Standard (64-bit), Windows Server, version 1709.
  part := regexp_match(whole, `^(?:microsoft )?windows( server)?(?:,? version)? ([0-9]+h[12]|[0-9]+|8\.1)( r2)?`
    `(?: (?:standard|datacenter|enterprise|pro|professional|home|education|essentials|evaluation|n))*`
    `(?:(?:,? version)? ([0-9]{2}h[12]|[0-9]{4}|6\.[23]))?(?: (?:standard|datacenter|enterprise|pro|evaluation))*`
    `(?: \(64-bit\)| x64)?$`);
  IF part IS NULL OR `2009` IN (part[2], coalesce(part[4], ``)) THEN
    RETURN NULL;
  END IF;
  year := EXISTS (SELECT FROM wmi.builds b WHERE lower(b.server COLLATE "C") LIKE `windows server ` || part[2] || `%`);
  IF part[2] ~ `^(7|8|8\.1|10|11)$` AND part[1] IS NULL AND part[3] IS NULL THEN
    RETURN wmi.build_of_name(`windows ` || part[2], false, part[4]);
  ELSIF year THEN
    RETURN wmi.build_of_name(`windows server ` || part[2] || coalesce(part[3], ``), true, part[4]);
  ELSIF part[1] IS NOT NULL AND part[3] IS NULL AND part[4] IS NULL THEN
    RETURN wmi.build_of_name(`windows server`, true, part[2]);
  END IF;
  RETURN NULL;
END $wmi$;
', '`', '''');

SELECT replace('
-- The report build that stands for an operating system version, or NULL.
CREATE FUNCTION wmi.wmi_build(os_version text) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
DECLARE
  number bigint := wmi.release_build(os_version);
BEGIN
  RETURN (SELECT b.resolves_to FROM wmi.builds b WHERE b.build = number);
END $wmi$;

CREATE FUNCTION wmi.wmi_build(build numeric) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  RETURN (SELECT b.resolves_to FROM wmi.builds b WHERE b.build = $1);
END $wmi$;

-- The members that a name means: a qualified name, a member of that name in any class, or else the members of a class.
CREATE FUNCTION wmi.members_named(name text) RETURNS SETOF wmi.members LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 5 AS $wmi$
DECLARE
  key text := lower(name COLLATE "C");
BEGIN
  RETURN QUERY SELECT * FROM wmi.members m WHERE m.member_key = key;
  IF NOT FOUND THEN
    RETURN QUERY SELECT * FROM wmi.members m WHERE m.class_key = key;
  END IF;
  IF NOT FOUND THEN
    RETURN QUERY SELECT m.* FROM generate_series(1, length(key)) AS dot
      JOIN wmi.members m ON m.class_key = left(key, dot - 1) AND m.member_key = substr(key, dot + 1)
      WHERE substr(key, dot, 1) = `.` ORDER BY dot LIMIT 1;
  END IF;
END $wmi$;

-- Is a member available on a build? 1, 0, or NULL where that is not known.
CREATE FUNCTION wmi.available_on(class text, member text, build numeric) RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  RETURN (SELECT a.available FROM wmi.members m JOIN wmi.availability a USING (member_id)
    WHERE m.class_key = lower($1 COLLATE "C") AND m.member_key = lower($2 COLLATE "C")
      AND a.build = (SELECT b.resolves_to FROM wmi.builds b WHERE b.build = $3));
END $wmi$;

CREATE FUNCTION wmi.available_on(class text, member text, build text) RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
DECLARE
  number bigint := wmi.release_build(build);
BEGIN
  RETURN (SELECT a.available FROM wmi.members m JOIN wmi.availability a USING (member_id)
    WHERE m.class_key = lower($1 COLLATE "C") AND m.member_key = lower($2 COLLATE "C")
      AND a.build = (SELECT b.resolves_to FROM wmi.builds b WHERE b.build = number));
END $wmi$;

-- Present if any of the members is, absent if all are known to be.
CREATE FUNCTION wmi.available_on(member text, build numeric) RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  RETURN (SELECT CASE WHEN bool_or(a.available = 1) THEN 1 WHEN count(*) = count(a.available) AND count(*) > 0 THEN 0 END
    FROM wmi.members_named($1) m JOIN wmi.availability a USING (member_id)
    WHERE a.build = (SELECT b.resolves_to FROM wmi.builds b WHERE b.build = $2));
END $wmi$;

CREATE FUNCTION wmi.available_on(member text, build text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
RETURN wmi.available_on(member, wmi.release_build(build)::numeric);

-- The label of a number in a value map: of the narrowest range that holds it, half-open ranges and then the rest (..) last.
CREATE FUNCTION wmi.map_label(map integer, number numeric) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  IF number <> trunc(number) OR abs(number) > 9223372036854775808 THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT l.label FROM wmi.labels l
    WHERE l.value_map = map AND (l.low IS NOT NULL OR l.high IS NOT NULL OR l.value = `..`)
      AND number >= coalesce(l.low, number) AND number <= coalesce(l.high, number)
    ORDER BY (l.low IS NULL)::integer + (l.high IS NULL)::integer, l.high::numeric - l.low, l.entry LIMIT 1);
END $wmi$;

-- The number that a text is, decimal or 0x, if it is one of 64 bits.
CREATE FUNCTION wmi.text_number(text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $wmi$
DECLARE
  part text[] := regexp_match($1, `^(-?)(0x)?0*([0-9a-f]+)$`, `i`);
  number numeric;
BEGIN
  IF $1 ~ `^[^.]+\.\.[^.]+$` AND wmi.text_number(split_part($1, `..`, 1)) = wmi.text_number(substr($1, strpos($1, `..`) + 2)) THEN
    RETURN wmi.text_number(split_part($1, `..`, 1));                   -- 5..5
  ELSIF part[2] IS NOT NULL AND length(part[3]) <= 16 AND lpad(part[3], 16, `0`) ~ `^[0-7]` THEN
    number := (`x` || lpad(part[3], 16, `0`))::bit(64)::bigint;
  ELSIF part[2] IS NULL AND part[3] ~ `^[0-9]{1,19}$` AND part[3]::numeric <= 9223372036854775807 THEN
    number := part[3]::numeric;
  END IF;
  RETURN CASE WHEN part[1] = `-` THEN -number ELSE number END;
END $wmi$;

-- The label of a value as text: a number, or a value as the report writes it.
CREATE FUNCTION wmi.map_label(map integer, value text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
DECLARE
  number numeric := wmi.text_number(value);
BEGIN
  IF number IS NOT NULL THEN
    RETURN wmi.map_label(map, number);
  END IF;
  RETURN (SELECT l.label FROM wmi.labels l WHERE l.value_map = map AND l.value = $2 ORDER BY l.entry LIMIT 1);
END $wmi$;

CREATE FUNCTION wmi.wmi_label(class text, member text, value numeric) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT wmi.map_label(m.value_map, $3) FROM wmi.members m
  WHERE m.class_key = lower($1 COLLATE "C") AND m.member_key = lower($2 COLLATE "C"));

CREATE FUNCTION wmi.wmi_label(class text, member text, value text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT wmi.map_label(m.value_map, $3) FROM wmi.members m
  WHERE m.class_key = lower($1 COLLATE "C") AND m.member_key = lower($2 COLLATE "C"));

-- NULL where classes have different labels for it.
CREATE FUNCTION wmi.wmi_label(member text, value numeric) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN count(DISTINCT label) = 1 THEN min(label) END
  FROM (SELECT DISTINCT m.value_map FROM wmi.members_named($1) m) maps, wmi.map_label(value_map, $2) AS label);

CREATE FUNCTION wmi.wmi_label(member text, value text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN count(DISTINCT label) = 1 THEN min(label) END
  FROM (SELECT DISTINCT m.value_map FROM wmi.members_named($1) m) maps, wmi.map_label(value_map, $2) AS label);

COMMENT ON SCHEMA wmi IS `WMI availability by Windows build; see wmi.reports`;
', '`', '''');
DROP TABLE temp.export_members;
DROP TABLE temp.export_maps;
DROP VIEW temp.export_texts;
.mode list
.separator "|" "\n"
.nullvalue ""
