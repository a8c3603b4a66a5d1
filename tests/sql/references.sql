-- wmi_references(): the uses of WMI in the text of a script, in each language, against the report.
.nullvalue NULL
SELECT line, column, class, member, evidence FROM wmi_references('$vm = Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_ComputerSystem
# $vm.Name in a comment does not count
"Msvm_Memory in a plain string does not count"
$vm.EnabledState');
SELECT line, column, class, member FROM wmi_references('SELECT Name, Caption FROM Msvm_Memory WHERE Status = ''OK''');
SELECT line, column, class, member FROM wmi_references('Set col = GetObject("winmgmts:\\.\root\virtualization\v2").ExecQuery("SELECT * FROM Msvm_ComputerSystem")
For Each vm In col '' every machine
  WScript.Echo vm.ElementName
Next');
SELECT line, column, class, member FROM wmi_references('import wmi
c = wmi.WMI(namespace=r"root\virtualization\v2")
for vm in c.Msvm_ComputerSystem():
    print(vm.ElementName)  # the name');
SELECT line, column, class, member FROM wmi_references('var cls = new ManagementClass("root\\virtualization\\v2", "Msvm_VirtualSystemManagementService", null);
foreach (ManagementObject mo in cls.GetInstances()) { var p = mo.GetMethodParameters("DefineSystem"); }');
.print nothing
SELECT count(*) FROM wmi_references(NULL);
SELECT count(*) FROM wmi_references('');
SELECT count(*) FROM wmi_references(x'');
SELECT count(*) FROM wmi_references(42);
SELECT count(*) FROM wmi_references('Get-CimInstance No_SuchClass');
SELECT count(*) FROM wmi_references;
.print UTF-16 with a byte order mark, as PowerShell writes it
SELECT line, column, class FROM wmi_references(x'fffe4d00730076006d005f004d0065006d006f0072007900');
SELECT line, column, class FROM wmi_references(x'feff004d00730076006d005f004d0065006d006f00720079');
.print UTF-16 without one, and lines that end with CR alone
SELECT line, column, class FROM wmi_references(x'4d00730076006d005f004d0065006d006f0072007900');
SELECT line, column, class FROM wmi_references('# memory' || char(13) || 'Get-CimInstance Msvm_Memory' || char(13));
.print in a join: each script of a table
CREATE TABLE files(path, content);
INSERT INTO files VALUES ('a.ps1', 'Get-CimInstance Msvm_Memory'), ('b.ps1', 'Get-WmiObject Msvm_ComputerSystem | % { $_.Name }'), ('none', NULL);
SELECT path, line, class, member FROM files, wmi_references(content) ORDER BY path, line, member;
