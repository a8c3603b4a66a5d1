using System;
using System.Management;

/// <summary>Writes the state of each virtual machine of a host.</summary>
public static class Machines
{
    private const string Scope = @"\\.\root\virtualization\v2";

    public static void Main(string[] arguments)
    {
        var query = new ObjectQuery("SELECT ElementName, EnabledState FROM Msvm_ComputerSystem WHERE Caption = 'Virtual Machine'");
        using (var searcher = new ManagementObjectSearcher(new ManagementScope(Scope), query))
        {
            foreach (ManagementObject machine in searcher.Get())
            {
                // 2 is running; see the value map.
                ushort state = (ushort)machine["EnabledState"];
                Console.WriteLine("{0}: {1}", machine["ElementName"], state == 2 ? "runs" : "does not run");
                if (state == 3 && arguments.Length > 0)
                {
                    ManagementBaseObject input = machine.GetMethodParameters("RequestStateChange");
                    input["RequestedState"] = 2;
                    machine.InvokeMethod("RequestStateChange", input, null);
                }
            }
        }
        var service = new ManagementClass("Msvm_VirtualSystemManagementService");
        Console.WriteLine(service.Path.ClassName);
    }
}
