#include "script/association.h"

#include "base/text.h"

static const struct {
    char association[44];
    char ends[2][40];
} associations[] = {
    {"Win32_DiskDriveToDiskPartition", {"Win32_DiskDrive", "Win32_DiskPartition"}},
    {"Win32_LogicalDiskToPartition", {"Win32_DiskPartition", "Win32_LogicalDisk"}},
    {"Win32_DiskDrivePhysicalMedia", {"Win32_PhysicalMedia", "Win32_DiskDrive"}},
    {"Win32_MountPoint", {"Win32_Directory", "Win32_Volume"}},
    {"Win32_NetworkAdapterSetting", {"Win32_NetworkAdapter", "Win32_NetworkAdapterConfiguration"}},
    {"Win32_SessionProcess", {"Win32_LogonSession", "Win32_Process"}},
    {"Win32_LoggedOnUser", {"Win32_Account", "Win32_LogonSession"}},
    {"Win32_GroupUser", {"Win32_Group", "Win32_UserAccount"}},
    {"Win32_PrinterDriverDll", {"CIM_DataFile", "Win32_Printer"}},
    {"Win32_SystemDriverPNPEntity", {"Win32_PnPEntity", "Win32_SystemDriver"}},
    {"Win32_PnPSignedDriverCIMDataFile", {"Win32_PnPSignedDriver", "CIM_DataFile"}},
    {"Win32_LogicalShareSecuritySetting", {"Win32_Share", "Win32_LogicalShareSecuritySetting"}},
    {"Msvm_SettingsDefineState", {"Msvm_ComputerSystem", "Msvm_VirtualSystemSettingData"}},
    {"Msvm_SnapshotOfVirtualSystem", {"Msvm_ComputerSystem", "Msvm_VirtualSystemSettingData"}},
    {"Msvm_MostCurrentSnapshotInBranch", {"Msvm_ComputerSystem", "Msvm_VirtualSystemSettingData"}},
};

uint32_t association_end(const struct script_found *found, uint32_t association, uint32_t source) {
    const char *name = found_class_name(found, association);
    const char *from = found_class_name(found, source);
    for (size_t i = 0; i < sizeof associations / sizeof *associations; i++) {
        if (!text_is(text_of(name), associations[i].association))
            continue;
        for (int end = 0; end < 2; end++)
            if (text_is(text_of(from), associations[i].ends[end])) {
                const char *to = associations[i].ends[!end];
                return found_find_class(found, to, strlen(to));
            }
    }
    return VALUE_UNKNOWN;
}
