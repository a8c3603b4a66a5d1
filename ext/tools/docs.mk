# The documents that are written from the declarations of the tables and functions.

## docs: write the reference of tables and functions, sql/REFERENCE.md, from their declarations
docs: $(BUILD)/reference$(EXE)
	$(RUN) $< > $(BUILD)/REFERENCE.md
	cp $(BUILD)/REFERENCE.md sql/REFERENCE.md

$(BUILD)/reference$(EXE): $(BUILD)/core/ext/tools/reference.o $(CORE_OBJS)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBSQLITE)

test-docs: $(BUILD)/reference$(EXE)
	@$(RUN) $< | diff -u sql/REFERENCE.md - && echo 'docs: 1 passed, 0 failed'

.PHONY: docs
