-- What can the extension answer? `make demo` shows it.
--
-- Needs   the sample inventory: run it at the project's root.

.mode box
.print
.print What is known, of how many classes and builds?
SELECT namespaces, classes, members, builds, available, absent, unknown, inferred FROM wmi_report;
.print Since when does Windows have these, in root\\cimv2 and in Hyper-V?
SELECT namespace, class, member, type, available_since(class, member) AS since, build_26100, build_14393, build_7601 FROM wmi_members
WHERE name IN ('Win32_ComputerSystem.HypervisorPresent', 'Win32_Service.DelayedAutoStart',
  'Msvm_ComputerSystem.EnhancedSessionModeState', 'Msvm_ComputerSystem.HwThreadsPerCoreRealized');
.print NULL is not known. And of what is known, what has a source seen, and what is inferred from the builds around?
SELECT class, member, build, available, inferred FROM wmi_availability
WHERE class = 'Win32_ComputerSystem' AND member = 'HypervisorPresent' AND build BETWEEN 9200 AND 17763;
.print What did each build of Windows Server bring?
SELECT build, server, support_ends, members, unknown, added, removed FROM wmi_builds WHERE reported AND server IS NOT NULL;
.print What does Win32_Process.Create take, and what does its return code 9 mean?
SELECT position, parameter, direction, type FROM wmi_parameters WHERE class = 'Win32_Process' AND method = 'Create';
SELECT wmi_label('Win32_Process', 'Create', 9) AS "9", wmi_label('Msvm_ComputerSystem', 'EnabledState', 3) AS "EnabledState 3";
.print In the sample inventory of 200 hosts and 40 scripts: which scripts break on most hosts?
.read data/inventory.sql
SELECT s.name AS script, count(DISTINCT u.host_id) AS hosts, min(u.class || '.' || u.member) AS "for example"
FROM hosts h JOIN uses u USING (host_id) JOIN scripts s USING (script_id)
WHERE available_on(u.class, u.member, h.os_version) = 0
GROUP BY s.script_id ORDER BY hosts DESC, script LIMIT 5;
