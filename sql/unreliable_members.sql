-- Which members can nobody rely on across the fleet?
--
-- Needs   the tables of data/inventory.sql: hosts and script_uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/unreliable_members.sql'
-- Leaves  temp tables fleet (the builds in use and how many hosts each has) and member_reach.
--
-- A member can be relied on when it is available on every build that a host here runs. `not_known` counts the
-- hosts on whose build the report says nothing of it; they are neither with it nor without it.

DROP TABLE IF EXISTS temp.fleet;
CREATE TEMP TABLE fleet AS
SELECT wmi_build(os_version) AS build, count(*) AS hosts
FROM hosts WHERE wmi_build(os_version) IS NOT NULL
GROUP BY 1;

DROP TABLE IF EXISTS temp.member_reach;
CREATE TEMP TABLE member_reach AS
SELECT a.class, a.member,
  sum(f.hosts) FILTER (WHERE a.available = 1) AS hosts_with,
  sum(f.hosts) FILTER (WHERE a.available = 0) AS hosts_without,
  sum(f.hosts) FILTER (WHERE a.available IS NULL) AS not_known
FROM fleet f JOIN wmi_availability a ON a.build = f.build
GROUP BY a.class, a.member;

-- Of all members in the report: on every host, on some, on none.
SELECT count(*) FILTER (WHERE hosts_without IS NULL AND not_known IS NULL) AS everywhere,
  count(*) FILTER (WHERE hosts_with > 0 AND hosts_without > 0) AS on_some,
  count(*) FILTER (WHERE hosts_with IS NULL AND not_known IS NULL) AS nowhere,
  count(*) FILTER (WHERE not_known > 0 AND hosts_without IS NULL) AS perhaps
FROM member_reach;

-- Of those that scripts here use: all that fail somewhere, the worst first.
SELECT m.class, m.member, coalesce(m.hosts_without, 0) AS hosts_without, coalesce(m.not_known, 0) AS not_known,
  coalesce(m.hosts_with, 0) AS hosts_with, count(DISTINCT u.script_id) AS scripts
FROM member_reach m
JOIN script_uses u ON u.class = m.class COLLATE NOCASE AND u.member = m.member COLLATE NOCASE
WHERE m.hosts_without > 0 OR m.not_known > 0
GROUP BY m.class, m.member
ORDER BY hosts_without DESC, not_known DESC, m.class, m.member;
