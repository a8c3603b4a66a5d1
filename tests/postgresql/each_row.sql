-- The first hundred thousand rows, by the function for every row; what is not known counts too.
CREATE TEMP TABLE called AS
SELECT wmi.available_on(class, member, os_version) AS available, count(*) AS rows FROM inventory WHERE host_id <= 100000 GROUP BY 1;
SELECT format('available_on row by row: %s compared, %s differ', sum(c.rows),
  count(*) FILTER (WHERE j.rows IS DISTINCT FROM c.rows))
FROM (SELECT * FROM counts WHERE upto = 100000) c FULL JOIN called j ON coalesce(c.available, 2) = coalesce(j.available, 2);
