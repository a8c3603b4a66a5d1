-- plans: 3.51.1..
-- What newer SQLites hand over besides: LIMIT and OFFSET (from 3.46), and <>, IS NOT and IS NOT NULL (from 3.51.1).
-- The answers are counts, which any shell gives of any report: so `make golden` is not needed where data/ changes.
.eqp on
.mode list
SELECT count(*) FROM (SELECT class, member FROM wmi_members ORDER BY class, member LIMIT 1);
SELECT count(*) FROM (SELECT class, member, build FROM wmi_availability ORDER BY class, member, namespace, build DESC LIMIT 1 OFFSET 2);
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE build_9200 = 0 AND member IN ('Name', 'Caption') LIMIT 1);
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE build_26100 IS NOT NULL AND build_14393 <> 1 LIMIT 1);
.print no LIMIT: SQLite has something left to check, or to sort
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE build_9200 >= 0 LIMIT 1);
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE (build_9200, member) > (0, 'M') LIMIT 1);
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE class LIKE 'Msvm_C%' LIMIT 1);
SELECT count(*) FROM (SELECT class, member FROM wmi_members WHERE class = 'msvm_computersystem' COLLATE BINARY LIMIT 1);
SELECT count(*) FROM (SELECT class, member FROM wmi_members ORDER BY member LIMIT 1);
