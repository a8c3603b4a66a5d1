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
SELECT a.namespace, a.class, a.member,
  sum(f.hosts) FILTER (WHERE a.available = 1) AS hosts_with,
  sum(f.hosts) FILTER (WHERE a.available = 0) AS hosts_without,
  sum(f.hosts) FILTER (WHERE a.available IS NULL) AS not_known
FROM fleet f JOIN wmi_availability a ON a.build = f.build
GROUP BY a.class, a.member, a.namespace;

-- Of all members in the report: on every host, on some, on none.
SELECT count(*) FILTER (WHERE hosts_without IS NULL AND not_known IS NULL) AS everywhere,
  count(*) FILTER (WHERE hosts_with > 0 AND hosts_without > 0) AS on_some,
  count(*) FILTER (WHERE hosts_with IS NULL AND not_known IS NULL) AS nowhere,
  count(*) FILTER (WHERE not_known > 0 AND hosts_without IS NULL) AS perhaps
FROM member_reach;

-- Of those that scripts here use: all that fail somewhere, the worst first. A name that two namespaces answer
-- differently counts as not known.
SELECT u.class, u.member,
  sum(f.hosts) FILTER (WHERE available_on(u.class, u.member, f.build) = 0) AS hosts_without,
  sum(f.hosts) FILTER (WHERE available_on(u.class, u.member, f.build) IS NULL) AS not_known,
  sum(f.hosts) FILTER (WHERE available_on(u.class, u.member, f.build) = 1) AS hosts_with, u.scripts
FROM (SELECT class, member, count(DISTINCT script_id) AS scripts FROM script_uses
      WHERE available_since(class, member) IS NOT NULL
      GROUP BY class COLLATE NOCASE, member COLLATE NOCASE) u
CROSS JOIN fleet f
GROUP BY u.class, u.member
HAVING hosts_without > 0 OR not_known > 0
ORDER BY hosts_without DESC, not_known DESC, u.class, u.member;
