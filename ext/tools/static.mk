# The extension for programs that hold it: an archive, or one file of source. See include/wmi.h.

STATIC       = $(BUILD)/static
OBJCOPY     ?= $(if $(filter %-gcc %-cc,$(notdir $(CC))),$(patsubst %-cc,%-,$(patsubst %-gcc,%-,$(CC))),)objcopy
STATIC_OBJS  = $(EXTENSION:%.c=$(STATIC)/%.o) $(STATIC)/builtin.o
STATIC_FLAGS = $(PIC) -DSQLITE_CORE -DNDEBUG
AMALGAMATED  = ext/wmi.c $(sort $(filter-out ext/wmi.c,$(EXTENSION))) $(BUILTIN)

# What a program sees of it: the functions that include/wmi.h declares.
ENTRY_POINTS := $(sort $(patsubst int,,$(shell grep -oE '^int sqlite3_[a-z_]+' include/wmi.h)))

## static: build build/static/libwmi.a, for programs that link the extension; it holds libcsv, and needs only SQLite
static: $(STATIC)/libwmi.a
	@cp include/wmi.h $(STATIC)/wmi.h
	@echo "Link it: $(CC) -I$(STATIC) program.c $< -lsqlite3"

# One object whose only global names are the entry points, so that none can meet one of the program's.
$(STATIC)/libwmi.a: $(STATIC_OBJS)
	$(SAY) "  LD $(STATIC)/wmi.o"
	$(Q)$(CC) -r -nostdlib -o $(STATIC)/all.o $(STATIC_OBJS) $(filter-out -l%,$(LIBCSV))
	$(Q)$(OBJCOPY) $(ENTRY_POINTS:%=--keep-global-symbol=%) $(STATIC)/all.o $(STATIC)/wmi.o
	@rm -f $@
	$(Q)ar rcD $@ $(STATIC)/wmi.o
ifneq ($(filter -l%,$(LIBCSV)),)
	@echo '  libcsv.a is not there: programs have to be linked with $(LIBCSV) too'
endif

$(STATIC)/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $<"
	$(Q)$(CC) $(CFLAGS) $(STATIC_FLAGS) -MMD -MP -c -o $@ $<

$(STATIC)/builtin.o: $(BUILTIN) $(FLAGS)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(STATIC_FLAGS) -c -o $@ $<

## amalgamation: write build/wmi.c and build/wmi.h, the extension as one file to add to a program; it needs libcsv
amalgamation: $(BUILD)/wmi.c $(BUILD)/wmi.h

$(BUILD)/wmi.c: ext/tools/amalgamate.pl $(AMALGAMATED) $(shell find ext include -name '*.h' -o -name '*.def')
	$(SAY) "  AMALGAMATE $@"
	$(Q)perl ext/tools/amalgamate.pl $(VERSION) $(AMALGAMATED) > $@.new
	$(Q)mv $@.new $@

$(BUILD)/wmi.h: include/wmi.h
	@mkdir -p $(@D)
	$(Q)cp $< $@

.PHONY: static amalgamation
