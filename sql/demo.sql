-- What can the extension answer? `make demo` shows it.
--
-- Needs   the sample inventory: run it at the project's root.

.mode box
.print
.print How many members are known on how many builds?
SELECT members, builds, available, absent, unknown FROM wmi_report;
.print Which members of Msvm_ComputerSystem came after Windows Server 2016?
SELECT member, type, available_since(class, member) AS since FROM wmi_members
WHERE class = 'Msvm_ComputerSystem' AND build_14393 = 0 AND build_26100 = 1;
.print What did each build of Windows Server bring?
SELECT build, server, members, added, removed FROM wmi_builds WHERE reported AND server IS NOT NULL;
.print What does EnabledState 3 mean?
SELECT value, label FROM wmi_values WHERE class = 'Msvm_ComputerSystem' AND member = 'EnabledState' AND 3 BETWEEN low AND high;
.print In the sample inventory of 200 hosts and 40 scripts: which scripts will break on most hosts?
.read data/inventory.sql
SELECT s.name AS script, count(DISTINCT u.host_id) AS hosts, min(u.class || '.' || u.member) AS "for example"
FROM hosts h JOIN uses u USING (host_id) JOIN scripts s USING (script_id)
WHERE available_on(u.class, u.member, h.os_version) = 0
GROUP BY s.script_id ORDER BY hosts DESC, script LIMIT 5;
