# The extension on other processors, under qemu, and with another C library: unit and golden tests. The packages of
# Debian that it needs of an architecture are unpacked under build/; nothing of them is installed.

PLATFORMS        = $(BUILD)/platforms
PLATFORM_NAMES  ?= arm64 i386 s390x musl
PLATFORM_DEBIAN  = $(filter-out musl,$(PLATFORM_NAMES))
PLATFORM_TESTS   = test-unit test-sql

platform_triplet = $(patsubst i386,i386-linux-gnu,$(patsubst s390x,s390x-linux-gnu,$(patsubst arm64,aarch64-linux-gnu,$1)))
platform_gcc     = $(patsubst i386-%,i686-%,$(call platform_triplet,$1))-gcc
platform_qemu    = qemu-$(patsubst arm64,aarch64,$1)-static
# What is for i386 runs on x86-64 itself, by the loader of its own C library.
platform_loader  = $(platform_root)/lib/ld-linux.so.2 --library-path $(platform_root)/lib/i386-linux-gnu:$(platform_lib)
platform_run     = $(if $(filter i386-x86_64,$1-$(shell uname -m)),$(platform_loader),$(platform_qemu) -L $(platform_root))
platform_root    = $(PLATFORMS)/$1/root
platform_lib     = $(call platform_root,$1)/usr/lib/$(call platform_triplet,$1)

platform_make = $(MAKE) --no-print-directory BUILD=$(PLATFORMS)/$1 CC=$(call platform_gcc,$1) BUILD_CC='$(BUILD_CC)' \
  CFLAGS='$(OPTIMIZE) -isystem $(call platform_root,$1)/usr/include' LIBCSV=$(call platform_lib,$1)/libcsv.a \
  LIBSQLITE='$(call platform_lib,$1)/libsqlite3.a -lm' \
  LIBCMOCKA='$(call platform_lib,$1)/libcmocka.so -Wl,-rpath,$(abspath $(call platform_lib,$1))' \
  RUN='$(call platform_run,$1)' SQLITE3=$(PLATFORMS)/$1/sqlite3
musl_make = $(MAKE) --no-print-directory BUILD=$(PLATFORMS)/musl CC=musl-gcc BUILD_CC='$(BUILD_CC)' \
  CFLAGS='$(OPTIMIZE) -isystem $(SOURCE_HEADERS)' LIBCSV=$(PLATFORMS)/musl/lib/libcsv.a \
  LIBSQLITE='$(PLATFORMS)/musl/lib/libsqlite3.a -lm' LIBCMOCKA=$(PLATFORMS)/musl/lib/libcmocka.a \
  SQLITE3=$(PLATFORMS)/musl/sqlite3

platform_packages = $(if $(findstring qemu,$(platform_run)),qemu-user-static) gcc-$(patsubst %-gcc,%,$(call platform_gcc,$1)) libc6-dev-$1-cross
PLATFORM_PACKAGES = $(if $(filter musl,$(PLATFORM_NAMES)),musl-tools dpkg-dev tcl) \
  $(sort $(foreach name,$(PLATFORM_DEBIAN),$(call platform_packages,$(name))))

## setup-platforms: install the compilers of the other platforms, qemu and musl, and get what is linked for them
setup-platforms:
	@tests/setup.sh gcc libc6-dev make libcsv-dev $(PLATFORM_PACKAGES)
	@$(MAKE) --no-print-directory $(if $(filter musl,$(PLATFORM_NAMES)),$(SOURCE_HEADERS)/.done) $(PLATFORM_DEBIAN:%=$(PLATFORMS)/%/root/.done)

## test-platforms: run the unit and golden tests on arm64, i386, s390x (big-endian) and with musl (first: make setup-platforms)
test-platforms: $(PLATFORM_NAMES:%=test-%)

$(PLATFORM_DEBIAN:%=test-%): test-%: $(PLATFORMS)/%/sqlite3
	+@$(call platform_make,$*) test TEST_TARGETS='$(PLATFORM_TESTS) test-embed'

$(PLATFORMS)/%/root/.done:
	@echo "  GET packages of Debian for $*"
	@tests/platforms/apt.sh $(@D) $* libc6 libgcc-s1 libsqlite3-0 libsqlite3-dev sqlite3 libreadline8 libtinfo6 zlib1g \
	  libcmocka0 libcmocka-dev libcsv-dev
	@touch $@

$(PLATFORM_DEBIAN:%=$(PLATFORMS)/%/sqlite3): $(PLATFORMS)/%/sqlite3: $(PLATFORMS)/%/root/.done
	$(Q)printf '#!/bin/sh\nexec %s %s/usr/bin/sqlite3 "$$@"\n' '$(call platform_run,$*)' $(@D)/root > $@
	@chmod +x $@

test-musl: $(PLATFORMS)/musl/sqlite3 $(call from_source_libraries,$(PLATFORMS)/musl)
	+@$(musl_make) test TEST_TARGETS='$(PLATFORM_TESTS)'

$(eval $(call from_source,$(PLATFORMS)/musl,musl-gcc))

$(PLATFORMS)/musl/sqlite3: $(PLATFORMS)/musl/lib/libsqlite3.a
	$(SAY) "  LD $@"
	$(Q)musl-gcc $(SQLITE_OPTIONS) -isystem $(SOURCE_HEADERS) -o $@ $(SQLITE_SOURCE)/shell.c $< -lm

# The embedder of the target writes what the one of this machine writes.
test-embed: $(BUILD)/embed-target $(BUILTIN)
	@$(RUN) $< data/wmi_builds.csv $(DEFAULT_REPORT) | cmp - $(BUILTIN) && echo 'embed: 1 passed, 0 failed'

$(BUILD)/embed-target: $(EMBED:%.c=$(BUILD)/plain/%.o)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV)

.PHONY: setup-platforms test-platforms test-embed $(PLATFORM_NAMES:%=test-%)
