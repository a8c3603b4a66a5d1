-- Each table answers right after .load, and the tables agree with each other.
.nullvalue NULL
.headers on
SELECT * FROM wmi_members WHERE class = 'Msvm_CollectionReferencePointExportJob' AND member = 'ExportedGuestStateFilePaths';
SELECT name FROM wmi_members WHERE name = 'msvm_computersystem.name';
SELECT * FROM wmi_availability WHERE class = 'Msvm_ComputerSystem' AND member = 'EnhancedSessionModeState';
SELECT * FROM wmi_classes WHERE class LIKE 'Msvm_Collection%';
SELECT * FROM wmi_builds;
SELECT * FROM wmi_changes('Windows Server 2016', '10.0 (26100)') WHERE class = 'Msvm_ComputerSystem';
SELECT change, was, now, count(*) FROM wmi_changes(28000, 29617) GROUP BY 1, 2, 3;
SELECT * FROM wmi_ranges WHERE removed_in ORDER BY class, member LIMIT 4;
SELECT * FROM wmi_values WHERE class = 'Msvm_ComputerSystem' AND member = 'EnabledState';
SELECT * FROM wmi_report;
.headers off
.print a build that nothing stands for is an error that names it, a missing one too; NULL gives no rows
SELECT count(*) FROM wmi_changes(12345, 26100);
SELECT count(*) FROM wmi_changes(NULL, 26100);
SELECT count(*) FROM wmi_changes(26100, 26200);
SELECT count(*) FROM wmi_changes;
SELECT count(*) FROM wmi_changes(26100);
.print the tables agree
SELECT count(*) FROM wmi_classes c
WHERE members <> (SELECT count(*) FROM wmi_members m WHERE m.class = c.class)
   OR methods <> (SELECT count(*) FROM wmi_members m WHERE m.class = c.class AND category = 'Method')
   OR properties + methods <> members
   OR first_build IS NOT (SELECT min(build) FROM wmi_availability a WHERE a.class = c.class AND available = 1)
   OR last_build IS NOT (SELECT max(build) FROM wmi_availability a WHERE a.class = c.class AND available = 1);
SELECT count(*) FROM wmi_builds b WHERE reported
  AND (members <> (SELECT sum(available) FROM wmi_availability a WHERE a.build = b.build)
    OR classes <> (SELECT count(DISTINCT class) FROM wmi_availability a WHERE a.build = b.build AND available));
SELECT sum(added), sum(removed), (SELECT count(*) FROM wmi_builds b, wmi_builds o, wmi_changes(o.build, b.build) c
    WHERE b.reported AND o.build = (SELECT max(build) FROM wmi_builds WHERE reported AND build < b.build) AND c.change = 'added'),
  (SELECT count(*) FROM wmi_builds b, wmi_builds o, wmi_changes(o.build, b.build) c
    WHERE b.reported AND o.build = (SELECT max(build) FROM wmi_builds WHERE reported AND build < b.build) AND c.change = 'removed')
FROM wmi_builds;
SELECT available + absent + unknown = members * builds,
  available = (SELECT sum(available) FROM wmi_availability),
  absent = (SELECT count(*) FROM wmi_availability WHERE available = 0) FROM wmi_report;
.print every available cell lies in one range, and no other
SELECT sum(n) = (SELECT available FROM wmi_report) FROM (
  SELECT count(*) AS n FROM wmi_ranges r JOIN wmi_availability a
    ON a.class = r.class AND a.member = r.member AND a.build BETWEEN first_build AND last_build AND a.available = 1);
SELECT count(*) FROM wmi_ranges r JOIN wmi_availability a ON a.class = r.class AND a.member = r.member
  AND a.build BETWEEN first_build AND last_build WHERE a.available IS NOT 1;
.print since and until are the outer ends of the ranges
SELECT count(*) FROM (SELECT class, member, min(first_build) AS first, max(last_build) AS last FROM wmi_ranges GROUP BY 1, 2)
WHERE available_since(class, member) <> first OR available_until(class, member) <> last
   OR available_since(class || '.' || member) <> first;
