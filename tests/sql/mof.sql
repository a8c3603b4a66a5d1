-- MOF files: the schemas of three builds of a made-up provider, as a matrix; the folder of one of them is said to be whole.
SELECT wmi_load('tests/fixtures/mof/fan/26100', 'tests/fixtures/mof/fan/14393', 'tests/fixtures/mof/fan/17763-whole');
.headers on
.mode list
SELECT format, encoding, namespaces, classes, members, builds FROM wmi_report;
.print what is where: absent from a class that is declared, unknown of one that is not
SELECT class, member, type, is_key AS key, [26100], [17763], [14393] FROM wmi_members;
.print classes
SELECT class, superclass, is_abstract AS abstract, is_association AS assoc, deprecated, members, methods FROM wmi_classes;
.print parameters and return codes
SELECT method, position, parameter, direction, type FROM wmi_parameters WHERE class = 'Fan_Motor';
SELECT member, parameter, value, label FROM wmi_values WHERE class = 'Fan_Motor';
SELECT wmi_label('Fan_Motor.Start', 1) AS busy, wmi_label('Fan_Motor.Start', 77) AS other, wmi_label('Fan_Blade.Material', 1) AS material;
.print texts: German and English amendments, and what replaces a member
SELECT member, deprecated, description, description_en FROM wmi_members WHERE class = 'Fan_Motor' AND member IN ('Rpm', 'Speed', 'Start');
.print what an upgrade changes
SELECT class, member, change FROM wmi_changes(14393, 26100) WHERE change <> 'unknown';
.headers off
.print a table over files of its own
CREATE VIRTUAL TABLE temp.old USING wmi_members('tests/fixtures/mof/fan/14393');
SELECT count(*), min(namespace) FROM temp.old;
.print what is wrong is an error, and the former report still answers
SELECT wmi_load('tests/fixtures/mof/errors/26100/no_semicolon.mof');
SELECT wmi_load('tests/fixtures/mof/errors/26100/binary.mof');
SELECT wmi_load('tests/fixtures/mof/errors/26100/include.mof');
SELECT wmi_load('tests/fixtures/mof/errors/26100/only_texts.mfl');
SELECT wmi_load('tests/fixtures/mof/errors/26100/nul_byte.mof');
SELECT wmi_load('tests/fixtures/mof/errors/no_build.mof');
SELECT wmi_load('tests/fixtures/mof/errors/26100_14393.mof');
SELECT wmi_load('tests/fixtures/mof/errors/contradiction-26100');
SELECT wmi_load('tests/fixtures/mof/errors/circle-26100');
SELECT wmi_load('tests/fixtures/mof/errors/whole-of-two');
SELECT builds, members FROM wmi_report;
