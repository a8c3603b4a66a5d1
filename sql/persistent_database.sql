-- How do I keep an inventory in a file, with the answers as views?
--
-- Needs   the tables of data/inventory.sql in the main database.
-- Run     sqlite3 fleet.db '.load ./wmi' '.read data/inventory.sql' '.read sql/persistent_database.sql'
--         and from then on sqlite3 fleet.db '.load ./wmi' 'SELECT * FROM fleet_broken'
--
-- The views name the extension's tables and functions; a connection that has not loaded the extension gets 'no
-- such function' or 'no such table' from them, and reads the rest of the file as ever. The functions answer from the connection's current
-- report, so the same view says more after an update of the extension. SQLite allows no index over them for that reason;
-- to keep an answer, store it with its date, as fleet_state does.
--
-- The views work under PRAGMA trusted_schema = off: reading the current report harms nobody, and the extension says so
-- (innocuous). What opens files stays out of the database: wmi_load() is direct-only, and a table with a path lives in
-- temp only:
--   CREATE VIRTUAL TABLE temp.old USING wmi_members('report.csv');
-- A database file from elsewhere may hold such a table all the same, and may hide it in a view or a trigger behind a
-- harmless name. Were it read there, opening that database would make your process read any path the file's author
-- likes. To put an old report behind a view, copy it into the file:
--   CREATE TABLE members_old AS SELECT * FROM old;

PRAGMA trusted_schema = off;

CREATE VIEW IF NOT EXISTS fleet_hosts AS
SELECT host_id, name, site, os_version, wmi_build(os_version) AS build FROM hosts;

CREATE VIEW IF NOT EXISTS fleet_broken AS
SELECT h.name AS host, h.build, s.name AS script, u.class, u.member
FROM fleet_hosts h JOIN uses u USING (host_id) JOIN scripts s USING (script_id)
WHERE available_on(u.class, u.member, h.build) = 0;

CREATE VIEW IF NOT EXISTS fleet_builds AS
SELECT h.build, b.version, b.client, b.server, count(*) AS hosts
FROM fleet_hosts h LEFT JOIN wmi_builds b ON b.build = h.build
GROUP BY h.build;

-- What was true when, with the report that said so.
CREATE TABLE IF NOT EXISTS fleet_state(day TEXT, report TEXT, host TEXT, script TEXT, class TEXT, member TEXT);
INSERT INTO fleet_state
SELECT date('now'), (SELECT sha256 FROM wmi_report), host, script, class, member FROM fleet_broken
WHERE NOT EXISTS (SELECT * FROM fleet_state WHERE day = date('now'));

SELECT * FROM fleet_builds ORDER BY build;
SELECT count(*) AS broken_uses, count(DISTINCT host) AS hosts, count(DISTINCT script) AS scripts FROM fleet_broken;
