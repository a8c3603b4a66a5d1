-- sql/compare_reports.sql: two small reports, one with itself, namesakes of two namespaces with inferred cells, and such a
-- report with one that tells no namespaces.
.headers on
.nullvalue NULL
.parameter init
.parameter set @old tests/sql/question_compare_reports_old.csv
.parameter set @new tests/sql/question_compare_reports_new.csv
.read sql/compare_reports.sql
.print a report and itself
.parameter set @new tests/sql/question_compare_reports_old.csv
.read sql/compare_reports.sql
.print namesakes of two namespaces, and inferred cells
.parameter set @old tests/sql/question_compare_reports_spaces_old.csv
.parameter set @new tests/sql/question_compare_reports_spaces_new.csv
.read sql/compare_reports.sql
.print without namespaces, and with them
.parameter set @old tests/sql/question_compare_reports_new.csv
.read sql/compare_reports.sql
.print the built-in report is current again
SELECT members FROM wmi_report;
