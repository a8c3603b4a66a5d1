-- Names without what is no part of them: Markdown in pages, byte order marks and blanks of no width.
.nullvalue NULL
SELECT wmi_load('tests/fixtures/read/names/markdown.md');
SELECT class, member, type, build_26100, build_14393 FROM wmi_members;
SELECT available_on('Acme_Host.Turbo', 26100), available_since('Acme_Host.__PATH'), available_on('Acme_Host.OddName', 14393);
.print two files joined: the second header is one, with its mark
SELECT wmi_load('tests/fixtures/read/names/joined.csv');
SELECT class, member, build_26100, build_14393 FROM wmi_members;
SELECT rows_read, rows_merged FROM wmi_report;
SELECT wmi_load('tests/fixtures/read/names/26100.csv');
SELECT class, member, type FROM wmi_members;
.print but not a header with its builds in another order
SELECT wmi_load('tests/fixtures/read/names/joined_other.csv');
.print names as WMI writes its paths
SELECT wmi_load('tests/fixtures/read/qualified/members.csv', 'tests/fixtures/read/qualified/classes.csv', 'tests/fixtures/read/qualified/parameters.csv');
SELECT namespace, class, member, type FROM wmi_members;
SELECT namespace, class, superclass, members FROM wmi_classes;
SELECT namespace, class, method, parameter FROM wmi_parameters;
SELECT wmi_load('tests/fixtures/read/qualified/namespaces.csv');
SELECT namespace, class, member FROM wmi_members;
SELECT wmi_load('tests/fixtures/read/qualified/page.md');
SELECT namespace, class, member FROM wmi_members;
SELECT wmi_load('tests/fixtures/read/qualified/other.csv');
.print a text alone is no proof that the file was double-encoded
SELECT wmi_load('tests/fixtures/read/twice_encoded_texts.csv');
SELECT class, member, description FROM wmi_members;
SELECT encoding FROM wmi_report;
