/*
** Strings. Most are nothing to us. One counts if it is a query, a condition, a path, the name of a
** class, or names a member: mo["Name"], InvokeMethod("RequestStateChange", …), -Property 'Name'.
** Messages and what is compared do not count, nor does a Python string that is a whole statement.
*/
#include "script/reader.h"

#include "base/text.h"

static const struct script_value other = {VALUE_OTHER, false};

static bool is_message(const struct script_reader *reader, const struct script_frame *frame) {
    bool docstring = reader->lexer.language == SCRIPT_PYTHON && !reader->depth && !frame->summed &&
                     !frame->valued && !frame->target.text && !frame->returns && !frame->looping &&
                     !frame->in_loop && !frame->controls;
    if (frame->command.active)
        return frame->command.kind == COMMAND_PRINT;
    return frame->prints || frame->messages || docstring;
}

/* Does the frame's bracket make a string a member's name, and of what? */
static bool names_in_bracket(const struct script_reader *reader, const struct script_frame *frame) {
    bool item = frame->called == CALL_ITEM || frame->called == CALL_MEMBER;
    if (frame->kind == FRAME_CALL && frame->commas == 1) /* getattr(vm, "…"), CimSession's */
        return frame->called == CALL_ATTRIBUTE ||
               (frame->called == CALL_MEMBER && frame->result.of < VALUE_CLASSES);
    if (frame->kind == FRAME_CALL)
        return item && !frame->commas;
    if (frame->kind != FRAME_INDEX)
        return false;
    if (reader->lexer.language == SCRIPT_CSHARP)
        return true;
    return item || (reader->lexer.language == SCRIPT_POWERSHELL && frame->receiver < VALUE_CLASSES);
}

static void name_in_bracket(struct script_reader *reader, struct script_frame *frame) {
    const struct script_token *token = &reader->token;
    uint32_t receiver = frame->receiver;
    if (frame->commas)
        receiver = frame->result.of == VALUE_PENDING ? VALUE_UNKNOWN : frame->result.of;
    script_rows_add_member(reader->rows, token->text, token->size, receiver, 0);
    frame->named = true;
}

/* The piece goes on with the query that stands before it. */
static void read_query(struct script_frame *frame, const struct script_token *token) {
    script_wql_read(&frame->wql, token->text, token->size);
    if (frame->wql.owner)
        frame->subject = (struct script_value){frame->wql.result, true};
}

static void start_query(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    script_statement_begin(reader, other);
    script_wql_start(&frame->wql, reader->rows, ++reader->tags);
    read_query(frame, &reader->token);
}

/* A condition belongs to the command, or goes on with a query that a variable holds. */
static void start_condition(struct script_reader *reader, struct script_command *command) {
    struct script_frame *frame = script_reader_top(reader);
    uint32_t value = VALUE_UNKNOWN;
    uint32_t tag = 0;
    if (command) {
        value = command->value;
        tag = command->tag;
        if (value == VALUE_UNKNOWN) {
            value = VALUE_PENDING;
            command->pending = true;
        }
    } else if (frame->kind == FRAME_CALL && frame->result.of < VALUE_CLASSES) {
        value = frame->result.of;
    } else if (frame->valued && frame->subject.of < VALUE_CLASSES) {
        value = frame->subject.of;
    } else if (frame->summed && frame->sum.of < VALUE_CLASSES) {
        value = frame->sum.of;
    }
    script_statement_begin(reader, other);
    script_wql_start_condition(&frame->wql, reader->rows, value, tag);
    read_query(frame, &reader->token);
}

/* A path or a class. */
static void read_path(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    const struct script_token *token = &reader->token;
    uint32_t class_index = script_wql_path(reader->rows, token->text, token->size);
    if (class_index == VALUE_UNKNOWN)
        return;
    if (frame->kind == FRAME_TABLE && frame->splat.parameter != PARAMETER_ASSOCIATION &&
        frame->splat.parameter != PARAMETER_NONE)
        frame->splat.value = class_index;
    if (!frame->command.active || frame->command.parameter != PARAMETER_ASSOCIATION)
        frame->subject = (struct script_value){class_index, true};
}

