/* Where the parser stands in a file. */
#ifndef WMI_MOF_STATE_H
#define WMI_MOF_STATE_H

#include "mof/lexer.h"
#include "mof/schema.h"

/* A file that is being read. Starts as {0}; may be started again for the next file. */
struct mof_parser {
    struct mof_schema *schema;
    struct mof_fault *fault;
    struct mof_lexer lexer;
    struct mof_token token;   /* the next one, not yet taken */
    struct mof_class_key key; /* of the classes that come; `#pragma namespace` changes it */
    uint32_t locale;          /* of their texts; 0 where the file does not say it */
    unsigned depth;           /* of objects in objects */
    struct array characters;  /* char: of the string that was read last */
    struct array texts;       /* uint64_t: of the list that was read last, offsets in the pool */
    struct array parameters;  /* struct mof_parameter: of the method that was read last */
};

#endif
