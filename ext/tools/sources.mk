# Source packages of Debian, for targets that Debian has no packages for: nothing of them is kept in the project.

DEBIAN_SOURCES = $(BUILD)/sources
SQLITE_SOURCE  = $(DEBIAN_SOURCES)/sqlite3

.PRECIOUS: $(DEBIAN_SOURCES)/%/.unpacked
$(DEBIAN_SOURCES)/%/.unpacked:
	@echo "  GET $* (source package of Debian)"
	@tests/platforms/apt.sh $(DEBIAN_SOURCES) source $*
	@touch $@

# SQLite in one file, and its shell.
$(SQLITE_SOURCE)/shell.c: $(SQLITE_SOURCE)/.unpacked
	$(SAY) "  MAKE $@"
	$(Q)cd $(SQLITE_SOURCE) && { ./configure --disable-readline && $(MAKE) sqlite3.c shell.c; } > build.log 2>&1 || \
	  { tail -n 20 build.log >&2; exit 1; }

# As Debian builds it, as far as the tests ask.
SQLITE_OPTIONS = -O2 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_MATH_FUNCTIONS \
                 -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_STMTVTAB -DSQLITE_ENABLE_LOAD_EXTENSION

# What cmocka's own build would find out about a system with a C library of our days.
CMOCKA_OPTIONS = -O2 -DHAVE_INTTYPES_H=1 -DHAVE_SIGNAL_H=1 -DHAVE_STRSIGNAL=1 -DHAVE_MALLOC_H=1 \
                 -I$(DEBIAN_SOURCES)/cmocka/include

# Their headers, for every target.
SOURCE_HEADERS = $(DEBIAN_SOURCES)/include
$(SOURCE_HEADERS)/.done: $(SQLITE_SOURCE)/shell.c $(DEBIAN_SOURCES)/libcsv/.unpacked $(DEBIAN_SOURCES)/cmocka/.unpacked
	@mkdir -p $(@D)
	$(Q)cp $(SQLITE_SOURCE)/sqlite3.h $(SQLITE_SOURCE)/src/sqlite3ext.h $(DEBIAN_SOURCES)/libcsv/csv.h \
	  $(DEBIAN_SOURCES)/cmocka/include/cmocka.h $(@D)
	@touch $@

# $(call from_source,FOLDER,COMPILER): FOLDER/lib gets the libraries that the extension and its tests are linked with.
define from_source_library
$1/lib/lib$3.a: $(SOURCE_HEADERS)/.done
	@mkdir -p $$(@D)
	$$(SAY) "  CC $$@"
	$$(Q)$2 $4 -isystem $(SOURCE_HEADERS) -c -o $$@.o $5
	@rm -f $$@
	$$(Q)ar rcD $$@ $$@.o

endef
from_source = $(call from_source_library,$1,$2,csv,-O2 -fPIC,$(DEBIAN_SOURCES)/libcsv/libcsv.c) \
  $(call from_source_library,$1,$2,cmocka,$(CMOCKA_OPTIONS),$(DEBIAN_SOURCES)/cmocka/src/cmocka.c) \
  $(call from_source_library,$1,$2,sqlite3,$(SQLITE_OPTIONS),$(SQLITE_SOURCE)/sqlite3.c)
from_source_libraries = $(foreach name,csv cmocka sqlite3,$1/lib/lib$(name).a)
