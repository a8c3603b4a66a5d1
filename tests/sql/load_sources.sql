-- Everything that can be loaded: each source, as what it was known, and what came of it.
.nullvalue NULL
CREATE TABLE seen(nr INTEGER PRIMARY KEY, loaded, source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged);
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/plain.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/any_order.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/bom_crlf.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/case.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/marks.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/no_final_newline.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/quoted.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/utf16le.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/utf16be.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/mac_roman.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/mac_roman_bom.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/mac_roman_late.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/mac_roman_page.txt');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/windows_1252.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/windows_1252_utf16le.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/wide.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/pages');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/mix');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/several');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/collections');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
INSERT INTO seen(loaded) SELECT wmi_load('tests/fixtures/read/host7_17763_2024-05-01.csv');
REPLACE INTO seen SELECT last_insert_rowid(), (SELECT loaded FROM seen WHERE nr = last_insert_rowid()), source, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM wmi_report;
SELECT replace(source, 'tests/fixtures/read/', '') AS source, loaded = members, format, encoding, classes, members, builds, available, absent, unknown, rows_read, rows_merged FROM seen;
.print two collections from live systems are one comparison report: what one lacks is absent there
SELECT wmi_load('tests/fixtures/read/collections/14393.csv', 'tests/fixtures/read/collections/Fans_26100_WithEnums.csv');
SELECT class, member, type, category, build_26100, build_14393, description FROM wmi_members;
SELECT * FROM wmi_values;
.print the same as a folder
SELECT wmi_load('tests/fixtures/read/collections'), (SELECT count(*) FROM wmi_values);
.print beside a report: unknown where that is silent
SELECT wmi_load('tests/fixtures/read/several/new.csv', 'tests/fixtures/read/several/old.csv');
SELECT class, member, build, available FROM wmi_availability;
.print a value map is taken out of its description; the English one serves, another stays where it is
SELECT wmi_load('tests/fixtures/read/values.csv');
SELECT member, description, description_en FROM wmi_members;
SELECT member, value, low, high, label FROM wmi_values;
SELECT wmi_label('Fan_Motor.Mode', 7), wmi_label('Fan_Motor.Mode', 32), wmi_label('Fan_Motor.Mode', 31), wmi_label('Fan_Motor.State', 1);
