#include "scenario.h"

#define READ   "tests/fixtures/read/"
#define ERRORS "tests/fixtures/read/errors/"
#define REPORT "tests/fixtures/fault/report.csv"

const struct scenario scenarios[] = {
    {.name = "registering", .sql = "SELECT wmi_version()", .opens = true},
    {.name = "scan", .sql = "SELECT class, member, build_26100, name FROM wmi_members LIMIT 40"},
    {.name = "class and member",
     .sql = "SELECT * FROM wmi_members WHERE class = 'msvm_computersystem' AND member = 'name'"},
    {.name = "member", .sql = "SELECT class FROM wmi_members WHERE member = 'Name'"},
    {.name = "name", .sql = "SELECT type FROM wmi_members WHERE name = 'Msvm_ComputerSystem.Name'"},
    {.name = "lists",
     .sql =
         "SELECT class, member FROM wmi_members WHERE class IN ('Msvm_ComputerSystem', 'CIM_View', "
         "'x') AND "
         "member IN ('Name', 'Caption', 5, NULL) AND build_26100 IN (1, '0') AND type IN "
         "('String', "
         "'x')"},
    {.name = "list of names",
     .sql = "SELECT class FROM wmi_members WHERE name IN ('Msvm_ComputerSystem.Name', "
            "'CIM_View.Caption')"},
    {.name = "list from a query",
     .sql = "SELECT count(*) FROM wmi_availability WHERE class IN (SELECT class FROM wmi_classes "
            "WHERE "
            "class LIKE "
            "'Msvm_C%') AND build = 26100"},
    {.name = "prefixes",
     .sql = "SELECT count(*) FROM wmi_classes WHERE class LIKE 'msvm_v%';; "
            "SELECT count(*) FROM wmi_members WHERE class GLOB 'Msvm_V*'"},
    {.name = "cells and kinds",
     .sql = "SELECT class, member FROM wmi_members WHERE build_26100 = 1 AND build_14393 = 0 AND "
            "category "
            "= 'Method' "
            "AND build_9600 IS NOT NULL ORDER BY class, member LIMIT 5 OFFSET 2"},
    {.name = "a cell by its bare number",
     .sql = "SELECT count(*) FROM wmi_members WHERE [26100] = 0"},
    {.name = "ordered otherwise",
     .sql = "SELECT class FROM wmi_classes ORDER BY members, class LIMIT 9"},
    {.name = "builds",
     .sql = "SELECT * FROM wmi_builds;; SELECT version FROM wmi_builds WHERE build = 22631"},
    {.name = "changes",
     .sql = "SELECT change, count(*) FROM wmi_changes(14393, '10.0.26100.4652') GROUP BY change;; "
            "SELECT class, from_build, to_build FROM wmi_changes(26100, 14393) WHERE class = "
            "'CIM_View'"},
    {.name = "changes without arguments", .sql = "SELECT * FROM wmi_changes(26100)"},
    {.name = "ranges and values",
     .sql = "SELECT * FROM wmi_ranges WHERE class = 'Msvm_ComputerSystem';; "
            "SELECT value, label FROM wmi_values WHERE member = 'EnabledState' AND class = "
            "'Msvm_ComputerSystem'"},
    {.name = "report", .sql = "SELECT * FROM wmi_report"},
    {.name = "join",
     .before =
         "CREATE TABLE i(c, m, b); INSERT INTO i VALUES ('cim_view', 'caption', 26100), (1, 2, 3), "
         "('Msvm_ComputerSystem', 'Name', 9600)",
     .sql =
         "SELECT * FROM i LEFT JOIN wmi_availability AS a ON a.class = i.c AND a.member = i.m AND "
         "a.build = i.b"},
    {.name = "functions",
     .sql =
         "SELECT available_on('Msvm_ComputerSystem.Name', 26100), "
         "available_on('Msvm_ComputerSystem', "
         "'Name', "
         "'10.0.26100'), available_since('Name'), available_until('CIM_View', 'Caption'), "
         "wmi_label('Msvm_ComputerSystem', 'EnabledState', 2), wmi_build('Windows Server 2019'), "
         "wmi_build(x'00'), available_on('nope', 1);; "
         "SELECT wmi_label('EnabledState', '2'), wmi_label('Msvm_ComputerSystem.EnabledState', "
         "3.0)"},
    {.name = "loading a CSV",
     .sql = "SELECT wmi_load('" REPORT "');; SELECT * FROM wmi_members;; "
            "SELECT * FROM wmi_values;; SELECT classes, members FROM wmi_report"},
    {.name = "loading a page",
     .sql = "SELECT wmi_load('" READ "pages/Fan_Motor.md');; SELECT * FROM wmi_members"},
    {.name = "loading a folder",
     .sql = "SELECT wmi_load('" READ "pages');; SELECT * FROM wmi_members"},
    {.name = "loading several",
     .sql = "SELECT wmi_load('" REPORT "', '" READ
            "pages/Fan_Motor.md');; SELECT * FROM wmi_availability"},
    {.name = "loading UTF-16",
     .sql = "SELECT wmi_load('" READ "utf16le.csv');; SELECT count(*) FROM wmi_members"},
    {.name = "loading what is repaired",
     .sql = "SELECT wmi_load('" READ "mac_roman.csv');; SELECT encoding FROM wmi_report"},
    {.name = "loading classes, parameters and MOF",
     .sql = "SELECT wmi_load('" READ "whole');; SELECT * FROM wmi_classes;; SELECT * FROM "
            "wmi_parameters;; SELECT wmi_load('tests/fixtures/mof/fan/26100');; SELECT * FROM "
            "wmi_values"},
    {.name = "a page with odd names",
     .sql = "SELECT wmi_load('" READ "names/markdown.md', '" READ
            "names/joined.csv');; SELECT * FROM wmi_members"},
    {.name = "loading many names",
     .sql = "SELECT wmi_load('data/wmi_members.csv');; SELECT count(*) FROM wmi_ranges"},
    {.name = "loading the default again",
     .before = "SELECT wmi_load('" REPORT "')",
     .sql = "SELECT wmi_load(NULL);; SELECT count(*) FROM wmi_members"},
    {.name = "loading nothing",
     .sql = "SELECT wmi_load();; SELECT wmi_load(5);; SELECT wmi_load('nowhere.csv')"},
    {.name = "loading what is wrong",
     .sql =
         "SELECT wmi_load('" ERRORS "cut_off.csv');; SELECT wmi_load('" ERRORS "no_build.csv');; "
         "SELECT wmi_load('" ERRORS "contradiction.csv');; SELECT wmi_load('" ERRORS
         "duplicate_build.csv');; "
         "SELECT wmi_load('" READ "pages/Fan_Motor.md', 'nowhere')"},
    {.name = "loading again and again",
     .sql = "SELECT wmi_load('" REPORT "');; SELECT wmi_load('" READ
            "pages/Fan_Motor.md');; SELECT wmi_load('" REPORT
            "'), (SELECT count(*) FROM wmi_members)"},
    {.name = "a table over a path",
     .sql = "CREATE VIRTUAL TABLE temp.t USING wmi_members('" REPORT
            "');; SELECT * FROM t WHERE class = 'fan_motor';; "
            "DROP TABLE t"},
    {.name = "a table over nothing",
     .sql = "CREATE VIRTUAL TABLE temp.t USING wmi_values('nowhere')"},
    {.name = "a table in a database",
     .before = "PRAGMA writable_schema = on; INSERT INTO sqlite_master VALUES ('table', 't', 't', "
               "0, 'CREATE VIRTUAL TABLE t USING wmi_members(''nowhere'')'); "
               "PRAGMA writable_schema = reset",
     .sql = "CREATE VIRTUAL TABLE u USING wmi_members('" REPORT
            "');; SELECT count(*) > 1 FROM pragma_table_info('t');; SELECT * FROM t;; "
            "CREATE VIRTUAL TABLE temp.wmi_members USING wmi_members;; DROP TABLE t"},
    {.name = "an argument of a table that takes none",
     .sql = "SELECT * FROM wmi_members('report.csv')"},
    {.name = "a version that nothing stands for",
     .sql = "SELECT * FROM wmi_changes('Windows 95', 26100);; "
            "SELECT * FROM wmi_changes(26100, x'00');; SELECT * FROM wmi_changes(26100, NULL)"},
    {.name = "a script",
     .sql =
         "SELECT * FROM wmi_references('$vm = Get-CimInstance -ClassName Msvm_ComputerSystem' || "
         "char(10) || '$vm.EnabledState; $vm.Nothing');; "
         "SELECT count(*) FROM wmi_references(CAST('SELECT Name FROM Msvm_ComputerSystem' AS "
         "BLOB));; "
         "SELECT line, class, member FROM wmi_references(x'fffe530045004c0045004300540020004e0061"
         "006d0065002000460052004f004d0020004d00730076006d005f0043006f006d0070007500740065007200"
         "530079007300740065006d00')"},
    {.name = "loading collections",
     .sql = "SELECT wmi_load('" READ "collections');; SELECT * FROM wmi_members;; "
            "SELECT * FROM wmi_ranges"},
    {.name = "a database in UTF-16",
     .before = "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t(c, m, v); INSERT INTO t VALUES "
               "('cim_view', 'caption', '10.0.26100')",
     .sql =
         "SELECT available_on(c, m, v), wmi_build(v), wmi_label(c || '.' || m, '2') FROM t;; "
         "SELECT w.class, w.name FROM t JOIN wmi_members AS w ON w.class = c AND w.member = m;; "
         "SELECT change, count(*) FROM wmi_changes('14393', '10.0.26100.4652') GROUP BY change;; "
         "SELECT count(*) FROM wmi_references('SELECT Name FROM Msvm_ComputerSystem');; "
         "SELECT wmi_load('" REPORT "');; SELECT * FROM wmi_members WHERE class LIKE 'fan%'"},
    {.name = "ranges and lists of a database in UTF-16",
     .before = "PRAGMA encoding = 'UTF-16be'; CREATE TABLE t(a TEXT, z TEXT COLLATE NOCASE, m, n); "
               "INSERT INTO t "
               "VALUES ('Msvm_Ma', 'msvm_mf', 'Name', 'Msvm_Memory.Name'), ('CIM_View', "
               "'CIM_View', 'Caption', "
               "'CIM_View.Caption')",
     .sql = "SELECT w.class FROM t JOIN wmi_classes AS w ON w.class >= t.a AND w.class <= t.z;; "
            "SELECT class FROM wmi_classes WHERE class BETWEEN (SELECT max(a) FROM t) COLLATE "
            "BINARY AND (SELECT "
            "max(z) FROM t) COLLATE BINARY;; "
            "SELECT count(*) FROM wmi_members WHERE class IN (SELECT z FROM t) AND member IN "
            "(SELECT m FROM t);; "
            "SELECT count(*) FROM wmi_members WHERE name IN (SELECT n FROM t);; "
            "SELECT count(*) FROM wmi_members WHERE member IN (SELECT m FROM t) AND namespace IN "
            "(SELECT z FROM t);; "
            "SELECT count(*) FROM wmi_members WHERE class = 'CIM_View' AND build_26100 IN (SELECT "
            "m FROM t) AND type "
            "IN (SELECT z FROM t)"},
    {.name = "triggers and views",
     .before = "CREATE TABLE log(x); CREATE VIEW v AS SELECT class, count(*) AS n FROM wmi_members "
               "WHERE build_26100 = 1 GROUP BY class; CREATE TRIGGER r AFTER INSERT ON log WHEN "
               "new.x > 0 BEGIN INSERT INTO log SELECT -wmi_build('10.0.26100') - count(*) FROM "
               "wmi_builds; END",
     .sql = "SELECT * FROM v WHERE class LIKE 'msvm_v%';; INSERT INTO log VALUES (1);; "
            "SELECT x FROM log;; CREATE TEMP VIEW w AS SELECT max(n) AS n FROM v;; SELECT n FROM "
            "w"},
    {.name = "statements of before a load",
     .sql = "SELECT wmi_load('" REPORT "')",
     .prepared = "SELECT * FROM wmi_members WHERE build_26100 = 1",
     .standing = "SELECT 7 UNION ALL SELECT count(*) FROM wmi_members UNION ALL SELECT builds FROM "
                 "wmi_report"},
    {.name = "a statement that opens late",
     .sql = "SELECT wmi_load('" REPORT "');; SELECT wmi_load(NULL);; SELECT wmi_load('" REPORT "')",
     .prepared = "SELECT 7 UNION ALL SELECT sum([14393]) FROM wmi_members WHERE build_26100 = 1 "
                 "UNION ALL SELECT count(build_9200) FROM wmi_members"},
    {.name = "a second handle",
     .sql = "SELECT wmi_load('" REPORT "');; SELECT * FROM wmi_members;; SELECT wmi_load(NULL);; "
            "SELECT members FROM wmi_report",
     .standing = "SELECT class FROM wmi_classes LIMIT 3",
     .has_second = true},
    {0},
};
