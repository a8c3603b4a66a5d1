-- What our own tables print as CSV loads again and is the same.
.headers on
.mode csv
.once build/export/members.csv
SELECT * FROM wmi_members WHERE class LIKE 'Msvm_Computer%';
.once build/export/classes.csv
SELECT * FROM wmi_classes WHERE class LIKE 'Msvm_Computer%';
.once build/export/parameters.csv
SELECT * FROM wmi_parameters WHERE class LIKE 'Msvm_Computer%';
.headers off
.mode list
CREATE TEMP TABLE m AS SELECT * FROM wmi_members WHERE class LIKE 'Msvm_Computer%';
CREATE TEMP TABLE c AS SELECT namespace, class, superclass, is_abstract, is_association, deprecated FROM wmi_classes WHERE class LIKE 'Msvm_Computer%';
CREATE TEMP TABLE p AS SELECT * FROM wmi_parameters WHERE class LIKE 'Msvm_Computer%';
SELECT (SELECT count(*) FROM m) = wmi_load('build/export/members.csv', 'build/export/classes.csv', 'build/export/parameters.csv');
.print rows that differ: none
SELECT * FROM m EXCEPT SELECT * FROM wmi_members;
SELECT * FROM wmi_members EXCEPT SELECT * FROM m;
SELECT * FROM c EXCEPT SELECT namespace, class, superclass, is_abstract, is_association, deprecated FROM wmi_classes;
SELECT * FROM p EXCEPT SELECT * FROM wmi_parameters;
SELECT * FROM wmi_parameters EXCEPT SELECT * FROM p;
