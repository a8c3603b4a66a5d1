-- The WMI compatibility matrix for PostgreSQL 14 and later: tables and views. No compiled code.
--
-- Names end in _key where they are held in small letters (a to z alone, as SQLite's NOCASE folds them), to be looked up by
-- lower(name COLLATE "C"). Nothing but the extension's own scripts writes the tables.

SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
CREATE SCHEMA wmi;

-- What was exported; one row.
CREATE TABLE wmi.report_data (
  source text, sha256 text, version text,
  builds bigint[] NOT NULL);               -- of the report, newest first: the order of the marks of a pattern

-- A Windows build that the report has or the release list knows.
CREATE TABLE wmi.build_data (
  build bigint PRIMARY KEY, version text, client text, server text, released date, server_released date, support_ends date,
  reported smallint NOT NULL, resolves_to bigint,
  slot smallint);                          -- where its mark stands in a pattern, from 1; NULL where it is not reported

-- A row of marks, in the order of the slots; few members differ in theirs. 1 present, 0 absent, NULL unknown.
CREATE TABLE wmi.pattern_data (
  pattern integer PRIMARY KEY, available smallint[] NOT NULL, inferred smallint[] NOT NULL);

CREATE TABLE wmi.class_data (
  class_id integer PRIMARY KEY, namespace text, class text NOT NULL, class_key text COLLATE "C" NOT NULL,
  superclass text, is_abstract smallint, is_association smallint, deprecated text);

-- What many members have alike.
CREATE TABLE wmi.kind_data (
  kind integer PRIMARY KEY, type text, category text, access text, is_key smallint);

-- A member, with the names of its class and its row of marks: a join with an inventory then finds all in one place, and no
-- wrong guess of the planner (it takes any condition on a mark for a rare one) can put a loop there.
CREATE TABLE wmi.member_data (
  namespace text, class text NOT NULL, class_key text COLLATE "C" NOT NULL, member text NOT NULL, member_key text COLLATE "C" NOT NULL,
  class_id integer NOT NULL, kind integer NOT NULL, deprecated text, description text, description_en text,
  available smallint[] NOT NULL, inferred smallint[] NOT NULL);

CREATE TABLE wmi.parameter_data (
  class_id integer NOT NULL, method text NOT NULL, position smallint NOT NULL, parameter text NOT NULL, direction text, type text);

-- An entry of a value map. Equal maps stand once.
CREATE TABLE wmi.entry_data (
  map integer NOT NULL, entry integer NOT NULL, value text NOT NULL, low bigint, high bigint, label text,
  PRIMARY KEY (map, entry));

-- Whose map it is: a property's (parameter NULL), a parameter's, or a return value's.
CREATE TABLE wmi.map_data (
  class_id integer NOT NULL, member text NOT NULL, member_key text COLLATE "C" NOT NULL, parameter text, map integer NOT NULL);

CREATE INDEX member_data_names ON wmi.member_data (class_key, member_key);
CREATE INDEX member_data_member ON wmi.member_data (member_key);
CREATE INDEX class_data_key ON wmi.class_data (class_key);
CREATE INDEX map_data_names ON wmi.map_data (class_id, member_key);
CREATE INDEX map_data_member ON wmi.map_data (member_key);
CREATE INDEX parameter_data_class ON wmi.parameter_data (class_id);

-- What wmi.wmi_build reads with; the fields are those of ext/release's structs.
CREATE TYPE wmi.version_product AS (family text, number bigint, r2 boolean);
CREATE TYPE wmi.version_piece AS (
  kind text, word text, claimed boolean, plus boolean, gap text, part bigint[], count integer, digits integer, said text,
  start integer, behind integer);
CREATE TYPE wmi.version_sentence AS (
  products wmi.version_product[], version text, year bigint, pack bigint, packs integer, servicing boolean,
  nt_major bigint, nt_minor bigint, has_nt boolean, nt_names boolean,
  strong bigint, strong_label boolean, weak bigint, weak_label boolean, in_fields boolean,
  is_windows boolean, has_words boolean, has_version boolean, has_other boolean, bare boolean, preview boolean, vague boolean, nothing boolean,
  unknown integer, stray integer, major integer);
