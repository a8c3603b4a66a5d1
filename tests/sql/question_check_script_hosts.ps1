# What an inventory of hosts asks for: classes of root\cimv2, of Storage and of a namesake.
$os = Get-CimInstance -ClassName Win32_OperatingSystem
$system = Get-CimInstance -ClassName Win32_ComputerSystem
[pscustomobject]@{ Caption = $os.Caption; Portable = $os.PortableOperatingSystem; Hypervisor = $system.HypervisorPresent }
Get-CimInstance -Namespace root/Microsoft/Windows/Storage -ClassName MSFT_PhysicalDisk | Select-Object FriendlyName, FruId
Get-CimInstance -Namespace root/cimv2 -ClassName CIM_LogicalIdentity | Select-Object SystemElement
