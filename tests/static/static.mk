# The extension inside other programs: the archive and the amalgamation, in C and in C++; and the golden tests over a
# loadable extension made of the amalgamation.

CXX ?= c++
STATIC_TESTS = $(BUILD)/tests/static

test-static: $(STATIC)/libwmi.a $(BUILD)/wmi.c $(BUILD)/wmi.h all
	@mkdir -p $(STATIC_TESTS)
	@CC='$(CC)' CXX='$(CXX)' RUN='$(RUN)' FLAGS='$(filter-out -Iext -Iinclude -std=%,$(CFLAGS))' LDFLAGS='$(LDFLAGS)' \
	  LIBCSV='$(LIBCSV)' LIBSQLITE='$(LIBSQLITE)' ENTRY_POINTS='$(ENTRY_POINTS)' tests/static/run.sh $(BUILD)
	@$(CC) $(CFLAGS) $(PIC) -fvisibility=hidden $(LDFLAGS) $(LINK_SHARED) -o $(STATIC_TESTS)/$(LIBRARY) $(BUILD)/wmi.c $(LIBCSV)
	@$(MAKE) --no-print-directory test-sql WMI=$(STATIC_TESTS)/$(LIBRARY)

.PHONY: test-static
