/*
** Result codes and messages. The codes are SQLite's, so that they pass through the door unchanged,
** but the floors below table/ and function/ do not include SQLite's header: the numbers are part of
** SQLite's stable interface (https://sqlite.org/rescode.html), and connection.c asserts at compile
** time that they are the same.
*/
#ifndef WMI_BASE_ERROR_H
#define WMI_BASE_ERROR_H

#include <stdio.h> /* __MINGW_PRINTF_FORMAT */

#if defined(__MINGW32__)
#define ERROR_PRINTF(format_at, first_at)                                                          \
    __attribute__((format(__MINGW_PRINTF_FORMAT, format_at, first_at)))
#elif defined(__GNUC__)
#define ERROR_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#else
#define ERROR_PRINTF(format_at, first_at)
#endif

enum error_code {
    ERROR_NONE = 0,      /* SQLITE_OK */
    ERROR_INPUT = 1,     /* SQLITE_ERROR: bad input; there is a message */
    ERROR_MEMORY = 7,    /* SQLITE_NOMEM: there is no message */
    ERROR_INTERRUPT = 9, /* SQLITE_INTERRUPT: the user asked to stop; there is no message */
    ERROR_TOO_BIG = 18,  /* SQLITE_TOOBIG: a report beyond 4 GB; there is a message */
};

/* A message on its way to the user. Starts as {0}; whoever has set it to {0} calls
** error_clear(). */
struct error {
    char *message; /* owned; NULL when there is none */
};

/* Sets the message, once, where the fault is seen: a message that is already there stays. Takes
** printf's format; one that starts with "%s:" starts with a path, which is shown as quote_path() does, in
** error_set() itself, so that no message can forget it. Returns `code`, or ERROR_MEMORY when there is no memory for the message. */
int error_set(struct error *error, int code, const char *format, ...) ERROR_PRINTF(3, 4);

/* Frees the message. */
void error_clear(struct error *error);

/* Returns from the calling function with the code of `call` unless it is ERROR_NONE. */
#define TRY(call)                                                                                  \
    do {                                                                                           \
        int code_ = (call);                                                                        \
        if (code_ != ERROR_NONE)                                                                   \
            return code_;                                                                          \
    } while (0)

#endif
