-- Fields between semicolons and tabs, a declared separator, lines that say nothing, comments, and builds in
-- the names of files.
.nullvalue NULL
.print semicolons, as a European Excel writes them; tabs
SELECT wmi_load('tests/fixtures/read/separators/semicolon.csv');
SELECT class, member, build_26100, build_14393, description FROM wmi_members;
SELECT wmi_load('tests/fixtures/read/separators/tab.csv');
SELECT class, member, build_26100, build_14393, description FROM wmi_members;
.print a first line that declares the separator
SELECT wmi_load('tests/fixtures/read/separators/declared.csv');
SELECT class, member, build_26100, build_14393 FROM wmi_members;
SELECT wmi_load('tests/fixtures/read/separators/declared_padded.csv');
SELECT class, member, build_26100 FROM wmi_members;
.print comments before the header, and rows of separators alone
SELECT wmi_load('tests/fixtures/read/separators/comments.csv');
SELECT class, member, build_26100 FROM wmi_members;
.print a column of numbers is no comment
SELECT wmi_load('tests/fixtures/read/separators/numbered.csv');
SELECT class, member, build_26100 FROM wmi_members;
.print a class page keeps its format under another name; its empty rows are passed over
SELECT wmi_load('tests/fixtures/read/separators/page_in_a.csv');
SELECT class, member, build_26100 FROM wmi_members;
.print the build of a collection in its file's name
SELECT wmi_load('tests/fixtures/read/separators/17763.5122.csv');
SELECT build FROM wmi_builds WHERE reported;
SELECT wmi_load('tests/fixtures/read/separators/10.0.17763.5122.csv');
SELECT build FROM wmi_builds WHERE reported;
SELECT wmi_load('tests/fixtures/read/separators/host_22H2.19045.csv');
SELECT build FROM wmi_builds WHERE reported;
.print a message names the separator
SELECT wmi_load('tests/fixtures/read/separators/behind_quote.csv');
