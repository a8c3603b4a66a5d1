#include "tools/releases.h"
#include "base/memory.h"

#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUILD, CORE, VERSION, CLIENT, SERVER, RELEASED, SERVER_RELEASED, SUPPORT_ENDS, COLUMNS };

static const char *const headers[COLUMNS] = {"Build",  "Core",     "Version",        "Client",
                                             "Server", "Released", "ServerReleased", "SupportEnds"};

struct reading {
    const char *path;
    struct releases_file *file;
    struct error *error;
    struct release row;
    size_t capacity;
    unsigned line;
    unsigned column;
    int code;
};

static void fault(struct reading *reading, const char *found, const char *expected) {
    if (reading->code == ERROR_NONE)
        reading->code =
            error_set(reading->error, ERROR_INPUT, "%s:%u: column %u: found \"%s\", expected %s",
                      reading->path, reading->line, reading->column + 1, found, expected);
}

static void set_number(struct reading *reading, uint32_t *number, const char *text) {
    char *end;
    unsigned long value = strtoul(text, &end, 10);
    if (*end || end == text || value == 0 || value > UINT32_MAX)
        fault(reading, text, "a build number");
    *number = (uint32_t)value;
}

static void set_text(struct reading *reading, char *to, size_t room, const char *text) {
    size_t size = strlen(text);
    if (size >= room)
        fault(reading, text, "a shorter text");
    else
        memcpy(to, text, size + 1);
}

static void set_cell(struct reading *reading, struct release *row, const char *text) {
    switch (reading->column) {
    case BUILD:
        set_number(reading, &row->build, text);
        break;
    case CORE:
        set_number(reading, &row->core, text);
        break;
    case VERSION:
        set_text(reading, row->version, sizeof row->version, text);
        break;
    case CLIENT:
        set_text(reading, row->client, sizeof row->client, text);
        break;
    case SERVER:
        set_text(reading, row->server, sizeof row->server, text);
        break;
    case RELEASED:
        set_text(reading, row->released, sizeof row->released, text);
        break;
    case SERVER_RELEASED:
        set_text(reading, row->server_released, sizeof row->server_released, text);
        break;
    default:
        set_text(reading, row->support_ends, sizeof row->support_ends, text);
        break;
    }
}

static void on_field(void *field, size_t size, void *context) {
    struct reading *reading = context;
    const char *text = field;
    (void)size;
    if (reading->column >= COLUMNS) {
        fault(reading, text, "8 columns");
    } else if (reading->line == 1) {
        if (strcmp(text, headers[reading->column]))
            fault(reading, text, headers[reading->column]);
    } else {
        set_cell(reading, &reading->row, text);
    }
    reading->column++;
}

static void on_row(int end, void *context) {
    struct reading *reading = context;
    struct releases_file *file = reading->file;
    (void)end;
    if (reading->column != COLUMNS)
        fault(reading, "a row of another length", "8 columns");
    if (reading->line > 1 && reading->code == ERROR_NONE) {
        size_t count = file->list.count;
        if (count && file->releases[count - 1].build >= reading->row.build)
            fault(reading, "a build out of order", "builds ascending");
        if (count == reading->capacity) {
            reading->capacity = count * 2 + 32;
            struct release *grown =
                memory_resize(file->releases, reading->capacity * sizeof *grown);
            if (!grown) {
                reading->code = ERROR_MEMORY;
                return;
            }
            file->releases = grown;
        }
        file->releases[count] = reading->row;
        file->list = (struct release_list){file->releases, count + 1};
    }
    memset(&reading->row, 0, sizeof reading->row);
    reading->column = 0;
    reading->line++;
}

int releases_read(const char *path, struct releases_file *file, struct error *error) {
    struct reading reading = {.path = path, .file = file, .error = error, .line = 1};
    struct csv_parser parser;
    FILE *input = fopen(path, "rb");
    if (!input)
        return error_set(error, ERROR_INPUT, "%s: cannot be opened", path);
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL)) {
        fclose(input);
        return ERROR_MEMORY;
    }
    char chunk[4096];
    size_t size;
    while ((size = fread(chunk, 1, sizeof chunk, input)) > 0 && reading.code == ERROR_NONE) {
        if (csv_parse(&parser, chunk, size, on_field, on_row, &reading) != size)
            fault(&reading, csv_strerror(csv_error(&parser)), "a CSV file");
    }
    if (csv_fini(&parser, on_field, on_row, &reading))
        fault(&reading, csv_strerror(csv_error(&parser)), "a CSV file");
    if (ferror(input))
        fault(&reading, "a read error", "a readable file");
    csv_free(&parser);
    fclose(input);
    return reading.code;
}
