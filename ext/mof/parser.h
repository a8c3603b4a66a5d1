/*
** MOF text → declarations (DMTF DSP0004, as Microsoft's compiler takes it).
**
**   declaration  [qualifiers] class NAME [as $ALIAS] [: NAME] { {member} } ;
**                [qualifiers] instance of NAME [as $ALIAS] { {[qualifiers] NAME = value ;} } ;
**                qualifier NAME : TYPE [array] [= value] {, scope (...) or flavor (...)} ;
**                # pragma NAME [( value {, value} )]
**   member       [qualifiers] TYPE NAME [array] [= value] ;
**                [qualifiers] NAME ref NAME [array] [= value] ;
**                [qualifiers] TYPE NAME ( [parameter {, parameter}] ) ;
**   parameter    [qualifiers] TYPE [ref] NAME [array] [= value]
**   qualifiers   [ [qualifier {, qualifier}] ]
**   qualifier    NAME [( value ) or { values }] [: flavor {flavor}]
**   value        number, character, string {string}, true, false, null, $ALIAS,
**                instance of ..., { [value {, value}] }
**
** Of instances and of the values of properties nothing is kept: they are only checked.
*/
#ifndef WMI_MOF_PARSER_H
#define WMI_MOF_PARSER_H

#include "mof/state.h"

/* Starts a text as mof_lexer_start() does. Classes go into that group of the schema. `schema`,
** `fault` and the text must outlive the parsing. */
int mof_parser_start(struct mof_parser *parser, struct mof_schema *schema, uint32_t group,
                     uint32_t file, struct text text, struct mof_fault *fault);

/* Reads the next declaration; *more is false where there is none. */
int mof_parser_next(struct mof_parser *parser, bool *more);

void mof_parser_free(struct mof_parser *parser);

#endif
