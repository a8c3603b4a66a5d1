-- Which hosts break which script, and since which build?
--
-- Needs   the tables of data/inventory.sql: hosts, scripts and the view uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/broken_scripts.sql'
-- Leaves  temp views that later questions can use: host_builds, broken_uses.
--
-- A member that is absent on a host's build was either removed before it (gone_since: the build that
-- no longer has it) or came after it (comes_with: the next newer build that has it), or both. Hosts whose
-- build is not known, and members of which it is not known there, are not here: sql/unanswered_rows.sql lists them.
-- `class` stays as the script has it, with its namespace or without; available_on() reads both.

DROP VIEW IF EXISTS temp.broken_uses;
DROP VIEW IF EXISTS temp.host_builds;

-- Each host with the report build that answers for it.
CREATE TEMP VIEW host_builds AS
SELECT host_id, name, site, os_version, wmi_build(os_version) AS build FROM hosts;

CREATE TEMP VIEW broken_uses AS
WITH absent AS (
  SELECT u.script_id, u.host_id, h.name AS host, h.build, u.class, u.member
  FROM uses u JOIN host_builds h USING (host_id)
  WHERE available_on(u.class, u.member, h.build) = 0
)
SELECT a.*,
  (SELECT min(b.build) FROM wmi_builds b
   WHERE b.reported AND available_on(a.class, a.member, b.build) = 0 AND b.build > (
     SELECT max(o.build) FROM wmi_builds o
     WHERE o.reported AND o.build < a.build AND available_on(a.class, a.member, o.build) = 1)) AS gone_since,
  (SELECT min(b.build) FROM wmi_builds b
   WHERE b.reported AND b.build > a.build AND available_on(a.class, a.member, b.build) = 1) AS comes_with
FROM absent a;

-- Script by script: how many of its hosts break it, and the builds at fault.
SELECT s.name AS script, count(DISTINCT b.host_id) AS broken_hosts,
  (SELECT count(*) FROM runs r WHERE r.script_id = s.script_id) AS all_hosts,
  count(DISTINCT b.class || '.' || b.member) AS members,
  max(b.gone_since) AS gone_since, max(b.comes_with) AS comes_with
FROM broken_uses b JOIN scripts s USING (script_id)
GROUP BY s.script_id
ORDER BY broken_hosts DESC, script;

-- Every script and member, with the hosts it is absent on.
SELECT script, class, member, build, gone_since, comes_with, count(*) AS hosts, group_concat(host, ' ') AS names
FROM (SELECT s.name AS script, b.* FROM broken_uses b JOIN scripts s USING (script_id) ORDER BY host)
GROUP BY script, class, member, build
ORDER BY script, class, member, build;
