-- Which rows of the inventory get no answer, and why?
--
-- Needs   the tables of data/inventory.sql: hosts, scripts, script_uses and runs.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/unanswered_rows.sql'
-- Leaves  the temp view needs.
--
-- available_on() is NULL, not 0, where it cannot know. `WHERE available_on(…) = 0` therefore leaves such rows out
-- without a word; this lists them, so that 'nothing broken' is not mistaken for 'all well'. The last part counts what is
-- answered without having been seen.

-- Hosts whose version means no build of the report.
SELECT h.name AS host, h.source, quote(h.os_version) AS os_version,
  CASE
    WHEN h.os_version IS NULL OR trim(h.os_version) = '' THEN 'no version'
    WHEN EXISTS (SELECT * FROM wmi_builds b WHERE b.build = h.os_version OR instr(h.os_version, b.build))
      THEN 'a Windows that the report does not cover'
    ELSE 'no build of the report can be told from it'
  END AS why
FROM hosts h
WHERE wmi_build(h.os_version) IS NULL
ORDER BY why, host;

-- The names that scripts use, each with its namespace where the script says it: root\cimv2:Win32_BIOS.
DROP VIEW IF EXISTS temp.needs;
CREATE TEMP VIEW needs AS
SELECT script_id, class, member, substr(class, instr(class, ':') + 1) AS bare,
  CASE WHEN instr(class, ':') THEN substr(class, 1, instr(class, ':') - 1) END AS namespace
FROM script_uses;

-- Names in scripts that the report does not have, and such that begin alike.
SELECT s.name AS script, n.class, n.member,
  CASE
    WHEN n.class IS NULL OR n.member IS NULL THEN 'a name is missing'
    WHEN NOT EXISTS (SELECT * FROM wmi_classes c WHERE c.class = n.bare) THEN 'no such class'
    WHEN n.namespace IS NOT NULL AND NOT EXISTS (SELECT * FROM wmi_classes c WHERE c.class = n.bare AND c.namespace = n.namespace)
      THEN 'the class is not in that namespace'
    ELSE 'the class has no such member'
  END AS why,
  CASE
    WHEN NOT EXISTS (SELECT * FROM wmi_classes c WHERE c.class = n.bare) THEN
      (SELECT group_concat(class, ' ') FROM
        (SELECT DISTINCT c.class FROM wmi_classes c WHERE c.class LIKE substr(n.bare, 1, 14) || '%'))
    WHEN EXISTS (SELECT * FROM wmi_members m WHERE m.class = n.bare AND m.member = n.member) THEN
      (SELECT group_concat(namespace || ':' || class, ' ') FROM wmi_classes c WHERE c.class = n.bare)
    ELSE (SELECT group_concat(member, ' ') FROM
      (SELECT DISTINCT m.member FROM wmi_members m WHERE m.class = n.bare AND m.member LIKE substr(n.member, 1, 7) || '%'))
  END AS perhaps
FROM needs n JOIN scripts s USING (script_id)
WHERE NOT EXISTS (SELECT * FROM wmi_members m
  WHERE m.class = n.bare AND m.member = n.member AND (n.namespace IS NULL OR m.namespace = n.namespace))
ORDER BY script, n.class, n.member;

-- Class and build are known and the answer is not, and why: the report leaves the cells open, or the class stands in
-- several namespaces that do not agree; `perhaps` says what each of them answers.
WITH asked AS (
  SELECT n.class, n.member, n.bare, n.namespace, wmi_build(h.os_version) AS build, count(DISTINCT h.host_id) AS hosts
  FROM hosts h JOIN runs r USING (host_id) JOIN needs n USING (script_id)
  WHERE available_on(n.class, n.member, h.os_version) IS NULL AND wmi_build(h.os_version) IS NOT NULL
  GROUP BY n.class, n.member, build
),
cells AS (
  SELECT q.class, q.member, q.build, q.hosts, count(a.available) AS known,
    group_concat(a.namespace || ': ' || CASE a.available WHEN 1 THEN 'present' WHEN 0 THEN 'absent' ELSE 'not known' END, '; ') AS each
  FROM asked q JOIN wmi_availability a ON a.class = q.bare AND a.member = q.member AND a.build = q.build
  WHERE q.namespace IS NULL OR a.namespace = q.namespace
  GROUP BY q.class, q.member, q.build
)
SELECT class, build, max(hosts) AS hosts, count(*) AS members, group_concat(member, ' ') AS names,
  CASE WHEN known > 0 THEN 'namespaces that do not agree' ELSE 'not known on that build' END AS why, CASE WHEN known > 0 THEN each END AS perhaps
FROM (SELECT * FROM cells ORDER BY class, build, member)
GROUP BY class, build, why, perhaps
ORDER BY why DESC, class, build;

-- Answers that no source saw on that build: inferred from its neighbours, by build.
SELECT a.build, count(DISTINCT h.host_id) AS hosts, count(*) AS answers, count(DISTINCT n.class || '.' || n.member) AS members
FROM hosts h JOIN runs r USING (host_id) JOIN needs n USING (script_id)
JOIN wmi_availability a ON a.class = n.bare AND a.member = n.member AND a.build = wmi_build(h.os_version)
WHERE a.inferred = 1 AND (n.namespace IS NULL OR a.namespace = n.namespace)
GROUP BY a.build
ORDER BY a.build DESC;
