# The oracle: the same questions of our tables and of ordinary ones. See tests/oracle/oracle.h.

ORACLE      = $(BUILD)/tests/oracle/oracle$(EXE)
ORACLE_OBJS = $(patsubst %.c,$(BUILD)/core/%.o,$(wildcard tests/oracle/*.c))

# Not CFLAGS, which what is built for them would have too: $(FLAGS), and so everything would be built anew.
$(ORACLE_OBJS): OWN_FLAGS = -Itests

$(ORACLE): $(ORACLE_OBJS) $(CORE_OBJS)
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBSQLITE)

# The seed is fixed here, so that a change is to blame for what a change breaks.
test-oracle: $(ORACLE)
	@$(RUN) $(ORACLE) 4000 20241001

## oracle: more questions: make oracle N=1000000 SEED=1
oracle: $(ORACLE)
	@$(RUN) $(ORACLE) "$(N)" "$(SEED)"

## oracle-planted: plant faults in a copy of the sources and see the oracle find each
oracle-planted:
	@tests/oracle/planted.sh '$(CC)'

TEST_TARGETS += test-oracle
.PHONY: test-oracle oracle oracle-planted
