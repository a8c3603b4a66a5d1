/* Folders whose listing the operating system breaks off. What gives the next name stands here, before the system's own. */
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64

#if defined(_WIN32)

#include <windows.h>

static BOOL WINAPI next_name(HANDLE list, WIN32_FIND_DATAW *found);
#define FindNextFileW next_name
#include "read/windows.c"
#undef FindNextFileW

#else

#include <dirent.h>

static struct dirent *next_name(DIR *list);
#define readdir next_name
#include "read/posix.c"
#undef readdir

#endif

#include "read_helper.h"

/* It breaks off at the call that follows the first `most` ones. */
static struct { int calls, most; } listing;

#if defined(_WIN32)
static BOOL WINAPI next_name(HANDLE list, WIN32_FIND_DATAW *found) {
    if (++listing.calls <= listing.most)
        return FindNextFileW(list, found);
    SetLastError(ERROR_UNEXP_NET_ERR);
    return FALSE;
}
#else
static struct dirent *next_name(DIR *list) {
    if (++listing.calls <= listing.most)
        return readdir(list);
    errno = EIO;
    return NULL;
}
#endif

static void a_listing_that_breaks_off_is_an_error(void **state) {
    (void)state;
    const char *const paths[] = {"tests/fixtures/read"};
    char message[256];
    snprintf(message, sizeof message,
             "tests/fixtures/read: found a folder that cannot be read (%s), expected a report, a "
             "class page or a folder of them",
             strerror(EIO));
    for (listing.most = 0; listing.most < 8; listing.most++) {
        listing.calls = 0;
        load_fails(paths, 1, message);
        assert_int_equal(listing.calls, listing.most + 1);
    }
}

static void a_listing_that_ends_is_none(void **state) {
    (void)state;
    const char *const paths[] = {"tests/fixtures/read/collections"};
    listing.calls = 0;
    listing.most = 1000;
    memory_free(load_paths(paths, 1));
    assert_true(listing.calls > 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_listing_that_breaks_off_is_an_error),
        cmocka_unit_test(a_listing_that_ends_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
