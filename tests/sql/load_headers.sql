-- The names that exports give to columns, and builds by every name that wmi_build() can read.
.nullvalue NULL
.print class and member as PowerShell, Get-Member and people call them
SELECT wmi_load('tests/fixtures/read/headers/powershell.csv');
SELECT class, member, type, category, description FROM wmi_members;
SELECT group_concat(build) FROM wmi_builds WHERE reported;
SELECT wmi_load('tests/fixtures/read/headers/apart.csv');
SELECT class, member, type, category, description FROM wmi_members;
SELECT group_concat(build) FROM wmi_builds WHERE reported;
SELECT wmi_load('tests/fixtures/read/headers/get_member.csv');
SELECT class, member, type, category, description FROM wmi_members;
SELECT group_concat(build) FROM wmi_builds WHERE reported;
.print builds
SELECT wmi_load('tests/fixtures/read/headers/builds.csv');
SELECT build, available FROM wmi_availability;
.print in a page, beside a table of other properties
SELECT wmi_load('tests/fixtures/read/headers/page.md');
SELECT class, member, build, available FROM wmi_availability;
.print columns that are not known are passed over
SELECT wmi_load('tests/fixtures/read/headers/passed_over.csv');
SELECT count(*) FROM wmi_availability;
.print but not one that looks like a build; nor may two mean the same
SELECT wmi_load('tests/fixtures/read/headers/unclear_1.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_2.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_3.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_4.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_5.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_6.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_7.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_8.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_9.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_10.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_11.csv');
SELECT wmi_load('tests/fixtures/read/headers/unclear_12.csv');
SELECT wmi_load('tests/fixtures/read/headers/beside.csv');
SELECT wmi_load('tests/fixtures/read/headers/twice.csv');
.print other languages
SELECT wmi_load('tests/fixtures/read/headers/german.csv');
SELECT wmi_load('tests/fixtures/read/headers/japanese.csv');
