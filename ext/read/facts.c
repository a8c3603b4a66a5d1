#include "read/facts.h"
#include "base/number.h"
#include "read/qualified.h"

void facts_class(struct row_reader *reader) {
    struct builder_class named = {
        .line = reader->line,
        .superclass = row_text(reader, COLUMN_SUPERCLASS),
        .deprecated = row_text(reader, COLUMN_DEPRECATED),
        .is_abstract = row_answer(reader, COLUMN_ABSTRACT),
        .is_association = row_answer(reader, COLUMN_ASSOCIATION),
    };
    qualified_class(reader, &named.namespace_name, &named.class_name);
    qualified_namespace(&named.superclass);
    if (!named.class_name.size)
        row_fault(reader, COLUMN_CLASS, named.class_name, "the name of a class");
    if (reader->status == ERROR_NONE)
        reader->status = builder_class(reader->builder, &named, reader->error);
}

/* The position of the parameter: a number, or where it has no column 0 for the return value. */
static uint32_t position_of(struct row_reader *reader) {
    struct text text = row_text(reader, COLUMN_POSITION);
    size_t digits;
    uint64_t position = number_read(text.text, text.size, &digits);
    bool is_sound = digits && digits == text.size && digits <= 3;
    if (!is_sound || position > BUILDER_POSITION_MAX)
        row_fault(reader, COLUMN_POSITION, text,
                  "the position of a parameter, from 1 to 255, or 0 for the return value");
    return (uint32_t)position;
}

static enum report_direction direction_of(struct row_reader *reader) {
    static const struct {
        const char *text;
        enum report_direction direction;
    } known[] = {{"In", REPORT_IN},
                 {"Out", REPORT_OUT},
                 {"InOut", REPORT_IN_OUT},
                 {"In/Out", REPORT_IN_OUT},
                 {"Return", REPORT_RETURN}};
    struct text text = row_text(reader, COLUMN_DIRECTION);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_is(text, known[i].text))
            return known[i].direction;
    row_fault(reader, COLUMN_DIRECTION, text, "In, Out, InOut or Return");
    return REPORT_RETURN;
}

void facts_parameter(struct row_reader *reader) {
    static const struct {
        enum column column;
        const char *expected;
    } needed[] = {{COLUMN_CLASS, "the name of a class"},
                  {COLUMN_METHOD, "the name of a method"},
                  {COLUMN_PARAMETER, "the name of a parameter, or ReturnValue"}};
    struct text map;
    struct builder_parameter parameter = {
        .line = reader->line,
        .method = qualified_member(row_text(reader, COLUMN_METHOD)),
        .parameter = row_text(reader, COLUMN_PARAMETER),
        .type = row_text(reader, COLUMN_TYPE),
    };
    qualified_class(reader, &parameter.namespace_name, &parameter.class_name);
    for (size_t i = 0; i < sizeof needed / sizeof *needed && reader->status == ERROR_NONE; i++)
        if (!row_text(reader, needed[i].column).size)
            row_fault(reader, needed[i].column, (struct text){NULL, 0}, needed[i].expected);
    if (reader->status == ERROR_NONE)
        parameter.position = position_of(reader);
    if (reader->status == ERROR_NONE)
        parameter.direction = direction_of(reader);
    if (reader->status == ERROR_NONE)
        reader->status = values_read(&reader->values, row_text(reader, COLUMN_DESCRIPTION), &map);
    if (reader->status != ERROR_NONE)
        return;
    parameter.entries = reader->values.entries.items;
    parameter.entry_count = reader->values.entries.count;
    reader->status = builder_parameter(reader->builder, &parameter, reader->error);
}
