-- What does an upgrade from one build to another add and remove, and what does it break or mend here?
--
-- Needs   the tables of data/inventory.sql: hosts, scripts, runs and script_uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.parameter init' ".parameter set @from 17763" ".parameter set @to 26100" \
--           '.read sql/upgrade_impact.sql'
-- Takes   @from, @to: all that wmi_build() takes; by default 'Windows Server 2016' and 'Windows Server 2025'. One that
--         no build of the report stands for is an error of each question.
-- Leaves  the temp table upgrade.

DROP TABLE IF EXISTS temp.upgrade;
CREATE TEMP TABLE upgrade AS
SELECT *, wmi_build(old_version) AS old_build, wmi_build(new_version) AS new_build
FROM (SELECT coalesce(@from, 'Windows Server 2016') AS old_version, coalesce(@to, 'Windows Server 2025') AS new_version);

-- In all: members that come, go, or of which one side is unknown.
SELECT old_build, new_build, change, count(DISTINCT class) AS classes, count(*) AS members
FROM upgrade, wmi_changes(old_version, new_version)
GROUP BY change
ORDER BY change;

-- Classes that go entirely.
SELECT class, count(*) AS members_removed
FROM upgrade, wmi_changes(old_version, new_version)
WHERE change = 'removed' AND NOT available_on(class, new_build)
GROUP BY class
ORDER BY class;

-- Here: scripts that use such a member, and how many hosts of the old build run them now.
SELECT s.name AS script,
  CASE c.change WHEN 'added' THEN 'mends' WHEN 'removed' THEN 'breaks' ELSE 'unknown' END AS upgrade,
  c.class, c.member, count(h.host_id) AS hosts
FROM upgrade
JOIN wmi_changes c ON c.from_build = old_version AND c.to_build = new_version
JOIN script_uses u ON c.class = u.class AND c.member = u.member
JOIN scripts s USING (script_id)
LEFT JOIN runs r USING (script_id)
LEFT JOIN hosts h ON h.host_id = r.host_id AND wmi_build(h.os_version) = old_build
GROUP BY script, c.class, c.member
ORDER BY upgrade, script, c.class, c.member;

-- Here: the hosts that would run such a script after the upgrade and could not.
SELECT h.name AS host, s.name AS script, c.class, c.member
FROM upgrade
JOIN wmi_changes c ON c.from_build = old_version AND c.to_build = new_version
JOIN uses u ON c.class = u.class AND c.member = u.member
JOIN hosts h USING (host_id)
JOIN scripts s USING (script_id)
WHERE c.change = 'removed' AND wmi_build(h.os_version) = old_build
ORDER BY host, script, c.class, c.member;
