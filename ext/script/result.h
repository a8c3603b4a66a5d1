/*
** What methods give back: their out parameters. The report says which of them refer to instances, not
** of which class: that follows from their names, as Job is a Msvm_ConcreteJob.
*/
#ifndef WMI_SCRIPT_RESULT_H
#define WMI_SCRIPT_RESULT_H

#include "base/text.h"
#include "script/found.h"
#include "script/value.h"

/* What the out parameter of that name of a method's result holds. */
struct script_value result_named(const struct script_found *found, struct script_value result,
                                 struct text name);

/* What a result holds of which the script says by place, not by name, what it means: the classes of
** the out parameters, where they are one or two. */
struct script_value result_any(const struct script_found *found, struct script_value result);

#endif
