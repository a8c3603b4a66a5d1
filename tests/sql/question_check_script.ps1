# Msvm_ContainerSystem in a comment does not count.
$vm = Get-CimInstance -Namespace root\virtualization\v2 -ClassName Msvm_ComputerSystem -Filter "ElementName = 'web01'"
if ($vm.EnabledState -ne 2) { Invoke-CimMethod -InputObject $vm -MethodName RequestStateChange -Arguments @{ RequestedState = 2 } }
$cpu = Get-CimInstance -Namespace root\virtualization\v2 -ClassName Msvm_ProcessorSettingData
$cpu.ExposeVirtualizationExtensions = $true
$cpu.EnablePerfmonIpt = $true
Get-CimInstance -Namespace root\virtualization\v2 -Query "SELECT InstanceID FROM Msvm_GpuPartitionSettingData"
