-- How do I write the current report into a file that says all that it says?
--
-- Needs   nothing but the extension.
-- Run     sqlite3 -batch :memory: '.load ./wmi' '.read sql/export_csv.sql' > report.csv
--
-- Writes the members of the current report as one CSV: wmi_load('report.csv') reads the same members, cells, inferred ones
-- among them (~), and value maps. A plain SELECT * FROM wmi_members in .mode csv loads again too, but a column of 1 and 0
-- cannot say what is inferred, and the value maps stand in another table. Classes and parameters: .mode csv, .headers on, and
-- SELECT * FROM wmi_classes into a file, SELECT p.*, … AS Desc FROM wmi_parameters into another; a folder of the three loads as one.

.mode list
.headers off
.nullvalue ''

SELECT 'Namespace,Class,Member,Type,Category,Access,Key,Deprecated,'
  || (SELECT group_concat(build) FROM (SELECT build FROM wmi_builds WHERE reported ORDER BY build DESC)) || ',Desc,Desc_EN';
WITH members AS (
  SELECT *, (SELECT '[枚举值: ' || group_concat(value || ' - ' || label, '; ') || ']' FROM wmi_values v
    WHERE v.class = m.class AND v.member = m.member AND v.namespace IS m.namespace AND v.parameter IS NULL) AS map,
    (SELECT group_concat(CASE WHEN inferred THEN '~' ELSE '' END
        || CASE available WHEN 1 THEN '✅' WHEN 0 THEN '❌' ELSE '' END)
      FROM wmi_availability a WHERE a.class = m.class AND a.member = m.member AND a.namespace IS m.namespace) AS cells
  FROM wmi_members m
)
SELECT coalesce('"' || replace(namespace, '"', '""') || '"', '') || ',"' || replace(class, '"', '""') || '","'
  || replace(member, '"', '""') || '",' || coalesce('"' || replace(type, '"', '""') || '"', '') || ',' || category || ','
  || coalesce('"' || replace(access, '"', '""') || '"', '') || ',' || coalesce(is_key, '') || ','
  || coalesce('"' || replace(deprecated, '"', '""') || '"', '') || ',' || cells || ','
  || coalesce('"' || replace(trim(coalesce(description, '') || coalesce(' ' || map, '')), '"', '""') || '"', '') || ','
  || coalesce('"' || replace(description_en, '"', '""') || '"', '')
FROM members;
