-- A million rows by a join with the view: each version is read once, not once for each row that bears it. Then by the function, each
-- use of a member on a version asked once.
CREATE TEMP TABLE joined AS
WITH versions AS MATERIALIZED (
  SELECT os_version, wmi.wmi_build(os_version) AS build FROM (SELECT DISTINCT os_version FROM inventory) v
)
SELECT a.available, count(*) AS rows
FROM inventory i JOIN versions USING (os_version)
JOIN wmi.availability a ON a.class_key = lower(i.class COLLATE "C") AND a.member_key = lower(i.member COLLATE "C") AND a.build = versions.build
WHERE a.available IS NOT NULL AND i.is_plain = 1
GROUP BY a.available;
SELECT format('join of %s rows: %s compared, %s differ', (SELECT count(*) FROM inventory), sum(c.rows),
  count(*) FILTER (WHERE j.rows IS DISTINCT FROM c.rows))
FROM (SELECT * FROM counts WHERE upto = 1000000 AND available IS NOT NULL) c FULL JOIN joined j USING (available);
CREATE TEMP TABLE asked AS
WITH uses AS MATERIALIZED (SELECT DISTINCT class, member, os_version FROM inventory),
answers AS MATERIALIZED (SELECT *, wmi.available_on(class, member, os_version) AS available FROM uses)
SELECT available, count(*) AS rows FROM inventory JOIN answers USING (class, member, os_version) WHERE available IS NOT NULL GROUP BY available;
SELECT format('each use once: %s compared, %s differ', sum(c.rows), count(*) FILTER (WHERE j.rows IS DISTINCT FROM c.rows))
FROM (SELECT * FROM counts WHERE upto = 0 AND available IS NOT NULL) c FULL JOIN asked j USING (available);
