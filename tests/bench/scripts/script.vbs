' Lists the adapters and disks of a computer.
Option Explicit
Dim locator, service, items, item, text
Set locator = CreateObject("WbemScripting.SWbemLocator")
Set service = locator.ConnectServer(".", "root\cimv2")
Set items = service.ExecQuery("SELECT Name, AdapterRAM, DriverVersion FROM Win32_VideoController WHERE Availability = 3")
For Each item In items
    text = text & item.Name & ": " & item.AdapterRAM & " bytes, driver " & item.DriverVersion & vbCrLf
    If item.Status <> "OK" Then
        WScript.Echo "The adapter " & item.Name & " has a fault; its state is " & item.Status
    End If
Next
Set items = GetObject("winmgmts:\\.\root\virtualization\v2").InstancesOf("Msvm_ComputerSystem")
For Each item In items
    If item.EnabledState = 2 Then
        WScript.Echo item.ElementName & " runs"
    Else
        WScript.Echo item.ElementName & " does not run"
    End If
Next
WScript.Echo text
