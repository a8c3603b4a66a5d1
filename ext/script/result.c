#include "script/result.h"

#include "report/values.h"

/* An out parameter and the class of its instances, where they are not called alike. */
static const struct {
    char parameter[32];
    char class_name[32];
} given_back[] = {
    {"Job", "ConcreteJob"},
    {"ResultingSystem", "ComputerSystem"},
    {"ResultingSnapshot", "VirtualSystemSettingData"},
    {"ImportedSnapshots", "VirtualSystemSettingData"},
    {"ResultingSwitch", "VirtualEthernetSwitch"},
    {"ResultingSystemSettingData", "VirtualSystemSettingData"},
    {"PlannedSystem", "PlannedComputerSystem"},
    {"ImportedSystem", "PlannedComputerSystem"},
    {"Pool", "ResourcePool"},
    {"ResultingReferencePoint", "VirtualSystemReferencePoint"},
    {"Image", "MountedStorageImage"},
};

/* The class whose name is the prefix of that class's name (Msvm_) and this. */
static uint32_t find_sibling(const struct script_found *found, uint32_t class_index,
                             const char *name, size_t size) {
    char sibling[128];
    const char *class_name = found_class_name(found, class_index);
    const char *underscore = strchr(class_name, '_');
    size_t prefix = underscore ? (size_t)(underscore - class_name) + 1 : 0;
    if (!prefix || prefix + size > sizeof sibling)
        return VALUE_UNKNOWN;
    memcpy(sibling, class_name, prefix);
    memcpy(sibling + prefix, name, size);
    return found_find_class(found, sibling, prefix + size);
}

/* The class that a parameter's name says: CreatedVirtualDisk is a VirtualDisk. */
static uint32_t class_of(const struct script_found *found, uint32_t class_index, const char *name,
                         size_t size) {
    for (size_t i = 0; i < sizeof given_back / sizeof *given_back; i++)
        if (text_is((struct text){name, size}, given_back[i].parameter))
            return find_sibling(found, class_index, given_back[i].class_name,
                                strlen(given_back[i].class_name));
    for (size_t at = 0; at < size; at++) {
        bool begins = !at || (name[at] >= 'A' && name[at] <= 'Z');
        uint32_t of =
            begins ? find_sibling(found, class_index, name + at, size - at) : VALUE_UNKNOWN;
        if (of != VALUE_UNKNOWN)
            return of;
    }
    return VALUE_UNKNOWN;
}

static bool is_out(struct report_parameter parameter) {
    return parameter.direction == REPORT_OUT || parameter.direction == REPORT_IN_OUT;
}

/* Has the method no out parameter of that name? Methods that results are merged of may. */
static bool lacks(const struct report *report, uint32_t method, struct text name) {
    struct report_parameters all = report_parameters(report, method);
    bool known = false;
    for (uint32_t i = all.first; i < all.end; i++) {
        struct report_parameter parameter = report_parameter(report, i);
        if (is_out(parameter) && text_is(name, report_text(report, parameter.name)))
            return false;
        known = true;
    }
    return known;
}

struct script_value result_named(const struct script_found *found, struct script_value result,
                                 struct text name) {
    uint32_t method = result.of - VALUE_RESULTS;
    uint32_t class_index = report_member(found->report, method).class_index;
    uint32_t yields = VALUE_UNKNOWN;
    if (!lacks(found->report, method, name))
        yields = class_of(found, class_index, name.text, name.size);
    return yields == VALUE_UNKNOWN ? value_other() : value_class(yields, 0);
}

struct script_value result_any(const struct script_found *found, struct script_value result) {
    uint32_t method = result.of - VALUE_RESULTS;
    uint32_t class_index = report_member(found->report, method).class_index;
    struct report_parameters all = report_parameters(found->report, method);
    struct script_value value = value_other();
    for (uint32_t i = all.first; i < all.end; i++) {
        struct report_parameter parameter = report_parameter(found->report, i);
        const char *name = report_text(found->report, parameter.name);
        uint32_t of =
            is_out(parameter) ? class_of(found, class_index, name, strlen(name)) : VALUE_UNKNOWN;
        if (of == VALUE_UNKNOWN || of == value.of || of + 1 == value.also)
            continue;
        if (value.also)
            return value_unknown();
        if (value_is_class(value))
            value.also = of + 1;
        else
            value = value_class(of, 0);
    }
    return value;
}
