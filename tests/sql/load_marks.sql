-- Marks, and what becomes of those that a program could not write.
.nullvalue NULL
SELECT wmi_load('tests/fixtures/read/asked/marks.csv');
SELECT member, build, available, inferred FROM wmi_availability;
.print some cells are unknown
SELECT wmi_load('tests/fixtures/read/asked/some.csv');
SELECT member, build, available FROM wmi_availability;
.print all are: the program that saved the file had no characters for the marks
SELECT wmi_load('tests/fixtures/read/asked/every_cell.csv');
SELECT wmi_load('tests/fixtures/read/asked/some.csv', 'tests/fixtures/read/asked/every_cell.csv');
SELECT wmi_load('tests/fixtures/read/asked/blank.csv');
SELECT wmi_load('tests/fixtures/read/asked/page.md');
.print a page or blank cells say nothing, but others do
SELECT wmi_load('tests/fixtures/read/asked/page.md', 'tests/fixtures/read/asked/some.csv', 'tests/fixtures/read/asked/blank.csv');
