-- wmi_build of every text.
CREATE TEMP TABLE answers AS SELECT version, build AS expected, wmi.wmi_build(version) AS answer FROM expected_builds;
SELECT format('wmi_build: %s compared, %s differ', count(*), count(*) FILTER (WHERE answer IS DISTINCT FROM expected)) FROM answers;
SELECT format('  e.g. wmi_build(%L) is %s, the extension says %s', version, answer, expected) FROM answers WHERE answer IS DISTINCT FROM expected LIMIT 10;
