# wmi, the WMI compatibility matrix in SQL. `make help` lists the targets.
#
# What builds the extension stands here; what belongs to a tool or a kind of test stands beside it, in
# ext/tools/*.mk and tests/*/*.mk.

BUILD    ?= build
CC       ?= cc
OPTIMIZE ?= -O2
WARNINGS  = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wcast-qual -Wundef
# WERROR=-Werror makes warnings errors: for lint and CI, never for whoever builds with a compiler that we do not know.
WERROR   ?=
CFLAGS   ?= $(OPTIMIZE)
override CFLAGS += -std=c11 $(WARNINGS) $(WERROR) -Iext -Iinclude
SQLITE3  ?= sqlite3

VERSION := $(shell sed -n 's/^\#define WMI_VERSION  *"\(.*\)"/\1/p' include/wmi.h)

# --- The target, as its compiler names it: aarch64-linux-gnu, x86_64-w64-mingw32, arm64-apple-darwin23 ---

TARGET := $(shell $(CC) -dumpmachine 2>/dev/null)
ifneq ($(findstring darwin,$(TARGET)),)
  SYSTEM = darwin
  LIBRARY = wmi.dylib
  LINK_SHARED = -dynamiclib -undefined dynamic_lookup
else ifneq ($(findstring mingw,$(TARGET))$(findstring cygwin,$(TARGET))$(findstring msys,$(TARGET)),)
  SYSTEM = windows
  # Not wmi.dll: Windows has one of its own in System32, which `.load wmi` would find first.
  LIBRARY = libwmi.dll
  EXE = .exe
  LINK_SHARED = -shared -static-libgcc -Wl,--gc-sections -Wl,--no-insert-timestamp
  override CFLAGS += -D__USE_MINGW_ANSI_STDIO=1
else
  SYSTEM = linux
  LIBRARY = wmi.so
  LINK_SHARED = -shared -Wl,--gc-sections -Wl,--as-needed -Wl,-z,noseparate-code \
                -Wl,--exclude-libs,ALL
  PIC = -fPIC
endif

# What a program of the target is run by, where this machine cannot: wine, or qemu.
RUN ?=

# libcsv is linked statically, so that the extension needs nothing but the C library.
LIBCSV      ?= $(or $(wildcard $(shell $(CC) -print-file-name=libcsv.a 2>/dev/null)),-lcsv)
LIBSQLITE   ?= -lsqlite3
LIBCMOCKA   ?= -lcmocka

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
READING   = $(wildcard ext/read/*.c) $(wildcard ext/mof/*.c)
SQL       = $(wildcard ext/*.c) ext/base/memory_sqlite.c $(wildcard ext/session/*.c) \
            $(wildcard ext/table/*.c) $(wildcard ext/function/*.c) $(wildcard ext/script/*.c)
EXTENSION = $(CORE) $(READING) $(SQL)

WMI      = $(BUILD)/$(LIBRARY)
BUILTIN  = $(BUILD)/builtin.c
EXT_OBJS = $(EXTENSION:%.c=$(BUILD)/shared/%.o) $(BUILD)/shared/builtin.o

## all: build the extension (the default); installs nothing
all: $(WMI)

$(WMI): $(EXT_OBJS)
	$(SAY) "  LD $@"
	$(if $(filter -l%,$(LIBCSV)),@echo '  libcsv.a is not there: $@ will need the shared libcsv wherever it runs')
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(LINK_SHARED) -o $@ $^ $(LIBCSV)

# assert() is for the tests, which link their own objects.
SHARED_FLAGS = $(PIC) -DNDEBUG -fvisibility=hidden -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables

# Everything is built anew when the compiler or its flags change.
FLAGS = $(BUILD)/flags
USED_FLAGS = $(CC) $(CFLAGS) $(SHARED_FLAGS) $(LDFLAGS) $(LIBCSV); $(BUILD_CC) $(BUILD_CFLAGS)
$(FLAGS): .force
	@mkdir -p $(@D)
	@echo '$(USED_FLAGS)' | cmp -s - $@ || echo '$(USED_FLAGS)' > $@

$(BUILD)/shared/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) $(SHARED_FLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/plain/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# The extension linked statically, as include/wmi.h says: for programs of ours that need SQL.
$(BUILD)/core/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) $(OWN_FLAGS) -DSQLITE_CORE -MMD -MP -c -o $@ $<

$(BUILD)/shared/builtin.o $(BUILD)/plain/builtin.o: $(BUILD)/%/builtin.o: $(BUILTIN) $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) $(if $(filter shared,$*),$(SHARED_FLAGS)) -MMD -MP -c -o $@ $<

CORE_OBJS = $(EXTENSION:%.c=$(BUILD)/core/%.o) $(BUILD)/plain/builtin.o

BUILT = $(wildcard $(BUILD)/shared $(BUILD)/plain $(BUILD)/core $(BUILD)/tool)
-include $(if $(BUILT),$(shell find $(BUILT) -type f -name '*.d'))

# --- What it needs ---

## setup: install what is missing (apt on Debian and Ubuntu), also for the targets named beside it or in FOR
PACKAGES = gcc libc6-dev sqlite3 libsqlite3-dev libcsv-dev
SETUP_FOR = $(MAKECMDGOALS) $(FOR)
ifneq ($(filter test asan,$(SETUP_FOR)),)
  PACKAGES += libcmocka-dev valgrind postgresql g++ pkg-config
endif
ifneq ($(filter lint,$(SETUP_FOR)),)
  PACKAGES += libcmocka-dev clang clang-format cppcheck shellcheck
endif
ifneq ($(filter test-sqlite,$(SETUP_FOR)),)
  PACKAGES += libcmocka-dev $(if $(shell command -v npm 2>/dev/null),,npm)
endif
ifneq ($(filter fuzz,$(SETUP_FOR)),)
  PACKAGES += clang libclang-rt-dev
endif
setup:
	@tests/setup.sh $(PACKAGES)

# --- Use ---

## demo: build, load the extension into the sqlite3 shell and print a few real answers
demo: all
	@$(SQLITE3) -batch :memory: -cmd '.load $(basename $(WMI))' < sql/demo.sql

# --- Tests ---

TEST_TARGETS = test-unit test-sql test-entry test-readme test-docs test-ldd test-leaks
include $(foreach name,embed docs sources static,ext/tools/$(name).mk) $(sort $(wildcard tests/*/*.mk)) \
        $(foreach name,install dist postgresql nofiles,ext/tools/$(name).mk)

