-- Every function, of names and versions in all spellings; numbers of every type.
CREATE TEMP TABLE answers AS
SELECT class, member, name, version, build,
  ARRAY[by_class_version, by_class_build, by_name_version, by_name_build, since, until, name_since, name_until]::text[]
    || ARRAY[label, name_label, text_label] AS expected,
  ARRAY[wmi.available_on(class, member, version), wmi.available_on(class, member, build), wmi.available_on(name, version), wmi.available_on(name, build),
    wmi.available_since(class, member), wmi.available_until(class, member), wmi.available_since(name), wmi.available_until(name)]::text[]
    || ARRAY[wmi.wmi_label(class, member, build % 17), wmi.wmi_label(name, build % 17), wmi.wmi_label(name, (build % 7)::text)] AS answer
FROM calls;
SELECT format('calls: %s compared, %s differ', 11 * count(*), count(*) FILTER (WHERE answer IS DISTINCT FROM expected)) FROM answers;
SELECT format('  e.g. %s', a) FROM answers a WHERE answer IS DISTINCT FROM expected LIMIT 5;
SELECT format('other types: %s compared, %s differ', 4 * count(*),
  count(*) FILTER (WHERE wmi.available_on(class, member, build::numeric) IS DISTINCT FROM by_class_build)
  + count(*) FILTER (WHERE wmi.available_on(name, build::double precision) IS DISTINCT FROM by_name_build)
  + count(*) FILTER (WHERE wmi.wmi_build(build + 0.5) IS NOT NULL)
  + count(*) FILTER (WHERE wmi.wmi_label(name, (build % 17)::numeric) IS DISTINCT FROM name_label)) FROM calls WHERE build BETWEEN 0 AND 20000;
