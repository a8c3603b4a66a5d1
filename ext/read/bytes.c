#include "read/bytes.h"
#include "base/array.h"
#include "base/text.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "read/foreign.h"

#include <assert.h>
#include <string.h>

enum {
    CHUNK = 64 * 1024, /* read at once */
    SPARE = 8 * 1024,  /* room for the line that a chunk breaks off */
    MARK = 3,          /* bytes of a byte order mark, the longest: fewer than FOREIGN_SIZE */
};

static const char byte_order_mark[] = "\xef\xbb\xbf";

enum bytes_fault {
    FAULT_NONE,
    FAULT_NUL,
    FAULT_INVALID,
    FAULT_CUT_OFF,
    FAULT_SURROGATE,
    FAULT_HALF_UNIT,
    FAULT_UNMAPPED,
};

/* --- Buffers --- */

/* What is still to be read of what the buffer holds. */
static struct text held(const struct bytes_buffer *buffer) {
    assert(buffer->start <= buffer->text.count);
    return (struct text){(const char *)buffer->text.items + buffer->start,
                         buffer->text.count - buffer->start};
}

/* Where more is written behind it. */
static char *end_of(const struct bytes_buffer *buffer) {
    return (char *)buffer->text.items + buffer->text.count;
}

static size_t room(const struct bytes_buffer *buffer) {
    return buffer->text.capacity - buffer->text.count;
}

/* Makes room for `size` more bytes at the end of the buffer; what it holds moves to its front. */
static int make_room(struct bytes_buffer *buffer, size_t size) {
    if (buffer->text.items && room(buffer) >= size)
        return ERROR_NONE;
    if (buffer->start) {
        struct text kept = held(buffer);
        memmove(buffer->text.items, kept.text, kept.size);
        buffer->start = 0;
        buffer->text.count = kept.size;
    }
    if (buffer->text.items && room(buffer) >= size)
        return ERROR_NONE;
    return array_reserve(&buffer->text, size + SPARE, 1);
}

static void empty(struct bytes_buffer *buffer) {
    buffer->start = buffer->text.count = 0;
}

/* --- Opening and closing --- */

int bytes_open(struct bytes *bytes, struct bytes_source *source, struct sha256 *sha256,
               const struct poll *poll, struct error *error) {
    if (!bytes->chunk)
        bytes->chunk = CHUNK;
    bytes->unreadable = false;
    TRY(make_room(&bytes->text, bytes->chunk));
    TRY(file_open(&bytes->file, source->path, error));
    if (source->opened && !file_same(&bytes->file.stamp, &source->stamp)) {
        file_close(&bytes->file);
        return file_changed(source->path, error);
    }
    source->opened = true;
    source->stamp = bytes->file.stamp;
    bytes->line = 0;
    bytes->encoding = BYTES_UTF8;
    bytes->source = source;
    bytes->sha256 = sha256;
    bytes->check = 0;
    bytes->poll = poll;
    bytes->begun = bytes->ended = bytes->unmarked = false;
    bytes->fault = FAULT_NONE;
    bytes->checked = bytes->given = 0;
    empty(&bytes->text);
    empty(&bytes->raw);
    empty(&bytes->encoded);
    return ERROR_NONE;
}

void bytes_close(struct bytes *bytes) {
    file_close(&bytes->file);
}

void bytes_free(struct bytes *bytes) {
    array_free(&bytes->text.text);
    array_free(&bytes->raw.text);
    array_free(&bytes->encoded.text);
    *bytes = (struct bytes){.file = {.handle = -1}};
}

/* --- From the file to checked UTF-8 --- */

/* Reads a chunk of the file as it stands, behind what the buffer holds. */
static int read_some(struct bytes *bytes, struct bytes_buffer *buffer, size_t *got,
                     struct error *error) {
    if (poll_stops(bytes->poll))
        return ERROR_INTERRUPT;
    TRY(make_room(buffer, bytes->chunk));
    return file_read(&bytes->file, bytes->source->path, end_of(buffer), bytes->chunk, got, error);
}

/* Was it the file of one moment? A fresh one must give the same bytes a second time; they pass
** through the free end of the buffer. */
static int verify(struct bytes *bytes, struct bytes_buffer *buffer, struct error *error) {
    uint64_t again = 0;
    size_t got;
    if (!file_stayed(&bytes->file))
        return file_changed(bytes->source->path, error);
    if (!bytes->file.fresh)
        return ERROR_NONE;
    TRY(file_again(&bytes->file, bytes->source->path, error));
    do {
        TRY(read_some(bytes, buffer, &got, error));
        again = text_mix(again, text_hash(0, end_of(buffer), got));
    } while (got == bytes->chunk);
    return again == bytes->check ? ERROR_NONE : file_changed(bytes->source->path, error);
}

