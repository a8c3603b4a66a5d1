/* All functions. Whoever goes over them is handed this list by the door. */
#ifndef WMI_FUNCTION_LIST_H
#define WMI_FUNCTION_LIST_H

#include "function/function.h"

/* All forms of all functions, ended by NULL. The last one takes no argument. */
extern const struct function *const function_list[];

#endif
