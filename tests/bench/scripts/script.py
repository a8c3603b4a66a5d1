"""Writes what a host's adapters and machines are."""
import sys

import wmi


def adapters(computer):
    connection = wmi.WMI(computer)
    for adapter in connection.Win32_VideoController():
        # A basic driver has no memory to speak of.
        if adapter.AdapterRAM and adapter.DriverVersion:
            yield adapter.Name, adapter.AdapterRAM, adapter.DriverVersion


def machines(computer, wanted=2):
    connection = wmi.WMI(computer, namespace=r"root\virtualization\v2")
    query = "SELECT ElementName, EnabledState FROM Msvm_ComputerSystem WHERE Caption = 'Virtual Machine'"
    for machine in connection.query(query):
        state = int(machine.EnabledState)
        if state != wanted:
            print(f"{machine.ElementName} is in state {state}", file=sys.stderr)
            machine.RequestStateChange(wanted)
        yield machine.ElementName, machine.HealthState


if __name__ == "__main__":
    for row in (*adapters(sys.argv[1]), *machines(sys.argv[1])):
        print(*row, sep="\t")
