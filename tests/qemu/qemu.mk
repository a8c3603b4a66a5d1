# The unit tests on a big-endian machine, s390x, under qemu: all that do without SQLite. The image of the
# built-in report is the one that this machine writes; the one that s390x writes must be the same.

S390X       = $(BUILD)/s390x
S390X_CC    = s390x-linux-gnu-gcc
S390X_RUN   = $(or $(shell command -v qemu-s390x),qemu-s390x-static) -L /usr/s390x-linux-gnu
S390X_LIB   = $(S390X)/packages/root/usr/lib/s390x-linux-gnu
S390X_FLAGS = -O2 -std=c11 $(WARNINGS) -Iext -Iinclude -isystem $(S390X)/packages/root/usr/include
S390X_LINK  = -o $@ $^ $(S390X_LIB)/libcsv.a
S390X_UNIT  = $(filter-out tests/unit/test_sql_%,$(wildcard tests/unit/test_*.c))
S390X_TESTS = $(S390X_UNIT:%.c=$(S390X)/%)
S390X_CODE  = $(CORE) $(READING) $(wildcard ext/script/*.c)
S390X_CORE  = $(S390X_CODE:%.c=$(S390X)/%.o) $(S390X)/builtin.o
S390X_CMOCKA = $(S390X_LIB)/libcmocka.so -Wl,-rpath,$(abspath $(S390X_LIB))

$(S390X)/packages/done:
	@tests/qemu/setup.sh s390x $(@D)

$(S390X)/%.o: %.c | $(S390X)/packages/done
	@mkdir -p $(@D)
	$(SAY) "  CC $< (s390x)"
	$(Q)$(S390X_CC) $(S390X_FLAGS) -MMD -MP -c -o $@ $<

$(S390X)/builtin.o: $(BUILTIN) | $(S390X)/packages/done
	@mkdir -p $(@D)
	$(Q)$(S390X_CC) $(S390X_FLAGS) -c -o $@ $<

$(S390X)/tests/unit/test_%_memory: $(S390X)/tests/unit/test_%_memory.o $(S390X)/tests/unit/memory_failing.o $(S390X_CORE)
	$(Q)$(S390X_CC) $(S390X_LINK) $(S390X_CMOCKA)

$(S390X)/tests/unit/test_%: $(S390X)/tests/unit/test_%.o $(S390X)/ext/base/memory_libc.o $(S390X_CORE)
	$(Q)$(S390X_CC) $(S390X_LINK) $(S390X_CMOCKA)

$(S390X)/embed: $(EMBED:%.c=$(S390X)/%.o)
	$(Q)$(S390X_CC) $(S390X_LINK)

## test-s390x: run the unit tests on a big-endian machine, under qemu (it and a compiler: make setup test-s390x)
test-s390x: $(S390X_TESTS) $(S390X)/embed
	@RUN='$(S390X_RUN)' tests/unit/run.sh $(S390X_TESTS)
	@$(S390X_RUN) $(S390X)/embed data/wmi_builds.csv data/wmi_members.csv | cmp - $(BUILTIN) && \
	  echo 'embed on s390x writes what it writes here'

ifneq ($(filter test-s390x,$(MAKECMDGOALS)),)
  PACKAGES += gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user
endif

.PHONY: test-s390x
