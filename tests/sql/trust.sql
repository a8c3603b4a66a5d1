-- What a database from elsewhere can make the extension do: read the current report, nothing else.
PRAGMA trusted_schema = off;
CREATE VIEW builds AS SELECT count(*) AS n FROM wmi_builds;
CREATE VIEW answers AS SELECT available_on('Msvm_ComputerSystem.Name', 26100), wmi_build(22631), wmi_label('Msvm_ComputerSystem.EnabledState', 2),
  available_since('Msvm_ComputerSystem.Name') IS NOT NULL, wmi_version() IS NOT NULL;
SELECT * FROM builds;
SELECT * FROM answers;
.print wmi_load in a view or a trigger is refused
CREATE VIEW evil AS SELECT wmi_load('tests/fixtures/read/plain.csv');
SELECT * FROM evil;
CREATE TABLE t(x);
CREATE TRIGGER evil_trigger AFTER INSERT ON t BEGIN SELECT wmi_load('tests/fixtures/read/plain.csv'); END;
INSERT INTO t VALUES (1);
.print a table over a file is made in temp only, and no view of a database sees it
CREATE VIRTUAL TABLE old USING wmi_members('tests/fixtures/read/plain.csv');
CREATE VIRTUAL TABLE main.old USING wmi_classes('nowhere.csv');
CREATE VIRTUAL TABLE temp.old USING wmi_members('tests/fixtures/read/plain.csv');
CREATE VIEW through AS SELECT count(*) > 0 AS n FROM old;
SELECT * FROM through;
SELECT count(*) > 0 FROM old;
.print over the current report there is the table itself, and no other
CREATE VIRTUAL TABLE wmi_members USING wmi_members;
CREATE VIRTUAL TABLE temp.wmi_members USING wmi_members;
CREATE VIRTUAL TABLE temp.mine USING wmi_ranges;
SELECT count(*) FROM wmi_members;
SELECT * FROM wmi_members('tests/fixtures/read/plain.csv');
SELECT count(*) FROM wmi_members AS m JOIN wmi_builds AS b ON m.argument = b.build;
.print an index cannot store what wmi_load changes
CREATE INDEX i ON t(available_on(x, 26100));
