-- The extension's answers of one report, from the files that expected_report.sql wrote; the columns are the views' own.
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS expected CASCADE;
CREATE SCHEMA expected;
CREATE UNLOGGED TABLE expected.cells AS SELECT namespace, class, member, build, available, inferred, available::integer AS answer FROM wmi.availability LIMIT 0;
CREATE UNLOGGED TABLE expected.scoped (namespace text, class text, member text, answer integer, since bigint, until bigint, scoped_since bigint);
CREATE UNLOGGED TABLE expected.names (name text, since bigint, until bigint, answer integer);
CREATE UNLOGGED TABLE expected.members AS
SELECT namespace, class, member, type, category, access, is_key, deprecated, description, description_en FROM wmi.members LIMIT 0;
CREATE UNLOGGED TABLE expected.builds AS TABLE wmi.builds LIMIT 0;
CREATE UNLOGGED TABLE expected.classes AS SELECT namespace, class, superclass, is_abstract, is_association, deprecated FROM wmi.classes LIMIT 0;
CREATE UNLOGGED TABLE expected.parameters AS TABLE wmi.parameters LIMIT 0;
CREATE UNLOGGED TABLE expected.value_maps AS SELECT namespace, class, member, parameter, value, low, high, label FROM wmi.value_maps LIMIT 0;
CREATE UNLOGGED TABLE expected.labels (class text, member text, number bigint, value text, label text);
\copy expected.cells from 'cells.csv' csv
\copy expected.scoped from 'scoped.csv' csv
\copy expected.names from 'names.csv' csv
\copy expected.members from 'members.csv' csv
\copy expected.builds from 'builds.csv' csv
\copy expected.classes from 'classes.csv' csv
\copy expected.parameters from 'parameters.csv' csv
\copy expected.value_maps from 'value_maps.csv' csv
\copy expected.labels from 'labels.csv' csv
