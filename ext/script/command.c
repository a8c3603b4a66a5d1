#include "script/reader.h"

#include "base/text.h"

bool script_command_expected(const struct script_reader *reader) {
    const struct script_frame *frame = &reader->frames[reader->depth];
    return reader->lexer.language == SCRIPT_POWERSHELL && !frame->valued && !frame->summed &&
           !frame->command.active && frame->kind != FRAME_TYPE && frame->kind != FRAME_INDEX;
}

void script_command_begin(struct script_reader *reader, enum script_word kind) {
    struct script_frame *frame = script_reader_top(reader);
    struct script_command *command = &frame->command;
    *command = (struct script_command){
        .active = true,
        .kind = kind,
        .parameter = PARAMETER_POSITION,
        .value = VALUE_UNKNOWN,
        .result = VALUE_UNKNOWN,
        .input = frame->piped ? frame->piping.of : VALUE_UNKNOWN,
        .tag = ++reader->tags,
        .first_row = reader->rows->count,
    };
    if (kind >= COMMAND_GET)
        return;
    bool known;
    uint32_t value = script_variables_get(reader->variables, reader->token.text, reader->token.size,
                                          true, &known);
    command->kind = known ? WORD_FUNCTION : WORD_FOREIGN;
    command->result = value;
}

static bool is_stage(const struct script_command *command) {
    return command->kind == COMMAND_SELECT || command->kind == COMMAND_WHERE ||
           command->kind == COMMAND_EACH;
}

/* The class that the command works on: what it was given, else what the pipeline brings. */
static uint32_t works_on(const struct script_command *command) {
    if (is_stage(command))
        return command->input;
    if (command->value < VALUE_CLASSES)
        return command->value;
    return command->kind == COMMAND_RELATED ? VALUE_UNKNOWN : command->input;
}

void script_command_parameter(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    struct script_command *command = &frame->command;
    const struct script_token *token = &reader->token;
    enum script_word word = script_words_find(&reader->words, token->text - 1, token->size + 1);
    enum script_parameter parameter = PARAMETER_OPERATOR;
    reader->compares = word == WORD_COMPARES;
    if (!reader->compares && word != WORD_OPERATES)
        parameter = script_words_parameter(token->text, token->size);
    if (!command->active) {
        if (frame->valued) /* an operator: what comes is another value */
            script_statement_begin(reader, (struct script_value){VALUE_OTHER, false});
        return;
    }
    if (frame->valued)
        script_command_take(command, frame->subject);
    frame->valued = false;
    command->parameter = parameter;
    command->taken = command->listing = false;
}

void script_command_argument(struct script_frame *frame) {
    struct script_command *command = &frame->command;
    if (command->taken && !command->listing)
        command->parameter = PARAMETER_POSITION;
    if (command->parameter == PARAMETER_POSITION && !command->listing)
        command->positions++;
    command->taken = true;
    command->listing = false;
}

void script_command_name(struct script_reader *reader, struct script_command *command,
                         const char *name, size_t size) {
    uint32_t value = works_on(command);
    if (value == VALUE_UNKNOWN && !is_stage(command)) {
        value = VALUE_PENDING;
        command->pending = true;
    }
    script_rows_add_member(reader->rows, name, size, value, command->tag);
}

bool script_command_names(const struct script_command *command) {
    switch (command->kind) {
    case COMMAND_SELECT:
        return command->parameter != PARAMETER_OPERATOR;
    case COMMAND_WHERE:
        return command->parameter == PARAMETER_PROPERTY ||
               (command->parameter == PARAMETER_POSITION && command->positions == 1);
    case COMMAND_EACH:
        return command->parameter != PARAMETER_OPERATOR && command->positions <= 1;
    case COMMAND_INVOKE:
        return command->parameter == PARAMETER_METHOD || command->parameter == PARAMETER_POSITION;
    case COMMAND_GET:
    case COMMAND_RELATED:
    case COMMAND_SET:
    case WORD_FUNCTION:
    case WORD_FOREIGN:
        return command->parameter == PARAMETER_PROPERTY;
    default:
        return false;
    }
}

void script_command_take(struct script_command *command, struct script_value value) {
    if (value.of >= VALUE_CLASSES || is_stage(command) || command->parameter == PARAMETER_OPERATOR)
        return;
    bool related = command->kind == COMMAND_RELATED;
    switch (command->parameter) {
    case PARAMETER_RESULT:
        command->result = value.of;
        return;
    case PARAMETER_CLASS:
        break;
    case PARAMETER_POSITION:
    case PARAMETER_OBJECT:
        if (related)
            return;
        break;
    default:
        if (!value.fresh || related || command->parameter == PARAMETER_ARGUMENTS)
            return;
    }
    if (command->value >= VALUE_CLASSES && (value.fresh || command->kind >= COMMAND_GET))
        command->value = value.of;
}

void script_command_word(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    struct script_command *command = &frame->command;
    const struct script_token *token = &reader->token;
    bool attached = !token->spaced && reader->before == TOKEN_SIGN && reader->sign_before != ',';
    if (!attached) {
        if (frame->valued)
            script_command_take(command, frame->subject);
        frame->valued = false;
        script_command_argument(frame);
    }
    uint32_t class_index = script_rows_find_class(reader->rows, token->text, token->size);
    if (class_index != VALUE_UNKNOWN) {
        script_rows_add_class(reader->rows, token->text, token->size, class_index);
        if (command->parameter != PARAMETER_ASSOCIATION)
            script_command_take(command, (struct script_value){class_index, true});
    } else if (command->kind == COMMAND_NEW_OBJECT) {
        command->instance |= text_starts(token->text, token->size, "management");
    } else if (script_command_names(command) && !attached) {
        script_command_name(reader, command, token->text, token->size);
    }
}

struct script_value script_command_end(struct script_reader *reader) {
    struct script_frame *frame = script_reader_top(reader);
    struct script_command *command = &frame->command;
    struct script_value value = {VALUE_OTHER, false};
    command->active = false;
    if (command->pending)
        script_rows_settle(reader->rows, command->first_row, command->tag, works_on(command));
    switch (command->kind) {
    case COMMAND_GET:
    case COMMAND_SET:
        value = (struct script_value){works_on(command), command->value < VALUE_CLASSES};
        break;
    case COMMAND_RELATED:
        value = (struct script_value){command->result, command->result < VALUE_CLASSES};
        break;
    case COMMAND_SELECT:
    case COMMAND_WHERE:
        value = (struct script_value){command->input, frame->piping.fresh};
        break;
    case COMMAND_EACH:
        value = (struct script_value){command->input, frame->piping.fresh};
        if (command->result < VALUE_CLASSES)
            value = (struct script_value){command->result, true};
        break;
    case COMMAND_NEW_OBJECT:
        if (command->value < VALUE_CLASSES || command->instance)
            value = (struct script_value){command->value, true};
        break;
    case WORD_FUNCTION:
    case WORD_FOREIGN:
        if (command->value < VALUE_CLASSES)
            value = (struct script_value){command->value, true};
        else if (command->result < VALUE_CLASSES || command->kind == WORD_FUNCTION)
            value = (struct script_value){command->result, true};
        break;
    default:
        break;
    }
    return value;
}
