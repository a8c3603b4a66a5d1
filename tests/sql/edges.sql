-- What stands at the edge of a plan: the answers are those of an ordinary table, whatever SQLite shows of a question.
.mode list
.print the ends of a range are neighbours: in, out, under each collation
SELECT count(*) FROM wmi_members WHERE class COLLATE BINARY BETWEEN 'Msvm_ComputerSystel' AND 'Msvm_ComputerSystem';
SELECT count(*) FROM wmi_members WHERE class COLLATE BINARY >= 'Msvm_ComputerSystel' AND class COLLATE BINARY < 'Msvm_ComputerSystem';
SELECT count(*) FROM wmi_members WHERE class COLLATE BINARY > 'Msvm_ComputerSystem' AND class COLLATE BINARY <= 'Msvm_ComputerSysten';
SELECT count(*) FROM wmi_members WHERE class COLLATE BINARY >= 'Msvm_ComputerSystem' AND class COLLATE BINARY <= 'Msvm_ComputerSysten';
SELECT count(*) FROM wmi_members WHERE class BETWEEN 'MSVM_computerSystel' AND 'MSVM_computerSystem';
SELECT count(*) FROM wmi_members WHERE class >= 'MSVM_computerSystem' AND class < 'MSVM_computerSysten';
SELECT count(*) FROM wmi_members WHERE class COLLATE RTRIM BETWEEN 'Msvm_ComputerSystel' AND 'Msvm_ComputerSystem  ';
SELECT count(*) = sum(class GLOB 'Msvm_[C-E]*') FROM wmi_members WHERE class COLLATE BINARY >= 'Msvm_C' AND class COLLATE BINARY < 'Msvm_F';
SELECT (SELECT count(*) FROM wmi_members WHERE class COLLATE BINARY BETWEEN 'Msvm_C' AND 'Msvm_F') = sum(class GLOB 'Msvm_[C-E]*') FROM wmi_members;
.print of a row value SQLite shows its first column, and LIMIT
SELECT class, member FROM wmi_members WHERE (build_9200, member) > (0, 'M') ORDER BY class, member LIMIT 3;
SELECT count(*) FROM (SELECT 1 FROM wmi_members WHERE (build_9200, member) > (0, 'M') LIMIT 3);
SELECT count(*) FROM (SELECT 1 FROM wmi_members WHERE (build_9200, member) < (1, 'M') LIMIT 3);
SELECT count(*) FROM (SELECT 1 FROM wmi_members WHERE (build_9200, build_26100) >= (0, 1) LIMIT 3 OFFSET 2);
SELECT count(*) FROM (SELECT 1 FROM wmi_members WHERE (build_9200, build_26100) <= (0, 0) LIMIT 3 OFFSET 2);
SELECT count(*) FROM (SELECT 1 FROM wmi_members WHERE build_9200 >= 0 LIMIT 3);
.print a list lets through what equals one of its values, and nothing else
SELECT (SELECT count(*) FROM wmi_members WHERE build_9200 IN (1, 5)) = (SELECT sum(available) FROM wmi_availability WHERE build = 9200);
SELECT count(*) FROM wmi_members WHERE build_9200 IN (2, 'x', NULL);
.print several names are one number
SELECT wmi_load('tests/sql/edges.csv');
CREATE TABLE t(i INTEGER, x TEXT);
INSERT INTO t VALUES (100, '100'), (5, 'Fan'), (NULL, NULL);
SELECT i FROM t LEFT JOIN wmi_classes AS k ON k.class = t.i ORDER BY i;
SELECT i, class FROM t LEFT JOIN wmi_classes AS k ON k.class = t.i ORDER BY i, class DESC;
SELECT class FROM wmi_classes AS k WHERE class = (SELECT i FROM t) ORDER BY members DESC, class LIMIT 2;
SELECT DISTINCT class FROM t CROSS JOIN wmi_members AS m ON m.class = t.i AND m.member = 'Speed' ORDER BY class DESC;
SELECT x, class, members FROM t LEFT JOIN wmi_classes AS k ON k.class = t.x ORDER BY x;
SELECT name FROM wmi_members WHERE name = (SELECT x || '.speed' FROM t);
CREATE TABLE y(k, r REAL);
INSERT INTO y VALUES (100, 100);
SELECT class FROM wmi_members WHERE (class, member) IN (SELECT k, 'Speed' FROM y);
SELECT class FROM wmi_members WHERE (member, class) IN (SELECT 'Speed', r FROM y);
SELECT class FROM wmi_members WHERE class IN (SELECT r FROM y) AND member = 'Speed';
.print the least build there is, and numbers that are none
SELECT wmi_load('tests/sql/edges_builds.csv');
SELECT member, available FROM wmi_availability WHERE build = 1;
SELECT member, available FROM wmi_availability WHERE build = '1.0' AND member = 'start';
SELECT count(*) FROM wmi_availability WHERE build = 0 OR build = 0.5 OR build = 1.5 OR build = -1 OR build = 'x' OR build IS NULL;
SELECT build FROM wmi_builds WHERE build IN (0, 1, 1.5, '2', 4294967296, NULL) ORDER BY build;
.print either of two conditions, over a table with arguments
SELECT wmi_load(NULL);
SELECT count(*) FROM wmi_changes WHERE from_build = 17763 AND to_build = 26100 OR from_build = 26100 AND to_build = 17763;
SELECT count(*) FROM wmi_changes WHERE from_build = 17763 AND to_build = 26100 OR from_build = '17763' AND to_build = 26100;
SELECT count(*) FROM wmi_changes WHERE from_build = 17763 AND to_build = 26100 OR from_build = 17763 AND to_build = 26100 AND change = 'added';
SELECT class FROM wmi_references WHERE script = 'gwmi Win32_Process' AND line = 1 OR script = 'gwmi Win32_Service' AND line = 1;
SELECT class FROM wmi_references WHERE script = 'gwmi Win32_Process' AND line = 1 OR script = x'67776d692057696e33325f50726f63657373' AND line = 1;
SELECT class FROM wmi_references WHERE script = 'gwmi Win32_Process' AND line = 1 OR script = 'gwmi Win32_Process' AND "column" = 6;
