-- What does this method take, and what does it return?
--
-- Needs   nothing but the extension.
-- Set     .parameter set @method "'Win32_Process.Create'"     -- or with its namespace: "'root\\cimv2:Win32_Process.Create'"
-- Prints  its parameters, the return value first, with what their values mean where the report says it; then since which build it is there.

.parameter init
INSERT OR IGNORE INTO temp.sqlite_parameters VALUES ('@method', 'Win32_Process.Create');

CREATE TEMP VIEW IF NOT EXISTS asked_method AS
SELECT m.namespace, m.class, m.member FROM wmi_members m
JOIN (SELECT value, instr(value, ':') AS colon FROM temp.sqlite_parameters WHERE key = '@method') asked
  ON m.name = substr(value, colon + 1) AND (colon = 0 OR m.namespace = substr(value, 1, colon - 1))
WHERE m.category = 'Method';

SELECT p.namespace, p.class, p.method, p.position, p.parameter, p.direction, p.type,
  (SELECT group_concat(v.value || ' ' || v.label, '; ') FROM wmi_values v
   WHERE v.class = p.class AND v.member = p.method AND v.namespace IS p.namespace AND v.parameter = p.parameter) AS means
FROM asked_method a
JOIN wmi_parameters p ON p.class = a.class AND p.method = a.member AND p.namespace IS a.namespace
ORDER BY p.namespace, p.position;

SELECT namespace, class, member, available_since(coalesce(namespace || ':', '') || class, member) AS since FROM asked_method;
