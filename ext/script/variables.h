/*
** What the script's variables and functions hold, as far as it is known: the class that was
** assigned last, in the order of the text. There are no scopes: scripts use one name for one thing.
*/
#ifndef WMI_SCRIPT_VARIABLES_H
#define WMI_SCRIPT_VARIABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No script has more; of a text that does, the rest is not known. This bounds the memory. */
#define SCRIPT_VARIABLES_MAX 8192

struct script_variable {
    const char *name; /* NULL for an empty slot */
    uint32_t size;
    uint32_t value; /* see found.h */
    uint32_t sole;  /* the only class that it ever was, VALUE_UNKNOWN or VALUE_OTHER */
    bool function;  /* variables and functions may share a name */
};

struct script_variables {
    struct script_variable *slots;
    size_t count, capacity; /* a power of two */
    bool cased;             /* Name and name are two variables: C#, Python */
    bool failed;            /* there was no memory */
};

/* The value of that name, or VALUE_UNKNOWN. *known, if not NULL, tells whether it was
** set. */
uint32_t script_variables_get(const struct script_variables *variables, const char *name,
                              size_t size, bool function, bool *known);

/* Sets it. The name must live as long as the variables. */
void script_variables_set(struct script_variables *variables, const char *name, size_t size,
                          bool function, uint32_t value);

/* A number that stands for a variable's name. */
uint32_t script_variables_tag(const struct script_variables *variables, const char *name,
                              size_t size);

/* The only class that the variable of that tag ever was, or VALUE_UNKNOWN. */
uint32_t script_variables_sole(const struct script_variables *variables, uint32_t tag);

void script_variables_free(struct script_variables *variables);

#endif
