-- needs SQLite: 3.34.0
-- sql/search_members.sql: with its default query, with another, and over a report that has descriptions.
.headers on
.read sql/search_members.sql
.parameter init
.parameter set @query 'memory encryption'
.read sql/search_members.sql
SELECT wmi_load('tests/sql/question_compare_reports_new.csv');
.parameter set @query 'revolutions'
.read sql/search_members.sql