static int read_chunk(struct bytes *bytes, struct bytes_buffer *buffer, struct error *error) {
    size_t got;
    TRY(read_some(bytes, buffer, &got, error));
    if (bytes->sha256)
        sha256_add(bytes->sha256, end_of(buffer), got);
    if (bytes->file.fresh)
        bytes->check = text_mix(bytes->check, text_hash(0, end_of(buffer), got));
    buffer->text.count += got;
    bytes->ended = got < bytes->chunk;
    return bytes->ended ? verify(bytes, buffer, error) : ERROR_NONE;
}

static bool starts(const struct bytes_buffer *buffer, const char *mark, size_t size) {
    return held(buffer).size >= size && memcmp(held(buffer).text, mark, size) == 0;
}

static void swap(struct bytes_buffer *a, struct bytes_buffer *b) {
    struct bytes_buffer held = *a;
    *a = *b;
    *b = held;
}

/* The first chunk, read into the buffer of lines, says what the file is written in, and so into
** which buffer it belongs. */
static int begin(struct bytes *bytes, struct error *error) {
    struct bytes_buffer *text = &bytes->text;
    const struct foreign *foreign = foreign_find(held(text).text, held(text).size);
    if (foreign)
        return error_set(error, ERROR_INPUT, "%s:1: column 1: found %s, expected %s",
                         bytes->source->path, foreign->what, foreign->instead);
    bytes->begun = true;
    if (starts(text, byte_order_mark, MARK)) {
        bytes->encoding = BYTES_UTF8_BOM;
        text->start = MARK;
    } else if (starts(text, "\xff\xfe", 2)) {
        bytes->encoding = BYTES_UTF16LE;
        text->start = 2;
    } else if (starts(text, "\xfe\xff", 2)) {
        bytes->encoding = BYTES_UTF16BE;
        text->start = 2;
    }
    if (bytes->encoding >= BYTES_UTF16LE)
        swap(text, &bytes->raw);
    else if (bytes->source->repair)
        swap(text, &bytes->encoded);
    bytes->checked = text->start;
    return ERROR_NONE;
}

/* Turns the UTF-16 that was read into UTF-8 behind what `out` holds. */
static int convert(struct bytes *bytes, struct bytes_buffer *out) {
    struct bytes_buffer *raw = &bytes->raw;
    bool big_endian = bytes->encoding == BYTES_UTF16BE;
    size_t taken;
    /* two bytes become three at the most, four become four */
    TRY(make_room(out, held(raw).size / 2 * 3));
    for (; held(raw).size && !bytes->fault; raw->start += taken) {
        struct text left = held(raw);
        uint32_t character = utf16_read(left.text, left.size, big_endian, &taken);
        if (!taken && !bytes->ended)
            break;
        if (!taken)
            bytes->fault = left.size == 1 ? FAULT_HALF_UNIT : FAULT_SURROGATE;
        else if (!character)
            bytes->fault = FAULT_NUL;
        else if (utf16_is_surrogate(character))
            bytes->fault = FAULT_SURROGATE;
        else
            out->text.count += utf8_write(end_of(out), character);
    }
    return ERROR_NONE;
}

/* Finds the valid beginning of a text and what is wrong behind it. Returns where it ends. */
static size_t check(struct bytes *bytes, const struct bytes_buffer *buffer, size_t from) {
    const char *text = buffer->text.items;
    size_t count = buffer->text.count, end = from + utf8_valid(text + from, count - from);
    if (end == count)
        return end;
    switch (utf8_fault(text + end, count - end)) {
    case UTF8_NUL:
        bytes->fault = FAULT_NUL;
        break;
    case UTF8_INVALID:
        bytes->fault = FAULT_INVALID;
        break;
    case UTF8_CUT_OFF:
        if (bytes->ended)
            bytes->fault = FAULT_CUT_OFF;
        break;
    }
    return end;
}

/* Maps double-encoded text back, behind the lines that are there. */
static int repair(struct bytes *bytes) {
    struct bytes_buffer *encoded = &bytes->encoded, *text = &bytes->text;
    size_t end = check(bytes, encoded, encoded->start), written, size = end - encoded->start;
    TRY(make_room(text, size + 1));
    size_t mapped =
        repair_text(bytes->source->repair, held(encoded).text, size, end_of(text), &written);
    if (mapped < size)
        bytes->fault = FAULT_UNMAPPED;
    encoded->start += mapped;
    text->text.count += written;
    size_t lines = held(text).size;
    if (!bytes->unmarked && starts(text, byte_order_mark, MARK))
        text->start += MARK;
    else if (lines < MARK && starts(text, byte_order_mark, lines))
        return ERROR_NONE; /* it may yet become one: there is no line in it */
    bytes->unmarked = true;
    return ERROR_NONE;
}

