#include "base/error.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>

int error_set(struct error *error, int code, const char *format, ...) {
    if (error->message)
        return code;
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        return code;
    error->message = memory_alloc((size_t)size + 1);
    if (!error->message)
        return ERROR_MEMORY;
    va_start(arguments, format);
    vsnprintf(error->message, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return code;
}

void error_clear(struct error *error) {
    memory_free(error->message);
    error->message = NULL;
}
