# Starts the virtual machines of a host and writes what they use.
param([string]$ComputerName = 'localhost', [int]$Limit = 25)
$ErrorActionPreference = 'Stop'
$session = New-CimSession -ComputerName $ComputerName
$machines = Get-CimInstance -CimSession $session -Namespace root\virtualization\v2 -ClassName Msvm_ComputerSystem
foreach ($machine in $machines | Where-Object { $_.Caption -eq 'Virtual Machine' }) {
    if ($machine.EnabledState -ne 2) {
        Write-Verbose "Starting $($machine.ElementName)"
        $result = Invoke-CimMethod -InputObject $machine -MethodName RequestStateChange -Arguments @{ RequestedState = 2 }
        if ($result.ReturnValue -ne 4096) { throw "Cannot start $($machine.ElementName): $($result.ReturnValue)" }
    }
    $memory = Get-CimAssociatedInstance -InputObject $machine -ResultClassName Msvm_SummaryInformation
    [pscustomobject]@{
        Name   = $machine.ElementName
        Health = $machine.HealthState
        Memory = $memory.MemoryUsage
        Load   = $memory.ProcessorLoad
    }
}
$query = "SELECT Name, DriverVersion FROM Win32_VideoController WHERE AdapterRAM > 1024"
Get-CimInstance -Query $query | Select-Object -First $Limit -Property Name, DriverVersion | Format-Table -AutoSize
<# What is written is not kept: a report
   is for another script. #>
$services = Get-WmiObject -Class Win32_Service -Filter "StartMode = 'Auto' AND State <> 'Running'"
$services | ForEach-Object { $_.StartService() | Out-Null }
Remove-CimSession $session
