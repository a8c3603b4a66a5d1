/* Files that misbehave while they are read. Three functions of the operating system stand here, before its own: a test
** can make any call fail, or change the file between two calls. */
#define system_open    true_open
#define system_read    true_read
#define system_look_at true_look_at
#include "read/posix.c"
#undef system_open
#undef system_read
#undef system_look_at

#include "read_helper.h"

int system_open(const char *path, int *handle);
long long system_read(int handle, char *bytes, size_t size);
int system_look_at(int handle, struct system_status *status);

/* What happens before a call: returns 0 to let it through, or the errno that it fails with. */
typedef int before(int call);

static struct {
    before *before_read, *before_open;
    bool old;                    /* the file was written long ago */
    bool frozen;                 /* it seems to stay as it was when it was first looked at */
    struct system_status status; /* what it was */
    size_t most;                 /* bytes that one call reads; 0 for as many as it is asked for */
    int reads, opens, looks;
    char path[512];
} hooks;

long long system_read(int handle, char *bytes, size_t size) {
    int code = hooks.before_read ? hooks.before_read(++hooks.reads) : 0;
    if (code) {
        errno = code;
        return -1;
    }
    return true_read(handle, bytes, hooks.most && hooks.most < size ? hooks.most : size);
}

int system_open(const char *path, int *handle) {
    int code = hooks.before_open ? hooks.before_open(++hooks.opens) : 0;
    *handle = -1;
    return code ? code : true_open(path, handle);
}

int system_look_at(int handle, struct system_status *status) {
    if (!hooks.frozen || hooks.looks++ == 0) {
        int code = true_look_at(handle, &hooks.status);
        if (code)
            return code;
        if (hooks.old)
            hooks.status.stamp.changed[0] -= 3600;
    }
    *status = hooks.status;
    return 0;
}

/* --- The file --- */

enum { ROWS = 9000 }; /* several chunks */

/* Writes a report of that many rows, all of them with that mark. */
static void write_report(const char *path, int rows, const char *mark) {
    char *text = malloc((size_t)rows * 40 + 100), *end = text;
    assert_non_null(text);
    end = append(end, "Class,Member,26100\n");
    for (int i = 0; i < rows; i++)
        end = append(end, "Fan_Motor,Member%05d,%s\n", i, i ? mark : "1");
    write_file(path, text, (size_t)(end - text));
    free(text);
}

static int set_up(void **state) {
    (void)state;
    memset(&hooks, 0, sizeof hooks);
    hooks.old = true;
    temporary_path(hooks.path, "wmi_test_changing.csv");
    write_report(hooks.path, ROWS, "0");
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    hooks.before_read = hooks.before_open = NULL;
    return remove(hooks.path);
}

static void refused(const char *behind_path) {
    char message[1024];
    const char *const paths[] = {hooks.path};
    snprintf(message, sizeof message, "%s%s", hooks.path, behind_path);
    load_fails(paths, 1, message);
}

#define CHANGED ": found a file that changes while it is read, expected one that stays as it is"

/* --- Reads that fail or give little --- */

static int interrupted_every_other_time(int call) {
    return call % 2 ? EINTR : 0;
}

static void little_at_a_time_gives_the_same_report(void **state) {
    (void)state;
    struct report *whole = load(hooks.path);
    hooks.most = 1021;
    hooks.before_read = interrupted_every_other_time;
    struct report *pieces = load(hooks.path);
    assert_true(hooks.reads > 300);
    assert_int_equal(whole->size, pieces->size);
    assert_int_equal(pieces->members.count, ROWS);
    assert_string_equal(report_text(whole, whole->sha256), report_text(pieces, pieces->sha256));
    memory_free(whole);
    memory_free(pieces);
}

static int broken_at_third(int call) {
    return call == 3 ? EIO : 0;
}

static void a_disk_error_is_told(void **state) {
    (void)state;
    hooks.before_read = broken_at_third;
    char message[256];
    snprintf(message, sizeof message,
             ": found a file that cannot be read (%s), expected a report, a class page or a folder "
             "of them",
             strerror(EIO));
    refused(message);
    assert_int_equal(hooks.reads, 3);
}

/* --- Files that change --- */

static int cut_at_second(int call) {
    if (call == 2)
        assert_int_equal(truncate(hooks.path, 100 * 1024), 0);
    return 0;
}

static void a_file_that_shrinks_is_refused(void **state) {
    (void)state;
    hooks.before_read = cut_at_second;
    refused(CHANGED);
}

static int emptied_at_second(int call) {
    if (call == 2)
        assert_int_equal(truncate(hooks.path, 0), 0);
    return 0;
}

/* What was read so far ends with a whole row here. */
static void a_file_that_shrinks_between_two_rows_is_refused(void **state) {
    (void)state;
    char row[65536 - 25];
    memset(row, ' ', sizeof row);
    FILE *file = fopen(hooks.path, "wb");
    assert_non_null(file);
    fprintf(file, "Class,Member,26100\na,b,1%.*s\n", (int)sizeof row, row);
    fprintf(file, "c,d,1\n");
    assert_int_equal(fclose(file), 0);
    hooks.before_read = emptied_at_second;
    refused(CHANGED);
}

