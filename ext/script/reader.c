#include "script/reader.h"

#include "base/text.h"

static const struct script_value other = {VALUE_OTHER, false};
static const struct script_value unknown = {VALUE_UNKNOWN, false};

static bool is_powershell(const struct script_reader *reader) {
    return reader->lexer.language == SCRIPT_POWERSHELL;
}

/* --- Names --- */

/* C#: may a variable of that type hold an instance, a query or a path? */
static bool is_management_type(struct text type) {
    static const char *const types[] = {"var",    "dynamic", "object", "in",
                                        "return", "await",   "case"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (text_is(type.text, type.size, types[i]))
            return true;
    return text_starts(type.text, type.size, "management") ||
           text_starts(type.text, type.size, "cim");
}

/* A variable, or a function of the script's own. */
static void read_name(struct script_reader *reader, const char *text, size_t size,
                      enum script_word word) {
    struct script_frame *frame = script_reader_top(reader);
    bool known;
    uint32_t of = script_variables_get(reader->variables, text, size, false, &known);
    if (!known)
        of = script_variables_get(reader->variables, text, size, true, NULL);
    if (frame->names || frame->imports) { /* `as error`, `import os`: no instance */
        script_variables_set(reader->variables, text, size, false, VALUE_OTHER);
        frame->names = false;
    }
    if (frame->creates && word < CALL_MEMBER && !is_management_type((struct text){text, size}))
        of = VALUE_OTHER; /* new Dictionary() */
    frame->creates = false;
    if (reader->word_before.text && reader->lexer.language == SCRIPT_CSHARP) {
        frame->declared = !is_management_type(reader->word_before);
        if (frame->declared)
            script_variables_set(reader->variables, text, size, false, VALUE_OTHER);
    }
    script_statement_begin(reader, (struct script_value){of, false});
    frame->simple = (struct text){text, size};
    frame->self = word == WORD_SELF;
    frame->member = word >= CALL_MEMBER ? word : WORD_NONE;
}

static void read_variable(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    const struct script_token *token = &reader->token;
    enum script_word word = script_words_find(&reader->words, token->text, token->size);
    if (token->foreign || word == WORD_AUTOMATIC || text_is(token->text, token->size, "error"))
        script_statement_begin(reader, other);
    else if (word == WORD_ITEM)
        script_statement_begin(reader, (struct script_value){frame->item, false});
    else if (word == WORD_NULL)
        script_statement_begin(reader, unknown);
    else
        read_name(reader, token->text, token->size, word);
}

/* --- Words --- */

/* A word behind a dot: a member, or what is called. */
static void read_member(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    const struct script_token *token = &reader->token;
    if (frame->self) { /* self.vm is a variable */
        frame->valued = false;
        read_name(reader, token->text, token->size, WORD_NONE);
        return;
    }
    uint32_t class_index = script_rows_find_class(reader->rows, token->text, token->size);
    struct text variable = frame->simple;
    frame->simple.text = NULL;
    if (frame->wql.state)
        script_wql_gap(&frame->wql);
    if (class_index != VALUE_UNKNOWN) { /* Python: c.Msvm_ComputerSystem() */
        script_rows_add_class(reader->rows, token->text, token->size, class_index);
        frame->subject = (struct script_value){class_index, true};
        frame->member = WORD_NONE;
        return;
    }
    enum script_word word = script_words_find(&reader->words, token->text, token->size);
    if (word == COMMAND_PRINT)
        word = CALL_PRINT;
    if (word == WORD_FOR && is_powershell(reader)) /* $vms.ForEach('Name') */
        word = CALL_ITEM;
    if (word == CALL_PRINT && frame->subject.of >= VALUE_CLASSES && !frame->command.active)
        frame->messages |= !is_powershell(reader) && reader->lexer.language != SCRIPT_PYTHON;
    frame->member = word;
    if (word >= CALL_MEMBER && (word != CALL_PRINT || frame->subject.of >= VALUE_CLASSES))
        return;
    frame->member = WORD_NONE;
    if (word == WORD_TARGET && reader->target < VALUE_CLASSES) {
        frame->subject.of = reader->target;
        return;
    }
    if (reader->lexer.language == SCRIPT_CSHARP)
        return;
    bool function;
    uint32_t result =
        script_variables_get(reader->variables, token->text, token->size, true, &function);
    if (function && frame->subject.of >= VALUE_CLASSES) { /* a method of the script's own */
        frame->subject.of = result;
        return;
    }
    if (frame->subject.of == VALUE_OTHER)
        return;
    uint32_t tag =
        variable.text ? script_variables_tag(reader->variables, variable.text, variable.size) : 0;
    if (script_rows_add_member(reader->rows, token->text, token->size, frame->subject.of, tag) &&
        frame->subject.of < VALUE_CLASSES)
        frame->subject = other;
}

/* Keywords. True if the word was one, and nothing else. */
static bool read_keyword(struct script_reader *reader, enum script_word word) {
    struct script_frame *frame = script_reader_top(reader);
    bool powershell = is_powershell(reader);
    bool python = reader->lexer.language == SCRIPT_PYTHON;
    if (word == WORD_FOR || word == WORD_CONTROL) {
        if (frame->in_loop && !powershell) { /* [vm.Name for vm in … if …] */
            struct script_value value = script_statement_value(reader);
            script_statement_bind(reader, value);
            if (frame->kind != FRAME_BLOCK)
                frame->result = script_value_merge(value, frame->result);
            frame->target.text = NULL;
            frame->in_loop = false;
        }
        frame->looping |= word == WORD_FOR;
        frame->imports |=
            python && text_is(reader->token.text, reader->token.size, "from") && !reader->depth;
        frame->controls |=
            word == WORD_CONTROL && !text_is(reader->token.text, reader->token.size, "set");
        if (!powershell && word == WORD_CONTROL &&
            text_is(reader->token.text, reader->token.size, "then"))
            script_statement_end(reader);
        return true;
    }
    switch (word) {
    case WORD_IN:
        if (frame->looping)
            script_statement_assign(reader, true);
        return true;
    case WORD_FUNCTION:
        frame->defines = true;
        return true;
    case WORD_SECTION:
        frame->defines |= powershell && text_is(reader->token.text, reader->token.size, "filter");
        return powershell || reader->lexer.language == SCRIPT_VBSCRIPT;
    case WORD_RETURN:
        frame->returns = true;
        return true;
    case WORD_THROW:
        frame->messages = true;
        return true;
    case WORD_AS:
        frame->names = python;
        return python;
    case WORD_IMPORT:
        frame->imports = python;
        return python;
    case WORD_CATCH:
        frame->catches = true;
        return true;
    case WORD_NULL:
        script_statement_begin(reader, unknown);
        return true;
    case WORD_FOREIGN:
        if (powershell)
            return false;
        script_statement_begin(reader, other);
        return true;
    case WORD_CLASS:
        if (!powershell)
            frame->names = true;
        return !powershell;
    case WORD_NEW:
        frame->creates = reader->lexer.language == SCRIPT_CSHARP;
        return frame->creates;
    case WORD_WITH:
        frame->with = reader->lexer.language == SCRIPT_VBSCRIPT;
        return true;
    case WORD_MODIFIER:
        return reader->lexer.language != SCRIPT_PYTHON;
    default:
        return false;
    }
}

/* The name of a function that is being defined. */
static void define(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    struct text name = {reader->token.text, reader->token.size};
    frame->function = reader->function = name;
    if (!is_powershell(reader))
        frame->function.text = NULL;
    frame->defines = is_powershell(reader);
    script_variables_set(reader->variables, name.text, name.size, true, VALUE_UNKNOWN);
}

static void read_word(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    const struct script_token *token = &reader->token;
    bool behind_dot = reader->before == TOKEN_SIGN &&
                      (reader->sign_before == '.' || reader->sign_before == SIGN('?', '.'));
    if (behind_dot && reader->lexer.language == SCRIPT_VBSCRIPT &&
        (!frame->valued || reader->spaced_before)) /* With vm: .Name */
        script_statement_begin(reader, (struct script_value){reader->with, false});
    if (behind_dot && frame->valued && !(is_powershell(reader) && token->spaced)) {
        read_member(reader);
        return;
    }
    if (frame->kind == FRAME_TYPE) {
        reader->frames[reader->depth - 1].casts |= text_is(token->text, token->size, "wmi");
        return;
    }
    if (frame->command.active) {
        script_command_word(reader);
        return;
    }
    if (frame->defines && !frame->function.text) {
        define(reader);
        return;
    }
    uint32_t class_index = script_rows_find_class(reader->rows, token->text, token->size);
    if (class_index != VALUE_UNKNOWN) {
        script_statement_begin(reader, (struct script_value){class_index, true});
        script_rows_add_class(reader->rows, token->text, token->size, class_index);
        return;
    }
    if (frame->kind == FRAME_TABLE && !frame->valued && !frame->summed && !frame->target.text) {
        frame->simple = (struct text){token->text, token->size}; /* a key */
        return;
    }
    enum script_word word = script_words_find(&reader->words, token->text, token->size);
    bool stage = word == WORD_FOR && frame->piped;
    if (!stage && word && word < COMMAND_GET && read_keyword(reader, word))
        return;
    if (!is_powershell(reader)) {
        read_name(reader, token->text, token->size, word);
        frame->messages |= word == CALL_PRINT && reader->lexer.language == SCRIPT_VBSCRIPT;
    } else if (reader->sign_before == SIGN(':', ':') && reader->before == TOKEN_SIGN) {
        script_statement_begin(reader, unknown); /* [Type]::Method */
    } else if (script_command_expected(reader)) {
        script_command_begin(reader, stage ? COMMAND_EACH : word);
    }
}

/* --- Tokens --- */

/* PowerShell: does the line go on, because of what stands at its end? */
static bool goes_on(const struct script_reader *reader) {
    if (reader->before != TOKEN_SIGN || !is_powershell(reader))
        return false;
    switch (reader->sign_before) {
    case '|':
    case ',':
    case '=':
    case '+':
    case '.':
    case '(':
    case '{':
        return true;
    default:
        return false;
    }
}

static void read_token(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    switch (reader->token.kind) {
    case TOKEN_LINE:
        if (!goes_on(reader))
            script_statement_end(reader);
        break;
    case TOKEN_WORD:
        read_word(reader);
        break;
    case TOKEN_VARIABLE:
        if (frame->kind != FRAME_TYPE)
            read_variable(reader);
        break;
    case TOKEN_PARAMETER:
        script_command_parameter(reader);
        break;
    case TOKEN_NUMBER:
        script_statement_begin(reader, other);
        break;
    case TOKEN_TEXT:
        script_literal_read(reader);
        break;
    case TOKEN_HOLE:
        if (frame->wql.state)
            script_wql_gap(&frame->wql);
        script_frame_open(reader, FRAME_GROUP, 'H');
        break;
    case TOKEN_HOLE_END:
        script_frame_close(reader, 'H');
        break;
    case TOKEN_SIGN:
        script_sign_read(reader);
        break;
    case TOKEN_END:
        break;
    }
}

/* What the next token may ask about this one. */
static void remember(struct script_reader *reader) {
    const struct script_token *token = &reader->token;
    reader->compares_before = reader->compares;
    reader->compares = false;
    if (token->kind == TOKEN_LINE && reader->before == TOKEN_SIGN)
        return; /* what goes on */
    if (reader->lexer.language == SCRIPT_CSHARP) {
        enum script_word word = WORD_NEW;
        if (token->kind == TOKEN_WORD)
            word = script_words_find(&reader->words, token->text, token->size);
        bool modifies = word == WORD_NEW || word == WORD_MODIFIER;
        reader->word_before = (struct text){modifies ? NULL : token->text, token->size};
    }
    reader->before = token->kind;
    reader->text_before = (struct text){token->text, token->size};
    reader->spaced_before = token->spaced;
    reader->sign_before = token->sign;
}

bool script_reader_read(struct script_rows *rows, struct script_variables *variables,
                        enum script_language language, const char *text, size_t size) {
    struct script_reader reader;
    memset(&reader, 0, offsetof(struct script_reader, frames));
    memset(&reader.frames[0], 0, sizeof reader.frames[0]);
    reader.frames[0].item = VALUE_UNKNOWN;
    reader.frames[0].result.of = VALUE_PENDING;
    reader.rows = rows;
    reader.variables = variables;
    variables->cased = language == SCRIPT_CSHARP || language == SCRIPT_PYTHON;
    reader.before = TOKEN_LINE;
    reader.with = reader.target = VALUE_UNKNOWN;
    script_words_start(&reader.words);
    script_lexer_start(&reader.lexer, language, text, size);
    do {
        script_lexer_next(&reader.lexer, &reader.token);
        read_token(&reader);
        remember(&reader);
    } while (reader.token.kind != TOKEN_END && !rows->failed && !variables->failed);
    while (reader.depth) { /* what was never closed */
        char opener = reader.frames[reader.depth].opener;
        reader.overflow = 0;
        script_frame_close(&reader, opener);
    }
    script_statement_end(&reader);
    return !rows->failed && !variables->failed;
}
