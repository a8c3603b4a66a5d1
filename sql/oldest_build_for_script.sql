-- What is the oldest build that each script can run on?
--
-- Needs   the tables of data/inventory.sql: scripts and script_uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/oldest_build_for_script.sql'
--
-- A script runs on a build when every member it uses is available there. `oldest` and `newest` are the first
-- and the last such build, `client` and `server` the releases of the oldest, `builds` counts all such builds; `inferred`
-- counts the members that no source saw on the oldest, but that its neighbours agree on. NULL: no build is known to have
-- every member. `not_known` counts names that the report does not have (misspelt, missing, or of another namespace): what
-- they need cannot be said, and the other columns do not count them.

-- Each name with its namespace, where the script says it: root\cimv2:Win32_BIOS.
WITH parts AS (
  SELECT script_id, class, member, substr(class, instr(class, ':') + 1) AS bare,
    CASE WHEN instr(class, ':') THEN substr(class, 1, instr(class, ':') - 1) END AS namespace
  FROM script_uses
),
needs AS (
  SELECT p.*, EXISTS (
    SELECT * FROM wmi_members m
    WHERE m.class = p.bare AND m.member = p.member AND (p.namespace IS NULL OR m.namespace = p.namespace)) AS is_known
  FROM parts p
),
fits AS (
  SELECT n.script_id, b.build
  FROM needs n JOIN wmi_builds b ON b.reported
  WHERE n.is_known
  GROUP BY n.script_id, b.build
  HAVING count(*) = sum(available_on(n.class, n.member, b.build))     -- an unknown cell is not counted as available
),
span AS (
  SELECT script_id, min(build) AS oldest, max(build) AS newest, count(*) AS builds FROM fits GROUP BY script_id
)
SELECT s.name AS script, oldest, b.client, b.server, newest, builds,
  (SELECT count(*) FROM needs n
   WHERE n.script_id = s.script_id AND EXISTS (
     SELECT * FROM wmi_availability a
     WHERE a.class = n.bare AND a.member = n.member AND a.build = oldest AND a.inferred = 1
       AND (n.namespace IS NULL OR a.namespace = n.namespace))) AS inferred,
  (SELECT count(*) FROM needs n WHERE n.script_id = s.script_id AND NOT n.is_known) AS not_known
FROM scripts s
LEFT JOIN span USING (script_id)
LEFT JOIN wmi_builds b ON b.build = oldest
ORDER BY oldest IS NULL DESC, oldest DESC, script;
