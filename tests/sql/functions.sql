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
SELECT count(*) > 1000, sum(wmi_label(class, member, low) IS NOT label) FROM wmi_values WHERE low = high;
.print a value inside a range and outside every single value has the range's label
SELECT count(*) > 0, sum(wmi_label(class, member, high) IS NOT label) FROM wmi_values v
WHERE low < high AND NOT EXISTS (SELECT 1 FROM wmi_values w WHERE w.class = v.class AND w.member = v.member
  AND w.low <= v.high AND w.high >= v.high AND w.value <> v.value);
.print a bare name that means different things in different classes has no label
SELECT wmi_label('EnabledState', 2), wmi_label('OperationalStatus', 2), wmi_label('AccessState', 2), wmi_label('Win32_VideoController.Nope', 2),
  wmi_label('nope', 1);
.print wmi_load wants paths
SELECT wmi_load();
SELECT wmi_load(1);
SELECT wmi_load('tests/fixtures/read/plain.csv', NULL);
SELECT wmi_load('no/such/file.csv');
SELECT count(*) FROM wmi_members;
