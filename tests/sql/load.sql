-- needs: ../shared/report/WMI_Version_Comparison_Report.csv
-- wmi_load() of the full report: its members, its six builds, its descriptions; and back.
.nullvalue NULL
SELECT wmi_load('../shared/report/WMI_Version_Comparison_Report.csv');
SELECT count(*) FROM wmi_members;
SELECT group_concat(name, ' ') FROM pragma_table_info('wmi_members');
SELECT format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged, sha256 FROM wmi_report;
SELECT count(*), count(description), count(description_en) FROM wmi_members;
.print a member that the report writes in two ways is one
SELECT class, member, build_26100, build_17763 FROM wmi_members WHERE member = 'owningentity' AND class LIKE 'MSFT%';
.print the six builds answer, others that share a core with them too
SELECT available_on('Msvm_ComputerSystem.Name', 26100), available_on('Msvm_ComputerSystem.Name', 26200),
  available_on('Msvm_ComputerSystem.Name', 9600);
.print one description is a pipe
SELECT count(*) FROM wmi_members WHERE instr(description, '|');
.print back to the built-in report
SELECT wmi_load(NULL);
SELECT count(*) FROM wmi_members;
SELECT count(*) FROM pragma_table_info('wmi_members');
.print a table over a file of its own, beside the current report
CREATE VIRTUAL TABLE temp.full USING wmi_members('../shared/report/WMI_Version_Comparison_Report.csv');
SELECT count(*) FROM temp.full;
SELECT count(*) FROM temp.full f JOIN wmi_members m USING (class, member) WHERE f.build_26100 IS NOT m.build_26100;
