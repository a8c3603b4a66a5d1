# The program that turns data/ into the built-in report; a fault in the data ends the build here. It runs where
# it is built, by BUILD_CC, whatever the extension is built for; what it writes serves both byte orders.

BUILD_CC     ?= $(if $(shell command -v cc),cc,$(CC))
BUILD_CFLAGS ?= -O1
BUILD_LIBCSV ?= $(or $(wildcard $(shell $(BUILD_CC) -print-file-name=libcsv.a)),-lcsv)

EMBED = $(CORE) $(READING) ext/base/memory_libc.c ext/tools/embed.c ext/tools/image.c ext/tools/releases.c

DEFAULT_REPORT = data/wmi_members.csv data/wmi_classes.csv data/wmi_parameters.csv
$(BUILTIN): $(BUILD)/embed data/wmi_builds.csv $(DEFAULT_REPORT)
	$(SAY) "  EMBED $(DEFAULT_REPORT)"
	$(Q)$(BUILD)/embed data/wmi_builds.csv $(DEFAULT_REPORT) > $@.new
	$(Q)mv $@.new $@

$(BUILD)/embed: $(EMBED:%.c=$(BUILD)/tool/%.o)
	$(SAY) "  LD $@"
	$(Q)$(BUILD_CC) $(BUILD_CFLAGS) -o $@ $^ $(BUILD_LIBCSV)

$(BUILD)/tool/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $< (to run here)"
	$(Q)$(BUILD_CC) -std=c11 $(WARNINGS) $(WERROR) $(BUILD_CFLAGS) -Iext -Iinclude -MMD -MP -c -o $@ $<
