-- wmi_build of every text: the same of those that it has to read, the same or NULL of the others.
CREATE TEMP TABLE answers AS SELECT version, build AS expected, wmi.wmi_build(version) AS answer, is_read,
  wmi.wmi_build(version) IS DISTINCT FROM build AND (is_read OR wmi.wmi_build(version) IS NOT NULL) AS is_wrong
FROM expected_builds;
SELECT format('wmi_build: %s compared, %s differ', count(*), count(*) FILTER (WHERE is_wrong)) FROM answers;
SELECT format('  e.g. wmi_build(%L) is %s, the extension says %s', version, answer, expected) FROM answers WHERE is_wrong LIMIT 10;
