-- The functions beyond the main job.
.nullvalue NULL
.print since, until: a member, a bare name, a class, nothing
SELECT available_since('Msvm_ComputerSystem', 'EnhancedSessionModeState'), available_until('Msvm_ComputerSystem.EnhancedSessionModeState'),
  available_since('EnhancedSessionModeState'), available_since('Msvm_ComputerSystem'), available_since('nope'), available_since(NULL),
  available_until('Msvm_ComputerSystem', NULL);
.print labels: a value, a range, an open range, none
SELECT wmi_label('Msvm_ComputerSystem', 'EnabledState', 2), wmi_label('Msvm_ComputerSystem.EnabledState', '3'),
  wmi_label('Msvm_ComputerSystem', 'EnabledState', 20), wmi_label('Msvm_ComputerSystem', 'EnabledState', 40000),
  wmi_label('Msvm_ComputerSystem', 'EnabledState', -1), wmi_label('Msvm_ComputerSystem', 'Name', 2),
  wmi_label('nope', 'nope', 2), wmi_label('Msvm_ComputerSystem', 'EnabledState', NULL);
.print every single value of every map has its own label
SELECT count(*) > 1000, sum(wmi_label(namespace || ':' || class, member, low) IS NOT label) FROM wmi_values
WHERE low = high AND coalesce(parameter, 'ReturnValue') = 'ReturnValue';
.print a value inside a range and outside every single value has the range's label
SELECT count(*) > 0, sum(wmi_label(namespace || ':' || class, member, high) IS NOT label) FROM wmi_values v
WHERE low < high AND coalesce(parameter, 'ReturnValue') = 'ReturnValue' AND NOT EXISTS (SELECT 1 FROM wmi_values w
  WHERE w.class = v.class AND w.member = v.member AND w.namespace = v.namespace AND w.parameter IS v.parameter
  AND w.low <= v.high AND w.high >= v.high AND w.value <> v.value);
.print a bare name that means different things in different classes has no label
SELECT wmi_label('EnabledState', 2), wmi_label('OperationalStatus', 2), wmi_label('AccessState', 2), wmi_label('Win32_VideoController.Nope', 2),
  wmi_label('nope', 1);
.print return codes of methods
SELECT wmi_label('Msvm_VirtualSystemManagementService', 'DefineSystem', 4096), wmi_label('Win32_Process', 'Create', 9),
  wmi_label('Win32_Process.Create()', 9), wmi_label('Win32_Process', 'Create', 12345);
.print a class that stands in two namespaces answers where they agree
SELECT available_on('CIM_LogicalIdentity', 14393), available_on('root\cimv2:CIM_LogicalIdentity', 14393),
  available_on('root\virtualization\v2:CIM_LogicalIdentity', 14393), available_on('CIM_LogicalIdentity', 26100),
  available_on('root\cimv2:CIM_LogicalIdentity', 'SameElement', 29617), available_on('CIM_LogicalIdentity', 'SameElement', 29617),
  available_since('CIM_LogicalIdentity', 'SameElement'), available_since('root\cimv2:CIM_LogicalIdentity', 'SameElement'),
  available_until('root\nope:CIM_LogicalIdentity');
.print names as people write them
WITH names(name) AS (VALUES ('Win32_Process.Create'), (' Win32_Process.Create() '), ('Win32_Process::Create'),
  ('root\cimv2:Win32_Process.Create'), ('ROOT/CIMV2:win32_process.create( )'), ('\\.\root\cimv2:Win32_Process.Create'),
  ('\\host\root\cimv2:Win32_Process::Create()'), ('//host/root/cimv2:Win32_Process'), (' root\cimv2 : Win32_Process '),
  ('root\cimv2:Create'), ('root\virtualization\v2:Win32_Process'), ('Win32_Process.Create().x'), ('Win32_Process.'), (':'), ('::'), ('()'),
  (' //HOST/ROOT/CIMV2 : Win32_Process . Create () '), ('Win32_Process. Create'), ('Win32_Process .Create'), ('Win32_Process :: Create'),
  ('Win32_Process . . Create'), ('Win32_Process .. Create'), ('Win32_Process Create'), ('. Create'), ('Win32_Process .'), ('root\cimv2:Win32_Process . Nope'))
SELECT name, available_on(name, 26100) FROM names;
SELECT available_on(' Win32_Process', 'Create()', 26100), available_on('root/CIMV2:Win32_Process ', ' Create ( )', 26100),
  available_on('root\virtualization\v2:Win32_Process', 'Create', 26100);
.print texts that are not names compare without case
SELECT count(*) > 0 FROM wmi_members WHERE type = 'UINT16' AND category = 'property' AND access = 'READ';
SELECT count(*) FROM wmi_builds WHERE server = 'WINDOWS SERVER 2019' AND version = '1809';
SELECT count(*) FROM wmi_parameters WHERE direction = 'RETURN';
SELECT count(*) > 0 FROM wmi_changes(14393, 26100) WHERE change = 'ADDED';
.print wmi_load wants paths
SELECT wmi_load();
SELECT wmi_load(1);
SELECT wmi_load('tests/fixtures/read/plain.csv', NULL);
SELECT wmi_load('no/such/file.csv');
SELECT count(*) FROM wmi_members;
