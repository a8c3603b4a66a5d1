/* Frames: what a bracket means where it opens, and what it yields when it closes. */
#include "script/reader.h"

#include "base/text.h"

static const struct script_value nothing = {VALUE_UNKNOWN, false};

/* What $_ is in a frame that opens here. */
static uint32_t item_of(const struct script_frame *frame) {
    const struct script_command *command = &frame->command;
    if (frame->catches)
        return VALUE_OTHER;
    if (command->active && frame->piped)
        return command->input;
    if (frame->kind == FRAME_CALL && frame->receiver < VALUE_CLASSES)
        return frame->receiver;
    return frame->item;
}

/* Are strings in a frame that opens here messages? */
static bool prints_in(const struct script_frame *frame, enum script_frame_kind kind) {
    if (kind == FRAME_CALL && frame->member >= CALL_MEMBER)
        return frame->member == CALL_PRINT;
    if (kind == FRAME_BLOCK || kind == FRAME_INDEX)
        return false;
    if (frame->command.active)
        return frame->command.kind == COMMAND_PRINT;
    return frame->prints || frame->messages;
}

/* Are the keys of a table members? -Property @{…} of the commands that set something, and what
** Set-WmiInstance calls -Arguments. */
static bool keys_in(const struct script_frame *frame) {
    const struct script_command *command = &frame->command;
    return command->active && command->kind == COMMAND_SET &&
           (command->parameter == PARAMETER_PROPERTY || command->parameter == PARAMETER_ARGUMENTS ||
            command->parameter == PARAMETER_POSITION);
}

void script_frame_open(struct script_reader *reader, enum script_frame_kind kind, char opener) {
    if (reader->depth + 1 == SCRIPT_FRAMES_MAX) {
        reader->overflow++;
        return;
    }
    struct script_frame *outer = script_reader_top(reader);
    bool argument = kind == FRAME_GROUP || kind == FRAME_TABLE || kind == FRAME_BLOCK;
    if (argument && outer->command.active && opener != 'H') {
        struct script_value subject = outer->subject;
        if (outer->valued) /* the argument before it is whole */
            script_command_take(&outer->command, subject);
        outer->valued = false;
        script_command_argument(outer);
    }
    struct script_frame *frame = &reader->frames[++reader->depth];
    memset(frame, 0, offsetof(struct script_frame, wql));
    frame->wql.state = READ_NOTHING;
    frame->kind = kind;
    frame->opener = opener;
    frame->result.of = VALUE_PENDING; /* nothing yet */
    frame->item = item_of(outer);
    frame->prints = opener != 'H' && prints_in(outer, kind);
    frame->keys = kind == FRAME_TABLE && keys_in(outer);
    frame->receiver = VALUE_UNKNOWN;
    frame->first_row = reader->rows->count;
    if (kind == FRAME_CALL || kind == FRAME_INDEX) {
        frame->receiver = outer->subject.of;
        frame->called = outer->member;
    }
    if (kind == FRAME_GROUP && outer->looping) { /* foreach ($x in …) */
        frame->looping = true;
        outer->looping = false;
    }
    if (kind == FRAME_TABLE) {
        frame->splat = (struct script_command){
            .value = VALUE_UNKNOWN,
            .result = VALUE_UNKNOWN,
            .tag = ++reader->tags,
            .first_row = reader->rows->count,
        };
    }
}

/* What the call of `frame->called` on `receiver` yields. */
static struct script_value call_result(const struct script_frame *frame,
                                       struct script_value receiver,
                                       struct script_value arguments) {
    bool fresh = arguments.of < VALUE_CLASSES && arguments.fresh;
    switch (frame->called) {
    case CALL_ATTRIBUTE: /* getattr(connection, "Msvm_ComputerSystem") */
        if (fresh || (arguments.of < VALUE_CLASSES && !frame->named))
            return arguments;
        return (struct script_value){VALUE_OTHER, false};
    case CALL_CREATE:
        return arguments;
    case CALL_MEMBER:
    case CALL_PRINT:
        return (struct script_value){VALUE_OTHER, false};
    case CALL_ITEM:
        return frame->named ? (struct script_value){VALUE_OTHER, false} : receiver;
    case CALL_CLASS:
        if (arguments.of < VALUE_CLASSES)
            return (struct script_value){arguments.of, true};
        return receiver.of < VALUE_CLASSES ? receiver : nothing;
    case CALL_RELATED:
    case CALL_ASSOCIATORS:
        return arguments.of < VALUE_CLASSES ? (struct script_value){arguments.of, true} : nothing;
    default:
        if (receiver.of < VALUE_CLASSES)
            return receiver;
        return fresh ? arguments : receiver;
    }
}

static void close_into(struct script_reader *reader, const struct script_frame *frame) {
    struct script_frame *outer = script_reader_top(reader);
    struct script_value result = frame->result;
    if (result.of == VALUE_PENDING)
        result = nothing;
    switch (frame->kind) {
    case FRAME_CALL:
        outer->subject = call_result(frame, outer->subject, result);
        outer->simple.text = NULL;
        outer->member = WORD_NONE;
        break;
    case FRAME_INDEX:
        if (frame->named)
            outer->subject = (struct script_value){VALUE_OTHER, false};
        outer->simple.text = NULL;
        outer->member = WORD_NONE;
        break;
    case FRAME_GROUP:
        if (frame->opener != 'H' && !outer->valued) {
            outer->subject = result;
            outer->valued = true;
        }
        break;
    case FRAME_LIST:
        if (!outer->valued) {
            outer->subject = result;
            outer->valued = true;
        }
        break;
    case FRAME_TABLE:
        script_rows_settle(reader->rows, frame->splat.first_row, frame->splat.tag,
                           frame->splat.value < VALUE_CLASSES ? frame->splat.value : VALUE_OTHER);
        outer->subject = (struct script_value){
            frame->splat.value < VALUE_CLASSES ? frame->splat.value : VALUE_OTHER, true};
        outer->valued = true;
        break;
    case FRAME_BLOCK:
        if (outer->command.active && result.of < VALUE_CLASSES && result.fresh &&
            outer->command.result == VALUE_UNKNOWN)
            outer->command.result = result.of;
        if (outer->defines && result.of < VALUE_CLASSES && outer->function.text)
            script_variables_set(reader->variables, outer->function.text, outer->function.size,
                                 true, result.of);
        break;
    case FRAME_TYPE:
        break;
    }
}

void script_frame_close(struct script_reader *reader, char opener) {
    if (reader->overflow) {
        reader->overflow--;
        return;
    }
    /* A bracket that closes nothing is passed over; one that closes an outer frame closes those in
    ** between. A hole is only closed by its own end. */
    unsigned depth = reader->depth;
    while (depth && reader->frames[depth].opener != opener && reader->frames[depth].opener != 'H')
        depth--;
    if (!depth || reader->frames[depth].opener != opener)
        return;
    while (reader->depth >= depth) {
        script_statement_end(reader);
        const struct script_frame *frame = script_reader_top(reader);
        reader->depth--;
        close_into(reader, frame);
    }
}
