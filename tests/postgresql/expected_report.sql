-- What the extension says of the current report, as files for COPY. Writes into the current folder.
.mode csv
.headers off

.once cells.csv
SELECT namespace, class, member, build, available, inferred, available_on(class, member, build) FROM wmi_availability;
.once scoped.csv
SELECT namespace, class, member, available_on(namespace || ':' || class, member, (SELECT max(build) FROM wmi_builds WHERE reported)),
  available_since(class, member), available_until(class, member), available_since(namespace || ':' || class || '.' || member)
FROM (SELECT *, row_number() OVER () AS n FROM wmi_members) WHERE n % 4 = 0 OR (SELECT members FROM wmi_report) < 100
  OR class COLLATE NOCASE IN (SELECT class FROM wmi_classes GROUP BY class COLLATE NOCASE HAVING count(*) > 1);
.once names.csv
SELECT name, available_since(name), available_until(name), available_on(name, (SELECT min(build) FROM wmi_builds WHERE reported))
FROM (SELECT name, row_number() OVER () AS n FROM (SELECT class AS name FROM wmi_classes UNION SELECT member FROM wmi_members UNION SELECT namespace || ':' || class FROM wmi_classes
  UNION SELECT namespace || ':' || member FROM wmi_members))
WHERE name IS NOT NULL AND (n % 4 = 0 OR (SELECT members FROM wmi_report) < 100);
.once members.csv
SELECT namespace, class, member, type, category, access, is_key, deprecated, description, description_en FROM wmi_members;
.once builds.csv
SELECT build, version, client, server, released, server_released, support_ends, reported, resolves_to FROM wmi_builds;
.once classes.csv
SELECT namespace, class, superclass, is_abstract, is_association, deprecated FROM wmi_classes;
.once parameters.csv
SELECT namespace, class, method, position, parameter, direction, type FROM wmi_parameters;
.once value_maps.csv
SELECT namespace, class, member, parameter, value, low, high, label FROM wmi_values;

-- Every entry of the value maps of properties and of return values, of one of the members that have it: its ends, what lies beside
-- them, its text; by class and by name.
.once labels.csv
WITH entries AS MATERIALIZED (SELECT min(coalesce(namespace || ':', '') || class) AS class, member, value, low, high FROM wmi_values
  WHERE parameter IS NULL OR parameter = 'ReturnValue' GROUP BY value, label),
numbers AS (
  SELECT class, member, low AS number FROM entries
  UNION SELECT class, member, high + 1 FROM entries WHERE high < 9223372036854775807
  UNION SELECT class, member, low - 1 FROM entries WHERE low > -9223372036854775808
  UNION SELECT class, member, 1000000 FROM entries
),
answers AS (
  SELECT class, member, number, NULL AS value, wmi_label(class, member, number) AS label FROM numbers
  UNION ALL
  SELECT class, member, NULL, text, wmi_label(class, member, text)
  FROM (SELECT class, member, value AS text FROM entries
        UNION SELECT class, member, printf('0x%X', low) FROM entries WHERE low >= 0
        UNION SELECT class, member, printf('%d..%d', low, low) FROM entries
        UNION SELECT class, member, '99999999999999999999' FROM entries)
  UNION ALL
  SELECT NULL, member, number, NULL, wmi_label(member, number) FROM (SELECT DISTINCT member, number FROM numbers)
  UNION ALL
  SELECT NULL, member, NULL, value, wmi_label(member, value) FROM (SELECT DISTINCT member, value FROM entries)
)
SELECT class, member, number, value, label FROM answers;
