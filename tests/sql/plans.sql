-- plans: 3.38..3.45.99
-- EXPLAIN QUERY PLAN says which constraints a plan answers, and whether a sort is left to SQLite.
.eqp on
.mode list
SELECT count(*) FROM wmi_members;
SELECT count(*) FROM wmi_members WHERE class = 'Msvm_ComputerSystem';
SELECT count(*) FROM wmi_members WHERE member = 'EnabledState';
SELECT count(*) FROM wmi_members WHERE class = 'Msvm_ComputerSystem' AND member = 'EnabledState';
SELECT count(*) FROM wmi_members WHERE name = 'Msvm_ComputerSystem.EnabledState';
SELECT count(*) FROM wmi_members WHERE class IN ('Msvm_ComputerSystem', 'Msvm_Memory') AND member IN ('Name', 'Caption', 'Nope');
SELECT count(*) FROM wmi_members WHERE class LIKE 'Msvm_%';
SELECT count(*) FROM wmi_members WHERE class GLOB 'Msvm_*';
SELECT count(*) FROM wmi_members WHERE class >= 'n' AND class < 'w';
SELECT count(*) FROM wmi_members WHERE build_26100 = 1 AND build_14393 = 0;
SELECT count(*) FROM wmi_members WHERE build_29617 IS NULL AND [26100] IS NOT NULL AND category = 'Method';
SELECT count(*) FROM wmi_members WHERE build_26100 IN (0, 2) AND type IN ('UInt16', 'UInt32');
SELECT count(*) FROM wmi_availability WHERE build = 26100 AND available = 1;
SELECT class, members FROM wmi_classes WHERE class = 'msvm_computersystem';
SELECT build, members FROM wmi_builds WHERE build = 26100;
SELECT count(*) FROM wmi_changes(14393, 26100);
SELECT count(*) FROM wmi_changes(14393, 26100) WHERE class = 'Msvm_ComputerSystem';
SELECT count(*) FROM wmi_members WHERE class = 'Msvm_Memory' AND member = 'Name';
SELECT count(*) FROM wmi_members WHERE name = 'Msvm_Memory.Name';
SELECT count(*) FROM wmi_members WHERE build_26100 = 1 AND [14393] > 0;
SELECT count(*) FROM wmi_members WHERE build_9600 IS NULL;
.print no sort: this is the order of the scan
SELECT class, member FROM wmi_members ORDER BY class, member LIMIT 1;
SELECT class, member, build FROM wmi_availability ORDER BY class, member, build DESC LIMIT 1;
SELECT member FROM wmi_members WHERE class = 'Msvm_ComputerSystem' ORDER BY member LIMIT 1;
SELECT class FROM wmi_members WHERE member = 'Name' ORDER BY class LIMIT 1;
SELECT build FROM wmi_builds ORDER BY build DESC LIMIT 1;
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE build_9200 = 0 ORDER BY class, member, type LIMIT 5 OFFSET 3);
.print a sort: another order, another collation
SELECT class FROM wmi_members ORDER BY class DESC LIMIT 1;
SELECT class FROM wmi_members ORDER BY class COLLATE BINARY LIMIT 1;
SELECT member FROM wmi_members ORDER BY member LIMIT 1;
.print another collation: the index helps and SQLite checks, or it does not help
SELECT count(*) FROM wmi_members WHERE class = 'msvm_computersystem' COLLATE BINARY;
SELECT count(*) FROM wmi_members WHERE class = 'msvm_computersystem ' COLLATE RTRIM;
.print the upper end of a range is a class that stands in two namespaces
SELECT count(*) FROM wmi_members WHERE class COLLATE BINARY BETWEEN 'CIM_LogicalIdentitx' AND 'CIM_LogicalIdentity';
.print a number is no name; a text that is a number is a number
SELECT count(*) FROM wmi_members WHERE class = 26100;
SELECT count(*) FROM wmi_members WHERE build_26100 = '1';
SELECT count(*) FROM wmi_members WHERE build_26100 = '1.0' AND build_14393 = 0.0;
SELECT count(*) FROM wmi_members WHERE build_26100 < 'a' AND build_14393 <> x'';
.print joins: the inventory is scanned, the report is looked up, whichever stands first
CREATE TABLE uses(class TEXT COLLATE NOCASE, member TEXT COLLATE NOCASE, build INTEGER);
INSERT INTO uses VALUES ('msvm_computersystem', 'NAME', 26100), ('Msvm_Memory', 'nope', 26100);
SELECT u.class, a.available FROM uses u JOIN wmi_availability a USING (class, member, build);
SELECT u.class, a.available FROM wmi_availability a JOIN uses u USING (class, member, build);
SELECT u.class, m.class FROM uses u LEFT JOIN wmi_members m USING (class, member);
