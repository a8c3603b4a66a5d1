#include "base/error.h"
#include "base/memory.h"
#include "base/quote.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Writes the message, or as much of it as there is room for; returns its size, or less than 0. */
static int write_message(char *message, size_t room, const char *format, va_list arguments) {
    struct quote_path path;
    size_t size = 0;
    if (strncmp(format, "%s:", 3) == 0) {
        size = strlen(quote_path(&path, va_arg(arguments, const char *)));
        if (size < room)
            memcpy(message, path.text, size);
        format += 2;
    }
    size_t left = size < room ? room - size : 0;
    int rest = vsnprintf(left ? &message[size] : NULL, left, format, arguments);
    return rest < 0 ? rest : (int)size + rest;
}

int error_set(struct error *error, int code, const char *format, ...) {
    if (error->message)
        return code;
    va_list arguments;
    va_start(arguments, format);
    int size = write_message(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        return code;
    error->message = memory_alloc((size_t)size + 1);
    if (!error->message)
        return ERROR_MEMORY;
    va_start(arguments, format);
    write_message(error->message, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return code;
}

void error_clear(struct error *error) {
    memory_free(error->message);
    error->message = NULL;
}
