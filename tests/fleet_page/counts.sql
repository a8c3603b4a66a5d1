-- What the page has to hold, 'NAME|NUMBER', counted from the inventory itself.
.mode list
.headers off
.separator "|" "\n"
CREATE TEMP TABLE told AS
SELECT r.host_id, r.script_id, CASE WHEN min(b) IS NULL OR min(n) IS NULL THEN 'open'
  WHEN sum(a = 0) > 0 THEN 'breaks' WHEN sum(a IS NULL) > 0 THEN 'open' ELSE 'runs' END AS state
FROM runs r LEFT JOIN (
  SELECT h.host_id AS host, u.script_id AS script, wmi_build(h.os_version) AS b, u.n, available_on(u.n, h.os_version) AS a
  FROM hosts h, (SELECT DISTINCT script_id, class || coalesce('.' || member, '') AS n FROM script_uses WHERE class IS NOT NULL) u) t
  ON t.host = r.host_id AND t.script = r.script_id
GROUP BY r.host_id, r.script_id;
SELECT 'breaks', count(*) FROM told WHERE state = 'breaks';
SELECT 'open', count(*) FROM told WHERE state = 'open';
SELECT 'runs', count(*) FROM told WHERE state = 'runs';
SELECT 'empty', (SELECT count(*) FROM hosts) * (SELECT count(*) FROM scripts) - (SELECT count(*) FROM (SELECT DISTINCT host_id, script_id FROM runs));
SELECT 'rows', count(*) FROM hosts;
SELECT 'scripts', count(*) FROM scripts;
SELECT 'unanswered', count(*) FROM hosts WHERE wmi_build(os_version) IS NULL;
SELECT 'unsupported', count(DISTINCT build) FROM wmi_builds WHERE support_ends < date('now') AND build IN (SELECT wmi_build(os_version) FROM hosts);