/* A string in an argument of a command, or in a table that may be splatted to one. True if its
** parameter says what it is. */
static bool read_argument(struct script_reader *reader, struct script_command *command) {
    const struct script_token *token = &reader->token;
    if (command->parameter == PARAMETER_FILTER) {
        start_condition(reader, command);
        return true;
    }
    uint32_t class_index = script_rows_find_class(reader->rows, token->text, token->size);
    bool table = command == &script_reader_top(reader)->splat;
    bool names =
        table ? command->parameter == PARAMETER_PROPERTY || command->parameter == PARAMETER_METHOD
              : script_command_names(command);
    if (class_index != VALUE_UNKNOWN || !names || !token->last)
        return false;
    script_command_name(reader, command, token->text, token->size);
    return true;
}

/* Python: c.Msvm_ComputerSystem(["Name", "ElementName"]) */
static bool is_selected(const struct script_reader *reader, const struct script_frame *frame) {
    const struct script_frame *outer = &reader->frames[reader->depth ? reader->depth - 1 : 0];
    return reader->lexer.language == SCRIPT_PYTHON && frame->kind == FRAME_LIST &&
           outer->kind == FRAME_CALL && outer->receiver < VALUE_CLASSES && !outer->commas;
}

/* C#: new SelectQuery("Msvm_ComputerSystem", "ElementName = …") */
static bool is_query_argument(const struct script_frame *frame, const struct script_token *token) {
    return frame->kind == FRAME_CALL && frame->called == CALL_CLASS && frame->commas &&
           frame->result.of < VALUE_CLASSES && script_wql_compares(token->text, token->size, 0);
}

static void read_first(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    const struct script_token *token = &reader->token;
    bool joined = reader->before == TOKEN_TEXT ||
                  (reader->before == TOKEN_SIGN &&
                   (reader->sign_before == '+' || reader->sign_before == '&'));
    if (frame->wql.state && joined) {
        read_query(frame, token);
        return;
    }
    if (frame->wql.state)
        script_wql_end(&frame->wql);
    bool behind_dot = reader->before == TOKEN_SIGN && reader->sign_before == '.' && frame->valued;
    if (behind_dot || (frame->valued && frame->member == CALL_MEMBER && token->spaced)) {
        /* $vm.'Name'; VBScript: service.ExecMethod_ "DefineSystem", parameters */
        script_rows_add_member(reader->rows, token->text, token->size, frame->subject.of, 0);
        frame->subject = other;
        frame->member = WORD_NONE;
        return;
    }
    if (is_message(reader, frame) || reader->compares_before) {
        script_statement_begin(reader, other);
        return;
    }
    if (frame->called == CALL_CREATE) { /* CreateObject("WbemScripting.SWbemLocator") */
        bool wmi = text_starts(token->text, token->size, "wbem");
        script_statement_begin(reader,
                               (struct script_value){wmi ? VALUE_UNKNOWN : VALUE_OTHER, false});
        return;
    }
    if (names_in_bracket(reader, frame) && token->last) {
        name_in_bracket(reader, frame);
        script_statement_begin(reader, other);
        return;
    }
    if (is_selected(reader, frame)) {
        script_statement_begin(reader, other);
        script_rows_add_member(reader->rows, token->text, token->size,
                               reader->frames[reader->depth - 1].receiver, 0);
        return;
    }
    enum script_wql_form form = script_wql_form(token->text, token->size);
    if (form == WQL_QUERY) {
        start_query(reader);
        return;
    }
    if (form == WQL_CONDITION || is_query_argument(frame, token)) {
        start_condition(reader, NULL);
        return;
    }
    const struct script_frame *outer = &reader->frames[reader->depth ? reader->depth - 1 : 0];
    if (frame->kind == FRAME_GROUP && !frame->command.active && outer->command.active &&
        outer->command.parameter == PARAMETER_FILTER) { /* -Filter ("Name = '{0}'" -f $name) */
        start_condition(reader, &reader->frames[reader->depth - 1].command);
        return;
    }
    script_statement_begin(reader, other);
    if (frame->command.active && read_argument(reader, &frame->command))
        return;
    if (frame->kind == FRAME_TABLE && read_argument(reader, &frame->splat))
        return;
    read_path(reader);
}

void script_literal_read(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    if (reader->token.first)
        read_first(reader);
    else if (frame->wql.state)
        read_query(frame, &reader->token);
    else if (frame->valued && frame->subject.of == VALUE_OTHER && !is_message(reader, frame))
        read_path(reader);
}
