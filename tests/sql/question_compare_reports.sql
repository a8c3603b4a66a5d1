-- sql/compare_reports.sql: two small reports, one with itself, and the built-in one with a small one.
.headers on
.nullvalue NULL
.parameter init
.parameter set @old tests/sql/question_compare_reports_old.csv
.parameter set @new tests/sql/question_compare_reports_new.csv
.read sql/compare_reports.sql
.print a report and itself
.parameter set @new tests/sql/question_compare_reports_old.csv
.read sql/compare_reports.sql
.print the built-in report is current again
SELECT members FROM wmi_report;
