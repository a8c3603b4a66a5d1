-- Which rows of the inventory get no answer, and why?
--
-- Needs   the tables of data/inventory.sql: hosts, scripts, script_uses.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/unanswered_rows.sql'
--
-- available_on() is NULL, not 0, where it cannot know. `WHERE available_on(…) = 0` therefore leaves such rows out
-- without a word; this lists them, so that 'nothing broken' is not mistaken for 'all well'.

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

-- Names in scripts that the report does not have, and such that begin alike.
SELECT s.name AS script, u.class, u.member,
  CASE
    WHEN u.class IS NULL OR u.member IS NULL THEN 'a name is missing'
    WHEN EXISTS (SELECT * FROM wmi_classes c WHERE c.class = u.class) THEN 'the class has no such member'
    ELSE 'no such class'
  END AS why,
  CASE WHEN EXISTS (SELECT * FROM wmi_classes c WHERE c.class = u.class)
    THEN (SELECT group_concat(member, ' ') FROM
      (SELECT m.member FROM wmi_members m WHERE m.class = u.class AND m.member LIKE substr(u.member, 1, 7) || '%'))
    ELSE (SELECT group_concat(class, ' ') FROM
      (SELECT c.class FROM wmi_classes c WHERE c.class LIKE substr(u.class, 1, 14) || '%'))
  END AS perhaps
FROM script_uses u JOIN scripts s USING (script_id)
WHERE NOT EXISTS (SELECT * FROM wmi_members m WHERE m.class = u.class AND m.member = u.member)
ORDER BY script, u.class, u.member;

-- Cells that the report itself leaves open: the name is known and the build too, the answer is not.
SELECT a.class, a.member, a.build, count(DISTINCT u.host_id) AS hosts
FROM hosts h
JOIN uses u USING (host_id)
JOIN wmi_availability a ON a.class = u.class AND a.member = u.member AND a.build = wmi_build(h.os_version)
WHERE a.available IS NULL
GROUP BY a.class, a.member, a.build
ORDER BY a.class, a.member, a.build;
