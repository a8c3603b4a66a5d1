# The extension for servers that load it by its default entry point and let strangers ask: the same objects but for the door,
# which opens no files whatever its entry point is called.

WMI_NOFILES = $(BUILD)/$(basename $(LIBRARY))_nofiles$(suffix $(LIBRARY))
NOFILES_DOOR = $(BUILD)/shared/ext/wmi_nofiles.o

## nofiles: build the extension without functions and tables that open files (build/wmi_nofiles.so)
nofiles: $(WMI_NOFILES)

$(WMI_NOFILES): $(filter-out $(BUILD)/shared/ext/wmi.o,$(EXT_OBJS)) $(NOFILES_DOOR)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(LINK_SHARED) -o $@ $^ $(LIBCSV)

$(NOFILES_DOOR): ext/wmi.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $< (no files)"
	$(Q)$(CC) $(CFLAGS) $(SHARED_FLAGS) -DWMI_NOFILES -MMD -MP -c -o $@ $<

.PHONY: nofiles
