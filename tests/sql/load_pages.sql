-- needs: ../shared/seed
-- The page that a user gave us, double-encoded through Mac Roman, is the same as the clean page and as the
-- full report; so are the other pages.
.nullvalue NULL
SELECT wmi_load('../shared/seed/000_a4c3aadbbedd3c95.txt');
SELECT format, encoding, classes, members, builds FROM wmi_report;
SELECT class, properties, methods FROM wmi_classes;
CREATE VIRTUAL TABLE temp.clean USING wmi_members('../shared/pages/Msvm_CollectionReferencePointExportJob.md');
CREATE VIRTUAL TABLE temp.full USING wmi_members('../shared/report/WMI_Version_Comparison_Report.csv');
.print rows that differ from the clean page, and from the full report
SELECT count(*) FROM (SELECT * FROM wmi_members EXCEPT SELECT * FROM temp.clean);
SELECT count(*) FROM (SELECT * FROM temp.clean EXCEPT SELECT * FROM wmi_members);
SELECT count(*) FROM (SELECT * FROM wmi_members EXCEPT SELECT * FROM temp.full);
.print the folder of pages
SELECT wmi_load('../shared/pages');
SELECT classes, members, builds, unknown, rows_merged FROM wmi_report;
SELECT count(*) FROM (SELECT * FROM wmi_members EXCEPT SELECT * FROM temp.full);
.print a page and the full report together are the full report
SELECT wmi_load('../shared/report/WMI_Version_Comparison_Report.csv', '../shared/seed/000_a4c3aadbbedd3c95.txt');
SELECT count(*) FROM (SELECT * FROM wmi_members EXCEPT SELECT * FROM temp.full);
SELECT format, encoding FROM wmi_report;
