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
.print a namespace, alone and beside names
SELECT count(*) FROM wmi_members WHERE namespace = 'ROOT\cimv2';
SELECT count(*) FROM wmi_members WHERE namespace = 'root\cimv2' AND class = 'CIM_LogicalIdentity';
SELECT count(*) FROM wmi_members WHERE namespace = 'root\cimv2' AND class = 'CIM_LogicalIdentity' AND member = 'SystemElement';
SELECT count(*) FROM wmi_members WHERE namespace = 'root\cimv2' AND member = 'Name';
SELECT count(*) FROM wmi_members WHERE namespace IN ('root\cimv2', 'root\virtualization\v2', 'nope', NULL);
SELECT count(*) FROM wmi_members WHERE namespace IS NULL;
SELECT count(*) FROM wmi_members WHERE namespace IS 'root\cimv2' AND class LIKE 'CIM_%' AND build_26100 = 1;
SELECT count(*) FROM wmi_members WHERE namespace = 'ROOT\cimv2' COLLATE BINARY;
SELECT count(*) FROM wmi_members WHERE namespace = 'root\cimv2 ' COLLATE RTRIM;
SELECT count(*) FROM wmi_availability WHERE namespace = 'root\cimv2' AND class = 'Win32_Process' AND build = 26100;
SELECT count(*) FROM wmi_classes WHERE namespace = 'root\cimv2' AND class = 'CIM_LogicalIdentity';
SELECT count(*) FROM wmi_classes WHERE namespace IN ('root\cimv2', 'root\wmi');
SELECT count(*) FROM wmi_parameters WHERE namespace = 'root\cimv2' AND class = 'Win32_Process' AND method = 'create';
SELECT count(*) FROM wmi_values WHERE namespace = 'root\cimv2' AND class = 'Win32_Process' AND member = 'Create';
SELECT count(*) FROM wmi_ranges WHERE namespace = 'root\cimv2' AND class = 'Win32_Process';
SELECT count(*) FROM wmi_changes(14393, 26100) WHERE namespace = 'root\cimv2';
.print type, category and access, in any case
SELECT count(*) FROM wmi_members WHERE type = 'uint16' AND category IN ('PROPERTY', 'method') AND access IS NULL;
SELECT count(*) FROM wmi_members WHERE type = 'uint16' COLLATE BINARY;
.print no sort: this is the order of the scan
SELECT class, member FROM wmi_members ORDER BY class, member LIMIT 1;
SELECT class, member, build FROM wmi_availability ORDER BY class, member, namespace, build DESC LIMIT 1;
SELECT class, namespace FROM wmi_classes ORDER BY class, namespace LIMIT 1;
SELECT class, member, build FROM wmi_availability WHERE namespace = 'root\cimv2' ORDER BY class, member, build DESC LIMIT 1;
SELECT build FROM wmi_availability WHERE namespace = 'root\cimv2' AND class = 'Win32_Process' AND member = 'Name' ORDER BY build DESC LIMIT 1;
SELECT namespace FROM wmi_members WHERE class = 'CIM_LogicalIdentity' AND member = 'SystemElement' ORDER BY namespace LIMIT 1;
SELECT class, position FROM wmi_parameters ORDER BY class, method, namespace, position LIMIT 1;
SELECT member FROM wmi_members WHERE class = 'Msvm_ComputerSystem' ORDER BY member LIMIT 1;
SELECT class FROM wmi_members WHERE member = 'Name' ORDER BY class LIMIT 1;
SELECT build FROM wmi_builds ORDER BY build DESC LIMIT 1;
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE build_9200 = 0 ORDER BY class, member, type LIMIT 5 OFFSET 3);
.print a sort: another order, another collation
SELECT class FROM wmi_members ORDER BY class DESC LIMIT 1;
SELECT class FROM wmi_members ORDER BY class COLLATE BINARY LIMIT 1;
SELECT class, member, build FROM wmi_availability ORDER BY class, member, build DESC LIMIT 1;
SELECT class, member FROM wmi_members WHERE namespace IN ('root\cimv2', 'root\wmi') ORDER BY class, namespace LIMIT 1;
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
.print a name that stands in two namespaces is two rows, unless the namespace is said: then the join can be left out
SELECT count(u.class) FROM uses u LEFT JOIN wmi_members m ON m.class = u.class AND m.member = u.member;
SELECT u.class FROM uses u LEFT JOIN wmi_members m ON m.class = u.class AND m.member = u.member;
SELECT u.class FROM uses u LEFT JOIN wmi_members m ON m.namespace = 'root\virtualization\v2' AND m.class = u.class AND m.member = u.member;
