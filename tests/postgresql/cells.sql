-- Every member on every build, by the view and by the function; every member by its namespace and by its name.
SELECT format('cells of the view: %s compared, %s differ', (SELECT count(*) FROM expected.cells), (SELECT count(*) FROM (
  (SELECT namespace, class, member, build, available, inferred FROM wmi.availability EXCEPT ALL SELECT namespace, class, member, build, available, inferred FROM expected.cells)
  UNION ALL
  (SELECT namespace, class, member, build, available, inferred FROM expected.cells EXCEPT ALL SELECT namespace, class, member, build, available, inferred FROM wmi.availability)) d));
SELECT format('cells by available_on: %s compared, %s differ', count(*),
  count(*) FILTER (WHERE wmi.available_on(class, member, build) IS DISTINCT FROM answer)) FROM expected.cells;
SELECT format('namespaces: %s compared, %s differ', 4 * count(*),
  count(*) FILTER (WHERE wmi.available_on(namespace || ':' || class, member, newest) IS DISTINCT FROM answer)
  + count(*) FILTER (WHERE wmi.available_since(class, member) IS DISTINCT FROM since)
  + count(*) FILTER (WHERE wmi.available_until(class, member) IS DISTINCT FROM until)
  + count(*) FILTER (WHERE wmi.available_since(namespace || ':' || class || '.' || member) IS DISTINCT FROM scoped_since))
FROM expected.scoped, (SELECT max(build) AS newest FROM wmi.builds WHERE reported = 1) b;
SELECT format('names: %s compared, %s differ', 3 * count(*),
  count(*) FILTER (WHERE wmi.available_on(name, oldest) IS DISTINCT FROM answer)
  + count(*) FILTER (WHERE wmi.available_since(name) IS DISTINCT FROM since)
  + count(*) FILTER (WHERE wmi.available_until(name) IS DISTINCT FROM until))
FROM expected.names, (SELECT min(build) AS oldest FROM wmi.builds WHERE reported = 1) b;
SELECT format('  e.g. %s %s %s', s, wmi.available_since(class, member), wmi.available_until(class, member)) FROM expected.scoped s
WHERE wmi.available_since(class, member) IS DISTINCT FROM since OR wmi.available_until(class, member) IS DISTINCT FROM until LIMIT 5;
