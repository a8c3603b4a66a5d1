-- The extension's answers of one report, from the files that expected_report.sql wrote.
SET client_min_messages = warning;
DROP TABLE IF EXISTS cells, expected_members, expected_labels;
CREATE UNLOGGED TABLE cells(class text, member text, build bigint, available integer);
CREATE UNLOGGED TABLE expected_members(class text, member text, type text, category text, access text,
  description text, description_en text);
CREATE UNLOGGED TABLE expected_labels(class text, member text, number bigint, value text, label text);
\copy cells from 'cells.tsv'
\copy expected_members from 'members.tsv'
\copy expected_labels from 'labels.tsv'
ANALYZE cells;
ANALYZE expected_members;
ANALYZE expected_labels;
