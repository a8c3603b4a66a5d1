-- Every member on every build: the function, and the table.
SELECT format('cells by available_on: %s compared, %s differ', count(*),
  count(*) FILTER (WHERE wmi.available_on(class, member, build) IS DISTINCT FROM available)) FROM cells;
SELECT format('cells of the table: %s compared, %s differ', count(*),
  count(*) FILTER (WHERE m.member_id IS NULL OR c.class IS NULL OR a.available IS DISTINCT FROM c.available))
FROM cells c
FULL JOIN (wmi.members m JOIN wmi.availability a USING (member_id))
  ON m.class = c.class AND m.member = c.member AND a.build = c.build;
