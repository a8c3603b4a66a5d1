-- How do I ask the same questions in PostgreSQL, of a fleet that lives in a server?
--
-- Needs   nothing but the extension; the result needs PostgreSQL 14 or later and psql (it holds COPY data).
-- Run     sqlite3 -batch :memory: '.load ./wmi' '.read sql/export_postgresql.sql' > wmi.sql
--         psql -1 -v ON_ERROR_STOP=1 -f wmi.sql mydatabase
--
-- The report must have each class name in one namespace: the export of another stops with an error.
--
-- Writes one SQL script for PostgreSQL: the current report and the release list as the schema wmi, with functions that
-- answer as the extension's do. An older schema wmi is dropped. Floating-point
-- arguments need a cast to numeric. To export another report, have wmi_load() read it first, with its output thrown away.
--
--   wmi.builds        a Windows build; resolves_to is the report build that stands for it
--   wmi.members       a member; class_key and member_key are its names in small letters (a to z only, as NOCASE folds)
--   wmi.availability  a member on a report build: 1, 0 or NULL
--   wmi.labels        an entry of a value map; members of the same map share its value_map
--   wmi.reports       what was exported
--
--   wmi.wmi_build(version)                      version is text or a number; the same for the arguments below
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
  build bigint PRIMARY KEY, version text, client text, server text, released date, reported smallint NOT NULL,
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
SELECT build, version, client, server, released, reported, resolves_to FROM wmi_builds ORDER BY build;
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
  WHEN major = 10 AND minor = 0 THEN build BETWEEN 9841 AND 99999
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

-- Does the release list have that build?
CREATE FUNCTION wmi.build_listed(number bigint) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  RETURN EXISTS (SELECT FROM wmi.builds b WHERE b.build = number AND b.version IS NOT NULL);
END $wmi$;

-- The newest build of a version such as 22h2, or NULL.
CREATE FUNCTION wmi.build_of_version(text) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  RETURN (SELECT max(b.build) FROM wmi.builds b WHERE split_part(lower(b.version COLLATE "C"), ` `, 1) = $1);
END $wmi$;

-- Which builds bear the name of a product: how many, and the newest. With a version, `windows server` means any server.
CREATE FUNCTION wmi.builds_of_name(product text, is_server boolean, release text, preview boolean,
  OUT count bigint, OUT build bigint) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
BEGIN
  SELECT count(*), max(b.build) INTO count, build
  FROM wmi.builds b
  WHERE CASE
      WHEN release <> `` AND is_server AND product = `windows server` THEN b.server IS NOT NULL
      WHEN is_server THEN lower(b.server COLLATE "C") = product
      ELSE lower(b.client COLLATE "C") = product END
    AND (release = `` OR lower(b.version COLLATE "C") = release || CASE WHEN preview THEN ` insider` ELSE `` END);
END $wmi$;

