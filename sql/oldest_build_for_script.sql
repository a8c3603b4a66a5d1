-- What is the oldest build that each script can run on?
--
-- Needs   the tables of data/inventory.sql: scripts and script_uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/oldest_build_for_script.sql'
--
-- A script runs on a build when every member it uses is available there. `oldest` and `newest` are the first
-- and the last such build, `client` and `server` the releases of the oldest, `builds` counts all such builds. NULL: no
-- build has every member. `not_known` counts names that the report does not have (misspelt, or of another namespace): what
-- they need cannot be said, and the other columns do not count them.

WITH fits AS (
  SELECT u.script_id, a.build
  FROM script_uses u JOIN wmi_availability a ON a.class = u.class AND a.member = u.member
  GROUP BY u.script_id, a.build
  HAVING count(*) = sum(a.available)     -- a cell that is unknown is not counted as available
),
span AS (
  SELECT script_id, min(build) AS oldest, max(build) AS newest, count(*) AS builds FROM fits GROUP BY script_id
)
SELECT s.name AS script, oldest, b.client, b.server, newest, builds,
  (SELECT count(*) FROM script_uses u
   WHERE u.script_id = s.script_id
     AND NOT EXISTS (SELECT * FROM wmi_members m WHERE m.class = u.class AND m.member = u.member)) AS not_known
FROM scripts s
LEFT JOIN span USING (script_id)
LEFT JOIN wmi_builds b ON b.build = oldest
ORDER BY oldest IS NULL DESC, oldest DESC, script;
