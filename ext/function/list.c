/* The functions, in the order of the documentation. A new one is declared in the file that
** implements it and added here. */
#include "function/list.h"

extern const struct function function_available[], function_since[], function_builds[],
    function_label[], function_loading[];

const struct function *const function_list[] = {
    function_available, function_since, function_builds, function_label, function_loading, NULL,
};
