# wmi, the WMI compatibility matrix in SQL. `make help` lists the targets.

BUILD    ?= build
CC       ?= cc
OPTIMIZE ?= -O2
WARNINGS  = -Wall -Wextra -Wpedantic -Werror
CFLAGS   ?= $(OPTIMIZE)
override CFLAGS += -std=c11 $(WARNINGS) -Iext -Iinclude
SQLITE3  ?= sqlite3

UNAME := $(shell uname -s)
ifeq ($(UNAME),Darwin)
  SHARED = dylib
  LINK_SHARED = -dynamiclib -undefined dynamic_lookup
else ifneq ($(filter MINGW% MSYS%,$(UNAME)),)
  SHARED = dll
  LINK_SHARED = -shared
else
  SHARED = so
  LINK_SHARED = -shared -Wl,--gc-sections -Wl,--as-needed -Wl,-z,noseparate-code \
                -Wl,--exclude-libs,ALL
endif

# libcsv is linked statically, so that the extension needs nothing but the C library.
LIBCSV ?= $(shell $(CC) -print-file-name=libcsv.a)

# `make V=1` shows the commands.
ifeq ($(V),)
  Q = @
  SAY = @echo
else
  SAY = @:
endif

.DEFAULT_GOAL = all
.SECONDARY:

# --- The extension ---

CORE      = $(filter-out ext/base/memory_%,$(wildcard ext/base/*.c)) \
            $(wildcard ext/report/*.c) $(wildcard ext/builder/*.c) $(wildcard ext/release/*.c)
READING   = $(wildcard ext/read/*.c)
SQL       = $(wildcard ext/*.c) ext/base/memory_sqlite.c $(wildcard ext/session/*.c) \
            $(wildcard ext/table/*.c) $(wildcard ext/function/*.c) $(wildcard ext/script/*.c)
EXTENSION = $(CORE) $(READING) $(SQL)
EMBED     = $(CORE) $(READING) ext/base/memory_libc.c ext/tools/embed.c ext/tools/releases.c

WMI      = $(BUILD)/wmi.$(SHARED)
BUILTIN  = $(BUILD)/builtin.c
EXT_OBJS = $(EXTENSION:%.c=$(BUILD)/shared/%.o) $(BUILD)/shared/builtin.o

## all: build the extension (the default); installs nothing
all: $(WMI)

$(WMI): $(EXT_OBJS)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(LINK_SHARED) -o $@ $^ $(LIBCSV)

SHARED_FLAGS = -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables

$(BUILD)/shared/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) $(SHARED_FLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/shared/builtin.o: $(BUILTIN)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) $(SHARED_FLAGS) -c -o $@ $<

# The program that turns data/ into the built-in report; a fault in the data ends the build here.
$(BUILTIN): $(BUILD)/embed data/wmi_builds.csv data/wmi_members.csv
	$(SAY) "  EMBED data/wmi_members.csv"
	$(Q)$(BUILD)/embed data/wmi_builds.csv data/wmi_members.csv > $@.new
	$(Q)mv $@.new $@

$(BUILD)/embed: $(EMBED:%.c=$(BUILD)/plain/%.o)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV)

$(BUILD)/plain/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/plain/builtin.o: $(BUILTIN)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) -c -o $@ $<

# The extension linked statically, as include/wmi.h says: for programs of ours that need SQL.
$(BUILD)/core/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) -DSQLITE_CORE -MMD -MP -c -o $@ $<

CORE_OBJS = $(EXTENSION:%.c=$(BUILD)/core/%.o) $(BUILD)/plain/builtin.o

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# --- What it needs ---

## setup: install what is missing (apt on Debian and Ubuntu), also for the targets named beside it
PACKAGES = gcc libc6-dev sqlite3 libsqlite3-dev libcsv-dev
ifneq ($(filter test asan,$(MAKECMDGOALS)),)
  PACKAGES += libcmocka-dev valgrind postgresql
endif
ifneq ($(filter lint,$(MAKECMDGOALS)),)
  PACKAGES += libcmocka-dev clang clang-format cppcheck
endif
ifneq ($(filter fuzz,$(MAKECMDGOALS)),)
  PACKAGES += clang libclang-rt-dev
endif
setup:
	@tests/setup.sh $(PACKAGES)

# --- Use ---

## demo: build, load the extension into the sqlite3 shell and print a few real answers
demo: all
	@$(SQLITE3) -batch :memory: -cmd '.load $(basename $(WMI))' < sql/demo.sql

## docs: write the reference of tables and functions, sql/REFERENCE.md, from their declarations
docs: $(BUILD)/reference
	$(BUILD)/reference > sql/REFERENCE.md

$(BUILD)/reference: $(BUILD)/core/ext/tools/reference.o $(CORE_OBJS)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) -lsqlite3

test-docs: $(BUILD)/reference
	@$(BUILD)/reference | diff -u sql/REFERENCE.md - && echo 'docs: 1 passed, 0 failed'

# --- Tests ---

TEST_TARGETS = test-unit test-sql test-readme test-docs test-ldd test-leaks
include $(wildcard tests/*/*.mk)

## test: run all tests
test: all
	@tests/run.sh $(MAKE) $(TEST_TARGETS)

test-readme: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/readme.sh

# The extension needs nothing but the C library.
test-ldd: all
	@tests/needs.sh $(WMI)

# A shell session that uses everything leaves no memory behind.
test-leaks: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' tests/leaks.sh

## asan: run all tests with AddressSanitizer and UndefinedBehaviorSanitizer
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
asan:
	@$(MAKE) --no-print-directory test BUILD=build/asan CFLAGS='-O1 -g $(SANITIZE)' \
	  LDFLAGS='-Wl,-z,nodelete' SKIP_TESTS='test-leaks test-ldd' \
	  PRELOAD="$$($(CC) -print-file-name=libasan.so) $$($(CC) -print-file-name=libubsan.so)"

## lint: compile with gcc and clang, check the format, run cppcheck
SOURCES = $(shell find ext include tests -name '*.[ch]')
lint:
	@tests/lint.sh $(SOURCES)

## format: format all C files
format:
	clang-format -i $(SOURCES)

## clean: remove build/
clean:
	rm -rf build

## help: list the targets
help:
	@sed -n 's/^## /  /p' $(MAKEFILE_LIST)

.PHONY: all setup demo docs test asan lint format clean help $(TEST_TARGETS)
