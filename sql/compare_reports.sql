-- What differs between two reports?
--
-- Needs   nothing but the reports.
-- Run     sqlite3 :memory: '.load ./wmi' '.parameter init' '.parameter set @old old.csv' '.parameter set @new new.csv' \
--           '.read sql/compare_reports.sql'
-- Takes   @old, @new: what wmi_load() takes, a CSV, a page or a folder; NULL or not given is the built-in report.
-- Leaves  temp tables old_cells and new_cells; the built-in report is current afterwards.
--
-- Each report is read once into an ordinary table. Two tables over files would do as well, without a copy:
--   CREATE VIRTUAL TABLE temp.old USING wmi_availability('old.csv');

SELECT 'old' AS side, wmi_load(@old) AS members;
DROP TABLE IF EXISTS temp.old_cells;
CREATE TEMP TABLE old_cells(class TEXT COLLATE NOCASE, member TEXT COLLATE NOCASE, build INTEGER, available INTEGER,
  PRIMARY KEY(class, member, build)) WITHOUT ROWID;
INSERT INTO old_cells SELECT class, member, build, available FROM wmi_availability;

SELECT 'new' AS side, wmi_load(@new) AS members;
DROP TABLE IF EXISTS temp.new_cells;
CREATE TEMP TABLE new_cells(class TEXT COLLATE NOCASE, member TEXT COLLATE NOCASE, build INTEGER, available INTEGER,
  PRIMARY KEY(class, member, build)) WITHOUT ROWID;
INSERT INTO new_cells SELECT class, member, build, available FROM wmi_availability;
SELECT 'built-in' AS side, wmi_load(NULL) AS members;

-- Builds that only one of them has.
SELECT 'only old' AS builds, build FROM (SELECT build FROM old_cells EXCEPT SELECT build FROM new_cells)
UNION ALL
SELECT 'only new', build FROM (SELECT build FROM new_cells EXCEPT SELECT build FROM old_cells)
ORDER BY 1, 2;

-- Members that only one of them has, by class.
SELECT 'only old' AS members, class, count(*) AS count, group_concat(member, ' ') AS names
FROM (SELECT DISTINCT class, member FROM old_cells o
      WHERE NOT EXISTS (SELECT * FROM new_cells n WHERE n.class = o.class AND n.member = o.member))
GROUP BY class
UNION ALL
SELECT 'only new', class, count(*), group_concat(member, ' ')
FROM (SELECT DISTINCT class, member FROM new_cells n
      WHERE NOT EXISTS (SELECT * FROM old_cells o WHERE o.class = n.class AND o.member = n.member))
GROUP BY class
ORDER BY 1, 2;

-- Cells that they answer differently; NULL is unknown.
SELECT o.class, o.member, o.build, o.available AS was, n.available AS now
FROM old_cells o JOIN new_cells n USING (class, member, build)
WHERE o.available IS NOT n.available
ORDER BY o.class, o.member, o.build DESC;
