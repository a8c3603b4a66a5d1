-- What does an upgrade from one build to another add and remove, and what does it break or mend here?
--
-- Needs   the tables of data/inventory.sql: hosts, scripts, runs and script_uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.parameter init' ".parameter set @from 17763" ".parameter set @to 26100" \
--           '.read sql/upgrade_impact.sql'
-- Takes   @from, @to: all that wmi_build() takes; by default 'Windows Server 2016' and 'Windows Server 2025'. One that
--         no build of the report stands for is an error that names the parameter, and no question is answered.
-- Leaves  the temp table upgrade.

DROP TABLE IF EXISTS temp.upgrade;
CREATE TEMP TABLE upgrade(old_version, new_version,
  old_build INTEGER CONSTRAINT "@from: no build of the report stands for it" CHECK (old_build IS NOT NULL),
  new_build INTEGER CONSTRAINT "@to: no build of the report stands for it" CHECK (new_build IS NOT NULL));
INSERT INTO upgrade
SELECT *, wmi_build(old_version), wmi_build(new_version)
FROM (SELECT coalesce(@from, 'Windows Server 2016') AS old_version, coalesce(@to, 'Windows Server 2025') AS new_version);

-- In all: members that come, go, or of which one side is unknown.
SELECT old_build, new_build, change, count(DISTINCT coalesce(namespace, '') || ':' || class) AS classes, count(*) AS members
FROM upgrade, wmi_changes(old_version, new_version)
GROUP BY change
ORDER BY change;

-- Classes that go entirely.
SELECT namespace, class, count(*) AS members_removed
FROM upgrade, wmi_changes(old_version, new_version)
WHERE change = 'removed' AND NOT available_on(coalesce(namespace || ':', '') || class, new_build)
GROUP BY class, namespace
ORDER BY class, namespace;

-- Here: scripts that use such a member, and how many hosts of the old build run them now. available_on() reads
-- `class` as the script has it, with its namespace or without; one that either side says nothing of is 'unknown'.
SELECT s.name AS script,
  CASE WHEN was = 0 AND now = 1 THEN 'mends' WHEN was = 1 AND now = 0 THEN 'breaks' ELSE 'unknown' END AS upgrade,
  c.class, c.member, count(h.host_id) AS hosts
FROM (SELECT u.*, old_build, available_on(u.class, u.member, old_build) AS was, available_on(u.class, u.member, new_build) AS now
      FROM upgrade, script_uses u) c
JOIN scripts s USING (script_id)
LEFT JOIN runs r USING (script_id)
LEFT JOIN hosts h ON h.host_id = r.host_id AND wmi_build(h.os_version) = old_build
WHERE was IS NOT now
GROUP BY script, c.class, c.member
ORDER BY upgrade, script, c.class, c.member;

-- Here: the hosts that would run such a script after the upgrade and could not.
SELECT h.name AS host, s.name AS script, u.class, u.member
FROM upgrade
JOIN hosts h ON wmi_build(h.os_version) = old_build
JOIN uses u USING (host_id)
JOIN scripts s USING (script_id)
WHERE available_on(u.class, u.member, old_build) = 1 AND available_on(u.class, u.member, new_build) = 0
ORDER BY host, script, u.class, u.member;
