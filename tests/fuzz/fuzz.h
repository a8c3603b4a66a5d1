/* What the fuzzing programs share: bytes in a file whose path a reader can take. */
#ifndef WMI_TESTS_FUZZ_H
#define WMI_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's entry. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Writes the bytes into a file of this process, over those of before; returns its path. */
const char *fuzz_file(const char *name, const uint8_t *data, size_t size);

#endif
