# Benchmarks: the extension beside its peers, on the same data, in one run. See bench.h.

BENCH         = $(BUILD)/bench
BENCH_PEERS   = $(BENCH)/peers
WMI_SHARED   ?= ../shared
BENCH_REPORT ?= $(wildcard $(WMI_SHARED)/report/WMI_Version_Comparison_Report.csv)
BENCH_SOURCES = $(filter-out tests/bench/generate.c,$(wildcard tests/bench/*.c))
# What the generated files are made of: the full report, or the built-in one's source.
BENCH_FROM    = $(or $(BENCH_REPORT),data/wmi_members.csv)
BENCH_DATA    = $(BENCH)/$(basename $(notdir $(BENCH_FROM)))
BENCH_RUN     = WMI=$(basename $(WMI)) BENCH_LIBRARY=$(WMI) SQLITE3='$(SQLITE3)' BENCH_DATA=$(BENCH_DATA) BENCH_PEERS=$(BENCH_PEERS) \
                BENCH_REPORT='$(BENCH_REPORT)' BENCH_CSV=$(BENCH_PEERS)/csv.so $(BENCH)/bench

## bench-setup: get the peers of the benchmarks (Debian and npm), into build/
bench-setup:
	@CC='$(CC)' tests/bench/setup.sh $(BENCH_PEERS)

## bench: measure the extension beside its peers; answers that differ are an error, missed ratios are not; BENCH_CLOCK=cpu on a busy machine
bench: all $(BENCH)/bench $(BENCH_DATA)/made
	@$(BENCH_RUN) 'start load queries'

## bench-large: the same at 100 times the data (about 200 MB are generated under build/)
bench-large: all $(BENCH)/bench $(BENCH_DATA)/made $(BENCH_DATA)/report_100.csv
	@$(BENCH_RUN) large

$(BENCH_DATA)/made: $(BENCH)/generate $(BENCH_FROM)
	@rm -rf $(@D)/pages $(@D)/pages_padded && mkdir -p $(@D)
	$(Q)$(BENCH)/generate $(BENCH_FROM) $(@D) 1
	@touch $@

$(BENCH_DATA)/report_100.csv: $(BENCH)/generate $(BENCH_FROM)
	@mkdir -p $(@D)
	$(Q)$(BENCH)/generate $(BENCH_FROM) $(@D) 100

$(BENCH)/bench: $(BENCH_SOURCES:%.c=$(BUILD)/plain/%.o)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) $(LIBSQLITE)

$(BENCH)/generate: $(BUILD)/plain/tests/bench/generate.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV)

.PHONY: bench bench-setup bench-large