static int grown_at_second(int call) {
    if (call == 2)
        write_report(hooks.path, ROWS + 1, "0");
    return 0;
}

static void a_file_that_grows_is_refused(void **state) {
    (void)state;
    hooks.before_read = grown_at_second;
    refused(CHANGED);
}

static int rewritten_at_second(int call) {
    if (call == 2)
        write_report(hooks.path, ROWS, "1");
    return 0;
}

static void a_file_that_is_rewritten_in_place_is_refused(void **state) {
    (void)state;
    hooks.before_read = rewritten_at_second;
    refused(CHANGED);
}

/* Clocks of file systems are coarse: a file that was written a moment ago may be written again
** without looking newer. */
static void a_file_that_is_rewritten_in_the_moment_of_its_making_is_refused(void **state) {
    (void)state;
    hooks.old = false;
    hooks.frozen = true;
    hooks.before_read = rewritten_at_second;
    refused(CHANGED);
}

static void a_file_of_this_moment_that_stays_is_read(void **state) {
    (void)state;
    hooks.old = false;
    struct report *report = load(hooks.path);
    assert_int_equal(report->members.count, ROWS);
    memory_free(report);
}

/* --- Replaced between two passes --- */

static void replace(const char *mark) {
    char other[600];
    snprintf(other, sizeof other, "%s.new", hooks.path);
    write_report(other, ROWS, mark);
    assert_int_equal(rename(other, hooks.path), 0);
}

static int replaced_at_second(int call) {
    if (call == 2)
        replace("1");
    return 0;
}

/* The first pass meets marks that must be repaired, the others would meet good ones. */
static void a_file_that_is_replaced_between_two_passes_is_refused(void **state) {
    (void)state;
    write_report(hooks.path, ROWS, "‚úÖ");
    hooks.before_open = replaced_at_second;
    refused(CHANGED);
    assert_true(hooks.opens >= 2);
}

static int counted(int call) {
    (void)call;
    return 0;
}

static void a_file_that_needs_several_passes_is_read(void **state) {
    (void)state;
    write_report(hooks.path, ROWS, "‚úÖ");
    struct report *report = load(hooks.path);
    assert_string_equal(report_text(report, report->encoding), "utf-8 via mac roman");
    assert_int_equal(report->available, ROWS);
    memory_free(report);
}

/* Were all read anew for each file that is repaired late, 40 files would be opened 900 times. */
static void files_that_are_repaired_late_are_read_in_one_pass_more(void **state) {
    (void)state;
    enum { FILES = 40 };
    char folder[512], path[600];
    const char *const paths[] = {folder};
    temporary_path(folder, "wmi_test_late");
    mkdir(folder, 0700);
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "%s/%02d.csv", folder, i);
        write_report(path, 3, "‚úÖ");
    }
    hooks.opens = 0;
    hooks.before_open = counted;
    struct report *report = load_paths(paths, 1);
    assert_in_range(hooks.opens, FILES, 4 * FILES);
    assert_int_equal(report->rows_read, FILES * 3);
    memory_free(report);
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "%s/%02d.csv", folder, i);
        remove(path);
    }
    rmdir(folder);
}

/* --- Something else in its place --- */

static int a_fifo_at_first(int call) {
    if (call == 1) {
        assert_int_equal(remove(hooks.path), 0);
        assert_int_equal(mkfifo(hooks.path, 0600), 0);
    }
    return 0;
}

static void a_fifo_in_the_files_place_does_not_block(void **state) {
    (void)state;
    hooks.before_open = a_fifo_at_first;
    refused(": found a FIFO, expected a report, a class page or a folder of them");
}

static int forbidden(int call) {
    (void)call;
    return EACCES;
}

static void a_file_that_may_not_be_opened_is_told(void **state) {
    (void)state;
    hooks.before_open = forbidden;
    refused(": found no file that can be opened (Permission denied), expected a report, a class "
            "page or a folder of them");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(little_at_a_time_gives_the_same_report),
        TEST(a_disk_error_is_told),
        TEST(a_file_that_shrinks_is_refused),
        TEST(a_file_that_shrinks_between_two_rows_is_refused),
        TEST(a_file_that_grows_is_refused),
        TEST(a_file_that_is_rewritten_in_place_is_refused),
        TEST(a_file_that_is_rewritten_in_the_moment_of_its_making_is_refused),
        TEST(a_file_of_this_moment_that_stays_is_read),
        TEST(a_file_that_is_replaced_between_two_passes_is_refused),
        TEST(a_file_that_needs_several_passes_is_read),
        TEST(files_that_are_repaired_late_are_read_in_one_pass_more),
        TEST(a_fifo_in_the_files_place_does_not_block),
        TEST(a_file_that_may_not_be_opened_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
