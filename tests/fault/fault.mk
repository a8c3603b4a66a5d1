# Fault injection: every allocation of every scenario fails in turn. See tests/fault/fault.c.

FAULT = $(BUILD)/tests/fault/fault$(EXE)

$(FAULT): $(BUILD)/core/tests/fault/fault.o $(BUILD)/core/tests/fault/scenario.o $(CORE_OBJS)
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBSQLITE)

test-fault: $(FAULT)
	@$(RUN) $(FAULT)

TEST_TARGETS += test-fault
.PHONY: test-fault
