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
.print a table over a file is refused in a view, and read directly
CREATE VIRTUAL TABLE old USING wmi_members('tests/fixtures/read/plain.csv');
CREATE VIEW through AS SELECT count(*) > 0 AS n FROM old;
SELECT * FROM through;
SELECT count(*) > 0 FROM old;
.print an index cannot store what wmi_load changes
CREATE INDEX i ON t(available_on(x, 26100));