-- A product and one more word; a name that is too long for the list is no product of it.
CREATE FUNCTION wmi.product_append(product text, word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(product) + length(word) + 2 > 24 THEN `?` ELSE product || ` ` || word END;
', '`', '''');

-- The reader of version strings, word by word, as ext/release/release.c is; that file says why each rule is there.
SELECT replace('
-- The build number that an operating system`s version names, or NULL where it names none or more than one. The
-- text is cut into numbers (with what is stuck to their end), words and signs, and read from left to right; a build that
-- is said outright and the name of a release are kept apart, and clues that disagree give NULL.
CREATE FUNCTION wmi.release_build(os_version text) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $wmi$
DECLARE
  whole text := lower(btrim(os_version, E` \t\n\x0b\f\r`) COLLATE "C");
  tokens text[];
  token text;
  behind text;             -- the token before
  at integer := 0;
  ahead integer;
  digits text;             -- a number without what is stuck to it
  count integer;           -- of its parts
  part bigint;
  minor bigint;
  tail boolean;
  was text;                -- what was awaited before this token
  single boolean;
  match record;
  found_build bigint;

  awaited text := ``;      -- product, year or build
  stuck boolean := false;  -- a word without meaning stands right before
  nt boolean := false;
  windows boolean := false;
  hyper_v boolean := false;
  preview boolean := false;
  vague boolean := false;
  range boolean := false;
  conflict boolean := false;
  servicing boolean := false;
  build bigint;            -- said outright
  loose bigint;            -- said outright, if the text is about Windows
  named bigint;            -- the one build of a name
  by_nt bigint;
  year bigint;
  product text := ``;      -- the one being read
  product_server boolean := false;
  next_product text;       -- one that this token begins
  next_server boolean;
  pending text := ``;         -- one that needs a version
  pending_server boolean := false;
  release text := ``;
  new_release text;
BEGIN
  IF whole ~ `^[0-9]+(\.[0-9]+)*$` THEN
    RETURN wmi.number_build(whole);
  ELSIF whole ~ `^[0-9]+\.[0-9]+ \([0-9]+\)$` THEN                      -- 10.0 (26100): no need to cut it up
    RETURN wmi.number_build(translate(whole, ` ()`, `.`));
  END IF;
  tokens := ARRAY(SELECT t[1] FROM regexp_matches(whole,
    `[0-9]+(?:\.[0-9]+)*(?:(?:[a-z_]|\.[a-z_])[a-z0-9._]*)?|[a-z]+|.`, `g`) AS t);

  WHILE at <= cardinality(tokens) LOOP
    at := at + 1;
    token := tokens[at];     -- NULL behind the last
    behind := coalesce(tokens[at - 1], ``);
    next_product := NULL;
    new_release := NULL;

    IF ascii(token) BETWEEN 48 AND 57 THEN
      was := awaited;
      awaited := ``;
      single := false;
      digits := substring(token FROM `^[0-9]+(?:\.[0-9]+)*`);
      tail := digits <> token;
      count := least(cardinality(string_to_array(digits, `.`)), 5);
      part := wmi.digits_value(split_part(digits, `.`, 1));
      IF stuck OR right(behind, 1) = `.` THEN
        NULL;
      ELSIF right(behind, 1) = `r` AND token = `2` AND product_server THEN
        product := wmi.product_append(product, `r2`);
      ELSIF tail AND token ~ `^[0-9]{2}h.$` THEN                       -- 22H2
        new_release := token;
      ELSIF tail AND token ~ `^[0-9]{4}r2$` THEN                       -- 2012R2
        single := true;
      ELSIF tail THEN                                                  -- 26100.1.amd64fre.ge_release.240331
        IF part BETWEEN 7600 AND 99999 AND (
            count = 1 AND token ~ `^[^.]*\..*_` AND token ~ `^[^.]*\..*\.`
            OR count = 2 AND token ~ `^[^.]*\.[^.]*\.(amd64|arm64|x86|arm|woa|ia64)(fre|chk)`) THEN
          conflict := conflict OR build <> part;
          build := part;
        END IF;
      ELSIF count = 1 THEN
        single := true;
      ELSIF count = 2 THEN
        minor := wmi.digits_value(split_part(digits, `.`, 2));
        IF wmi.nt_has(part, minor, 0) IS NOT NULL THEN
          -- The build behind it: 10.0 (26100), 10.0 Build 26100, 10.0-26100.
          found_build := NULL;
          ahead := at + 1;
          WHILE tokens[ahead] ~ `^[ \t\n\x0b\f\r]$` LOOP
            ahead := ahead + 1;
          END LOOP;
          IF tokens[ahead] = `(` OR (tokens[ahead] = `-` AND ahead = at + 1) THEN
            ahead := ahead + 1;
          END IF;
          IF tokens[ahead] = `build` AND tokens[ahead + 1] = ` ` THEN
            ahead := ahead + 2;
          END IF;
          IF tokens[ahead] ~ `^[0-9]+(\.[0-9]+)?$` THEN
            found_build := wmi.digits_value(split_part(tokens[ahead], `.`, 1));
          END IF;
          IF wmi.nt_has(part, minor, found_build) THEN
            conflict := conflict OR build <> found_build;
            build := found_build;
            at := ahead;
          ELSIF nt THEN
            by_nt := wmi.build_of_version(digits);
          END IF;
        ELSIF part BETWEEN 7600 AND 99999 AND (was = `build` OR wmi.build_listed(part)) THEN
          conflict := conflict OR loose <> part;
          loose := part;
        ELSIF was = `product` THEN                                     -- Windows 8.1
          next_product := wmi.product_append(`windows`, digits);
          next_server := false;
        END IF;
      ELSE
        found_build := wmi.number_build(digits);
        conflict := conflict OR build <> found_build;
        build := coalesce(found_build, build);
      END IF;

      IF single THEN
        IF part BETWEEN 7600 AND 99999 AND (was = `build` OR wmi.build_listed(part)) THEN
          conflict := conflict OR loose <> part;
          loose := part;
        ELSIF was = `year` AND length(digits) = 4 AND (                -- Windows Server 2019
            (wmi.builds_of_name(wmi.product_append(product, digits), product_server, ``, false)).count > 0
            OR wmi.build_of_version(digits) IS NULL) THEN
          product := wmi.product_append(product, digits);
        ELSIF was = `product` THEN                                     -- Windows 10; Windows 2016
          IF part NOT IN (32, 64) THEN
            next_server := length(digits) = 4;
            next_product := wmi.product_append(CASE WHEN next_server THEN `windows server` ELSE `windows` END, digits);
          END IF;
        ELSIF length(digits) = 4 AND wmi.build_of_version(digits) IS NOT NULL THEN
          new_release := digits;                                       -- 1809
        ELSE
          -- If it could be a second product, as in Windows 10, 11, names no longer count.
          match := CASE WHEN product <> `` THEN (product, product_server) ELSE (pending, pending_server) END;
          IF match.f1 <> `` AND (wmi.builds_of_name(wmi.product_append(
              CASE WHEN match.f2 THEN `windows server` ELSE `windows` END, digits), match.f2, ``, false)).count > 0 THEN
            vague := vague OR NOT starts_with(match.f1,
              wmi.product_append(CASE WHEN match.f2 THEN `windows server` ELSE `windows` END, digits));
          END IF;
          year := part;
        END IF;
        IF tail AND was IN (`product`, `year`) THEN
          IF next_product IS NULL THEN
            product := wmi.product_append(product, `r2`);
          END IF;
        END IF;
      END IF;
      stuck := false;

    ELSIF ascii(token) BETWEEN 97 AND 122 THEN
      stuck := false;
      CASE token
      WHEN `windows`, `win` THEN
        windows := true;
        awaited := `product`;
      WHEN `server` THEN
        IF awaited = `product` OR hyper_v THEN
          next_product := `windows server`;
          next_server := true;
          windows := true;
          awaited := `year`;
        END IF;
        hyper_v := false;
      WHEN `nt` THEN
        nt := true;
        windows := true;
      WHEN `hyper` THEN
        hyper_v := true;
      WHEN `build`, `currentbuild`, `buildnumber` THEN
        windows := windows OR (behind = ` ` AND right(tokens[at - 2], 2) IS NOT DISTINCT FROM `os`);
        awaited := `build`;
      WHEN `number`, `no` THEN
        awaited := CASE WHEN awaited = `build` THEN `build` ELSE `` END;
      WHEN `ltsc`, `ltsb` THEN
        servicing := true;
      WHEN `r`, `tm`, `v`, `iot`, `storage`, `standard`, `datacenter`, `essentials` THEN
        NULL;                -- may stand between a product and its number
      ELSE
        awaited := ``;
        hyper_v := false;
        CASE token
        WHEN `preview`, `insider`, `beta` THEN
          preview := true;
        WHEN `mobile`, `phone`, `holographic`, `and` THEN
          vague := true;
        WHEN `or`, `later`, `newer`, `older`, `earlier`, `above`, `below`, `before`, `after`, `since`, `until`, `through` THEN
          range := true;
        ELSE
          stuck := true;
        END CASE;
      END CASE;

    ELSIF token IS NOT NULL THEN
      stuck := false;
      IF token = `+` THEN                                              -- 1809+
        range := range OR behind ~ `[0-9]$`;
      ELSIF token IN (`<`, `>`, `/`, `&`) THEN                         -- >= 1809, 10 / 11
        ahead := at + 1;
        WHILE tokens[ahead] ~ `^[ \t\n\x0b\f\r]$` LOOP
          ahead := ahead + 1;
        END LOOP;
        IF token IN (`<`, `>`) THEN
          range := range OR coalesce(tokens[ahead] ~ `^[0-9=]`, false);
        ELSE
          vague := vague OR behind ~ `[0-9]$` OR ahead > at + 1;
        END IF;
      END IF;
    END IF;

    IF new_release IS NOT NULL THEN
      new_release := CASE new_release WHEN `19h1` THEN `1903` WHEN `19h2` THEN `1909` WHEN `20h1` THEN `2004`
        ELSE new_release END;
      vague := vague OR (release <> `` AND release <> new_release);
      release := new_release;
    END IF;

    -- Where a product begins, and at the end, the name of the one before is whole.
    IF token IS NULL OR next_product IS NOT NULL THEN
      IF product <> `` THEN
        match := wmi.builds_of_name(product, product_server, ``, false);
        IF match.count = 1 AND NOT preview THEN
          conflict := conflict OR named <> match.build;
          named := match.build;
        END IF;
        vague := vague OR (match.count <> 1 AND pending <> `` AND pending <> product);
        IF match.count <> 1 OR preview THEN
          pending := product;
          pending_server := product_server;
        END IF;
      END IF;
      product := coalesce(next_product, ``);
      product_server := next_product IS NOT NULL AND next_server;
      IF token ~ `^[0-9]` AND product_server THEN                      -- Windows 2016 can only be the server
        vague := vague OR (wmi.builds_of_name(product, true, ``, false)).count = 0;
      END IF;
      IF token ~ `^[0-9]{4}r2$` THEN
        product := wmi.product_append(product, `r2`);
      END IF;
    END IF;
  END LOOP;

  -- The build that the names mean. Long-term servicing releases are called by a year.
  IF servicing AND year IN (2015, 2016, 2019, 2021, 2024) THEN
    new_release := CASE year WHEN 2015 THEN `1507` WHEN 2016 THEN `1607` WHEN 2019 THEN `1809` WHEN 2021 THEN `21h2`
      ELSE `24h2` END;
    vague := vague OR (release <> `` AND release <> new_release);
    release := new_release;
  END IF;
  IF by_nt IS NOT NULL AND pending IN (``, `windows server`) AND release = `` THEN
    conflict := conflict OR named <> by_nt;
    named := by_nt;
  ELSIF pending <> `` THEN
    found_build := NULL;
    IF release <> `` AND NOT vague THEN
      match := wmi.builds_of_name(pending, pending_server, release, preview);
      found_build := CASE WHEN match.count = 1 THEN match.build END;
      conflict := conflict OR named <> found_build;
    END IF;
    named := found_build;
    vague := false;
    release := ``;           -- it has counted
  END IF;
  IF vague OR (release <> `` AND EXISTS (SELECT FROM wmi.builds b
      WHERE b.build = named AND lower(b.version COLLATE "C") <> release)) THEN
    named := NULL;           -- Windows Server 2019 22H2
  END IF;

  IF loose IS NOT NULL AND (windows OR build IS NOT NULL) THEN
    conflict := conflict OR build <> loose;
    build := loose;
  END IF;
  RETURN CASE WHEN conflict OR range OR named <> build THEN NULL ELSE coalesce(build, named) END;
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
