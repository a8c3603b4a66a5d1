/* Signs: brackets, assignments, pipes and what ends a statement. */
#include "script/reader.h"

#include "base/text.h"

static const struct script_value unknown = {VALUE_UNKNOWN, false};

/* `=` */
static void read_equals(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    enum script_language language = reader->lexer.language;
    if (frame->command.active)
        return;
    if (frame->kind == FRAME_TABLE && !frame->target.text && !frame->summed) {
        struct text key = reader->before == TOKEN_TEXT ? reader->text_before : frame->simple;
        frame->simple.text = NULL;
        frame->valued = false;
        if (!key.text) /* 2 = 'Running' */
            key = (struct text){"", 0};
        frame->splat.parameter = script_words_parameter(key.text, key.size);
        frame->target = (struct text){"", 0}; /* what comes is no key */
        if (frame->keys)
            script_command_name(reader, &reader->frames[reader->depth - 1].command, key.text,
                                key.size);
        return;
    }
    if (frame->kind == FRAME_CALL && language != SCRIPT_POWERSHELL) {
        /* Python: c.Msvm_ComputerSystem(ElementName=…) */
        if (language == SCRIPT_PYTHON && frame->simple.text && frame->receiver < VALUE_CLASSES)
            script_rows_add_member(reader->rows, frame->simple.text, frame->simple.size,
                                   frame->receiver, 0);
        frame->skips = frame->called == CALL_ASSOCIATORS && frame->simple.text &&
                       !text_is(frame->simple.text, frame->simple.size, "wmi_result_class");
        frame->valued = false;
        frame->simple.text = NULL;
        return;
    }
    bool compares = language == SCRIPT_VBSCRIPT && (frame->controls || frame->kind != FRAME_BLOCK ||
                                                    frame->summed || frame->target.text);
    if (compares)
        reader->compares = true;
    else
        script_statement_assign(reader, false);
}

/* `|`: what stands before it goes into what comes. */
static void read_pipe(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    bool empty = !frame->valued && !frame->summed && !frame->command.active;
    struct script_value value = empty ? frame->result : script_statement_value(reader);
    if (value.of == VALUE_PENDING)
        value = unknown;
    frame->piping = value;
    frame->piped = true;
}

static void read_comma(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    frame->commas++;
    if (frame->called == CALL_ASSOCIATORS && reader->lexer.language == SCRIPT_VBSCRIPT)
        frame->skips = frame->commas == 1;
    if (frame->command.active) {
        if (frame->valued)
            script_command_take(&frame->command, frame->subject);
        frame->valued = false;
        frame->command.listing = true;
    } else if (frame->kind == FRAME_CALL) {
        bool named = frame->named;
        script_statement_end(reader);
        frame->named = named;
    } else if (frame->wql.state) {
        script_wql_end(&frame->wql);
    }
}

static void open_bracket(struct script_reader *reader, int sign) {
    struct script_frame *frame = script_reader_top(reader);
    bool powershell = reader->lexer.language == SCRIPT_POWERSHELL;
    bool attached = !powershell || !reader->token.spaced;
    switch (sign) {
    case '(':
        script_frame_open(reader, frame->valued && attached ? FRAME_CALL : FRAME_GROUP, '(');
        break;
    case SIGN('@', '('):
    case SIGN('$', '('):
        script_frame_open(reader, FRAME_GROUP, '(');
        break;
    case SIGN('@', '{'):
        script_frame_open(reader, FRAME_TABLE, '{');
        break;
    case '[':
        script_frame_open(reader,
                          frame->valued && attached ? FRAME_INDEX
                          : powershell              ? FRAME_TYPE
                                                    : FRAME_LIST,
                          '[');
        break;
    default:
        if (reader->lexer.language == SCRIPT_CSHARP && frame->kind == FRAME_BLOCK)
            script_statement_end(reader);
        script_frame_open(reader,
                          reader->lexer.language == SCRIPT_PYTHON ? FRAME_LIST : FRAME_BLOCK, '{');
        break;
    }
}

static void read_colon(struct script_reader *reader) {
    enum script_language language = reader->lexer.language;
    if (language == SCRIPT_VBSCRIPT || (language == SCRIPT_PYTHON && !reader->depth))
        script_statement_end(reader);
}

/* C#: vm => … in Where(…): vm is what Where is called on. */
static void read_lambda(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    if (frame->simple.text && frame->kind == FRAME_CALL)
        script_variables_set(reader->variables, frame->simple.text, frame->simple.size, false,
                             frame->receiver);
    frame->valued = false;
    frame->simple.text = NULL;
}

void script_sign_read(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    int sign = reader->token.sign;
    switch (sign) {
    case '(':
    case '[':
    case '{':
    case SIGN('@', '('):
    case SIGN('@', '{'):
    case SIGN('$', '('):
        open_bracket(reader, sign);
        break;
    case ')':
        script_frame_close(reader, '(');
        break;
    case ']':
        script_frame_close(reader, '[');
        break;
    case '}':
        script_frame_close(reader, '{');
        break;
    case '=':
        read_equals(reader);
        break;
    case SIGN('=', '='):
    case SIGN('!', '='):
        reader->compares = true;
        break;
    case SIGN('=', '>'):
        read_lambda(reader);
        break;
    case '|':
        if (reader->lexer.language == SCRIPT_POWERSHELL)
            read_pipe(reader);
        break;
    case '%':
    case '?':
        if (frame->piped && script_command_expected(reader))
            script_command_begin(reader, sign == '%' ? COMMAND_EACH : COMMAND_WHERE);
        break;
    case ';':
    case SIGN('|', '|'):
    case SIGN('&', '&'):
        if (sign == ';' || reader->lexer.language == SCRIPT_POWERSHELL)
            script_statement_end(reader);
        break;
    case ',':
        read_comma(reader);
        break;
    case ':':
        read_colon(reader);
        break;
    default:
        break;
    }
}
