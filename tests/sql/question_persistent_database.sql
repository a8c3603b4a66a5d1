-- sql/persistent_database.sql over the sample inventory; run twice, it stores a day once.
.headers on
.read data/inventory.sql
.read sql/persistent_database.sql
.read sql/persistent_database.sql
SELECT count(*) = (SELECT count(*) FROM fleet_broken) AS stored_once FROM fleet_state;
SELECT host, build, script, class, member FROM fleet_broken ORDER BY 1, 3, 4, 5 LIMIT 5;
.print what opens a file stays in temp
CREATE VIRTUAL TABLE old USING wmi_members('tests/sql/question_compare_reports_old.csv');
CREATE VIRTUAL TABLE temp.old USING wmi_members('tests/sql/question_compare_reports_old.csv');
CREATE TABLE members_old AS SELECT * FROM old;
CREATE VIEW behind AS SELECT count(*) FROM members_old;
SELECT * FROM behind;
