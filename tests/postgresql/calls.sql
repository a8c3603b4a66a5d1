-- available_on in its four forms.
SELECT format('available_on: %s compared, %s differ', 4 * count(*),
  count(*) FILTER (WHERE wmi.available_on(class, member, version) IS DISTINCT FROM by_class_version)
  + count(*) FILTER (WHERE wmi.available_on(class, member, build) IS DISTINCT FROM by_class_build)
  + count(*) FILTER (WHERE wmi.available_on(name, version) IS DISTINCT FROM by_name_version)
  + count(*) FILTER (WHERE wmi.available_on(name, build) IS DISTINCT FROM by_name_build)) FROM calls;
SELECT format('  e.g. %s', c) FROM calls c
WHERE wmi.available_on(name, build) IS DISTINCT FROM by_name_build
  OR wmi.available_on(class, member, version) IS DISTINCT FROM by_class_version LIMIT 5;
