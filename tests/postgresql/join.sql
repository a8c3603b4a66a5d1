-- A million rows by a join, as the header of sql/export_postgresql.sql shows it.
CREATE TEMP TABLE joined AS
WITH versions AS MATERIALIZED (
  SELECT os_version, wmi.wmi_build(os_version) AS build FROM (SELECT DISTINCT os_version FROM inventory) v
)
SELECT a.available, count(*) AS rows
FROM inventory i JOIN versions USING (os_version)
JOIN wmi.members m ON m.class_key = lower(i.class COLLATE "C") AND m.member_key = lower(i.member COLLATE "C")
JOIN wmi.availability a USING (member_id, build)
WHERE a.available IS NOT NULL
GROUP BY a.available;
SELECT format('join of %s rows: %s compared, %s differ', (SELECT count(*) FROM inventory), sum(c.rows),
  count(*) FILTER (WHERE j.rows IS DISTINCT FROM c.rows))
FROM (SELECT * FROM counts WHERE upto = 1000000 AND available IS NOT NULL) c FULL JOIN joined j USING (available);
