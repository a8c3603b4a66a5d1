-- The extension's answers and the inventory, from the files that expected.sql wrote.
CREATE UNLOGGED TABLE expected_builds(version text, build bigint);
CREATE UNLOGGED TABLE calls(class text, member text, name text, version text, build integer,
  by_class_version integer, by_class_build integer, by_name_version integer, by_name_build integer,
  since bigint, until bigint, name_since bigint, name_until bigint, label text, name_label text, text_label text);
CREATE UNLOGGED TABLE inventory(host_id integer, os_version text, class text, member text, is_plain smallint);
CREATE UNLOGGED TABLE counts(upto integer, available integer, rows bigint);
\copy expected_builds from 'builds.tsv'
\copy calls from 'calls.tsv'
\copy inventory from 'inventory.tsv'
\copy counts from 'counts.tsv'
ANALYZE inventory, counts;
