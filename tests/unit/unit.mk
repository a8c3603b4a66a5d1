# cmocka unit tests: each tests/unit/test_NAME.c is a program. It links the floors that do without
# SQLite; one named test_sql_NAME.c links the whole extension statically, and SQLite; one named
# test_NAME_memory.c an allocator whose every allocation can be made to fail, test_NAME_system.c an operating system
# that it makes itself of ext/read/posix.c or windows.c.

# test_changing_system.c changes files under the eyes of their reader, which Windows does not allow.
UNIT_SOURCES = $(filter-out $(if $(filter windows,$(SYSTEM)),tests/unit/test_changing_system.c),$(wildcard tests/unit/test_*.c))
UNIT_TESTS   = $(UNIT_SOURCES:%.c=$(BUILD)/%$(EXE))
UNIT_CORE    = $(CORE) $(READING) $(wildcard ext/script/*.c)

$(BUILD)/tests/unit/test_sql_%$(EXE): $(BUILD)/core/tests/unit/test_sql_%.o $(CORE_OBJS)
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBCMOCKA) $(LIBSQLITE) -lpthread

$(BUILD)/tests/unit/test_%_memory$(EXE): $(BUILD)/plain/tests/unit/test_%_memory.o $(BUILD)/plain/tests/unit/memory_failing.o $(UNIT_CORE:%.c=$(BUILD)/plain/%.o) $(BUILD)/plain/builtin.o
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBCMOCKA)

$(BUILD)/tests/unit/test_%_system$(EXE): $(BUILD)/plain/tests/unit/test_%_system.o $(BUILD)/plain/ext/base/memory_libc.o $(filter-out %/posix.o %/windows.o,$(UNIT_CORE:%.c=$(BUILD)/plain/%.o)) $(BUILD)/plain/builtin.o
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBCMOCKA)

$(BUILD)/tests/unit/test_%$(EXE): $(BUILD)/plain/tests/unit/test_%.o $(BUILD)/plain/ext/base/memory_libc.o $(UNIT_CORE:%.c=$(BUILD)/plain/%.o) $(BUILD)/plain/builtin.o
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBCMOCKA)

test-unit: $(UNIT_TESTS)
	@RUN='$(RUN)' tests/unit/run.sh $(UNIT_TESTS)
