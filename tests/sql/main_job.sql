-- The main job: what the first minute shows.
SELECT count(*) FROM wmi_members;
SELECT available_on('Msvm_CollectionReferencePointExportJob.ExportedGuestStateFilePaths', 14393);
SELECT available_on('Msvm_CollectionReferencePointExportJob.ExportedGuestStateFilePaths', 17763);
SELECT available_on('Msvm_CollectionReferencePointExportJob.ExportedGuestStateFilePaths', '10.0 (26100)');
.nullvalue NULL
.print what nothing is known of is NULL, never an error
SELECT available_on('nope', 26100), available_on('Msvm_ComputerSystem.Name', 12345),
  available_on(NULL, 26100), available_on('Msvm_ComputerSystem.Name', NULL),
  available_on('Msvm_ComputerSystem', 'Name', NULL), available_on('Msvm_ComputerSystem', NULL, 26100),
  available_on(NULL, 'Name', 26100), available_on('', ''), available_on('.', 26100),
  available_on(x'00', 26100), available_on(1, 2, 3), available_on('Msvm_ComputerSystem.Name', -1),
  available_on('Msvm_ComputerSystem.Name', 26100.5), available_on('Msvm_ComputerSystem.Name', x'31');
.print case of names makes no difference
SELECT available_on('MSVM_collectionreferencepointexportJOB.exportedgueststatefilepaths', 14393),
  available_on('msvm_computersystem', 'NAME', 26100),
  (SELECT count(*) FROM wmi_members WHERE class = 'MSVM_COMPUTERSYSTEM' AND member = 'name');
.print 22631 answers as 22621
SELECT wmi_build(22631), available_on('Msvm_ComputerSystem.Name', 22631);
.print a bare member, a class
SELECT available_on('ExportedGuestStateFilePaths', 14393), available_on('ExportedGuestStateFilePaths', 26100),
  available_on('Msvm_CollectionReferencePointExportJob', 14393),
  available_on('Msvm_CollectionReferencePointExportJob', 9200);
.print the join of the spec
CREATE TABLE hosts(host_id INTEGER PRIMARY KEY, name, os_version);
INSERT INTO hosts VALUES (1, 'hv1', '10.0 (14393)'), (2, 'hv2', '10.0.26100.4652'), (3, 'broken', 'n/a'), (4, 'unknown', NULL);
CREATE TABLE uses(host_id, class, member);
INSERT INTO uses SELECT host_id, 'Msvm_CollectionReferencePointExportJob', 'ExportedGuestStateFilePaths' FROM hosts;
INSERT INTO uses SELECT host_id, 'Msvm_ComputerSystem', 'Nmae' FROM hosts;
SELECT h.name, u.class, u.member FROM hosts h JOIN uses u USING (host_id)
WHERE available_on(u.class, u.member, h.os_version) = 0;
.print versions
SELECT wmi_build('26100'), wmi_build('10.0.26100'), wmi_build('10.0.26100.4652'), wmi_build('10.0 (26100)'),
  wmi_build('Microsoft Windows [Version 10.0.26100.4652]'), wmi_build('Windows Server 2019'),
  wmi_build('Windows 10'), wmi_build(25398), wmi_build(NULL);
.print no such build
SELECT build_99999 FROM wmi_members;
SELECT [99999] FROM wmi_members;
.print the tables are read-only
DELETE FROM wmi_members;
.print the version
SELECT wmi_version() GLOB '[0-9]*.[0-9]*.[0-9]*';