## test: run all tests
test: all
	@tests/run.sh $(MAKE) $(TEST_TARGETS)

test-readme: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/readme.sh

# What is exported, and that a file of any name loads.
test-entry: all nofiles
	@WMI=$(WMI) NOFILES=$(WMI_NOFILES) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/entry.sh $(BUILD)/entry

# The extension needs nothing but the C library.
test-ldd: all
	@tests/needs.sh $(WMI) $(patsubst -l%,lib%,$(filter -l%,$(LIBCSV)))

# A shell session that uses everything leaves no memory behind.
test-leaks: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' tests/leaks.sh

## asan: the tests with AddressSanitizer and UndefinedBehaviorSanitizer, those that are C or go through the shell
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# What has nothing of ours in it, and what the other tests have run before.
ASAN_SKIP = test-leaks test-ldd test-cells test-docs test-readme test-postgresql test-fleet test-fleet-page
asan:
	@$(MAKE) --no-print-directory test BUILD=build/asan ORACLE_N=1500 SKIP_TESTS='$(ASAN_SKIP)' \
	  CFLAGS='-O1 -g $(SANITIZE) -DTESTS_SMALL -DFAULT_GROWS=12' LDFLAGS='-Wl,-z,nodelete' \
	  PRELOAD="$$($(CC) -print-file-name=libasan.so) $$($(CC) -print-file-name=libubsan.so)"

## lint: compile with gcc and clang, check the format and the scripts, run cppcheck
SOURCES = $(shell find ext include tests -name '*.[ch]')
LINT_FILE_LINES     ?= 400
LINT_FUNCTION_LINES ?= 60
# What is longer is named; LINT_LONG=fail makes it an error.
LINT_LONG           ?= list
lint:
	@WARNINGS='$(WARNINGS)' LINT_LONG=$(LINT_LONG) LINT_FILE_LINES=$(LINT_FILE_LINES) \
	  LINT_FUNCTION_LINES=$(LINT_FUNCTION_LINES) tests/lint.sh $(SOURCES)

## format: format all C files
format:
	clang-format -i $(SOURCES)

## clean: remove build/
clean:
	rm -rf build

## help: list the targets
help:
	@sed -n 's/^## /  /p' $(MAKEFILE_LIST)

.force:
.PHONY: all setup demo test asan lint format clean help .force $(TEST_TARGETS)