/* The buffer that the file is read into. The first chunk goes where most files belong. */
static struct bytes_buffer *source(struct bytes *bytes) {
    if (!bytes->begun)
        return &bytes->text;
    if (bytes->encoding >= BYTES_UTF16LE)
        return &bytes->raw;
    return bytes->source->repair ? &bytes->encoded : &bytes->text;
}

/* Takes the next chunk of the file through all of that. */
static int fill(struct bytes *bytes, struct error *error) {
    struct bytes_buffer *text = &bytes->text;
    size_t checked = bytes->checked - text->start;
    TRY(read_chunk(bytes, source(bytes), error));
    if (!bytes->begun && !bytes->ended && held(text).size < FOREIGN_SIZE)
        return ERROR_NONE;
    if (!bytes->begun)
        TRY(begin(bytes, error));
    if (bytes->encoding >= BYTES_UTF16LE)
        TRY(convert(bytes, bytes->source->repair ? &bytes->encoded : text));
    if (bytes->source->repair)
        TRY(repair(bytes));
    bytes->checked = check(bytes, text, text->start + checked);
    return ERROR_NONE;
}

/* --- Lines --- */

static int faulty(const struct bytes *bytes, struct error *error) {
    const char *at = held(&bytes->text).text;
    size_t size = bytes->checked - bytes->text.start;
    unsigned long long line = bytes->line + 1;
    unsigned byte = size < held(&bytes->text).size ? (unsigned char)at[size] : 0;
    size_t character = utf8_count(at, size) + 1;
    static const char expected[] = "expected UTF-8, or UTF-16 that starts with a byte order mark";
    switch (bytes->fault) {
    case FAULT_NUL:
        return error_set(error, ERROR_INPUT, "%s:%llu: character %zu: found a NUL byte, %s",
                         bytes->source->path, line, character, expected);
    case FAULT_INVALID:
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: character %zu: found the byte 0x%02x, which is not UTF-8, %s",
                         bytes->source->path, line, character, byte, expected);
    case FAULT_CUT_OFF:
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: character %zu: found the end of the file inside a character, %s",
                         bytes->source->path, line, character, expected);
    case FAULT_SURROGATE:
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: character %zu: found half of a surrogate pair, expected both",
                         bytes->source->path, line, character);
    case FAULT_HALF_UNIT:
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: character %zu: found a single byte at the end of the file, "
                         "expected UTF-16, two bytes for each unit",
                         bytes->source->path, line, character);
    default:
        return error_set(error, ERROR_INPUT,
                         "%s:%llu: character %zu: found a character that %s does not have",
                         bytes->source->path, line, character, repair_name(bytes->source->repair));
    }
}

static void give(struct bytes *bytes, const char **line, size_t *size, size_t given) {
    *line = held(&bytes->text).text;
    *size = given;
    bytes->given = given;
    bytes->text.start += given;
    bytes->line += given > 0;
}

int bytes_line(struct bytes *bytes, const char **line, size_t *size, struct error *error) {
    size_t searched = 0;
    for (;;) {
        const char *start = held(&bytes->text).text;
        size_t checked = bytes->checked - bytes->text.start;
        const char *end = checked ? memchr(start + searched, '\n', checked - searched) : NULL;
        if (end) {
            give(bytes, line, size, (size_t)(end - start) + 1);
            return ERROR_NONE;
        }
        if (bytes->fault) {
            bytes->unreadable = true;
            return faulty(bytes, error);
        }
        if (checked > BYTES_LINE_MAX)
            return error_set(error, ERROR_INPUT,
                             "%s:%llu: character 1: found a line of more than %zu MB, expected a "
                             "shorter one",
                             bytes->source->path, (unsigned long long)bytes->line + 1,
                             BYTES_LINE_MAX >> 20);
        if (bytes->ended) {
            give(bytes, line, size, checked);
            return ERROR_NONE;
        }
        searched = checked;
        TRY(fill(bytes, error));
    }
}

void bytes_back(struct bytes *bytes) {
    bytes->text.start -= bytes->given;
    bytes->line -= bytes->given > 0;
    bytes->given = 0;
}

/* --- For wmi_report --- */

const char *bytes_encoding(const struct bytes *bytes) {
    static const char *const names[BYTES_ENCODINGS][REPAIR_COUNT] = {
        {"utf-8", "utf-8 via mac roman", "utf-8 via windows-1252"},
        {"utf-8 (bom)", "utf-8 via mac roman", "utf-8 via windows-1252"},
        {"utf-16le", "utf-16le via mac roman", "utf-16le via windows-1252"},
        {"utf-16be", "utf-16be via mac roman", "utf-16be via windows-1252"},
    };
    return names[bytes->encoding][bytes->source->repair];
}
