# How time grows with what comes from outside, each at one, two, four and eight times a size.

GROWTH = $(BUILD)/tests/growth/growth

$(GROWTH): $(BUILD)/core/tests/growth/growth.o $(CORE_OBJS)
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) -lsqlite3

## bench-growth: what hostile sizes cost at 1, 2, 4 and 8 times a size; more than n log n is an error
bench-growth: $(GROWTH)
	@rm -rf $(BUILD)/growth && mkdir -p $(BUILD)/growth
	@$(GROWTH) $(BUILD)/growth

.PHONY: bench-growth
