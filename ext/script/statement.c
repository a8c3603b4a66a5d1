#include "script/reader.h"

#include "base/text.h"

struct script_frame *script_reader_top(struct script_reader *reader) {
    return &reader->frames[reader->depth];
}

/* The first class there is; else unknown, if one of them is. */
struct script_value script_value_merge(struct script_value first, struct script_value second) {
    if (first.of < VALUE_CLASSES)
        return first;
    if (second.of < VALUE_CLASSES || second.of == VALUE_UNKNOWN)
        return second;
    return first;
}

/* The subject is whole: the statement's value, or an argument of its command. */
static void settle_subject(struct script_frame *frame) {
    if (!frame->valued)
        return;
    if (frame->command.active) {
        script_command_take(&frame->command, frame->subject);
    } else {
        frame->sum =
            frame->summed ? script_value_merge(frame->sum, frame->subject) : frame->subject;
        frame->summed = true;
    }
    frame->valued = false;
    frame->simple.text = NULL;
    frame->member = WORD_NONE;
    frame->self = false;
}

void script_statement_begin(struct script_reader *reader, struct script_value value) {
    struct script_frame *frame = script_reader_top(reader);
    settle_subject(frame);
    if (frame->command.active)
        script_command_argument(frame);
    if (frame->wql.state)
        script_wql_gap(&frame->wql);
    frame->subject = value;
    frame->valued = true;
}

struct script_value script_statement_value(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    settle_subject(frame);
    if (frame->wql.state) {
        script_wql_end(&frame->wql);
        if (frame->wql.event)
            reader->target = frame->wql.result;
    }
    struct script_value value = {VALUE_UNKNOWN, false};
    if (frame->command.active)
        value = script_command_end(reader);
    else if (frame->summed)
        value = frame->sum;
    if (frame->casts && value.of == VALUE_OTHER) /* [wmi]$result.Job */
        value.of = VALUE_UNKNOWN;
    frame->summed = false;
    return value;
}

void script_statement_bind(struct script_reader *reader, struct script_value value) {
    struct script_frame *frame = script_reader_top(reader);
    struct text name = frame->target;
    if (!name.text)
        return;
    if (value.of >= VALUE_CLASSES && frame->declared)
        value.of = VALUE_OTHER;
    script_variables_set(reader->variables, name.text, name.size, false, value.of);
    /* Python: [vm.Name for vm in …]: its members stand before it. */
    if (frame->in_loop && value.of < VALUE_CLASSES && frame->kind != FRAME_BLOCK)
        script_rows_rebind(reader->rows, frame->first_row,
                           script_variables_tag(reader->variables, name.text, name.size), value.of);
}

void script_statement_end(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    bool empty = !frame->valued && !frame->summed && !frame->command.active;
    struct script_value value = {VALUE_UNKNOWN, false};
    if (!empty || frame->wql.state)
        value = script_statement_value(reader);
    if (frame->target.text)
        script_statement_bind(reader, value);
    if (frame->returns && value.of < VALUE_CLASSES && reader->function.text)
        script_variables_set(reader->variables, reader->function.text, reader->function.size, true,
                             value.of);
    if (frame->with)
        reader->with = value.of;
    if (frame->called == CALL_ASSOCIATORS && frame->skips)
        empty = true;
    frame->skips = false;
    if (!empty && (frame->kind == FRAME_CALL || frame->kind == FRAME_LIST))
        frame->result =
            frame->result.of == VALUE_PENDING ? value : script_value_merge(frame->result, value);
    else if (!empty && !frame->target.text)
        frame->result = value;
    frame->target.text = NULL;
    frame->declared = frame->looping = frame->in_loop = frame->controls = frame->messages = false;
    frame->returns = frame->imports = frame->names = frame->catches = frame->defines = false;
    frame->casts = frame->piped = frame->creates = frame->with = false;
    frame->function.text = NULL;
}

void script_statement_assign(struct script_reader *reader, bool loop) {
    struct script_frame *frame = script_reader_top(reader);
    struct text name = frame->simple;
    bool declared = frame->declared;
    frame->valued = frame->summed = false;
    frame->simple.text = NULL;
    frame->target = name;
    frame->declared = declared;
    frame->in_loop = loop;
    frame->looping = false;
}
