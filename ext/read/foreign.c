#include "read/foreign.h"

#include <stdbool.h>
#include <string.h>

#define SHEET  "its sheet saved as \"CSV UTF-8\""
#define UNPACK "the file that is packed in it"
#define TEXT   "a report as CSV, or a class page as Markdown"

/* Bytes at a place of the file. Those of a kind come before those of the family that they belong to:
** the workbooks of today are zip archives. */
static const struct {
    size_t at;
    size_t size;
    const char *bytes;
    struct foreign foreign;
} known[] = {
    {30, 19, "[Content_Types].xml", {"an Excel workbook (.xlsx)", SHEET}},
    {30, 6, "_rels/", {"an Excel workbook (.xlsx)", SHEET}},
    {30, 9, "docProps/", {"an Excel workbook (.xlsx)", SHEET}},
    {30, 3, "xl/", {"an Excel workbook (.xlsx)", SHEET}},
    {38, 46, "application/vnd.oasis.opendocument.spreadsheet", {"a workbook (.ods)", SHEET}},
    {0, 4, "PK\x03\x04", {"a zip archive", UNPACK}},
    {0, 4, "PK\x05\x06", {"an empty zip archive", TEXT}},
    {0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", {"an old Excel workbook (.xls)", SHEET}},
    {0, 2, "\x1f\x8b", {"a gzip archive", UNPACK}},
    {0, 3, "BZh", {"a bzip2 archive", UNPACK}},
    {0,
     6,
     "\xfd"
     "7zXZ\0",
     {"an xz archive", UNPACK}},
    {0, 4, "\x28\xb5\x2f\xfd", {"a zstd archive", UNPACK}},
    {0, 6, "7z\xbc\xaf\x27\x1c", {"a 7z archive", UNPACK}},
    {0, 4, "Rar!", {"a rar archive", UNPACK}},
    {0, 5, "%PDF-", {"a PDF document", TEXT}},
    {0, 16, "SQLite format 3", {"an SQLite database", "its table exported as CSV"}},
    {0, 4, "FOMB", {"a binary MOF (FOMB)", "the text that mofcomp has made it from"}},
    {0, 4, "PAR1", {"a Parquet file", TEXT}},
};

const struct foreign *foreign_find(const char *bytes, size_t size) {
    bool is_zip = size >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (size >= known[i].at + known[i].size && (!known[i].at || is_zip) &&
            memcmp(bytes + known[i].at, known[i].bytes, known[i].size) == 0)
            return &known[i].foreign;
    return NULL;
}
