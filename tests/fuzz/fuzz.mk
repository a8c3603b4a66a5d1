# Fuzzing with clang's libFuzzer; not part of the tests. Each tests/fuzz/fuzz_NAME.c is a program; what it finds
# stands in build/fuzz/NAME/ with the inputs that reached new code.

SECONDS     ?= 60
FUZZ_CC     ?= clang
FUZZ_NAMES   = $(patsubst tests/fuzz/fuzz_%.c,%,$(filter-out %/fuzz_file.c,$(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_FLAGS   = -std=c11 $(WARNINGS) -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
               -Iext -Iinclude -Itests/fuzz
FUZZ_OBJECTS = $(EXTENSION:%.c=$(BUILD)/fuzz/objects/%.o) $(BUILD)/fuzz/objects/builtin.o \
               $(BUILD)/fuzz/objects/tests/fuzz/fuzz_file.o

$(BUILD)/fuzz/objects/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) "  CC $< for fuzzing"
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -DSQLITE_CORE -MMD -MP -c -o $@ $<

$(BUILD)/fuzz/objects/builtin.o: $(BUILTIN) $(FLAGS)
	@mkdir -p $(@D)
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -c -o $@ $<

$(BUILD)/fuzz/fuzz_%: $(BUILD)/fuzz/objects/tests/fuzz/fuzz_%.o $(FUZZ_OBJECTS)
	$(SAY) "  LD $@"
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -o $@ $^ $(LIBCSV) -lsqlite3

# What the inputs start from: the fixtures of the reader, each behind a byte that says how it is named.
$(BUILD)/fuzz/seeds: tests/fuzz/conditions.txt
	@mkdir -p $@/read $@/release $@/range $@/script $@/sql $@/mof
	@for file in $$(find tests/fixtures/read -type f -size -20k); do \
	  case $$file in *.csv) kind=0 ;; *) kind=1 ;; esac; \
	  { printf "\\$$kind"; cat $$file; } > $@/read/$$(echo $$file | tr / _); done
	@for text in 26100 10.0.26100.4652 '10.0 (26100)' 'Windows Server 2019' 'Microsoft Windows [Version 10.0.26100.1]'; do \
	  printf %s "$$text" > "$@/release/$$(echo $$text | tr -c 'a-z0-9\n' _)"; done
	@for text in 2 11..32767 0x8000.. ..5 .. -1; do printf %s "$$text" > "$@/range/value_$$text"; done
	@n=0; while read -r condition; do for form in 0 1 2 3 4 5 6 7 8 9 10 11; do \
	  { printf "\\$$(printf %o $$form)"; printf %s "$$condition"; } > $@/sql/$$form-$$n; done; n=$$((n + 1)); done < tests/fuzz/conditions.txt
	@for file in tests/fixtures/mof/*/*.mof tests/fixtures/mof/*/*/*.mof; do \
	  { printf '\1'; cat $$file; } > $@/mof/$$(echo $$file | tr / _); done
	@find tests/fixtures/scripts -type f -size -20k -exec cp {} $@/script/ \; 2>/dev/null || true

# FUZZ_SEED=1 draws the same inputs each time: where a change is to fail by what it brings, not by chance.
## fuzz: look for inputs that crash what reads bytes from outside, or change answers: make fuzz SECONDS=60 (each)
fuzz: $(FUZZ_NAMES:%=fuzz-%)

fuzz-%: $(BUILD)/fuzz/fuzz_% $(BUILD)/fuzz/seeds
	@tests/fuzz/run.sh $< $(SECONDS) $(BUILD)/fuzz/$* $(BUILD)/fuzz/seeds/$* $(FUZZ_SEED:%=-seed=% -reload=0) $(patsubst %,-dict=%,$(wildcard tests/fuzz/$*.dict))

.PHONY: fuzz
.PRECIOUS: $(BUILD)/fuzz/fuzz_%
-include $(if $(wildcard $(BUILD)/fuzz/objects),$(shell find $(BUILD)/fuzz/objects -name '*.d'))
