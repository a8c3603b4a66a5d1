# Installing, as other packages do: PREFIX and DESTDIR.

PREFIX  ?= /usr/local
DESTDIR ?=
LIBDIR  ?= $(PREFIX)/lib
# Beside the library's own folder, since it is loaded and not linked.
PLUGINS ?= $(LIBDIR)/sqlite3
INSTALL ?= install

INSTALLED = $(PLUGINS)/$(LIBRARY) $(PREFIX)/include/wmi.h $(LIBDIR)/libwmi.a $(LIBDIR)/pkgconfig/wmi.pc \
            $(PREFIX)/share/man/man7/wmi.7 $(PREFIX)/share/doc/wmi/copyright

## install: install the extension, the archive, wmi.h, wmi.pc and wmi(7): make install PREFIX=/usr/local DESTDIR=
install: all $(STATIC)/libwmi.a $(BUILD)/wmi.pc $(BUILD)/wmi.7 $(BUILD)/copyright
	$(INSTALL) -d $(addprefix $(DESTDIR),$(sort $(dir $(INSTALLED))))
	$(INSTALL) -m 755 $(WMI) $(DESTDIR)$(PLUGINS)/$(LIBRARY)
	$(INSTALL) -m 644 include/wmi.h $(DESTDIR)$(PREFIX)/include/wmi.h
	$(INSTALL) -m 644 $(STATIC)/libwmi.a $(DESTDIR)$(LIBDIR)/libwmi.a
	$(INSTALL) -m 644 $(BUILD)/wmi.pc $(DESTDIR)$(LIBDIR)/pkgconfig/wmi.pc
	$(INSTALL) -m 644 $(BUILD)/wmi.7 $(DESTDIR)$(PREFIX)/share/man/man7/wmi.7
	$(INSTALL) -m 644 $(BUILD)/copyright $(DESTDIR)$(PREFIX)/share/doc/wmi/copyright
	@echo "Load it: .load $(PLUGINS)/$(basename $(LIBRARY))"

## uninstall: remove what install installed, with the same PREFIX and DESTDIR
uninstall:
	rm -f $(addprefix $(DESTDIR),$(INSTALLED))
	-rmdir $(DESTDIR)$(PREFIX)/share/doc/wmi $(DESTDIR)$(PLUGINS) 2>/dev/null

$(BUILD)/wmi.pc: $(FLAGS) include/wmi.h .force
	$(Q)printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'plugin=$(PLUGINS)/$(basename $(LIBRARY))' '' 'Name: wmi' \
	  'Description: WMI compatibility matrix in SQL, an extension of SQLite' 'Version: $(VERSION)' 'Requires: sqlite3 >= 3.31' \
	  'Cflags: -I$${prefix}/include' 'Libs: -L$${libdir} -lwmi' > $@

# What a binary holds that is not ours.
$(BUILD)/copyright: LICENSE ext/tools/libcsv.txt $(FLAGS)
	$(Q)cat LICENSE ext/tools/libcsv.txt > $@

$(BUILD)/wmi.7: $(BUILD)/manual$(EXE)
	$(Q)$(RUN) $< > $@

$(BUILD)/manual$(EXE): $(BUILD)/core/ext/tools/manual.o $(CORE_OBJS)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBSQLITE)

.PHONY: install uninstall
