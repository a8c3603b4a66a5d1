-- What differs between two reports?
--
-- Needs   nothing but the reports.
-- Run     sqlite3 :memory: '.load ./wmi' '.parameter init' '.parameter set @old old.csv' '.parameter set @new new.csv' \
--           '.read sql/compare_reports.sql'
-- Takes   @old, @new: what wmi_load() takes, a CSV, a page or a folder; NULL or not given is the built-in report.
-- Leaves  temp tables old_cells and new_cells; the built-in report is current afterwards.
--
-- A namespace is told where a report says it. A report that does not is compared by class and member alone, with each
-- namesake of the other.
--
-- Each report is read once into an ordinary table. Two tables over files would do as well, without a copy:
--   CREATE VIRTUAL TABLE temp.old USING wmi_availability('old.csv');

SELECT 'old' AS side, wmi_load(@old) AS members;
DROP TABLE IF EXISTS temp.old_cells;
CREATE TEMP TABLE old_cells(namespace TEXT COLLATE NOCASE, class TEXT COLLATE NOCASE, member TEXT COLLATE NOCASE,
  build INTEGER, available INTEGER, inferred INTEGER, PRIMARY KEY(class, member, build, namespace)) WITHOUT ROWID;
INSERT INTO old_cells SELECT coalesce(namespace, ''), class, member, build, available, inferred FROM wmi_availability;

SELECT 'new' AS side, wmi_load(@new) AS members;
DROP TABLE IF EXISTS temp.new_cells;
CREATE TEMP TABLE new_cells(namespace TEXT COLLATE NOCASE, class TEXT COLLATE NOCASE, member TEXT COLLATE NOCASE,
  build INTEGER, available INTEGER, inferred INTEGER, PRIMARY KEY(class, member, build, namespace)) WITHOUT ROWID;
INSERT INTO new_cells SELECT coalesce(namespace, ''), class, member, build, available, inferred FROM wmi_availability;
SELECT 'built-in' AS side, wmi_load(NULL) AS members;

-- Builds that only one of them has.
SELECT 'only old' AS builds, build FROM (SELECT build FROM old_cells EXCEPT SELECT build FROM new_cells)
UNION ALL
SELECT 'only new', build FROM (SELECT build FROM new_cells EXCEPT SELECT build FROM old_cells)
ORDER BY 1, 2;

-- Members that only one of them has, by class.
SELECT 'only old' AS members, namespace, class, count(*) AS count, group_concat(member, ' ') AS names
FROM (SELECT DISTINCT namespace, class, member FROM old_cells o
      WHERE NOT EXISTS (SELECT * FROM new_cells n
        WHERE n.class = o.class AND n.member = o.member AND (n.namespace = o.namespace OR '' IN (n.namespace, o.namespace))))
GROUP BY namespace, class
UNION ALL
SELECT 'only new', namespace, class, count(*), group_concat(member, ' ')
FROM (SELECT DISTINCT namespace, class, member FROM new_cells n
      WHERE NOT EXISTS (SELECT * FROM old_cells o
        WHERE o.class = n.class AND o.member = n.member AND (o.namespace = n.namespace OR '' IN (o.namespace, n.namespace))))
GROUP BY namespace, class
ORDER BY 1, 3, 2;

-- Cells that they answer differently; NULL is unknown.
SELECT max(o.namespace, n.namespace) AS namespace, o.class, o.member, o.build, o.available AS was, n.available AS now
FROM old_cells o JOIN new_cells n USING (class, member, build)
WHERE o.available IS NOT n.available AND (n.namespace = o.namespace OR '' IN (n.namespace, o.namespace))
ORDER BY o.class, o.member, 1, o.build DESC;

-- Cells that one of them has seen and the other infers, by build; the answer is the same.
SELECT o.build, count(*) FILTER (WHERE o.inferred) AS seen_now, count(*) FILTER (WHERE n.inferred) AS inferred_now
FROM old_cells o JOIN new_cells n USING (class, member, build)
WHERE o.available = n.available AND o.inferred <> n.inferred AND (n.namespace = o.namespace OR '' IN (n.namespace, o.namespace))
GROUP BY o.build
ORDER BY o.build DESC;
