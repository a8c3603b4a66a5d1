# The extension for Windows, by mingw-w64, and its tests under wine. What Debian has no Windows package of is
# built from Debian's source packages.

WINDOWS        = $(BUILD)/windows
WINDOWS_ARCHS ?= x86_64 i686
WINDOWS_TESTS ?= test-unit test-sql test-fault test-oracle

# UCRT where there is such a compiler.
windows_cc = $(notdir $(firstword $(shell command -v $1-w64-mingw32ucrt-gcc $1-w64-mingw32-gcc) $1-w64-mingw32-gcc))
windows_make = $(MAKE) --no-print-directory BUILD=$(WINDOWS)/$1 CC=$(call windows_cc,$1) BUILD_CC='$(BUILD_CC)' \
  CFLAGS='$(OPTIMIZE) -isystem $(SOURCE_HEADERS)' LDFLAGS=-static LIBCSV=$(WINDOWS)/$1/lib/libcsv.a \
  LIBSQLITE=$(WINDOWS)/$1/lib/libsqlite3.a LIBCMOCKA='$(WINDOWS)/$1/lib/libcmocka.a -lpthread' \
  RUN=tests/windows/wine.sh SQLITE3=$(WINDOWS)/$1/sqlite3

## windows: build libwmi.dll for Windows, x86-64 and i686 (first: make setup-windows)
windows: $(WINDOWS_ARCHS:%=windows-%)

$(WINDOWS_ARCHS:%=windows-%): windows-%: $(SOURCE_HEADERS)/.done $(WINDOWS)/%/lib/libcsv.a
	+@$(call windows_make,$*) all

## setup-windows: install mingw-w64 and wine, and get the sources of libcsv, cmocka and SQLite from Debian
setup-windows:
	@tests/windows/setup.sh $(WINDOWS_ARCHS)
	@$(MAKE) --no-print-directory $(SOURCE_HEADERS)/.done

## test-windows: run the unit, golden, fault and oracle tests under wine
test-windows: $(WINDOWS_ARCHS:%=test-windows-%)

$(WINDOWS_ARCHS:%=test-windows-%): test-windows-%: $(WINDOWS)/%/sqlite3 windows-% $(call from_source_libraries,$(WINDOWS)/%)
	+@trap 'tests/windows/wine.sh --stop' EXIT; tests/windows/wine.sh --start; \
	if tests/windows/wine.sh $<.exe -version >/dev/null 2>&1; then \
	  $(call windows_make,$*) test TEST_TARGETS='$(WINDOWS_TESTS)'; \
	else echo 'skipped: this wine runs no program for $*'; echo "windows: 0 passed, 0 failed, 1 skipped"; fi

## test-windows-root: run those for 32-bit Windows in a Debian of 32 bits, where this machine has no wine32 (root alone; long)
test-windows-root:
	@COMMANDS='make setup-windows test-windows-i686 WINDOWS_TESTS="$(WINDOWS_TESTS)"' \
	  tests/roots/root.sh bookworm:i386 $(abspath $(BUILD))/roots

$(foreach arch,$(WINDOWS_ARCHS),$(eval $(call from_source,$(WINDOWS)/$(arch),$(call windows_cc,$(arch)))))

# The shell, as a command of this machine; what it prints and its errors come in their order.
$(WINDOWS)/%/sqlite3: $(WINDOWS)/%/lib/libsqlite3.a tests/windows/unbuffered.c
	$(SAY) "  LD $@.exe"
	$(Q)$(call windows_cc,$*) $(SQLITE_OPTIONS) -isystem $(SOURCE_HEADERS) -static -o $@.exe $(SQLITE_SOURCE)/shell.c \
	  tests/windows/unbuffered.c $<
	$(Q)printf '#!/bin/sh\nexec tests/windows/wine.sh %s "$$@"\n' $@.exe > $@ && chmod +x $@

.PHONY: windows setup-windows test-windows test-windows-root $(WINDOWS_ARCHS:%=windows-%) $(WINDOWS_ARCHS:%=test-windows-%)
