# The tests that use SQL, over other SQLites than the system's: the oldest and the newest that we promise, and
# one that checks itself and its callers. tests/sqlite/fetch.sh gets them from npm. What knows SQLite is compiled
# against each version's own header; the shells load the extension as it is built for the system, as users do.

SQLITE_FOLDER = $(BUILD)/sqlite
SQLITE_BELOW  = $(CORE) $(READING) $(wildcard ext/script/*.c)
SQLITE_ABOVE  = $(filter-out $(SQLITE_BELOW),$(EXTENSION))
SQLITE_COMMON = $(SQLITE_BELOW:%.c=$(BUILD)/plain/%.o) $(BUILD)/plain/builtin.o
SQLITE_UNIT   = $(notdir $(patsubst %.c,%,$(wildcard tests/unit/test_sql_*.c)))

# sqlite_over NAME,VERSION,FLAGS: the programs over one of them, in $(BUILD)/sqlite/NAME.
define sqlite_over
$(SQLITE_FOLDER)/$(1)/sqlite3.o: $(SQLITE_FOLDER)/source/$(2)/sqlite3.c
	@mkdir -p $$(@D)
	$$(SAY) "  CC $$<"
	$$(Q)$$(CC) -O1 -w -DSQLITE_ENABLE_FTS5 $(3) -c -o $$@ $$<

$(SQLITE_FOLDER)/$(1)/%.o: %.c $(FLAGS)
	@mkdir -p $$(@D)
	$$(SAY) "  CC $$< for SQLite $(1)"
	$$(Q)$$(CC) $$(CFLAGS) -isystem $(SQLITE_FOLDER)/source/$(2) -DSQLITE_CORE -MMD -MP -c -o $$@ $$<

SQLITE_$(1) = $(SQLITE_ABOVE:%.c=$(SQLITE_FOLDER)/$(1)/%.o) $(SQLITE_COMMON) $(SQLITE_FOLDER)/$(1)/sqlite3.o

$(SQLITE_FOLDER)/$(1)/sqlite3: $(SQLITE_FOLDER)/source/$(2)/shell.c $(SQLITE_FOLDER)/$(1)/sqlite3.o
	$$(Q)$$(CC) -O1 -w -isystem $(SQLITE_FOLDER)/source/$(2) -o $$@ $$^ $$(SQLITE_LIBS)

$(SQLITE_FOLDER)/$(1)/oracle: $(patsubst %.c,$(SQLITE_FOLDER)/$(1)/%.o,$(wildcard tests/oracle/*.c)) $$(SQLITE_$(1))
	$$(Q)$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIBCSV) $$(SQLITE_LIBS)

$(SQLITE_FOLDER)/$(1)/fault: $(patsubst %.c,$(SQLITE_FOLDER)/$(1)/%.o,$(wildcard tests/fault/*.c)) $$(SQLITE_$(1))
	$$(Q)$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIBCSV) $$(SQLITE_LIBS)

$(SQLITE_FOLDER)/$(1)/test_sql_%: $(SQLITE_FOLDER)/$(1)/tests/unit/test_sql_%.o $$(SQLITE_$(1))
	$$(Q)$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIBCSV) -lcmocka $$(SQLITE_LIBS)

sqlite-$(1): $(addprefix $(SQLITE_FOLDER)/$(1)/,sqlite3 oracle fault $(SQLITE_UNIT)) $(WMI)
.PHONY: sqlite-$(1)
endef

SQLITE_LIBS = -lm -ldl -lpthread

$(eval $(call sqlite_over,3.31.1,3.31.1,))
$(eval $(call sqlite_over,3.52.0,3.52.0,))
$(eval $(call sqlite_over,3.54.1,3.54.1,))
$(eval $(call sqlite_over,debug,3.54.1,-DSQLITE_DEBUG -DSQLITE_ENABLE_API_ARMOR -DSQLITE_DQS=0))

## test-sqlite: the tests that use SQL over SQLite 3.31.1, 3.52.0, 3.54.1 and a debugging build of the last
test-sqlite: all
	@tests/sqlite/run.sh $(SQLITE_FOLDER) $(basename $(WMI)) $(MAKE)

.PHONY: test-sqlite
-include $(if $(wildcard $(SQLITE_FOLDER)),$(shell find $(SQLITE_FOLDER) -path '*/source' -prune -o -name '*.d' -print))
