-- Which members has a class, and from which class does it inherit each?
--
-- Needs   nothing but the extension.
-- Set     .parameter set @class "'Msvm_ComputerSystem'"
--         .parameter set @namespace "'root\\cimv2'"     -- where the class stands in several; without it, in each
-- Prints  the classes that it inherits from, the nearest first; then each member, where it comes from, and since which build it is there.

.parameter init
INSERT OR IGNORE INTO temp.sqlite_parameters VALUES ('@class', 'Msvm_ComputerSystem'), ('@namespace', NULL);

-- A class inherits in its namespace. A superclass that the report does not have ends the line.
CREATE TEMP VIEW IF NOT EXISTS class_lineage AS
WITH RECURSIVE lineage(namespace, class, superclass, depth) AS (
  SELECT namespace, class, superclass, 0 FROM wmi_classes
  WHERE class = (SELECT value FROM temp.sqlite_parameters WHERE key = '@class')
    AND namespace IS coalesce((SELECT value FROM temp.sqlite_parameters WHERE key = '@namespace'), namespace)
  UNION
  SELECT c.namespace, c.class, c.superclass, depth + 1
  FROM lineage l JOIN wmi_classes c ON c.class = l.superclass AND c.namespace IS l.namespace
  WHERE depth < 50
)
SELECT * FROM lineage;

SELECT namespace, group_concat(class, ' < ') AS lineage FROM (SELECT * FROM class_lineage ORDER BY namespace, depth) GROUP BY namespace;

-- The class furthest up that lists the member is the one that brings it.
SELECT m.namespace, m.member, m.type, m.access, l.class AS inherited_from,
  available_since(coalesce(m.namespace || ':', '') || m.class, m.member) AS since
FROM class_lineage own
JOIN wmi_members m ON own.depth = 0 AND m.class = own.class AND m.namespace IS own.namespace
JOIN class_lineage l ON l.namespace IS own.namespace AND l.depth = (
  SELECT max(u.depth) FROM class_lineage u JOIN wmi_members b ON b.class = u.class AND b.member = m.member AND b.namespace IS u.namespace
  WHERE u.namespace IS own.namespace)
ORDER BY m.namespace, l.depth, m.member;
