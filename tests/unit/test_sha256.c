#include "base/sha256.h"
#include "read_helper.h"

static void hash(char hex[SHA256_HEX + 1], const char *bytes, size_t size, sha256_mix *mix,
                 size_t step) {
    struct sha256 sha256;
    sha256_start(&sha256);
    sha256.mix = mix;
    for (size_t at = 0; at < size; at += step)
        sha256_add(&sha256, bytes + at, size - at < step ? size - at : step);
    sha256_end(&sha256, hex);
}

/* The examples of FIPS 180-2, and a million times the letter a. */
static void check_vectors(sha256_mix *mix) {
    static const char two_blocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    char hex[SHA256_HEX + 1];
    hash(hex, "", 0, mix, 1);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hash(hex, "abc", 3, mix, 3);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hash(hex, two_blocks, sizeof two_blocks - 1, mix, 64);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *letters = malloc(1000000);
    assert_non_null(letters);
    memset(letters, 'a', 1000000);
    hash(hex, letters, 1000000, mix, 4093);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(letters);
}

static void the_portable_way_gives_the_published_hashes(void **state) {
    (void)state;
    check_vectors(sha256_mix_portable);
}

static void the_processors_own_way_gives_the_published_hashes(void **state) {
    (void)state;
    if (!sha256_fast()) {
        print_message("skipped: this processor has no instructions for SHA-256\n");
        skip();
    }
    check_vectors(sha256_fast());
}

static void both_ways_agree_for_every_length_and_step(void **state) {
    (void)state;
    char bytes[300], portable[SHA256_HEX + 1], fast[SHA256_HEX + 1];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 131 + 7);
    for (size_t size = 0; size < sizeof bytes; size++) {
        hash(portable, bytes, size, sha256_mix_portable, sizeof bytes);
        hash(fast, bytes, size, sha256_mix_portable, 1 + size % 67);
        assert_string_equal(portable, fast);
        if (sha256_fast())
            hash(fast, bytes, size, sha256_fast(), 1 + size % 65);
        assert_string_equal(portable, fast);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_portable_way_gives_the_published_hashes),
        cmocka_unit_test(the_processors_own_way_gives_the_published_hashes),
        cmocka_unit_test(both_ways_agree_for_every_length_and_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
